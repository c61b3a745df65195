import type { StoryMailTerms } from './terms.ts';

const object = (until: string) => [
  `You do not agree? Say so until ${until}, free of charge, on the page of your stories: somebody other than the person who decided will read everything again. You may also go to court.`,
  'A person took this decision; nothing was automated.',
];

/** English. */
export const en: StoryMailTerms = {
  published: ({ excerpt }) => ({
    subject: 'Your story is online',
    preview: 'Thank you for carrying the flame.',
    heading: 'Your story is online',
    paragraphs: [
      `“${excerpt}”`,
      'It appears where you allowed it. Share it: every story makes somebody want to write another.',
    ],
    button: 'See my story',
    notes: ['You can change it, withdraw it or change your choices at any time, on the page of your stories.'],
    reason: 'You get this message because you sent the club a story.',
  }),
  refused: ({ excerpt, reason, text, until }) => ({
    subject: 'Your story cannot appear as it is',
    preview: reason,
    heading: 'Your story cannot appear as it is',
    paragraphs: [
      `“${excerpt}”`,
      `${reason} The club’s charter asks for this.`,
      text,
      'Nothing is lost: your story is there, you can go on with it and send it again.',
    ],
    button: 'Go on with my story',
    notes: object(until),
    reason: 'You get this message because you sent the club a story.',
  }),
  removed: ({ excerpt, reason, text, until }) => ({
    subject: 'Your story was taken down',
    preview: reason,
    heading: 'Your story was taken down',
    paragraphs: [
      `“${excerpt}”`,
      `It no longer appears on any site. ${reason} The club’s charter asks for this.`,
      text,
      'It is still there for you: you can go on with it and send it again.',
    ],
    button: 'Open my stories',
    notes: object(until),
    reason: 'You get this message because the club published a story of yours.',
  }),
  appealDecided: ({ excerpt, upheld, answer }) => ({
    subject: upheld ? 'You were right: the decision is taken back' : 'The decision on your story stands',
    preview: 'Somebody else has read everything again.',
    heading: upheld ? 'You were right' : 'The decision stands',
    paragraphs: [
      `“${excerpt}”`,
      'Somebody other than the person who had decided has read everything again. This is the answer:',
      answer,
    ],
    button: 'Open my stories',
    notes: ['You may also go to court.', 'A person gave this answer; nothing was automated.'],
    reason: 'You get this message because you objected to a decision of the club.',
  }),
  reportReceipt: ({ receipt, reason, url }) => ({
    subject: `Your report ${receipt} has arrived`,
    preview: 'A person will read it.',
    heading: 'Your report has arrived',
    paragraphs: [
      `Number: ${receipt}. Reason: ${reason}.`,
      'Somebody at the club will read this story again, then answer you. Your name and address are shown neither to the author nor to those who read it again.',
    ],
    button: 'See the story',
    notes: [`Reported address: ${url}`, 'You reported nothing? Somebody mistyped an address: there is nothing to do.'],
    reason: 'You get this message because your address was given with a report.',
  }),
  reportDecided: ({ receipt, upheld, answer }) => ({
    subject: upheld ? `Report ${receipt}: the story is taken down` : `Report ${receipt}: the story stays`,
    preview: 'A person has read the story again.',
    heading: upheld ? 'The story is taken down' : 'The story stays online',
    paragraphs: ['Somebody at the club has read the reported story again. This is the answer:', answer],
    button: 'Open the club’s page',
    notes: [
      'You do not agree? Write to the club’s contact address, below, and give the number. You may also go to court.',
      'A person took this decision; nothing was automated.',
    ],
    reason: 'You get this message because your address was given with a report.',
  }),
};
