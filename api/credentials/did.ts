/** Names of the club and of its keys, and the document that says which keys are its own. */
import type { CredentialKey } from '../domain/badges/ports.ts';

/**
 * The club's decentralised identifier, by the did:web method: the host, its port percent-encoded.
 * @param publicUrl the club's own origin
 */
export const didOf = (publicUrl: string): string => `did:web:${new URL(publicUrl).host.replace(':', '%3A')}`;

/** The key with this full name among those that are still published, if it is one. */
export function findKey(keys: CredentialKey[], did: string, name: string): CredentialKey | undefined {
  // The whole name, letter by letter: a fragment that is itself a key must never be read as one.
  return keys.find(({ id, removedAt }) => removedAt === null && `${did}#${id}` === name);
}
