import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../domain/errors.ts';

/** Takes one point of a bucket, or refuses. */
export type Limit = (key: string) => Promise<void>;

/**
 * Limits in memory, in front of everything: they keep one process from drowning. The caps that protect
 * people (mails per address) are in the database, which all processes share.
 */
export interface RateLimits {
  /** Challenges, by network. */
  challenge: Limit;
  /** Sign-ups with proof of work, by network: generous, since a hall full of guests is one network. */
  signup: Limit;
  /** Sign-ups of one partner, whoever sends them. */
  partner: Limit;
  /** Sign-ups without proof of work, by network: tight. */
  form: Limit;
  /** Pages behind links with tokens, by network. */
  token: Limit;
}

export function createRateLimits(signupsPerMinute: number): RateLimits {
  const perMinute = (points: number) => limiter(points, 60);
  return {
    challenge: perMinute(signupsPerMinute * 3),
    signup: perMinute(signupsPerMinute),
    partner: perMinute(signupsPerMinute * 10),
    form: limiter(10, 600),
    token: perMinute(60),
  };
}

function limiter(points: number, duration: number): Limit {
  const bucket = new RateLimiterMemory({ points, duration });
  return async (key) => {
    try {
      await bucket.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DomainError('rate_limited', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  };
}
