import type { Deps } from '../ports.ts';
import type { CredentialKey } from './ports.ts';

/**
 * The document that says which keys are the club's own (DID Core 1.0, did:web). A retired key stays until nothing
 * that it signed is valid any more; a removed one is gone at once.
 */
export async function didDocument({
  storage,
  credentials: { did },
}: Pick<Deps, 'storage' | 'credentials'>): Promise<object> {
  const keys = (await storage.badges.keys()).filter(({ removedAt }) => removedAt === null);
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: keys.map((key) => methodOf(key, did)),
    // Names alone: there are verifiers that read nothing else.
    assertionMethod: keys.map(({ id }) => `${did}#${id}`),
  };
}

function methodOf({ id, role, publicKey }: CredentialKey, did: string) {
  const base = { id: `${did}#${id}`, controller: did };
  return role === 'jwt'
    ? { ...base, type: 'JsonWebKey', publicKeyJwk: JSON.parse(publicKey) as unknown }
    : { ...base, type: 'Multikey', publicKeyMultibase: publicKey };
}
