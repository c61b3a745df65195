/** German. */
import { durations } from '../contract/limits.ts';
import { deLegal } from './de-legal.ts';
import { dateIn, days, fieldErrors, hours, numberIn } from './format.ts';
import { consolePage } from './console/de.ts';
import { storyFields, storyProblems } from './problems/de.ts';
import { myStoriesTerms } from './my-stories/de.ts';
import { signInTerms } from './sign-in/de.ts';
import type { ServerTerms } from './terms.ts';

const number = numberIn('de');
const date = dateIn('de');

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

const labels: ServerTerms['join']['labels'] = {
  firstName: 'Vorname',
  email: 'E-Mail-Adresse',
  circle: 'Ihr Kreis',
  invitation: 'Einladungscode',
  age15: '15 Jahre oder älter',
  charter: 'Charta',
  lastName: 'Nachname',
  place: 'Ort oder Land',
  organisation: 'Unternehmen, Verein, Schule',
  sentence: 'In einem Satz, was Sie hier mögen',
  newsletter: 'Neuigkeiten des Clubs',
  public: 'Öffentlich erscheinen',
  introductions: 'Vermittlung von Kontakten',
};

export const de: ServerTerms = {
  site: {
    languageName: 'Deutsch',
    skipToContent: 'Zum Inhalt',
    languages: 'Sprache',
    about: 'Über den Club',
    home: 'Startseite',
    join: 'Dem Club beitreten',
    charter: 'Charta',
    privacy: 'Ihre Daten',
    legal: 'Impressum',
    mailbox: 'Postfach der Vorführung',
    accessibility: {
      full: 'Barrierefreiheit: vollständig konform',
      partial: 'Barrierefreiheit: teilweise konform',
      none: 'Barrierefreiheit: nicht konform',
    },
    newTab: 'neuer Tab',
    demo: 'Vorführung: Der Club, seine Mitglieder und seine Partner sind erfunden. Von hier geht keine E-Mail hinaus.',
    pageTitle: (page, club) => `${page} – ${club}`,
  },
  counter: {
    sentence: (members, goal, day) =>
      `Heute sind wir ${number(members)} ${members === 1 ? 'Botschafterin oder Botschafter' : 'Botschafterinnen und Botschafter'}; bis zum ${date(day)} wollen wir ${number(goal)} sein.`,
    share: (members, partner) =>
      members === 0
        ? `Das erste Mitglied über ${partner} sind vielleicht Sie.`
        : `${number(members)} ${members === 1 ? 'kam' : 'kamen'} über ${partner}.`,
  },
  home: {
    title: (city) => `Feuer und Flamme für ${city}`,
    lead: (club) =>
      `${club.name.de}: Hier kommen alle zusammen, die die Stadt und ihre Region mögen und es auch sagen. Der Beitritt ist kostenlos, steht allen ab 15 Jahren offen und dauert keine Minute.`,
    join: 'Dem Club beitreten',
    steps: {
      title: 'So geht es',
      items: [
        { title: 'Sie melden sich an', text: 'Ein Vorname, eine E-Mail-Adresse, ein Kreis: Mehr ist nicht nötig.' },
        {
          title: 'Sie bestätigen',
          text: `Eine E-Mail, ein Knopf. Ohne Ihre Bestätigung wird nach ${pendingDays} Tagen alles gelöscht.`,
        },
        {
          title: 'Sie erzählen',
          text: 'Ein Satz, ein Foto, ein Video: was Sie hier mögen, mit Ihren Worten, wann Sie möchten.',
        },
      ],
    },
    circles: 'Drei Arten, dabei zu sein',
    byInvitation: 'auf Einladung',
    promise: {
      title: 'Was wir nicht tun',
      paragraphs: [],
      points: [
        'Keine Verfolgung, keine Werbung, und kein Cookie, solange Sie sich nicht anmelden.',
        'Kein Passwort, das man sich merken muss.',
        'Keine Neuigkeiten ohne Ihre Zustimmung, und ein Klick beendet sie.',
        'Kein schwieriger Ausgang: Gehen ist so einfach wie kommen.',
      ],
    },
    partners: 'Die Partner des Clubs',
    partnersLead: 'Man kann dem Club auf ihren Seiten beitreten, ohne sie zu verlassen.',
  },
  join: {
    title: (city) => `Botschafterin oder Botschafter von ${city} werden`,
    lead: 'Keine Minute, dann eine E-Mail zum Bestätigen.',
    via: (partner) => `Sie kommen über unseren Partner: ${partner}.`,
    back: (partner) => `Zurück zu „${partner}“`,
    requiredNote: 'Felder sind Pflicht, wenn ihr Name es sagt.',
    required: 'Pflichtfeld',
    optional: 'freiwillig',
    labels,
    hints: {
      firstName: 'Wie man Sie nennt. Beispiel: Camille',
      email: 'Dorthin senden wir eine E-Mail zum Bestätigen. Beispiel: camille@beispiel.de',
      invitation: 'Nur für den Kreis auf Einladung. Beispiel: FLAMME-1234',
      place: 'Beispiele: Riedisheim, Toronto, Schweiz',
      organisation: 'Beispiel: Atelier Bollwerk',
      sentence: 'Höchstens 280 Zeichen.',
    },
    more: 'Mehr erzählen',
    wishes: 'Wenn Sie möchten',
    agreements: 'Um beizutreten',
    readCharter: 'Charta lesen',
    notice: 'Was wir mit Ihren Daten tun',
    submit: 'Dem Club beitreten',
    trap: 'Lassen Sie dieses Feld leer',
    errorsTitle: (count) =>
      count === 1
        ? 'Eine Angabe braucht noch einen Blick; nichts ist verloren'
        : `${number(count)} Angaben brauchen noch einen Blick; nichts ist verloren`,
    errorPrefix: 'Fehler: ',
    sent: {
      title: 'Noch ein Schritt: Sehen Sie in Ihre Post',
      text: (address) =>
        `Wenn alles klappt, kommt gleich eine E-Mail an ${address}. Darin ist ein Knopf: Ein Druck, und Sie sind im Club.`,
      points: [
        'Nach einigen Minuten nichts da? Sehen Sie im Spam-Ordner nach.',
        `Der Link gilt ${linkHours} Stunden. Ohne Bestätigung wird nach ${pendingDays} Tagen alles gelöscht.`,
        'Sie können diese Seite schließen.',
      ],
      again: 'Adresse berichtigen',
    },
  },
  confirm: {
    open: {
      title: 'Noch ein Schritt',
      text: 'Diese Adresse wurde angegeben, um dem Club beizutreten. Wenn Sie das waren, bestätigen Sie: Ihre Mitgliedschaft beginnt sofort, und der Zähler rückt um eins vor.',
      button: 'Ich bestätige',
      otherwise: `Sie waren es nicht? Schließen Sie diese Seite: Es geschieht nichts, und die Anfrage wird nach ${pendingDays} Tagen gelöscht.`,
    },
    confirmed: {
      title: 'Willkommen im Club!',
      text: 'Ihre Mitgliedschaft ist bestätigt. Danke, dass Sie die Flamme mit uns tragen.',
      points: [
        'Eine Willkommensmail ist unterwegs: Heben Sie sie auf, darin steht der Link zum Austritt, wann immer Sie möchten.',
        'Erzählen Sie vom Club: Jede Stimme zählt, und der Zähler zeigt es.',
      ],
    },
    already: {
      title: 'Schon erledigt',
      text: 'Ihre Mitgliedschaft war bereits bestätigt; der zweite Druck hat nichts geändert.',
    },
    expired: {
      title: 'Dieser Link ist zu alt',
      text: `Ein Bestätigungslink gilt ${linkHours} Stunden. Sie sind nicht Mitglied, und die Anfrage wird gelöscht. Beginnen Sie einfach noch einmal: Es dauert keine Minute.`,
    },
    unknown: {
      title: 'Diesen Link kennen wir nicht',
      text: 'Vielleicht ist er abgeschnitten: Kopieren Sie ihn ganz aus der E-Mail. Oder die Anfrage wurde gelöscht, weil sie nicht bestätigt war. Nichts wurde geändert.',
    },
    taken: {
      title: 'Diese Einladung ist schon vergeben',
      text: 'Inzwischen sind alle ihre Plätze besetzt. Sie sind nicht Mitglied. Bitten Sie den Club um einen anderen Code, oder wählen Sie einen anderen Kreis.',
    },
    yourAnswers: 'Ihre Angaben:',
    joinAgain: 'Dem Club beitreten',
  },
  leave: {
    open: {
      title: 'Den Club verlassen',
      text: 'Ihr Name, Ihre Adresse und was Sie uns gesagt haben, werden sofort gelöscht. Ihr Abzeichen gilt nirgends mehr. Sie hören nichts mehr von uns.',
      button: 'Ich verlasse den Club',
      otherwise: 'Sie möchten lieber bleiben? Schließen Sie diese Seite: Nichts ändert sich.',
    },
    done: {
      title: 'Erledigt: Sie haben den Club verlassen',
      text: 'Ihre Daten sind gelöscht. Danke für das gemeinsame Stück Weg; die Tür bleibt offen.',
    },
    unknown: {
      title: 'Diesen Link kennen wir nicht',
      text: 'Vielleicht ist er abgeschnitten oder zu alt. Nichts wurde geändert. Um den Club zu verlassen, schreiben Sie uns: Die Adresse steht im Impressum.',
    },
  },
  unsubscribe: {
    open: {
      title: 'Neuigkeiten abbestellen',
      text: 'Sie bleiben Mitglied des Clubs; nur die Neuigkeiten hören auf.',
      button: 'Neuigkeiten abbestellen',
      otherwise: 'Sie möchten sie lieber behalten? Schließen Sie diese Seite: Nichts ändert sich.',
    },
    done: {
      title: 'Die Neuigkeiten sind abbestellt',
      text: 'Sie bleiben Mitglied des Clubs und bekommen keine Neuigkeiten mehr.',
    },
    unknown: {
      title: 'Diesen Link kennen wir nicht',
      text: 'Vielleicht ist er abgeschnitten oder zu alt. Nichts wurde geändert. Um die Neuigkeiten abzubestellen, schreiben Sie uns: Die Adresse steht im Impressum.',
    },
  },
  signIn: signInTerms,
  myStories: myStoriesTerms,
  console: consolePage,
  mailbox: {
    title: 'Postfach der Vorführung',
    text: 'Die E-Mails, die der Club verschickt hätte, die neuesten zuerst. Diese Seite gibt es nur in der Vorführung.',
    empty: 'Noch keine E-Mail. Melden Sie sich auf der Seite eines Partners an und kommen Sie dann wieder.',
    to: 'An',
    date: 'Datum',
    subject: 'Betreff',
    asText: 'Nur Text',
    asHtml: 'Gestaltet',
    back: 'Alle E-Mails',
    refresh: 'Neu laden',
  },
  charter: {
    title: 'Die Charta des Clubs',
    lead: 'Was wir einander versprechen, in wenigen Worten.',
    version: (version) => `Fassung ${version}`,
    agree: 'Man nimmt sie beim Beitritt an. Wir halten fest, welche Fassung Sie angenommen haben.',
  },
  ...deLegal,
  fieldError: fieldErrors(labels, {
    unnamed: 'Ein Feld des Formulars',
    own: {
      'firstName.required': 'Vorname: Schreiben Sie, wie man Sie nennt, zum Beispiel Camille.',
      'email.required': 'E-Mail-Adresse: Schreiben Sie Ihre Adresse, zum Beispiel camille@beispiel.de.',
      'email.email_invalid': 'E-Mail-Adresse: Da fehlt etwas. Sie sieht aus wie camille@beispiel.de.',
      'circle.required': 'Ihr Kreis: Wählen Sie einen.',
      'circle.circle_unknown': 'Ihr Kreis: Wählen Sie einen aus der Liste.',
      'circle.invalid': 'Ihr Kreis: Wählen Sie einen aus der Liste.',
      'age15.under_age':
        '15 Jahre oder älter: Der Club nimmt Mitglieder ab 15 Jahren auf. Wenn Sie jünger sind, kommen Sie bald wieder; wir haben nichts behalten.',
      'charter.charter_not_accepted': 'Charta: Setzen Sie das Häkchen, um beizutreten.',
    },
    general: {
      ...storyFields,
      required: (label) => `${label}: Bitte füllen Sie dieses Feld aus.`,
      too_long: (label, max) =>
        `${label}: Der Text ist zu lang${max ? `, höchstens ${number(max)} Zeichen` : ''}. Nichts wurde abgeschnitten.`,
      control_character: (label) =>
        `${label}: Ein unsichtbares Zeichen ist hineingeraten, oft beim Kopieren. Bitte tippen Sie den Text neu.`,
      invalid_unicode: (label) => `${label}: Ein Zeichen ist beschädigt. Bitte tippen Sie den Text neu.`,
      email_invalid: (label) => `${label}: Eine Adresse sieht aus wie camille@beispiel.de.`,
      circle_unknown: (label) => `${label}: Wählen Sie aus der Liste.`,
      invitation_required: (label) =>
        `${label}: Dieser Kreis ist auf Einladung. Schreiben Sie den Code, den der Club Ihnen gesandt hat, oder wählen Sie einen anderen Kreis.`,
      invitation_unknown: (label) =>
        `${label}: Diesen Code kennen wir nicht, oder er wurde schon benutzt. Prüfen Sie ihn oder wählen Sie einen anderen Kreis.`,
      under_age: (label) => `${label}: Der Club nimmt Mitglieder ab 15 Jahren auf. Wir haben nichts behalten.`,
      charter_not_accepted: (label) => `${label}: Setzen Sie das Häkchen.`,
      charter_outdated: (label) =>
        `${label}: Sie hat sich gerade geändert. Lesen Sie die neue Fassung und setzen Sie dann das Häkchen.`,
      language_unknown: (label) => `${label}: Diese Sprache wird nicht angeboten.`,
      url_invalid: (label) => `${label}: Das ist keine gültige Webadresse.`,
      wrong_type: (label) => `${label}: Die Antwort hat nicht die erwartete Form.`,
      unknown_field: (label) => `${label}: Es gehört nicht hierher.`,
      invalid: (label) => `${label}: Die Antwort ist nicht gültig.`,
    },
  }),
  problems: {
    ...storyProblems,
    invalid_request: {
      title: 'Einige Angaben brauchen noch einen Blick',
      text: 'Nichts wurde gespeichert. Was Sie geschrieben haben, ist noch da.',
    },
    invalid_json: {
      title: 'Die Anfrage kam beschädigt an',
      text: 'Nichts wurde gespeichert. Bitte versuchen Sie es noch einmal.',
    },
    unsupported_media_type: {
      title: 'Die Anfrage hat eine unbekannte Form',
      text: 'Nichts wurde gespeichert. Bitte benutzen Sie das Formular des Clubs.',
    },
    body_too_large: {
      title: 'Die Anfrage ist zu groß',
      text: 'Nichts wurde gespeichert. Kürzen Sie Ihre Antworten und versuchen Sie es noch einmal.',
    },
    not_found: {
      title: 'Unter dieser Adresse ist nichts',
      text: 'Vielleicht ist die Seite umgezogen. Die Startseite führt überallhin.',
    },
    method_not_allowed: {
      title: 'So wird diese Adresse nicht benutzt',
      text: 'Nichts wurde geändert. Beginnen Sie auf der Startseite.',
    },
    wrong_host: {
      title: 'Das ist nicht die richtige Adresse',
      text: 'Unter diesem Namen antwortet der Club nicht. Nichts wurde geändert.',
    },
    partner_unknown: {
      title: 'Diesen Partner kennen wir nicht',
      text: 'Nichts ist verloren: Sie können dem Club auf seiner eigenen Seite beitreten.',
    },
    partner_paused: {
      title: 'Dieser Partner macht eine Pause',
      text: 'Nichts ist verloren: Sie können dem Club auf seiner eigenen Seite beitreten.',
    },
    origin_not_allowed: {
      title: 'Von dieser Seite aus geht dieses Formular nicht',
      text: 'Nichts wurde gespeichert. Sie können dem Club auf seiner eigenen Seite beitreten.',
    },
    proof_invalid: {
      title: 'Das Formular konnte nicht geprüft werden',
      text: 'Nichts wurde gespeichert. Bitte setzen Sie Ihre Häkchen und senden Sie es noch einmal ab.',
    },
    proof_expired: {
      title: 'Das Formular war lange offen',
      text: 'Nichts wurde gespeichert. Was Sie geschrieben haben, ist noch da: Bitte senden Sie es noch einmal ab.',
    },
    proof_spent: {
      title: 'Dieses Formular wurde schon abgesandt',
      text: 'Sehen Sie in Ihre Post. Nichts da? Bitte senden Sie es noch einmal ab.',
    },
    too_fast: {
      title: 'Das ging sehr schnell',
      text: 'Zur Sicherheit wurde nichts gespeichert. Was Sie geschrieben haben, ist noch da: Bitte senden Sie es noch einmal ab.',
    },
    rate_limited: { title: 'Viele Anfragen auf einmal', text: 'Nichts wurde gespeichert, und nichts ist verloren.' },
    busy: {
      title: 'Hier ist gerade viel los',
      text: 'Nichts wurde gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Es liegt nicht an Ihnen, und nichts wurde gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    },
  },
  retryAfter: (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return seconds < 90
      ? 'Bitte versuchen Sie es in einer Minute noch einmal.'
      : minutes < 90
        ? `Bitte versuchen Sie es in ${number(minutes)} Minuten noch einmal.`
        : `Bitte versuchen Sie es in ${number(Math.ceil(minutes / 60))} Stunden noch einmal.`;
  },
};
