import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';

// Alsatian as it is written around Mulhouse (ORTHAL). Nouns for people are the same for one and many.
export const common: CommonTerms = {
  newTab: 'nèier Tab',
  tryAgain: 'Nochemol prowiere',
};

export const counter: CounterTerms = {
  goal: (members, _count, goal, date) => `${members} Botschàfter vu ${goal}, wo mìr bis ${date} wann`,
  goalOnly: (members, _count, goal) => `${members} Botschàfter vu ${goal}`,
  members: (members) => `${members} Botschàfter`,
  label: () => 'Botschàfter',
  aim: (goal, date) => `Ziel: ${goal} bis ${date}`,
  share: (members, _count, partner) => `${members} dervu dànk ${partner}`,
};

export const signup: SignupTerms = {
  title: 'Botschàfter wara',
};
