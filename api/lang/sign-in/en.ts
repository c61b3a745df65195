import type { SignInTerms } from './terms.ts';

export const signInTerms: SignInTerms = {
  myStories: 'My stories',
  ask: {
    title: 'Sign in',
    lead: 'No password: we send you a six-digit code.',
    label: 'Your email address',
    hint: 'The one you gave when you joined the club.',
    submit: 'Send me a code',
    cookie: 'One single cookie remembers that it is you, on this site and nowhere else. It goes when you sign out.',
    stranger: 'Not one of us yet?',
    join: 'Join the club',
  },
  code: {
    title: 'Your code',
    lead: 'If this address is a member’s, a mail with six digits has just gone there.',
    label: 'The six digits from the mail',
    hint: 'Example: 042917',
    submit: 'Come in',
    points: [
      'The code works for ten minutes, and once.',
      'Nothing after two minutes? Look in the spam folder, then check the address.',
    ],
    again: 'Ask for another code',
    malformed: 'Type the six digits from the mail, no letters.',
  },
  space: {
    title: (firstName) => `Hello, ${firstName}`,
    stories: {
      title: 'Your stories',
      text: 'A text, photos, a video: tell what you love here, go on with a draft, take back what should no longer be seen.',
      link: 'Open my stories',
    },
    about: 'What the club knows of you',
    labels: { email: 'Email', circle: 'Circle', place: 'Place' },
    change: (address) => `Something has changed? Write to ${address}.`,
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    everywhere: 'Everywhere means on your other devices and on the partners’ websites too.',
    leave: 'Leave the club',
  },
  leave: {
    title: 'Leave the club',
    text: 'Your name, your address, your stories and their photos are erased at once, here and on the partners’ sites. Your badge is no longer valid anywhere. You will not hear from us again.',
    button: 'I leave the club',
    otherwise: 'You would rather stay? Go back: nothing changes.',
  },
  back: 'Back to my page',
};
