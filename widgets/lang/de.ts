export { badge } from './badge/de.ts';
export { console } from './console/de.ts';
export { storyForm } from './story-form/de.ts';
export { storyFormMedia } from './story-form/media/de.ts';
export { storyFormReview } from './story-form/review/de.ts';
import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';
import { date, number } from './writing/de.ts';

export { testimonials } from './testimonials/de.ts';

export const common: CommonTerms = {
  newTab: 'neuer Tab',
  tryAgain: 'Erneut versuchen',
};

const ambassadors = (count: number) =>
  count === 1 ? 'Botschafterin oder Botschafter' : 'Botschafterinnen und Botschafter';

export const counter: CounterTerms = {
  number,
  date,
  goal: (members, count, goal, date) => `${members} ${ambassadors(count)}, Ziel: ${goal} bis ${date}`,
  goalOnly: (members, _count, goal) => `${members} von ${goal} Mitgliedern`,
  reached: (members, count, goal) => `${members} ${ambassadors(count)}: Das Ziel von ${goal} ist erreicht`,
  members: (members, count) => `${members} ${count === 1 ? 'Mitglied' : 'Mitglieder'}`,
  label: (count) => ambassadors(count),
  aim: (goal, date) => `Ziel: ${goal} bis ${date}`,
  share: (members, _count, partner) => `davon ${members} dank „${partner}“`,
};

export const signup: SignupTerms = {
  title: (city) => `Ein Herz für ${city}? Kommen Sie in den Club.`,
  lead: 'Weniger als eine Minute, dann eine Mail zum Bestätigen.',
  required: 'Pflichtfeld',
  labels: {
    firstName: 'Vorname',
    email: 'E-Mail-Adresse',
    circle: 'Ihr Kreis',
    invitation: 'Einladungscode',
    lastName: 'Nachname',
    place: 'Ort oder Land',
    organisation: 'Unternehmen, Verein, Schule',
    sentence: 'In einem Satz: was Sie hier lieben',
  },
  hints: {
    firstName: 'Beispiel: Andrea',
    email: 'Beispiel: andrea@beispiel.de',
    invitation: 'Steht in der Einladung des Clubs. Beispiel: FLAMME-1234',
    lastName: 'Beispiel: Müller',
    place: 'Beispiele: Lyon, Toronto, Schweiz',
    organisation: 'Beispiel: Bäckerei Müller',
  },
  left: (count) => (count < 0 ? `${-count} Zeichen zu viel` : `Noch ${count} Zeichen`),
  more: 'Mehr erzählen (freiwillig)',
  wishes: 'Wenn Sie möchten',
  agreements: 'Für den Eintritt in den Club',
  readCharter: 'Charta lesen',
  notice: 'Was wir mit Ihren Daten machen',
  policy: 'Alles über Ihre Daten lesen',
  newTab: common.newTab,
  submit: 'In den Club eintreten',
  sending: 'Wird gesendet …',
  summary: (count) => (count === 1 ? 'Bitte prüfen Sie eine Angabe' : `Bitte prüfen Sie ${count} Angaben`),
  notSent: 'Nichts wurde gesendet, nichts ist verloren.',
  missing: {
    firstName: 'Schreiben Sie, wie man Sie nennt.',
    email: 'Schreiben Sie Ihre E-Mail-Adresse.',
    circle: 'Wählen Sie Ihren Kreis.',
  },
  tooLong: (label, max) => `${label}: höchstens ${max} Zeichen. Nichts wurde gekürzt.`,
  unreadable: (label) => `${label}: Ein unsichtbares Zeichen oder ein Zeilenumbruch stört. Tippen Sie den Text neu.`,
  invalid: (label) => `${label}: Diese Angabe kann der Club nicht annehmen.`,
  errors: {
    email_invalid: 'Diese E-Mail-Adresse ist unvollständig. Sie sieht aus wie andrea@beispiel.de.',
    invitation_required: 'Schreiben Sie den Code vom Club oder wählen Sie einen anderen Kreis.',
    invitation_unknown:
      'Dieser Code ist unbekannt oder schon benutzt. Prüfen Sie ihn oder wählen Sie einen anderen Kreis.',
    under_age: 'Der Club ist ab 15 Jahren offen. Noch jünger? Bis bald: Wir behalten nichts.',
    charter_not_accepted: 'Stimmen Sie der Charta zu, um einzutreten.',
    charter_outdated: 'Die Charta ist neu. Lesen Sie sie und stimmen Sie dann zu.',
  },
  offline: 'Der Club ist nicht erreichbar. Prüfen Sie Ihre Verbindung.',
  timeout: 'Der Club braucht zu lange für eine Antwort.',
  server: 'Der Club kann gerade nicht antworten.',
  refused: 'Der Club konnte Ihre Anmeldung nicht annehmen.',
  busy: (minutes) =>
    `Viele kommen auf einmal. Versuchen Sie es in ${minutes < 2 ? 'einer Minute' : `${minutes} Minuten`} erneut.`,
  closed: 'Dieses Formular funktioniert auf dieser Seite nicht.',
  kept: 'Nichts ist verloren: Was Sie geschrieben haben, ist noch da.',
  tryAgain: common.tryAgain,
  elsewhere: 'Auf der Seite des Clubs eintreten',
  thanks: (firstName) => `Danke, ${firstName}! Noch ein Schritt.`,
  sent: ['Gerade geht eine Mail an ', '. Drücken Sie den Knopf darin, und Sie tragen die Flamme mit.'],
  later: (hours) => `Der Link gilt ${hours} Stunden. Noch nichts da? Schauen Sie im Spam nach.`,
  correct: 'Adresse korrigieren',
};
