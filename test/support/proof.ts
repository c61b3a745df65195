/** Proofs of work without the work, for tests that send hundreds of sign-ups. */
import { createChallenge } from 'altcha-lib/v1';
import { durations } from '../../api/contract/limits.ts';
import { partnerOrigin, type TestApp } from './app.ts';

/**
 * A proof as somebody with the club's key could make it: valid, old enough, never used. The number is
 * known before, so nothing has to be searched.
 */
export async function mintProof(
  { deps, clock }: Pick<TestApp, 'deps' | 'clock'>,
  { origin = partnerOrigin, partner = 'ville' }: { origin?: string; partner?: string } = {},
): Promise<string> {
  const now = clock.now();
  const number = 7;
  const { algorithm, challenge, salt, signature } = await createChallenge({
    hmacKey: deps.keys.derive('proof'),
    number,
    params: {
      expires: String(now + durations.challengeLife),
      issued: String(now - durations.minimumFill),
      partner,
      origin,
    },
  });
  return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
}
