import type { BadgeMailTerms } from './terms.ts';

/** English. */
export const en: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Your badge ends on ${until}`,
    preview: 'Sign in once, and it stays.',
    heading: 'Keep your badge',
    paragraphs: [
      `Your badge is valid until ${until}. A badge has to be true: without a sign of life in thirteen months, it goes out.`,
      'Sign in once, and it stays: thirteen months more, at the same address. Where you show it, there is nothing to change.',
    ],
    button: 'Keep my badge',
    notes: ['You do not want it any more? Do nothing: it ends by itself, and your membership goes on.'],
    reason: 'You receive this message because you are a member of the club and your badge will end soon.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Badge for ${domain}: the proof is missing`,
    preview: `Put it back before ${until}, and the badge stays.`,
    heading: `The proof is missing on ${domain}`,
    paragraphs: [
      `Since ${since} we no longer find what proves that ${domain} is yours. The badge is still valid; without proof it ends on ${until}.`,
      'Put one of these two back: we look every day.',
      `In the DNS, a TXT record with the name ${record.name} and the value ${record.value}`,
      `Or on the website ${domain}, at ${file.path}, a file that contains ${file.content}`,
    ],
    button: 'Open my badges',
    notes: ['The domain is not yours any more? Do nothing: the badge ends by itself.'],
    reason: `You receive this message because you asked for a business badge for ${domain}.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `The badge for ${domain} has ended`,
    preview: 'Put the proof back, and it returns.',
    heading: `The badge for ${domain} has ended`,
    paragraphs: [
      `For ${days} days nothing has proved that ${domain} is yours. The badge is not valid any more; wherever it is shown, it says so.`,
      'To have it back, ask for it again on the page of your badges and put the proof back that is written there. It returns at the same address.',
    ],
    button: 'Open my badges',
    notes: ['Your membership goes on, and so does your own badge.'],
    reason: `You receive this message because you asked for a business badge for ${domain}.`,
  }),
  reported: (reason) => ({
    subject: 'A badge was reported',
    preview: reason,
    heading: 'A badge was reported',
    paragraphs: [`Reason chosen: ${reason}.`, 'The rest is in the console: nothing that was written is in this mail.'],
    button: 'See the reports',
    notes: [],
    reason: 'You receive this message because you are on the club’s team.',
  }),
  reasons: {
    not_theirs: 'the badge is not of the person who shows it',
    wrong_site: 'the badge is on a website that it is not valid for',
    misleading: 'the badge is used to make people believe something else',
    other: 'another reason',
  },
};
