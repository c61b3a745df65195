/**
 * Proof of work: what a sign-up costs a machine. ALTCHA's protocol, version 1, with a SHA-256
 * challenge that takes the server microseconds to check. A challenge is bound to partner and origin,
 * works once and for ten minutes. It is a cost, not a wall: the cap of mails per address is the wall.
 */
import { randomInt } from 'node:crypto';
import { createChallenge as create, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import type { Challenge } from '../../contract/challenge.ts';
import { durations } from '../../contract/limits.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';

/** About 25,000 hashes on average: a tenth of a second on a laptop, under one on an old phone. */
const maxNumber = 50_000;

/** A single-use key and when it stops mattering. */
export interface Spendable {
  key: string;
  expiresAt: number;
}

export async function createChallenge(
  deps: Pick<Deps, 'keys' | 'clock'>,
  partner: Partner,
  origin: string,
): Promise<Challenge> {
  const now = deps.clock.now();
  const challenge = await create({
    hmacKey: deps.keys.derive('proof'),
    number: randomInt(maxNumber),
    maxNumber,
    params: {
      expires: String(now + durations.challengeLife),
      issued: String(now),
      partner: partner.slug,
      origin,
    },
  });
  return {
    algorithm: 'SHA-256',
    challenge: challenge.challenge,
    salt: challenge.salt,
    maxnumber: maxNumber,
    signature: challenge.signature,
    minimumFill: durations.minimumFill,
  };
}

const Payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.int().min(0).max(maxNumber),
  salt: z.string().max(1024),
  signature: z.string().max(128),
});

/**
 * Checks a solved challenge. What it answers is spent in the transaction that it pays for.
 * @throws {DomainError} proof_invalid, proof_expired, too_fast
 */
export async function verifyProof(
  deps: Pick<Deps, 'keys' | 'clock'>,
  proof: string,
  partner: Partner,
  origin: string,
): Promise<Spendable> {
  const payload = parsePayload(proof);
  // The library's own expiry check reads the machine's clock; ours is a dependency.
  const valid = payload && (await verifySolution(payload, deps.keys.derive('proof'), false));
  if (!valid) throw new DomainError('proof_invalid');
  const params = extractParams(payload);
  if (params['partner'] !== partner.slug || params['origin'] !== origin) throw new DomainError('proof_invalid');
  const now = deps.clock.now();
  const expiresAt = Number(params['expires']);
  if (!(expiresAt > now)) throw new DomainError('proof_expired');
  if (!(Number(params['issued']) + durations.minimumFill <= now)) throw new DomainError('too_fast', { retryAfter: 2 });
  return { key: `proof:${payload.challenge.slice(0, 32)}`, expiresAt };
}

function parsePayload(proof: string) {
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
