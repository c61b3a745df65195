import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../domain/errors.ts';
import { wideLimitKey } from './client-address.ts';
import { turns, type Turns } from '../domain/turns.ts';

/** Takes one point of a network's bucket, or refuses. */
export type Limit = (key: string) => Promise<void>;

/** Takes one point of a bucket, or refuses; gives it back when nothing comes of the work. */
export type Quota = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Limits in memory, in front of everything: they keep one process from drowning. The caps that protect
 * people (mails per address) are in the database, which all processes share.
 */
export interface RateLimits {
  /** Challenges, by network. */
  challenge: Limit;
  /** Sign-ups with proof of work, by network: generous, since a hall full of guests is one network. */
  signup: Limit;
  /** Sign-ups that one partner's widgets brought, whoever sent them. Only what was taken counts. */
  partner: Quota;
  /** The same for forms: they cost nothing to send, so they must not use up what the widgets have. */
  partnerForm: Quota;
  /** Sign-ups without proof of work, by network: tight, however many there may be with proof. */
  form: Limit;
  /** Codes asked for with proof of work, by network. */
  code: Limit;
  /** Codes asked for without, by network. */
  codeForm: Limit;
  /** Codes tried, by network: a bucket of its own, so that asking does not use up what signing in needs. */
  session: Limit;
  /** The same two for staff, of whom there are few. */
  staffCode: Limit;
  staffSession: Limit;
  /** Uploads begun, by member. */
  upload: Limit;
  /** Pages behind links with tokens, by network: a hall that joins at once opens and presses at once. */
  token: Limit;
  /** Reports of stories, by network: each is read by a person. */
  report: Limit;
  /** Badges checked, by network: each costs some milliseconds of signatures. */
  check: Limit;
  /** Checks of badges wait in line, whoever asks: what people read in between is not kept waiting. */
  checking: Turns;
  /** What widgets report of themselves, by network, and for each partner together. */
  tally: Limit;
  tallyPartner: Limit;
  /** Pictures of stories that have to be drawn, by network. */
  picture: Limit;
  /** What one member writes, by member: generous, since a form saves while somebody types. */
  member: Limit;
  /** Looks at a domain that a member asks for: at one badge's once a minute, at all of theirs together so many a day. */
  domainLook: (memberId: number, badge: string) => Promise<void>;
}

export function createRateLimits(signupsPerMinute: number): RateLimits {
  return {
    challenge: limit(signupsPerMinute * 3, minute),
    signup: limit(signupsPerMinute, minute),
    partner: quota(signupsPerMinute * 10, minute),
    partnerForm: quota(signupsPerMinute, minute),
    form: limit(Math.max(10, Math.floor(signupsPerMinute / 12)), 10 * minute),
    code: limit(signupsPerMinute, minute),
    codeForm: limit(Math.max(10, Math.floor(signupsPerMinute / 6)), 10 * minute),
    session: limit(signupsPerMinute * 2, minute),
    staffCode: limit(20, 10 * minute),
    staffSession: limit(60, 10 * minute),
    upload: limit(60, minute),
    token: limit(signupsPerMinute * 4, minute),
    report: limit(Math.max(10, Math.floor(signupsPerMinute / 12)), 10 * minute),
    check: limit(Math.max(30, signupsPerMinute), minute),
    checking: turns(checksAtOnce, waitingChecks),
    tally: limit(tallies, minute),
    tallyPartner: limit(tallies * 100, minute),
    picture: limit(pictures, minute),
    member: limit(memberWrites, minute),
    domainLook: domainLooks(),
  };
}

/** Seconds, as the buckets count. */
const minute = 60;

/** One a page at most, and only when somebody has seen a story: a school behind one address reads this much. */
const tallies = 120;

/** Crawlers of social networks ask for a few; whoever wants them all can wait. */
const pictures = 120;

/** A story is written by one person, with pauses. */
const memberWrites = 120;

const day = 24 * 60 * minute;

/** We ask a stranger's server on a member's word: enough for somebody who sets up DNS, too little to scan with. */
const looksPerDay = 30;

function domainLooks(): RateLimits['domainLook'] {
  const ofBadge = limit(1, minute);
  const ofMember = limit(looksPerDay, day);
  return async (memberId, badge) => {
    await ofBadge(badge);
    await ofMember(`member-${memberId}`);
  };
}
const checksAtOnce = 3;

/** At some milliseconds each, the last in line waits a second or two. */
const waitingChecks = 100;

/** One visitor may have many /64 of a /48: together they get so many times what one gets. */
const wide = 4;

function limit(points: number, duration: number): Limit {
  const near = new RateLimiterMemory({ points, duration });
  const around = new RateLimiterMemory({ points: points * wide, duration });
  return async (key) => {
    await take(near, key);
    const wideKey = wideLimitKey(key);
    if (wideKey !== undefined) await take(around, wideKey);
  };
}

function quota(points: number, duration: number): Quota {
  const bucket = new RateLimiterMemory({ points, duration });
  return async (key, work) => {
    try {
      await take(bucket, key);
      return await work();
    } catch (error) {
      // A proof that is sent twice, a refused field: whoever brings nothing must not shut the door for others.
      await bucket.reward(key);
      throw error;
    }
  };
}

async function take(bucket: RateLimiterMemory, key: string): Promise<void> {
  try {
    await bucket.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError('rate_limited', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}
