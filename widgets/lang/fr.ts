import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';

export const common: CommonTerms = {
  newTab: 'nouvel onglet',
  tryAgain: 'Réessayer',
};

// In French zero is singular.
const ambassadeurs = (count: number) => (count < 2 ? 'ambassadeur' : 'ambassadeurs');

export const counter: CounterTerms = {
  goal: (members, count, goal, date) => `${members} ${ambassadeurs(count)} sur ${goal} visés d’ici le ${date}`,
  goalOnly: (members, count, goal) => `${members} ${ambassadeurs(count)} sur ${goal}`,
  members: (members, count) => `${members} ${ambassadeurs(count)}`,
  label: (count) => ambassadeurs(count),
  aim: (goal, date) => `Objectif : ${goal} d’ici le ${date}`,
  share: (members, _count, partner) => `dont ${members} grâce à ${partner}`,
};

export const signup: SignupTerms = {
  title: 'Devenir ambassadeur',
};
