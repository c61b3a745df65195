import { dateIn } from '../format.ts';
import type { StoryPageTerms } from './terms.ts';

const date = dateIn('en');
const whose = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

export const storyPageTerms: StoryPageTerms = {
  list: {
    title: 'Stories',
    lead: (city) =>
      `What people from here, from next door and from far away tell about ${city}, in their own words and their own language.`,
    filter: 'Choose stories',
    labels: { circle: 'Circle', kind: 'Form', language: 'Language', tag: 'Subject' },
    any: { circle: 'All circles', kind: 'All forms', language: 'All languages', tag: 'All subjects' },
    kinds: { text: 'Text', photo: 'Photos', video: 'Video' },
    apply: 'Choose',
    reset: 'Show everything',
    none: 'There is no story for this choice yet. It may be yours.',
    readOn: (author) => `Read on in ${whose(author)} story`,
    open: (author) => `Open ${whose(author)} story`,
    more: 'More stories',
    first: 'Back to the beginning',
    tell: 'Tell a story of your own',
  },
  story: {
    title: (author) => `${whose(author)} story`,
    all: 'All stories',
    published: (day) => `Published on ${date(day)}`,
    partner: (name) => `Told at ${name}`,
    transcript: 'The video in words',
    duration: (seconds) => `Video, ${seconds} seconds`,
    film: 'Download the video',
    link: {
      youtube: 'Watch the video on YouTube',
      vimeo: 'Watch the video on Vimeo',
      instagram: 'Watch the video on Instagram',
      facebook: 'Watch the video on Facebook',
    },
    linkNote: 'This link leaves the club’s site. The other service is asked nothing until you follow it.',
    picture: (author, city) => `Words from ${whose(author)} story, by an ambassador of ${city}`,
    share: {
      title: 'Share',
      mail: 'By mail',
      on: (site) => `Share on ${site}`,
    },
    report: 'Report this story',
    gone: {
      title: 'This story is not here',
      text: 'Its author may have taken it back, or the address is not complete. The other stories are still here.',
    },
  },
  report: {
    title: 'Report a story',
    about: (author) => `You are reporting ${whose(author)} story:`,
    lead: 'A person on the team will read it, decide and answer you. You need no account.',
    labels: {
      reason: 'What is wrong with this story?',
      text: 'What is wrong, in your own words',
      name: 'Your name',
      email: 'Your mail address',
      goodFaith: 'I believe in good faith that what I report is accurate and complete.',
    },
    hints: {
      text: 'Which sentence, which picture, which moment of the video? It helps us decide quickly.',
      name: 'Nobody outside the team is told, nor is the author.',
      email: 'For the receipt and the answer, and nothing else. Example: camille@example.com',
    },
    nameless: 'To report sexual abuse of a child, neither name nor address is needed.',
    submit: 'Send the report',
    errors: {
      reason: 'Choose a reason from the list.',
      text: 'Say in a few words what is wrong, in 2,000 characters at most.',
      name: 'Write your name.',
      email: 'Write your address, for example camille@example.com.',
      goodFaith: 'Tick the box of good faith to send.',
    },
    done: {
      title: 'Thank you, your report has arrived',
      text: 'A person on the team will read it. The story stays visible until they have decided.',
      number: (receipt) => `Number of your report: ${receipt}`,
      points: [
        'If you left an address, you will get a receipt, and later the decision and its reasons.',
        'Your name and your address are erased as soon as no answer is due any more.',
      ],
    },
    back: 'Back to the story',
  },
  kit: {
    title: 'To post on social networks',
    lead: 'The pictures and the text of this story, ready for the club’s Facebook page and Instagram account.',
    notAllowed: {
      title: 'This story does not go on social networks',
      text: 'Its author has not given that permission, or the story is not published. You can share the link to its page once it is public.',
    },
    pictures: 'Pictures',
    shapes: { og: 'Landscape, for Facebook', portrait: 'Portrait, for Instagram' },
    photo: (position) => `Photo ${position}`,
    film: 'Video',
    alt: 'Alternative text, to be copied with the picture:',
    download: 'Download',
    text: 'Text to copy',
    textHint: 'The author’s words stay as they are: cut them if you must, never rewrite them.',
    post: 'Where to post',
    facebook: 'The club’s Facebook page',
    instagram: 'The club’s Instagram account',
  },
  home: { title: 'In their own words', all: 'Read all stories' },
  embed: { title: (club) => `Stories: ${club}` },
};
