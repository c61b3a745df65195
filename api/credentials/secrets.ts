/** Makes keys and finds the one that signs. */
import * as multikey from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { KeyRole } from '../contract/badge-words.ts';
import { KeysError, type KeySecrets, type PublicHalf } from '../domain/badges/credential-ports.ts';
import { type CredentialKey } from '../domain/badges/ports.ts';
import { signingKey } from '../domain/badges/signing-key.ts';
import type { SecretKey, SecretStore } from './key-file.ts';

const half = ({ id, role, publicKey }: SecretKey): PublicHalf => ({ id, role, publicKey });

/** The secrets as the domain may see them: by their public halves. */
export function keySecrets(store: SecretStore, did: string): KeySecrets {
  return {
    place: store.place,
    list: async () => store.read().map(half),
    isOpen: () => store.isOpen(),
    change: async (work) =>
      store.change(async (before) => {
        let keys = [...before];
        const result = await work({
          halves: before.map(half),
          async make(id, role) {
            const key = await makeKey(did, id, role);
            keys.push(key);
            return half(key);
          },
          drop(id) {
            keys = keys.filter((key) => key.id !== id);
          },
        });
        return { keys, result };
      }),
  };
}

async function makeKey(did: string, id: string, role: KeyRole): Promise<SecretKey> {
  if (role === 'jwt') {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const [open, secret] = [await exportJWK(publicKey), await exportJWK(privateKey)];
    return { id, role, publicKey: JSON.stringify(open), secretKey: JSON.stringify(secret) };
  }
  const pair = await multikey.generate({ id: `${did}#${id}`, controller: did });
  return { id, role, publicKey: pair.publicKeyMultibase, secretKey: pair.secretKeyMultibase };
}

/**
 * The key that signs for a role at a moment.
 * @throws {KeysError} when there is none
 */
export function secretFor(store: SecretStore, published: CredentialKey[], role: KeyRole, at: number): SecretKey {
  const secrets = store.read();
  const key = signingKey(published, secrets, role, at);
  const secret = key && secrets.find(({ id }) => id === key.id);
  if (secret) return secret;
  throw new KeysError(
    `No signing key for "${role}" is in ${store.place}. Nothing was signed. Run: npm run cli -- rotate-key ${role} --now`,
  );
}

export async function ed25519Signer(did: string, key: SecretKey): Promise<multikey.Signer> {
  const pair = await multikey.from({
    id: `${did}#${key.id}`,
    controller: did,
    type: 'Multikey',
    publicKeyMultibase: key.publicKey,
    secretKeyMultibase: key.secretKey,
  });
  return pair.signer();
}

export async function es256Key(key: string): Promise<CryptoKey> {
  return (await importJWK(JSON.parse(key) as JWK, 'ES256')) as CryptoKey;
}
