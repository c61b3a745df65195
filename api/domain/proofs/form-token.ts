/**
 * What stands in for the proof of work in a form without JavaScript: a token of our own page, signed,
 * bound to a partner, for one use. It shows that our page was opened, and how long ago.
 */
import { durations } from '../../contract/limits.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Spendable } from './challenge.ts';

/** Makes a token for a page that is being rendered. Nothing is stored: GET never writes. */
export function createFormToken(deps: Pick<Deps, 'keys' | 'clock' | 'ids'>, partner: string): string {
  const nonce = deps.ids.token().slice(0, 22);
  const issued = deps.clock.now().toString(36);
  return `${nonce}.${issued}.${deps.keys.sign('form', `${nonce}.${issued}.${partner}`)}`;
}

/** Was this token made here, for this partner? Says nothing of its age and of its use. */
export function isFormToken(deps: Pick<Deps, 'keys'>, token: string, partner: string): boolean {
  const [nonce = '', issued = '', signature = ''] = token.split('.', 3);
  return deps.keys.verify('form', `${nonce}.${issued}.${partner}`, signature);
}

/**
 * Lets through a form of ours: for pages of a session, to which its token is bound. It may be used again.
 * @param token as it was posted, if at all
 * @throws {DomainError} proof_invalid
 */
export function requireFormToken(deps: Pick<Deps, 'keys'>, token: string | undefined, boundTo: string): void {
  if (!isFormToken(deps, token ?? '', boundTo)) throw new DomainError('proof_invalid');
}

/** @throws {DomainError} proof_invalid, proof_expired, too_fast */
export function verifyFormToken(deps: Pick<Deps, 'keys' | 'clock'>, token: string, partner: string): Spendable {
  requireFormToken(deps, token, partner);
  const [nonce = '', issued = ''] = token.split('.', 3);
  const issuedAt = Number.parseInt(issued, 36);
  const expiresAt = issuedAt + durations.formTokenLife;
  const now = deps.clock.now();
  if (!(expiresAt > now)) throw new DomainError('proof_expired');
  if (!(issuedAt + durations.minimumFill <= now)) throw new DomainError('too_fast', { retryAfter: 2 });
  return { key: `form:${nonce}`, expiresAt };
}
