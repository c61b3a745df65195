import type { KeyRole } from '../../contract/badge-words.ts';
import type { PublicHalf } from './credential-ports.ts';
import type { CredentialKey } from './ports.ts';

/**
 * The published key that signs for a role at a moment: the newest that verifiers have had time to see and whose
 * secret is at hand.
 */
export function signingKey(
  published: CredentialKey[],
  secrets: PublicHalf[],
  role: KeyRole,
  at: number,
): CredentialKey | undefined {
  const atHand = new Set(secrets.map(({ id, publicKey }) => `${id} ${publicKey}`));
  return published
    .filter((key) => key.role === role && key.removedAt === null && key.firstUseAt <= at)
    .filter(({ id, publicKey }) => atHand.has(`${id} ${publicKey}`))
    .reduce<CredentialKey | undefined>(
      (newest, key) => (newest && newest.firstUseAt > key.firstUseAt ? newest : key),
      undefined,
    );
}
