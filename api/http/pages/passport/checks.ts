/**
 * Which criteria of RGAA 4.1.2 a test of ours looks at, and which test: a test of the passport reads the files and
 * finds the names. Whatever is not in this list was looked at by nobody but those who made it.
 */
import type { Embeddable } from '../../../contract/embed.ts';

/** What a check is about; its words are in `lang/passport`. */
export const subjects = [
  'axe', 'fallback', 'move', 'language', 'direction', 'labels', 'keyboard', 'errors', 'motion',
] as const; // prettier-ignore
export type Subject = (typeof subjects)[number];

export interface Check {
  subject: Subject;
  /** Criteria, as RGAA numbers them. */
  criteria: string;
  file: string;
  /** Part of the test's name. */
  test: string;
}

const suite = 'test/widgets/shared/widget-suite.ts';
const every: readonly Check[] = [
  { subject: 'axe', criteria: '1.1, 3.2, 6.1, 7.1, 8.9, 9.1, 11.1', file: suite, test: 'is accessible with theme=' },
  { subject: 'fallback', criteria: '8.9', file: suite, test: 'shows its fallback' },
  { subject: 'language', criteria: '8.3, 8.7, 8.8', file: suite, test: 'follows the language of the page around it' },
  { subject: 'direction', criteria: '8.10', file: suite, test: 'is mirrored on a right-to-left page' },
  { subject: 'move', criteria: '12.8', file: suite, test: 'keeps what it shows when it is moved' },
];

const forms = 'test/widgets/signup-form.test.ts';

export const checks: Readonly<Record<Embeddable, readonly Check[]>> = {
  signup: [
    ...every,
    { subject: 'labels', criteria: '11.1, 11.10, 11.11', file: forms, test: 'gives every control a visible label' },
    { subject: 'keyboard', criteria: '7.3, 12.9', file: forms, test: 'is filled in and sent with the keyboard alone' },
  ],
  testimonials: [
    ...every,
    {
      subject: 'axe',
      criteria: '1.1, 3.2, 4.1, 9.3',
      file: 'test/widgets/testimonials-access.test.ts',
      test: 'finds nothing where everything is open',
    },
  ],
  badge: [
    ...every,
    { subject: 'labels', criteria: '11.9', file: 'test/widgets/badge.test.ts', test: 'names its button' },
  ],
  counter: [
    ...every,
    { subject: 'labels', criteria: '1.1, 1.3', file: 'test/widgets/counter.test.ts', test: 'reads as one sentence' },
    {
      subject: 'motion',
      criteria: '13.8',
      file: 'test/widgets/counter.test.ts',
      test: 'stands still for who asked for less motion',
    },
  ],
  'story-form': [
    ...every,
    {
      subject: 'errors',
      criteria: '11.10, 11.11',
      file: 'test/widgets/story-form.test.ts',
      test: 'says what is wrong with an address or a code',
    },
  ],
};
