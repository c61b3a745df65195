import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';

export const common: CommonTerms = {
  newTab: 'neuer Tab',
  tryAgain: 'Erneut versuchen',
};

const botschafter = (count: number) => (count === 1 ? 'Botschafter·in' : 'Botschafter·innen');

export const counter: CounterTerms = {
  goal: (members, count, goal, date) => `${members} ${botschafter(count)}, Ziel: ${goal} bis ${date}`,
  goalOnly: (members, count, goal) => `${members} ${botschafter(count)} von ${goal}`,
  members: (members, count) => `${members} ${botschafter(count)}`,
  label: (count) => botschafter(count),
  aim: (goal, date) => `Ziel: ${goal} bis ${date}`,
  share: (members, _count, partner) => `${members} davon dank ${partner}`,
};

export const signup: SignupTerms = {
  title: 'Botschafter·in werden',
};
