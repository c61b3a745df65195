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
} as const;

export const mailsPerDay = 3;
