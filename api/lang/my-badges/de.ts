import { dateIn } from '../format.ts';
import type { MyBadgesTexts } from './terms.ts';

const date = dateIn('de');
const monthName = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const myBadgesTexts: MyBadgesTexts = {
  tools: {
    mine: 'Das ist mein Abzeichen',
    mineText: 'Fertig zum Kopieren: für ein Profil, eine Website, eine E-Mail oder ein Schaufenster.',
    space: 'Wählen, was es zeigt, und mehr',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    copyFailed: 'Ausgewählt. Kopieren Sie mit Strg C oder ⌘ C.',
    preview: 'So sieht es aus',
    linkedin: {
      title: 'Auf LinkedIn',
      text: 'Es kommt unter „Bescheinigungen und Zertifikate“. Melden Sie sich bei LinkedIn an, dann drücken Sie.',
      button: 'Zu meinem LinkedIn-Profil hinzufügen',
      values: 'LinkedIn lässt seine Felder manchmal leer. Das sind die Werte dafür.',
      labels: {
        name: 'Name',
        organization: 'Ausstellende Organisation',
        issued: 'Ausstellungsdatum',
        expires: 'Ablaufdatum',
        certId: 'Nachweis-ID',
        certUrl: 'Nachweis-URL',
      },
      month: (year, month) => monthName.format(Date.UTC(year, month - 1)),
    },
    site: {
      title: 'Auf einer Website',
      text: 'Ein Bild mit einem Link. Kein Skript, kein Cookie, nichts, das Ihren Besuchern folgt.',
      label: 'HTML für Ihre Seite',
    },
    widget: {
      title: 'Auf einer Website, lebendig',
      text: 'Dasselbe, und wer darauf drückt, sieht sofort Datum, Kreis und Stand. Ohne Skript bleibt das Bild.',
      label: 'HTML mit dem Element des Abzeichens',
    },
    mail: {
      title: 'In einer E-Mail-Signatur',
      text: 'Wählen Sie das Bild unten aus, kopieren Sie es und fügen Sie es in die Signatur Ihres Mailprogramms ein.',
      html: 'HTML, wo das Programm danach fragt',
      plain: 'Nur Text',
    },
    markdown: {
      title: 'In einer README',
      text: 'Für GitHub und alles, was Markdown liest. Dieses Bild wird jedes Mal neu geholt.',
      label: 'Markdown',
    },
    frame: {
      title: 'In einem Rahmen',
      text: 'Browser lehnen diesen Rahmen auf jeder Website ab, die nicht Ihre ist. Strenger lässt es sich nicht zeigen.',
      label: 'HTML des Rahmens',
      name: (club) => `Abzeichen: ${club}`,
    },
    print: {
      title: 'Im Schaufenster',
      text: 'Ein Aushang mit dem Siegel und einem Code zum Scannen.',
      link: 'Aushang zum Drucken öffnen',
    },
  },
  mine: {
    title: 'Ihr Abzeichen',
    lead: 'Es sagt, dass Sie Mitglied im Club sind, und alle können es prüfen.',
    none: 'Ihr Abzeichen entsteht gerade. Kommen Sie gleich wieder.',
    card: {
      title: 'Ihr Abzeichen',
      text: 'Für Ihr Profil, Ihre Website, Ihre E-Mails oder Ihr Schaufenster. Sie entscheiden, was es zeigt.',
      link: 'Mein Abzeichen öffnen',
    },
    back: 'Ihr Bereich',
    person: 'Ihr persönliches Abzeichen',
    business: (domain) => `Abzeichen von ${domain}`,
    businessWithout: 'Ein Abzeichen für ein Unternehmen',
    states: {
      active: (day) => `Gültig bis ${date(day)}. Jeder Kontakt mit dem Club, auch eine Anmeldung hier, verlängert es.`,
      missing: (since, end) =>
        `Der Nachweis auf dieser Domain fehlt seit ${date(since)}. Setzen Sie ihn vor dem ${date(end)} wieder ein, sonst endet dieses Abzeichen.`,
      waiting: 'Wartet auf den Nachweis, dass diese Domain Ihnen gehört. Noch kann es niemand sonst sehen.',
      suspended: {
        title: 'Ihre Mitgliedschaft ist ausgesetzt',
        text: 'Ihre Abzeichen sind beendet und lassen sich nicht ändern. Schreiben Sie dem Club, um darüber zu sprechen: Endet die Aussetzung, kommen sie zurück.',
      },
      ended: {
        left: 'Es endete, als Sie den Club verließen.',
        suspended: 'Der Club hat es beendet.',
        expired: 'Es endete, weil dreizehn Monate ohne Kontakt vergangen sind.',
        domain_lost: 'Es endete, weil der Nachweis auf dieser Domain 14 Tage lang fehlte.',
        given_up: 'Sie haben es zurückgegeben.',
      },
      endedOn: (day) => `Beendet am ${date(day)}.`,
      again: {
        left: 'Treten Sie dem Club wieder bei, dann kommt es zurück.',
        suspended: 'Schreiben Sie dem Club, wenn Sie das für einen Irrtum halten.',
        expired: 'Melden Sie sich neu an, dann kommt es mit neuem Datum zurück.',
        domain_lost:
          'Setzen Sie den Nachweis wieder ein, fragen Sie unten neu nach der Domain und lassen Sie uns nachsehen.',
        given_up: 'Fragen Sie unten neu nach der Domain, wann immer Sie möchten.',
      },
    },
    see: 'Seine Seite, wie alle sie sehen',
    choices: {
      title: 'Was es zeigt',
      lead: 'Nichts Persönliches wird gezeigt oder signiert, wenn Sie es nicht ankreuzen. Nach einer Änderung werden Ihre Dateien neu signiert: Laden Sie sie wieder herunter.',
      showsName: { person: 'Meinen Namen zeigen', business: 'Den Namen meines Unternehmens zeigen' },
      refused: {
        required: 'Es gibt noch keinen Namen zu zeigen. Schreiben Sie dem Club, um ihn zu ergänzen.',
        unsignable:
          'Dieser Name enthält eine geschweifte Klammer, { oder }, die manche Programme nicht verstehen. Schreiben Sie dem Club, um ihn zu ändern.',
        invalid:
          'Dieser Name enthält Zeichen, die die Schreibrichtung umkehren. Schreiben Sie dem Club, um ihn zu ändern.',
      },
      showsNameHint: 'Auf seiner Seite und in dem, was signiert ist.',
      showsCircle: (circle) => `Meinen Kreis zeigen: ${circle}`,
      language: 'Sprache des Bildes',
      save: 'Speichern',
    },
    pictures: {
      title: 'Alle Bilder',
      lead: 'Diese Adressen bleiben gleich. Das Bild dahinter ist immer das von heute.',
      forms: { line: 'Zeile', seal: 'Siegel', compact: 'Klein' },
      schemes: { light: 'hell', dark: 'dunkel', auto: 'hell oder dunkel, je nach Einstellung der Lesenden' },
      twice: 'doppelte Größe',
    },
    files: {
      title: 'Signierte Dateien',
      lead: 'Für digitale Brieftaschen und für alle, die prüfen, ohne uns zu fragen. In den beiden Bildern steckt das signierte Abzeichen.',
      names: {
        bakedPng: 'Bild mit dem signierten Abzeichen (PNG)',
        bakedSvg: 'Bild mit dem signierten Abzeichen (SVG)',
        json: 'Signiertes Abzeichen (Open Badges 3.0, JSON)',
        jwt: 'Signiertes Abzeichen (JWT)',
      },
    },
    ask: {
      title: 'Ein Abzeichen für Ihr Unternehmen',
      lead: 'Es gilt auf einer einzigen Domain, und Sie zeigen uns, dass sie Ihnen gehört.',
      label: 'Domain Ihrer Website',
      hint: 'Das Abzeichen gilt für die ganze Website: Ein www davor lassen wir weg. Beispiel: baeckerei.example',
      invalid: 'Schreiben Sie die Domain wie baeckerei.example, ohne Pfad.',
      submit: 'Abzeichen anfragen',
      full: 'Sie haben fünf Abzeichen für Unternehmen. Geben Sie eines zurück, bevor Sie ein weiteres anfragen.',
    },
    proof: {
      title: 'Zeigen, dass diese Domain Ihnen gehört',
      lead: 'Eines von beiden genügt. Lassen Sie es stehen: Wir sehen jede Woche wieder nach.',
      help: 'Nicht Ihr Fach? Schicken Sie diese Zeilen an die Person, die Ihre Website betreut, oder an Ihren Anbieter: Es ist in fünf Minuten getan.',
      dns: 'Im DNS der Domain ein TXT-Eintrag',
      dnsHint:
        'Dort, wo Sie Ihre Domain gemietet haben, in den „DNS-Einstellungen“: Fügen Sie einen Eintrag vom Typ TXT hinzu. Steht die Domain dort schon hinter dem Namen, schreiben Sie sie nicht noch einmal.',
      dnsName: 'Name',
      dnsValue: 'Wert',
      file: 'Oder auf ihrer Website eine Textdatei',
      fileHint:
        'Eine Datei, die nur diese Zeichen enthält, genau unter dieser Adresse. Öffnen Sie sie im Browser: Zeigt er die Zeichen, ohne die Adresse zu ändern, ist alles gut.',
      fileAddress: 'Adresse',
      fileContent: 'Inhalt',
      next: 'Ist es so weit? Drücken Sie hier, und das Abzeichen gehört Ihnen.',
      look: 'Jetzt nachsehen',
      looked: (day, time) =>
        `Wir haben am ${date(day)} um ${time} nachgesehen und nichts gefunden. Ein DNS-Eintrag braucht manchmal einige Stunden.`,
      findings: {
        nothing_there:
          'Es gibt noch weder den DNS-Eintrag noch die Datei. Haben Sie den Eintrag gerade erst angelegt, dann warten Sie einige Stunden und sehen Sie noch einmal nach.',
        other_record:
          'Es gibt einen DNS-Eintrag, aber er sagt etwas anderes. Kopieren Sie den Wert von unten, ganz und ohne etwas dazu. Eine Änderung braucht manchmal einige Stunden.',
        redirected:
          'Ihre Website schickt uns an eine andere Adresse weiter, oft an die mit www. Wir folgen keiner: Legen Sie die Datei so ab, dass sie genau unter der Adresse antwortet, die hier steht, oder nehmen Sie den DNS-Eintrag.',
        web_page:
          'Unter der Adresse der Datei ist eine Webseite. Legen Sie dort eine reine Textdatei ab, die genau so heißt wie hier angegeben, oder nehmen Sie den DNS-Eintrag.',
        other_content:
          'Es gibt eine Datei, aber nicht die gesuchte. Es muss eine kleine, reine Textdatei sein (text/plain), die den Inhalt von unten allein auf einer Zeile hat.',
        no_answer:
          'Es gibt keinen DNS-Eintrag mit dem Wert von unten, und keine Website hat uns über https geantwortet. Ist die Domain richtig geschrieben, die Website erreichbar, und gilt ihr Zertifikat genau für diesen Namen? Bringen Sie es in Ordnung, oder nehmen Sie den DNS-Eintrag.',
        no_such_name:
          'Diese Domain gibt es im DNS nicht. Ist sie richtig geschrieben? Wenn nicht, geben Sie dieses Abzeichen zurück und fragen Sie nach der richtigen. Haben Sie sie gerade erst gemietet, dann sehen Sie morgen noch einmal nach.',
      },
      neverLooked: 'Wir haben noch nicht nachgesehen.',
      provenOn: (day) => `Gefunden am ${date(day)}.`,
      keep: 'Der Nachweis',
    },
    giveUp: {
      title: 'Dieses Abzeichen zurückgeben',
      sure: 'Es endet sofort und überall. Sie können später neu nach der Domain fragen.',
      button: 'Jetzt zurückgeben',
    },
    notes: {
      saved: 'Gespeichert. Die Bilder ändern sich innerhalb von Minuten.',
      asked: 'Notiert. Zeigen Sie nun, dass die Domain Ihnen gehört.',
      proven: 'Gefunden. Das Abzeichen gilt von jetzt an.',
      given_up: 'Zurückgegeben. Das Abzeichen gilt nicht mehr.',
    },
    show: 'Zeigen',
    errorsTitle: 'Eine Stelle ist noch offen',
  },
  desk: {
    title: 'Abzeichen',
    lead: 'Meldungen von Missbrauch, die ältesten zuerst. Schließen Sie, was nichts braucht; beenden Sie, was missbraucht wird.',
    none: 'Keine Meldung ist offen.',
    console: 'Die Konsole',
    again: 'Ich bin angemeldet: Seite öffnen',
    outside: 'Ein Link aus einer E-Mail bringt Ihre Anmeldung nicht mit.',
    search: {
      title: 'Ein Abzeichen suchen',
      label: 'Seine Adresse, oder was nach /b/ steht',
      hint: '22 Buchstaben und Ziffern; groß und klein zählt.',
      submit: 'Suchen',
      none: 'Kein Abzeichen hat diese Adresse.',
    },
    labels: {
      badge: 'Abzeichen',
      state: 'Stand',
      kind: 'Art',
      domain: 'Domain',
      name: 'Gezeigter Name',
      reason: 'Grund',
      seen: 'Gesehen auf',
      said: 'Was gesagt wurde',
      at: 'Am',
    },
    kinds: { person: 'Mensch', business: 'Unternehmen' },
    states: { valid: 'Gültig', ended: 'Beendet' },
    nothing: 'nichts',
    page: 'Seine Seite',
    close: 'Meldung schließen',
    end: 'Dieses Abzeichen beenden',
    confirm: {
      title: 'Dieses Abzeichen beenden?',
      text: 'Es gilt sofort nicht mehr, überall und unter dieser Signatur für immer. Wem es gehört, sieht das und wird gebeten, dem Club zu schreiben.',
      button: 'Jetzt beenden',
      back: 'So lassen, wie es ist',
    },
    notes: { closed: 'Die Meldung ist geschlossen.', ended: 'Das Abzeichen ist beendet.' },
  },
};
