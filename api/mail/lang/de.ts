import { signIn } from './sign-in/de.ts';
import { withPartner, type MailTerms } from './terms.ts';

/** German. */
export const de: MailTerms = {
  confirmation: ({ club, partner, hours, days }) => ({
    subject: 'Noch ein Schritt: Bestätigen Sie Ihre Mitgliedschaft',
    preview: `Eine Seite, ein Knopf. Der Link gilt ${hours} Stunden.`,
    heading: 'Noch ein Schritt',
    paragraphs: [
      `Sie möchten „${club}“ beitreten${withPartner(partner, (name) => `, über die Website „${name}“`)}. ` +
        'Öffnen Sie die Seite unten und drücken Sie dort auf den Knopf: Schon gehören Sie dazu.',
    ],
    button: 'Mitgliedschaft bestätigen',
    notes: [
      `Der Link gilt ${hours} Stunden. Ohne Bestätigung werden die eingegebenen Daten nach ${days} Tagen gelöscht.`,
      'Sie haben nichts angefordert? Dann tun Sie nichts: Es entsteht keine Mitgliedschaft.',
    ],
    reason: `Sie erhalten diese Nachricht, weil Ihre Adresse in das Beitrittsformular${withPartner(partner, (name) => ` der Website „${name}“`)} eingegeben wurde.`,
  }),
  welcome: ({ firstName, goal, newsletter }) => ({
    subject: 'Willkommen im Club!',
    preview: 'Ihre Mitgliedschaft ist bestätigt.',
    heading: firstName === null ? 'Willkommen!' : `Willkommen, ${firstName}!`,
    paragraphs: [
      'Ihre Mitgliedschaft ist bestätigt. Auf allen Partnerseiten ist der Zähler gerade weitergerückt: ' +
        `Das Ziel sind ${goal} Botschafterinnen und Botschafter, und Sie gehören dazu.`,
      newsletter
        ? 'Sie erhalten die Neuigkeiten des Clubs, wie Sie es gewünscht haben.'
        : 'Die Neuigkeiten des Clubs haben Sie nicht bestellt: Wir schreiben Ihnen nur, wenn es um Ihre Mitgliedschaft geht.',
      'Ihr Abzeichen ist da, für Ihre Website, Ihre Mails oder Ihr Schaufenster. Was es zeigt, entscheiden Sie.',
      'Weiter geht es dort, wo Sie sind. Erzählen Sie davon: Der Beitritt dauert eine Minute.',
    ],
    button: 'Zur Seite des Clubs',
    notes: ['Sie können jederzeit austreten, ohne Passwort und ohne Begründung.'],
    reason: 'Sie erhalten diese Nachricht, weil Sie soeben Ihre Mitgliedschaft bestätigt haben.',
  }),
  alreadyMember: ({ partner }) => ({
    subject: 'Sie sind schon dabei',
    preview: 'Es hat sich nichts geändert.',
    heading: 'Sie sind schon dabei',
    paragraphs: [
      'Jemand, vielleicht Sie selbst, hat das Beitrittsformular noch einmal mit Ihrer Adresse ausgefüllt' +
        `${withPartner(partner, (name) => `, auf der Website „${name}“`)}.`,
      'Es hat sich nichts geändert: Ihre Mitgliedschaft besteht weiter, so wie Sie es gewählt hatten.',
    ],
    button: 'Zur Seite des Clubs',
    notes: [
      'Das waren nicht Sie? Dann tun Sie nichts: Die Eingaben wurden nicht gespeichert.',
      'Sie können jederzeit austreten, ohne Passwort und ohne Begründung.',
    ],
    reason:
      'Sie erhalten diese Nachricht, weil Ihre Adresse, die eines Mitglieds, soeben in ein Beitrittsformular eingegeben wurde.',
  }),
  signIn,
  myBadges: 'Mein Abzeichen',
  copyLink: 'Der Knopf geht nicht? Kopieren Sie diesen Link in Ihren Browser:',
  leave: 'Aus dem Club austreten',
  unsubscribe: 'Neuigkeiten abbestellen',
  privacy: 'Ihre Daten',
  legal: 'Impressum',
};
