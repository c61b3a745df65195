import type { ExportTexts } from './terms.ts';

export const exportTexts: ExportTexts = {
  title: 'Export the club’s data',
  lead: 'Each file has every row, the oldest first. Nothing is changed.',
  duty: 'These files hold personal data: keep them in a safe place and delete them after use. Every export is noted in the log, with your name.',
  kinds: {
    members: {
      title: 'Members',
      text: 'What each person said on joining. Those who have left have no name and no address in it.',
    },
    stories: {
      title: 'Stories',
      text: 'What was handed to the club, and where it stands. Neither drafts nor what its author has withdrawn.',
    },
    consents: { title: 'Consents', text: 'The proof of what was agreed to, when, where and in which language.' },
    attribution: { title: 'Attribution', text: 'By which partner, page and campaign each person came.' },
  },
  formats: { csv: 'CSV', json: 'JSON' },
  of: (title) => `(${title})`,
  console: 'Back to the console',
};
