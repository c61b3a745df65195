/** Signs, by libraries alone. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { SignJWT } from 'jose';
import { badgeDurations } from '../contract/limits.ts';
import { listLength } from '../domain/badges/badge-id.ts';
import { signedTime } from '../domain/badges/credential-words.ts';
import type { UnsignedCredential } from '../domain/badges/credential-ports.ts';
import { loadContext } from './documents.ts';
import type { SecretKey } from './key-file.ts';
import { ed25519Signer, es256Key } from './secrets.ts';
import { servedText } from './served-text.ts';

/** @returns JSON text with one Data Integrity proof, in an array as Open Badges wants it */
export async function withProof(
  credential: Record<string, unknown>,
  did: string,
  key: SecretKey,
  at: number,
): Promise<string> {
  const suite = new DataIntegrityProof({ signer: await ed25519Signer(did, key), cryptosuite, date: new Date(at) });
  // A copy: the library writes the proof into what it is given.
  const signed = await issue({ credential: structuredClone(credential), suite, documentLoader: loadContext });
  return servedText({ ...signed, proof: [signed.proof] });
}

const seconds = (time: unknown) => Math.floor(Date.parse(String(time)) / 1000);

/** The same credential as a compact JWS: the claims that a JWT has names for say it a second time. */
export async function asJwt(credential: UnsignedCredential, did: string, key: SecretKey): Promise<string> {
  const claims = {
    iss: (credential['issuer'] as { id: string }).id,
    sub: (credential['credentialSubject'] as { id: string }).id,
    jti: credential.id,
    nbf: seconds(credential['validFrom']),
    exp: seconds(credential['validUntil']),
  };
  return new SignJWT({ ...credential, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: `${did}#${key.id}` })
    .sign(await es256Key(key.secretKey));
}

/** A status list before it is signed. A frozen copy is worth nothing after a day. */
export async function statusListOf(
  { id, revoked }: { id: string; revoked: number[] },
  did: string,
  at: number,
): Promise<Record<string, unknown>> {
  const list = await createList({ length: listLength });
  for (const position of revoked) list.setStatus(position, true);
  const { credentialSubject, ...credential } = await createCredential({ id, list, statusPurpose: 'revocation' });
  return {
    ...credential,
    issuer: did,
    validFrom: signedTime(at),
    validUntil: signedTime(at + badgeDurations.statusLife),
    credentialSubject: { ...credentialSubject, ttl: badgeDurations.statusTtl },
  };
}
