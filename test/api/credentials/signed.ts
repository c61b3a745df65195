/** A club with keys, and a badge that it has signed. */
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { credentialOf } from '../../../api/domain/badges/credential.ts';
import type { CredentialKey, NewBadge } from '../../../api/domain/badges/ports.ts';
import { awardBadge } from '../../support/awarded-badge.ts';
import { openTestApp } from '../../support/app.ts';

export type Json = Record<string, unknown>;

export const did = 'did:web:club.example';

export async function openSigned(changes: Partial<NewBadge> = {}) {
  const app = await openTestApp();
  const { deps } = app;
  const badge = await awardBadge(deps, 1, changes);
  const unsigned = credentialOf(deps, badge);
  const signed = await deps.credentials.signBadge(unsigned, deps.clock.now());
  const keys = await deps.storage.badges.keys();
  return {
    ...app,
    badge,
    unsigned,
    signed,
    keys,
    /** A fresh copy of what was signed. */
    credential: () => JSON.parse(signed.credential) as Json & { proof: Json[] },
    check: (credential: unknown, among: CredentialKey[] = keys) =>
      deps.credentials.checkProof(credential as Json, among),
    checkJwt: (token: string, among: CredentialKey[] = keys) => deps.credentials.checkJwt(token, among),
    key: (role: CredentialKey['role']) => keys.find((key) => key.role === role)!,
  };
}
export type Signed = Awaited<ReturnType<typeof openSigned>>;

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with this header and payload, signed by a key of a stranger's own. */
export function strangersToken(header: Json, payload: Json): { token: string; jwk: Json } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' }) as Json;
  const input = `${part('jwk' in header ? { ...header, jwk } : header)}.${part(payload)}`;
  const signature = signBytes('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { token: `${input}.${signature.toString('base64url')}`, jwk };
}

/** The same token with another header or payload, its signature as it was. */
export function withParts(token: string, changes: { header?: Json; payload?: Json }): string {
  const [header, payload, signature] = token.split('.');
  return [
    changes.header ? part(changes.header) : header,
    changes.payload ? part(changes.payload) : payload,
    signature,
  ].join('.');
}

export const partsOf = (token: string): [Json, Json] =>
  token
    .split('.')
    .slice(0, 2)
    .map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Json) as [Json, Json];
