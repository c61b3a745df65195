import type { StatisticsTexts } from './terms.ts';

export const statisticsTexts: StatisticsTexts = {
  title: 'Statistics',
  lead: 'Numbers, never people.',
  period: {
    label: 'Period',
    days: { '7': '7 days', '30': '30 days', '90': '90 days', '365': 'One year' },
    from: 'From',
    to: 'To',
    partner: 'Partner',
    everyPartner: 'All partners',
    show: 'Show',
    shown: (from, to) => `${from} to ${to}`,
  },
  kinds: {
    signup: 'Sign-ups',
    confirmation: 'Confirmed members',
    story_seen: 'Stories seen',
    story_played: 'Films played',
    badge_check: 'Badges checked',
  },
  groups: { joined: 'Joining', stories: 'Stories', badges: 'Badges' },
  before: (before) => `period before: ${before}`,
  overTime: (kind, sum, day, most) => `${kind}: ${sum} in all, ${most} at most (${day}).`,
  byWeek: 'One bar a week.',
  byName: (kind, name, most) => `${kind}: ${name} first, with ${most}.`,
  nothing: 'Nothing in this period.',
  empty: {
    title: 'Nothing yet',
    text: 'No widget has reported anything in this period. As soon as a partner’s page shows one, the numbers arrive here within seconds.',
  },
  by: {
    day: { title: 'By day', column: 'Day' },
    partner: { title: 'By partner', column: 'Partner' },
    page: { title: 'By page', column: 'Page' },
    campaign: { title: 'By campaign', column: 'Campaign' },
  },
  noPage: 'No page',
  noCampaign: 'No campaign',
  table: 'The numbers as a table',
  csv: 'Download as CSV',
  more: 'The table ends here; the file has everything.',
  places: {
    title: 'Where members are',
    text: 'Today, as each of them has written it. A place with fewer than five people is shown only together with others; numbers are rounded down to fives.',
    column: 'Place',
    members: 'Members',
    unsaid: 'Not said',
    rest: 'Other places together',
    tooFew: 'Too few members to show places without showing people.',
  },
  counted: {
    title: 'How we count',
    points: [
      'A sign-up counts when the form was sent, a member when the link in the mail was confirmed.',
      'A story counts when half of it has been in view for a second; a film, when it starts.',
      'A badge counts when a page or a person asks whether it is valid.',
      'No cookie, no identifier, no IP address: the same visitor counts every time.',
      'Days follow the club’s clock. A failure can lose some seconds of counting.',
    ],
  },
  referral: {
    title: 'Bring somebody along',
    text: 'Your personal link leads to the form. It tells the club that they came thanks to you, and nothing else.',
    label: 'Your link',
    elsewhere: 'On any page of a partner, add this to the end of the address:',
    elsewhereLabel: 'To add to an address',
    came: (count, written) =>
      count === 0
        ? 'Nobody has come by this link yet.'
        : `${written} ${count === 1 ? 'person has' : 'people have'} joined the club thanks to you.`,
  },
  back: { console: 'Back to the console', partner: 'Back to the partner’s page' },
};
