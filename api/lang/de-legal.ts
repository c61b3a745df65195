/** German: consents, privacy notice, legal pages. */
import { durations } from '../contract/limits.ts';
import { days, hours } from './format.ts';
import type { LegalTerms } from './terms.ts';

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

export const deLegal: LegalTerms = {
  consents: () => ({
    age15: 'Ich bin 15 Jahre alt oder älter.',
    charter: 'Ich nehme die Charta des Clubs an.',
    newsletter: 'Ich möchte die Neuigkeiten des Clubs per E-Mail bekommen. Ein Klick beendet sie.',
    public:
      'Der Club und seine Partner dürfen meinen Vornamen und meinen Kreis zeigen. Ich kann es mir anders überlegen.',
    introductions:
      'Der Club darf mir Kontakte vorschlagen. Nichts wird ohne meine Zustimmung weitergegeben, jedes Mal.',
  }),
  noticeTitle: 'Was wir mit Ihren Daten tun',
  notice: ({ legal }, partner) => [
    {
      title: 'Wer verantwortlich ist',
      text:
        `${legal.publisher}, ${legal.seat}, ${legal.email}.` +
        (partner
          ? ` Für die Erhebung auf dieser Seite ist ${partner} gemeinsam mit ihr verantwortlich: ${partner} zeigt das Formular, der Club erhält Ihre Antworten und beantwortet Ihre Anfragen. Sie können sich an beide wenden.`
          : ''),
    },
    { title: 'Datenschutzbeauftragte Person', text: `Schreiben Sie an ${legal.dataProtectionOfficer}.` },
    {
      title: 'Wozu, und auf welcher Grundlage',
      text: 'Um Ihre Mitgliedschaft zu führen und Ihnen dazu zu schreiben: Das ist die Vereinbarung, die Sie mit dem Beitritt treffen. Für Neuigkeiten, öffentliches Erscheinen und Vermittlung von Kontakten: Ihre Einwilligung, Häkchen für Häkchen. Um Roboter fernzuhalten und zu wissen, über welchen Partner man zu uns kommt: unser berechtigtes Interesse. Dafür notieren wir die Seite, von der Ihre Anfrage kommt, die, mit der Ihr Besuch dieser Website begonnen hat, die Website, die Sie dorthin geführt hat, gegebenenfalls Stichwörter einer Kampagne, das Mitglied, dessen Link Sie gefolgt sind, und Ihre gekürzte IP-Adresse.',
    },
    {
      title: 'Wenn Sie erzählen',
      text: 'Ihre Geschichte, Ihre Fotos und Ihr Film erscheinen unter dem Namen, den Sie wählen, und nur dort, wo Sie es ankreuzen: Das ist Ihre Einwilligung, Geschichte für Geschichte, und Sie ziehen sie mit einem Klick zurück. Die Dateien werden neu gemacht, ohne Ort und Gerät; was Sie gesandt haben, wird gelöscht. Eine zurückgezogene Geschichte verlässt alle Websites in weniger als einer Minute. Eine abgelehnte wird nach 190 Tagen gelöscht, so lange kann man widersprechen. Damit wir Sie erkennen, gibt es ein einziges Cookie, auf der Website des Clubs, für die Zeit Ihres Besuchs. Wer eine Geschichte meldet, kann Namen und Adresse angeben: Sie dienen der Antwort und werden sechs Monate danach gelöscht.',
    },
    {
      title: 'Ihr Abzeichen',
      text: 'Jedes Mitglied hat ein Abzeichen, unter einer öffentlichen, ausgelosten Adresse. Dort steht, dass ein Mitglied es trägt, seit wann und bis wann. Ihr Name und Ihr Kreis stehen nur dort, wenn Sie es ankreuzen: Das ist Ihre Einwilligung, und Sie ziehen sie mit einem Klick zurück. Das Abzeichen eines Unternehmens zeigt dessen Domain. Ist es beendet, bleibt dort nur das Datum. Was andere vorher kopiert haben, können wir bei ihnen nicht löschen. Wir zählen, wie viele Abzeichen geprüft werden, niemals von wem.',
    },
    {
      title: 'Wer sie erhält',
      text:
        'Das Team des Clubs, sein Hoster und sein Maildienst.' +
        (partner
          ? ` ${partner} erhält nicht Ihre Antworten, nur Zahlen: Anmeldungen, Mitglieder, die über die eigenen Seiten gekommen sind, gesehene Geschichten. Orte stehen erst ab fünf Personen darin.`
          : '') +
        ' Nichts wird verkauft.',
    },
    {
      title: 'Was nötig ist',
      text: 'Vorname, E-Mail-Adresse, Kreis, das Alter von 15 Jahren und die Charta: Ohne sie gibt es keine Mitgliedschaft. Alles andere ist freiwillig. Unter 15 Jahren behalten wir nichts.',
    },
    {
      title: 'Wie lange',
      text: `Der Bestätigungslink gilt ${linkHours} Stunden; eine Anfrage ohne Bestätigung wird nach ${pendingDays} Tagen gelöscht. Danach, solange Sie Mitglied sind, und höchstens drei Jahre nach Ihrem letzten Lebenszeichen: Dann fragen wir nach, und ohne Antwort löschen wir. Wenn Sie gehen, werden Ihre Daten gelöscht; es bleibt nur der Nachweis, ohne Name und Adresse, was angenommen worden war, und ein unlesbarer Abdruck der Adresse, damit niemand Sie aus Versehen wieder einträgt.`,
    },
    {
      title: 'Ihre Rechte',
      text: `Ihre Daten einsehen, berichtigen, löschen, mitnehmen, ihre Nutzung einschränken, ihr widersprechen und eine Einwilligung jederzeit widerrufen: Schreiben Sie an ${legal.dataProtectionOfficer}. Wir antworten innerhalb eines Monats.`,
    },
    {
      title: 'Beschwerde',
      text: 'Wenn unsere Antwort Sie nicht zufriedenstellt: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, Frankreich, www.cnil.fr.',
    },
    {
      title: 'Keine Cookies, keine Tracker',
      text: 'Dieses Formular legt nichts in Ihrem Browser ab und ruft niemanden außer dem Club auf. Auf den Seiten der Partner zählen wir zusammen, wie viele Geschichten gesehen, Videos gestartet und Abzeichen geprüft werden, nach Tag, Seite und Kampagne: ohne Cookie, ohne Kennung, ohne etwas darüber zu behalten, wer schaut.',
    },
  ],
  privacy: {
    title: 'Ihre Daten',
    lead: 'Derselbe Hinweis wie im Formular, ohne Kleingedrucktes.',
    version: (version) => `Fassung ${version}`,
  },
  legal: {
    title: 'Impressum',
    parts: ({ legal, name }) => [
      {
        title: 'Herausgeber',
        paragraphs: [`${name.de} wird herausgegeben von:`],
        points: [legal.publisher, legal.form, legal.seat, `Telefon: ${legal.phone}`, `E-Mail: ${legal.email}`],
      },
      { title: 'Verantwortlich für den Inhalt', paragraphs: [legal.director] },
      {
        title: 'Hosting',
        paragraphs: [],
        points: [legal.host.name, legal.host.address, `Telefon: ${legal.host.phone}`],
      },
      {
        title: 'Schreiben Sie uns',
        paragraphs: [
          `Für alle Fragen, auch der Behörden: ${legal.email}. Ein Mensch liest und antwortet.`,
          `Zu Ihren Daten: ${legal.dataProtectionOfficer}.`,
        ],
      },
      {
        title: 'Inhalte melden, Gegendarstellung',
        paragraphs: [
          `Sie sehen etwas Rechtswidriges oder etwas gegen die Charta? Schreiben Sie an ${legal.email} und nennen Sie die Adresse der Seite und den Grund. Wird über Sie gesprochen, haben Sie ein Recht auf Gegendarstellung: Verlangen Sie sie innerhalb von drei Monaten unter derselben Adresse.`,
        ],
      },
    ],
  },
  accessibility: {
    title: 'Erklärung zur Barrierefreiheit',
    parts: ({ legal, accessibility }, state, publicUrl) => [
      {
        title: 'Unsere Verpflichtung',
        paragraphs: [
          `${legal.publisher} verpflichtet sich, die eigenen Seiten barrierefrei zu gestalten, nach Artikel 47 des französischen Gesetzes Nr. 2005-102 vom 11. Februar 2005. Diese Erklärung gilt für ${publicUrl} und für die Bausteine des Clubs auf den Seiten seiner Partner.`,
        ],
      },
      {
        title: 'Stand der Konformität',
        paragraphs: [
          {
            full: `${publicUrl} ist vollständig konform mit dem französischen Regelwerk RGAA, Version 4.1.2.`,
            partial: `${publicUrl} ist teilweise konform mit dem französischen Regelwerk RGAA, Version 4.1.2, wegen der unten genannten Abweichungen.`,
            none: `${publicUrl} ist nicht konform mit dem französischen Regelwerk RGAA, Version 4.1.2: Es gibt keine gültige Prüfung, die es messen würde.`,
          }[state],
        ],
      },
      {
        title: 'Ergebnisse der Prüfungen',
        paragraphs:
          state === 'none'
            ? [
                'Die Konformitätsprüfung steht noch aus. Automatische Prüfungen laufen mit jeder Version; sie ersetzen sie nicht.',
              ]
            : ['Die Ergebnisse der Konformitätsprüfung werden mit dieser Erklärung veröffentlicht.'],
      },
      {
        title: 'Nicht barrierefreie Inhalte',
        paragraphs:
          state === 'none'
            ? ['Ohne Prüfung ist die Liste nicht bekannt. Sagen Sie uns, was Sie aufhält: Das berichtigen wir zuerst.']
            : ['Sie stehen in den Ergebnissen der Prüfung.'],
      },
      {
        title: 'Wie diese Erklärung entstand',
        paragraphs: ['Für die Website verwendete Technik:'],
        points: ['HTML', 'CSS', 'JavaScript (freiwillig: Jede Seite geht auch ohne)', 'WAI-ARIA'],
      },
      {
        title: 'Rückmeldung und Kontakt',
        paragraphs: [
          `Wenn Sie einen Inhalt oder einen Dienst nicht erreichen, schreiben Sie an ${accessibility.contact}: Wir zeigen Ihnen einen anderen Weg oder senden Ihnen den Inhalt in anderer Form.`,
        ],
      },
      {
        title: 'Beschwerdewege',
        paragraphs: [
          'Wenn Sie uns einen Mangel gemeldet haben, der Ihnen den Zugang zu einem Inhalt oder Dienst versperrt, und unsere Antwort Sie nicht zufriedenstellt, können Sie:',
        ],
        points: [
          'der französischen Rechtsverteidigerin schreiben (formulaire.defenseurdesdroits.fr);',
          'sich an ihre Vertretung in Ihrer Region wenden (www.defenseurdesdroits.fr/saisir/delegues);',
          'einen Brief senden, kostenlos und ohne Marke: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, Frankreich.',
        ],
      },
    ],
  },
};
