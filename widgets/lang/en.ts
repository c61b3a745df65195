export { badge } from './badge/en.ts';
export { console } from './console/en.ts';
export { storyForm } from './story-form/en.ts';
export { storyFormMedia } from './story-form/media/en.ts';
export { storyFormReview } from './story-form/review/en.ts';
import type { CommonTerms, CounterTerms, SignupTerms } from './terms.ts';
import { date, number } from './writing/en.ts';

export { testimonials } from './testimonials/en.ts';

export const common: CommonTerms = {
  newTab: 'new tab',
  tryAgain: 'Try again',
};

const ambassadors = (count: number) => (count === 1 ? 'ambassador' : 'ambassadors');

export const counter: CounterTerms = {
  number,
  date,
  goal: (members, count, goal, date) => `${members} ${ambassadors(count)} of ${goal} wanted by ${date}`,
  goalOnly: (members, count, goal) => `${members} ${ambassadors(count)} of ${goal}`,
  reached: (members, count, goal) => `${members} ${ambassadors(count)}: the goal of ${goal} is reached`,
  members: (members, count) => `${members} ${ambassadors(count)}`,
  label: (count) => ambassadors(count),
  aim: (goal, date) => `Goal: ${goal} by ${date}`,
  share: (members, _count, partner) => `${members} of them thanks to “${partner}”`,
};

const characters = (count: number) => (count === 1 ? 'character' : 'characters');

export const signup: SignupTerms = {
  title: (city) => `Do you love ${city}? Join the club.`,
  lead: 'Less than a minute, then one mail to confirm.',
  required: 'required',
  labels: {
    firstName: 'First name',
    email: 'E-mail address',
    circle: 'Your circle',
    invitation: 'Invitation code',
    lastName: 'Last name',
    place: 'Town or country',
    organisation: 'Company, association, school',
    sentence: 'In one sentence, what you love here',
  },
  hints: {
    firstName: 'Example: Sam',
    email: 'Example: sam@example.org',
    invitation: 'It is in the club’s invitation. Example: FLAMME-1234',
    lastName: 'Example: Miller',
    place: 'Examples: Lyon, Toronto, Switzerland',
    organisation: 'Example: Miller’s Bakery',
  },
  left: (count) => (count < 0 ? `${-count} ${characters(-count)} too many` : `${count} ${characters(count)} left`),
  more: 'Tell us more (optional)',
  wishes: 'If you wish',
  agreements: 'To enter the club',
  readCharter: 'Read the charter',
  notice: 'What we do with your data',
  policy: 'Read everything about your data',
  newTab: common.newTab,
  submit: 'Join the club',
  sending: 'Sending…',
  summary: (count) => (count === 1 ? 'One answer needs another look' : `${count} answers need another look`),
  notSent: 'Nothing was sent, nothing is lost.',
  missing: {
    firstName: 'Write what people call you.',
    email: 'Write your e-mail address.',
    circle: 'Choose your circle.',
  },
  tooLong: (label, max) => `${label}: ${max} characters at most. Nothing was cut off.`,
  unreadable: (label) => `${label}: an invisible character or a line break slipped in. Type this text again.`,
  invalid: (label) => `${label}: the club cannot take this answer.`,
  errors: {
    email_invalid: 'This e-mail address is not complete. It looks like sam@example.org.',
    invitation_required: 'Write the code from the club, or choose another circle.',
    invitation_unknown: 'This code is unknown or already used. Check it, or choose another circle.',
    under_age: 'The club is open from 15 years on. Younger? See you soon: nothing is kept.',
    charter_not_accepted: 'Accept the charter to enter the club.',
    charter_outdated: 'The charter has just changed. Read it again, then accept it.',
  },
  offline: 'The club cannot be reached. Check your connection.',
  timeout: 'The club takes too long to answer.',
  server: 'The club cannot answer right now.',
  refused: 'The club could not take your sign-up.',
  busy: (minutes) => `Many people at once. Try again in ${minutes < 2 ? 'a minute' : `${minutes} minutes`}.`,
  closed: 'This form cannot be used on this page.',
  kept: 'Nothing is lost: what you wrote is still here.',
  tryAgain: common.tryAgain,
  elsewhere: 'Join on the club’s own site',
  thanks: (firstName) => `Thank you, ${firstName}! One more step.`,
  sent: ['A mail is on its way to ', '. Press the button in it, and you carry the flame.'],
  later: (hours) => `The link works for ${hours} hours. Nothing after a few minutes? Look in your spam folder.`,
  correct: 'Correct the address',
};
