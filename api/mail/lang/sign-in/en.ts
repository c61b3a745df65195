import type { CodeWording } from '../terms.ts';

export const signIn = (minutes: number): CodeWording => ({
  subject: 'Your code to sign in',
  preview: `Six digits, good for ${minutes} minutes.`,
  heading: 'Your code',
  paragraphs: ['Type these six digits on the page where you asked for them:'],
  label: 'Code:',
  notes: [
    `It works for ${minutes} minutes after you asked, and once. If you asked more than once, the latest mail counts.`,
    'Give it to nobody: the club will never ask you for it, neither by phone nor in a message.',
    'You did not ask for this? Do nothing: without this code nobody gets in.',
  ],
  reason: 'You receive this message because a code for your address was asked for on one of the club’s pages.',
});
