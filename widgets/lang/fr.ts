export { badge } from './badge/fr.ts';
export { console } from './console/fr.ts';
export { storyForm } from './story-form/fr.ts';
export { storyFormMedia } from './story-form/media/fr.ts';
export { storyFormReview } from './story-form/review/fr.ts';
import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';
import { date, number } from './writing/fr.ts';

export { testimonials } from './testimonials/fr.ts';

export const common: CommonTerms = {
  newTab: 'nouvel onglet',
  tryAgain: 'Réessayer',
};

// In French zero is singular.
const ambassadors = (count: number) => (count < 2 ? 'ambassadrice ou ambassadeur' : 'ambassadrices et ambassadeurs');

export const counter: CounterTerms = {
  number,
  date,
  goal: (members, count, goal, date) => `${members} ${ambassadors(count)} sur ${goal} visés d’ici le ${date}`,
  goalOnly: (members, count, goal) => `${members} ${count < 2 ? 'membre' : 'membres'} sur ${goal}`,
  reached: (members, count, goal) => `${members} ${ambassadors(count)} : l’objectif de ${goal} est atteint`,
  members: (members, count) => `${members} ${count < 2 ? 'membre' : 'membres'}`,
  label: (count) => ambassadors(count),
  aim: (goal, date) => `Objectif : ${goal} d’ici le ${date}`,
  share: (members, _count, partner) => `dont ${members} grâce à « ${partner} »`,
};

const signes = (count: number) => (count < 2 ? 'signe' : 'signes');

export const signup: SignupTerms = {
  title: (city) => `Vous aimez ${city} ? Rejoignez le club.`,
  lead: 'Moins d’une minute, puis un courriel à confirmer.',
  required: 'obligatoire',
  labels: {
    firstName: 'Prénom',
    email: 'Adresse de courriel',
    circle: 'Votre cercle',
    invitation: 'Code d’invitation',
    lastName: 'Nom',
    place: 'Commune ou pays',
    organisation: 'Entreprise, association, école',
    sentence: 'En une phrase, ce que vous aimez ici',
  },
  hints: {
    firstName: 'Exemple : Camille',
    email: 'Exemple : camille@exemple.fr',
    invitation: 'Dans l’invitation du club. Exemple : FLAMME-1234',
    lastName: 'Exemple : Muller',
    place: 'Exemples : Lyon, Toronto, Suisse',
    organisation: 'Exemple : Boulangerie Muller',
  },
  left: (count) => (count < 0 ? `${-count} ${signes(-count)} de trop` : `Encore ${count} ${signes(count)}`),
  more: 'En dire plus (facultatif)',
  wishes: 'Si vous le souhaitez',
  agreements: 'Pour entrer au club',
  readCharter: 'Lire la charte',
  notice: 'Ce que nous faisons de vos données',
  policy: 'Tout lire sur vos données',
  newTab: common.newTab,
  submit: 'Je rejoins le club',
  sending: 'Envoi en cours…',
  summary: (count) => (count < 2 ? 'Un point est à revoir' : `${count} points sont à revoir`),
  notSent: 'Rien n’est parti, rien n’est perdu.',
  missing: {
    firstName: 'Écrivez comment on vous appelle.',
    email: 'Écrivez votre adresse de courriel.',
    circle: 'Choisissez votre cercle.',
  },
  tooLong: (label, max) => `${label} : ${max} signes au plus. Rien n’a été coupé.`,
  unreadable: (label) => `${label} : un signe invisible ou un retour à la ligne s’y est glissé. Retapez ce texte.`,
  invalid: (label) => `${label} : le club ne peut pas prendre cette réponse.`,
  errors: {
    email_invalid: 'Cette adresse de courriel est incomplète. Elle ressemble à camille@exemple.fr.',
    invitation_required: 'Écrivez le code reçu du club, ou choisissez un autre cercle.',
    invitation_unknown: 'Ce code est inconnu ou a déjà servi. Vérifiez-le, ou choisissez un autre cercle.',
    under_age: 'Le club accueille dès 15 ans. Plus jeune ? Revenez vite : rien n’est gardé.',
    charter_not_accepted: 'Acceptez la charte pour entrer au club.',
    charter_outdated: 'La charte vient de changer. Relisez-la, puis acceptez-la.',
  },
  offline: 'Le club est injoignable. Vérifiez votre connexion.',
  timeout: 'Le club met trop de temps à répondre.',
  server: 'Le club ne peut pas répondre pour l’instant.',
  refused: 'Le club n’a pas pu prendre votre demande.',
  busy: (minutes) =>
    `Beaucoup de monde à la fois. Réessayez dans ${minutes < 2 ? 'une minute' : `${minutes} minutes`}.`,
  closed: 'Ce formulaire ne peut pas servir sur cette page.',
  kept: 'Rien n’est perdu : ce que vous avez écrit est encore là.',
  tryAgain: common.tryAgain,
  elsewhere: 'Rejoindre sur le site du club',
  thanks: (firstName) => `Merci ${firstName} ! Encore un geste.`,
  sent: ['Un courriel part à l’instant pour ', '. Pressez le bouton qu’il contient, et vous portez la flamme.'],
  later: (hours) => `Le lien vaut ${hours} heures. Rien dans quelques minutes ? Regardez dans les indésirables.`,
  correct: 'Corriger l’adresse',
};
