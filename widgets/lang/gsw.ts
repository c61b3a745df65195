export { badge } from './badge/gsw.ts';
export { console } from './console/gsw.ts';
export { storyForm } from './story-form/gsw.ts';
export { storyFormMedia } from './story-form/media/gsw.ts';
export { storyFormReview } from './story-form/review/gsw.ts';
import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';
import { date, number } from './writing/gsw.ts';

export { testimonials } from './testimonials/gsw.ts';

// Alsatian as it is written around Mulhouse (ORTHAL). Nouns for people are the same for one and many.
export const common: CommonTerms = {
  newTab: 'nèier Tab',
  tryAgain: 'Nochemol prowiere',
};

export const counter: CounterTerms = {
  number,
  date,
  goal: (members, _count, goal, date) => `${members} Botschàfter; bis ${date} wann mìr ${goal} sìì`,
  goalOnly: (members, _count, goal) => `${members} vu ${goal} Botschàfter`,
  reached: (members, _count, goal) => `${members} Botschàfter: ’s Ziel vu ${goal} ìsch erreicht`,
  members: (members) => `${members} Botschàfter`,
  label: () => 'Botschàfter',
  aim: (goal, date) => `Ziel: ${goal} bis ${date}`,
  share: (members, _count, partner) => `${members} dervu dànk „${partner}“`,
};

export const signup: SignupTerms = {
  title: (city) => `Hàsch ${city} garn? Kumm zue uns in dr Club.`,
  lead: 'Weniger àss a Minüta, no a Mail zum Bstätiga.',
  required: 'müess si',
  labels: {
    firstName: 'Vornàma',
    email: 'E-Mail-Àdrassa',
    circle: 'Di Kreis',
    invitation: 'Iiladungscode',
    lastName: 'Nàma',
    place: 'Gmeind oder Lànd',
    organisation: 'Firma, Verein, Schüel',
    sentence: 'Ìn eim Sàtz: wàs de do garn hàsch',
  },
  hints: {
    firstName: 'Beispìel: Camille',
    email: 'Beispìel: camille@beispiel.fr',
    invitation: 'Steht ìn dr Iiladung vum Club. Beispìel: FLAMME-1234',
    lastName: 'Beispìel: Muller',
    place: 'Beispìeler: Lyon, Toronto, d’Schwiz',
    organisation: 'Beispìel: Bäckerei Muller',
  },
  left: (count) => (count < 0 ? `${-count} Zeicha z’viel` : `Noch ${count} Zeicha`),
  more: 'Meh verzähla (wenn de wìtt)',
  wishes: 'Wenn de wìtt',
  agreements: 'Fer ìn dr Club z’kumma',
  readCharter: 'D’Charta lasa',
  notice: 'Wàs mìr mìt dina Dàta màcha',
  policy: 'Àlles ìwer dina Dàta lasa',
  newTab: common.newTab,
  submit: 'Ìch kumm ìn dr Club',
  sending: '’s wìrd gschìckt …',
  summary: (count) => (count === 1 ? 'Ei Sàch müesch noch àlüaga' : `${count} Sàcha müesch noch àlüaga`),
  notSent: 'Nix ìsch furt, nix ìsch verlora.',
  missing: {
    firstName: 'Schrib, wia m’r dr säit.',
    email: 'Schrib dina E-Mail-Àdrassa.',
    circle: 'Wähl di Kreis.',
  },
  tooLong: (label, max) => `${label}: heechschtens ${max} Zeicha. Nix ìsch àbgschnìtta wora.`,
  unreadable: (label) => `${label}: a unsìchtbàr Zeicha oder a Zilaumbruch ìsch nigrutscht. Schrib’s nochemol.`,
  invalid: (label) => `${label}: des kàt dr Club net ànamma.`,
  errors: {
    email_invalid: 'Dia E-Mail-Àdrassa ìsch net gànz. Sa gseht üs wia camille@beispiel.fr.',
    invitation_required: 'Schrib dr Code vum Club, oder wähl a àndera Kreis.',
    invitation_unknown: 'Dar Code kenna mìr net, oder ar ìsch scho brücht. Lüag’s noch, oder wähl a àndera Kreis.',
    under_age: 'Dr Club ìsch offa àb 15 Johr. Noch jìnger? Bis bàll: mìr bhàlta nix.',
    charter_not_accepted: 'Namm d’Charta à, fer ìn dr Club z’kumma.',
    charter_outdated: 'D’Charta het grad gwachselt. Las sa nochemol, no namm sa à.',
  },
  offline: 'Dr Club ìsch net z’erreicha. Lüag dina Verbìndung noch.',
  timeout: 'Dr Club brücht z’làng fer z’àntworta.',
  server: 'Dr Club kàt grad net àntworta.',
  refused: 'Dr Club het dina Ànmaldung net kenna ànamma.',
  busy: (minutes) =>
    `Grad kumma viel uf eimol. Prowier’s ìn ${minutes < 2 ? 'ara Minüta' : `${minutes} Minüta`} nochemol.`,
  closed: 'Des Formülàr geht uf dara Sita net.',
  kept: 'Nix ìsch verlora: wàs de gschrìwa hàsch, ìsch noch do.',
  tryAgain: common.tryAgain,
  elsewhere: 'Uf dr Sita vum Club mìtmàcha',
  thanks: (firstName) => `Merci ${firstName}! Noch ei Schrìtt.`,
  sent: ['Grad geht a Mail furt àn ', '. Druck uf dr Knopf drìn, no träisch d’Flàmm mìt.'],
  later: (hours) => `Dr Link gìlt ${hours} Stunda. Noch nix do? Lüag o ìm Spam noch.`,
  correct: 'D’Àdrassa verbessera',
};
