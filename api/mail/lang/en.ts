import { signIn } from './sign-in/en.ts';
import { withPartner, type MailTerms } from './terms.ts';

/** English. */
export const en: MailTerms = {
  confirmation: ({ club, partner, hours, days }) => ({
    subject: 'One more tap: confirm your membership',
    preview: `One page, one button. The link works for ${hours} hours.`,
    heading: 'One more tap',
    paragraphs: [
      `You asked to join “${club}”${withPartner(partner, (name) => ` from the website “${name}”`)}. ` +
        'Open the page below, press its button, and you are one of us.',
    ],
    button: 'Confirm my membership',
    notes: [
      `The link works for ${hours} hours. Without confirmation, what was entered is erased after ${days} days.`,
      'You did not ask for this? Do nothing, and nobody joins.',
    ],
    reason: `You receive this message because your address was entered in the membership form${withPartner(partner, (name) => ` on the website “${name}”`)}.`,
  }),
  welcome: ({ firstName, goal, newsletter }) => ({
    subject: 'Welcome to the club!',
    preview: 'Your membership is confirmed.',
    heading: firstName === null ? 'Welcome!' : `Welcome, ${firstName}!`,
    paragraphs: [
      'Your membership is confirmed. On every partner’s website the counter has just moved: ' +
        `the goal is ${goal} ambassadors, and you are one of them.`,
      newsletter
        ? 'You will receive the club’s news, as you chose.'
        : 'You did not ask for the club’s news, so we will only write about your membership.',
      'Your badge is ready: a sign for your website, your mails or your shop window. What it shows is up to you.',
      'What comes next happens where you are. Tell the people around you: joining takes a minute.',
    ],
    button: 'Open the club’s page',
    notes: ['You can leave at any time, without a password and without a reason.'],
    reason: 'You receive this message because you have just confirmed your membership.',
  }),
  alreadyMember: ({ partner }) => ({
    subject: 'You are already in',
    preview: 'Nothing has changed.',
    heading: 'You are already in',
    paragraphs: [
      'Somebody, perhaps you, has just filled in the membership form again with your address' +
        `${withPartner(partner, (name) => `, on the website “${name}”`)}.`,
      'Nothing has changed: your membership goes on, with the choices you made.',
    ],
    button: 'Open the club’s page',
    notes: [
      'It was not you? Do nothing: what was entered has not been kept.',
      'You can leave at any time, without a password and without a reason.',
    ],
    reason:
      'You receive this message because your address, which is a member’s, has just been entered in a membership form.',
  }),
  signIn,
  myBadges: 'My badge',
  copyLink: 'The button does not work? Copy this link into your browser:',
  leave: 'Leave the club',
  unsubscribe: 'Stop the news',
  privacy: 'Your data',
  legal: 'Legal notice',
};
