/** The one length that a form shows; apart, so that no partner's page loads the list of all the others. */
export const sentenceLimit = 280;

/**
 * Every size limit of the product, in one place. Text lengths are UTF-16 code units, as HTML and
 * zod count them; sizes of bodies are bytes; durations are milliseconds.
 */
export const limits = {
  firstName: 80,
  lastName: 80,
  /** Octets, RFC 5321 §4.5.3.1.3. */
  email: 254,
  place: 120,
  organisation: 120,
  sentence: sentenceLimit,
  invitation: 64,
  slug: 64,
  pagePath: 512,
  /** Scheme, the longest host name and a port. */
  origin: 270,
  utm: 120,
  widgetVersion: 32,
  proof: 2048,
  /** One sign-up is about 2 kB; four-byte characters in every field make 8. */
  bodyBytes: 16_384,
} as const;

/** What the story form says before anything is written; apart, for the same reason as `sentenceLimit`. */
export const storyFormLimits = { textMin: 20, text: 2000, photos: 6, videos: 1 } as const;

/** Sizes of a story. Lengths are UTF-16 code units. */
export const storyLimits = {
  ...storyFormLimits,
  signature: 80,
  place: 120,
  prompt: 200,
  link: 500,
  alt: 300,
  /** Stories of one member that are not published. */
  drafts: 10,
  tags: 8,
  tag: 32,
  transcript: 20_000,
  captions: 60_000,
  /** Text of a refusal, an appeal, an answer, a report. */
  reason: 2000,
  /** Stories in one answer of a feed. */
  page: 24,
} as const;

/** What the story form says before a file is chosen. A film from a file may be a little longer than one recorded here. */
export const fileLimits = { photoBytes: 25_000_000, videoBytes: 200_000_000, fileDuration: 120_000 } as const;

/** What a file may be, before it is sent and when it has come. Bytes, pixels, milliseconds. */
export const mediaLimits = {
  ...fileLimits,
  pixels: 50_000_000,
  side: 12_000,
  /** Longest film. One that was recorded here is stopped at this length. */
  duration: 90_000,
  /** Widths that a photo is made in, in pixels. */
  widths: [480, 960, 1600],
  /** Longest side that a browser scales a photo down to before it sends it. */
  uploadSide: 2560,
  /** What is sent at once. */
  chunk: 5_000_000,
  /** What one member may upload in 24 hours, and keep. */
  bytesPerDay: 600_000_000,
  filesPerDay: 40,
  bytesPerMember: 2_000_000_000,
  /** Share of the disk, in per cent, from which no upload begins. */
  diskFull: 85,
} as const;

/** Types that are taken, as the browser's file dialogue wants them; what counts is what the decoder finds. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif'] as const;
export const videoTypes = ['video/mp4', 'video/quicktime', 'video/webm'] as const;

/** Badges. Lengths are UTF-16 code units, sizes bytes. */
export const badgeLimits = {
  /**
   * A host name may have 253 (RFC 1035 §2.3.4). One that long would leave `status.json` no room for what decides,
   * and a domain cannot be cut: it would be another.
   */
  domain: 160,
  /** A badge lives so many calendar months from the holder's last contact. */
  lifeMonths: 13,
  /** Business badges of one member that have not ended. */
  business: 5,
  /** The same, with those that have: each that was asked for and given up leaves a row, and every write looks at all. */
  businessEver: 50,
  /** A credential in any form that is given to the verifier. A baked picture has 15 kB. */
  verifyBytes: 262_144,
  url: 2000,
  reportText: 2000,
  /** Reports about one badge that are kept in a day. */
  reportsPerDay: 20,
  statusBytes: 300,
} as const;

/** What is kept of a partner. Lengths are UTF-16 code units. */
export const partnerLimits = {
  name: 120,
  origins: 20,
  returnUrls: 20,
  returnUrl: 500,
  contacts: 5,
  contactName: 80,
  people: 20,
  /** Of a form as a whole, and of the picture that it brings. */
  formBytes: 65_536,
  logoBytes: 2_000_000,
  /** Longest side of a logo as it is kept, in pixels. */
  logoSide: 320,
} as const;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export const durations = {
  /** A person needs longer than this to fill the shortest form; the widget waits it out silently. */
  minimumFill: 2 * second,
  challengeLife: 10 * minute,
  formTokenLife: 60 * minute,
  confirmationLife: 72 * hour,
  pendingLife: 7 * day,
  /** Mail caps, per canonical address, over all partners, addresses and processes. */
  mailGap: 10 * minute,
  mailDay: 24 * hour,
  /** What the rows of sent mails are kept for, to count the caps and answer for delivery. */
  sentMailLife: 30 * day,
  /** A sign-in code. */
  codeLife: 10 * minute,
  /** What the rows of sign-ins are kept for, to count the caps. */
  signInLife: 2 * day,
  /** Between two codes for one address. */
  codeGap: minute,
  /** A session on the club's own pages: without use, and at most. */
  sessionIdle: 14 * day,
  sessionLife: 60 * day,
  /** A session in a widget lives in the page's memory and no longer than this. */
  widgetSessionLife: 4 * hour,
  /** Staff sign in for a working day. */
  staffSessionIdle: 2 * hour,
  staffSessionLife: 12 * hour,
  /** From asking for a passkey to showing it. */
  passkeyLife: 5 * minute,
  /** An upload that nobody goes on with. */
  uploadLife: 24 * hour,
  /** What is noted of an upload for the day's quota. */
  uploadUsageLife: 2 * day,
  /** Who made a report is forgotten so long after it was answered: as long as one may object to the answer. */
  reporterLife: 190 * day,
  /** A moderator may take a decision back so long; its mail waits for that. */
  undoLife: 2 * minute,
  /** An appeal against a decision (DSA article 20: at least six months). */
  appealLife: 190 * day,
} as const;

/** The same for badges; apart, so that no widget carries them. */
export const badgeDurations = {
  /** Contact renews a badge that is older than this: not at every sign-in. */
  badgeRenewal: 30 * day,
  /** So long before the end its holder is told. */
  badgeNotice: 30 * day,
  /** A domain is looked at so often; one that has lost its proof every day, and for so long. */
  domainCheck: 7 * day,
  domainRetry: day,
  domainGrace: 14 * day,
  /** No fault of ours lasts longer than this: what was not seen for so long is missing. */
  domainDoubt: 60 * day,
  /** Status lists are signed anew so often, and one that nobody signs any more is worth nothing after a day. */
  statusSigning: hour,
  statusLife: 24 * hour,
  /** How long verifiers may keep a status list, and who signs with a new key waits for them. */
  statusTtl: 5 * minute,
  keyNotice: 48 * hour,
  /** The second purge of a cache, for what was read while the first was under way. */
  purgeAgain: 8 * second,
} as const;

/** Wrong tries until a sign-in code is dead. */
export const codeTries = 5;
/** Codes mailed to one address, in an hour and in a day; codes that were used do not count. */
export const codesPerHour = 5;
export const codesPerDay = 12;

export const mailsPerDay = 3;
