import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';

export const common: CommonTerms = {
  newTab: 'new tab',
  tryAgain: 'Try again',
};

const ambassadors = (count: number) => (count === 1 ? 'ambassador' : 'ambassadors');

export const counter: CounterTerms = {
  goal: (members, count, goal, date) => `${members} ${ambassadors(count)} of ${goal} wanted by ${date}`,
  goalOnly: (members, count, goal) => `${members} ${ambassadors(count)} of ${goal}`,
  members: (members, count) => `${members} ${ambassadors(count)}`,
  label: (count) => ambassadors(count),
  aim: (goal, date) => `Goal: ${goal} by ${date}`,
  share: (members, _count, partner) => `${members} of them thanks to ${partner}`,
};

export const signup: SignupTerms = {
  title: 'Become an ambassador',
};
