import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { credentialOf } from './credential.ts';
import { readBadge, stateOf, type ShownBadge } from './view.ts';

/**
 * A badge in both signed forms: as it was signed last, or signed for this answer when its text has changed since.
 * @throws {DomainError} not_found, badge_ended
 */
export async function readCredential(
  deps: Pick<Deps, 'storage' | 'credentials' | 'clock' | 'club' | 'texts' | 'publicUrl'>,
  publicId: string,
): Promise<{ badge: ShownBadge; credential: string; jwt: string }> {
  const badge = await readBadge(deps, publicId);
  if (!badge) throw new DomainError('not_found');
  const now = deps.clock.now();
  if (stateOf(badge, now) !== 'valid') throw new DomainError('badge_ended');
  const { credential, jwt } = badge;
  if (badge.signedVersion === badge.version && credential !== null && jwt !== null) return { badge, credential, jwt };
  const signed = await deps.credentials.signBadge(credentialOf(deps, badge), now);
  return { badge, credential: signed.credential, jwt: signed.jwt };
}
