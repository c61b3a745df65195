/** The addresses that widgets use: apart, so that no partner's page loads the list of all the others. */
export const widgetPaths = {
  partner: (slug: string) => `/v1/partners/${encodeURIComponent(slug)}`,
  challenges: '/v1/challenges',
  memberships: '/v1/memberships',
  counter: '/v1/counter',
  join: '/join',
} as const;

/** What the stories widget asks: apart, so that the sign-up form does not carry them. */
export const storyPaths = {
  stories: '/v1/stories',
  story: (id: string) => `/v1/stories/${encodeURIComponent(id)}`,
  storyReports: (id: string) => `/v1/stories/${encodeURIComponent(id)}/reports`,
} as const;

/** What the story form and the console ask: apart, so that no other widget carries them. */
export const memberPaths = {
  sessionCodes: '/v1/session-codes',
  sessions: '/v1/sessions',
  session: '/v1/session',
  me: '/v1/me',
  myStories: '/v1/me/stories',
  myStory: (id: string) => `/v1/me/stories/${encodeURIComponent(id)}`,
  uploads: '/v1/uploads',
} as const;

/** A holder's own badges: no widget asks for them, so none carries them. */
export const myBadgePaths = {
  myBadges: '/v1/me/badges',
  myBadge: (id: string) => `/v1/me/badges/${encodeURIComponent(id)}`,
  /** Looks for the proof of a business badge's domain now. */
  myBadgeCheck: (id: string) => `/v1/me/badges/${encodeURIComponent(id)}/checks`,
} as const;

export const staffPaths = {
  /** A page: a story's pictures and text, ready to post. */
  shareKit: (id: string) => `/console/share/${encodeURIComponent(id)}`,
  codes: '/v1/staff/session-codes',
  sessions: '/v1/staff/sessions',
  session: '/v1/staff/session',
  passkeyOptions: '/v1/staff/passkeys/options',
  passkeys: '/v1/staff/passkeys',
  queue: '/v1/staff/queue',
  story: (id: string) => `/v1/staff/stories/${encodeURIComponent(id)}`,
  decisions: (id: string) => `/v1/staff/stories/${encodeURIComponent(id)}/decisions`,
  undo: (id: string) => `/v1/staff/decisions/${encodeURIComponent(id)}/undo`,
  captions: (media: string) => `/v1/staff/media/${encodeURIComponent(media)}/captions`,
  reports: '/v1/staff/reports',
  report: (receipt: string) => `/v1/staff/reports/${encodeURIComponent(receipt)}/decisions`,
  appeals: '/v1/staff/appeals',
  appeal: (id: string) => `/v1/staff/appeals/${encodeURIComponent(id)}/decisions`,
  audit: '/v1/staff/audit',
  staff: '/v1/staff/people',
  /** A page that shows one photo or film and can do nothing else, for a sandboxed frame of the console. */
  preview: '/console/preview',
} as const;

/** The public addresses of the API and of the pages, relative to the club's origin. */
export const paths = {
  ...widgetPaths,
  ...storyPaths,
  ...memberPaths,
  ...myBadgePaths,
  openapi: '/v1/openapi.json',
  home: '/',
  confirm: '/confirm',
  leave: '/leave',
  unsubscribe: '/unsubscribe',
  charter: '/charte',
  privacy: '/legal/confidentialite',
  legal: '/legal/mentions',
  accessibility: '/accessibilite',
  embed: (widget: string) => `/embed/${widget}`,
  widgets: '/widgets/',
  mailbox: '/dev/mailbox',
  signIn: '/sign-in',
  /** Where the code is typed in. */
  signInCode: '/sign-in/code',
  signOut: '/sign-out',
  mySpace: '/me',
  /** Leaves the club without a link from a mail. */
  leaveSignedIn: '/me/leave',
  myStoriesPage: '/me/stories',
  storiesPage: '/stories',
  storyPage: (id: string) => `/stories/${encodeURIComponent(id)}`,
  /** Pictures of a story for social networks: `og` is 1200 × 630, `portrait` 1080 × 1350. */
  storyPicture: (id: string, shape: 'og' | 'portrait') => `/stories/${encodeURIComponent(id)}/${shape}.png`,
  /** The form to report a story with, for whoever has no script. */
  storyReport: (id: string) => `/stories/${encodeURIComponent(id)}/report`,
  /** A story's pictures and text, ready to post: for its author, and for the staff. */
  myShareKit: (id: string) => `/me/stories/${encodeURIComponent(id)}/share`,
  shareKit: staffPaths.shareKit,
  media: '/media/',
  /** What the badge means and how one gets it. */
  badges: '/badges',
  myBadgesPage: '/me/badges',
  verify: '/verify',
  /** The same check for programs. */
  badgeChecks: '/v1/badge-checks',
  statusList: (number: number) => `/status/${number}`,
  did: '/.well-known/did.json',
  /** The club's mark as a picture, for the issuer in a credential. */
  badgeMark: '/badges/mark.png',
  badgeReports: '/console/badges',
  console: '/console',
} as const;

/** The form without JavaScript for one partner. */
export function joinUrl(base: string, partner: string, language?: string): string {
  const url = new URL(widgetPaths.join, base);
  url.searchParams.set('partner', partner);
  if (language) url.searchParams.set('lang', language);
  return url.href;
}
