import { compactVerify } from 'jose';
import { badgeLimits } from '../contract/limits.ts';
import type { ProofCheck } from '../domain/badges/credential-ports.ts';
import type { CredentialKey } from '../domain/badges/ports.ts';
import { findKey } from './did.ts';
import { es256Key } from './secrets.ts';
import type { Shapes } from './shape.ts';

type Json = Record<string, unknown>;

/** Ways to bring one's own key along: whose it is would be the forger's word alone. */
const smuggled = ['jwk', 'jku', 'x5c', 'x5u', 'x5t', 'x5t#S256'];

/** Checks a badge as a compact JWS. The payload is answered whenever it could be read, true or not. */
export async function checkJwt(
  token: string,
  keys: CredentialKey[],
  did: string,
  shapes: Shapes,
): Promise<{ check: ProofCheck; payload?: Json }> {
  const parts = token.split('.');
  if (token.length > badgeLimits.verifyBytes || parts.length !== 3) return { check: 'unreadable' };
  const header = readPart(parts[0]!);
  const payload = readPart(parts[1]!);
  if (!header || !payload) return { check: 'unreadable', ...(payload && { payload }) };
  const key = findKey(keys, did, String(header['kid']));
  const refusal = lookAtHeader(header, key);
  if (refusal !== 'ok' || !key) return { check: refusal, payload };
  return { check: (await isSigned(token, key)) && isConsistent(payload, shapes) ? 'ok' : 'tampered', payload };
}

function lookAtHeader(header: Json, key: CredentialKey | undefined): ProofCheck {
  if (smuggled.some((name) => name in header)) return 'unknown_key';
  const { alg, typ, kid, ...others } = header;
  if (alg !== 'ES256' || typ !== 'JWT' || Object.keys(others).length > 0) return 'bad_algorithm';
  return typeof kid === 'string' && key?.role === 'jwt' ? 'ok' : 'unknown_key';
}

async function isSigned(token: string, key: CredentialKey): Promise<boolean> {
  try {
    await compactVerify(token, await es256Key(key.publicKey), { algorithms: ['ES256'] });
    return true;
  } catch {
    return false;
  }
}

/** The claims of the JWT say what the credential says. */
function isConsistent(payload: Json, shapes: Shapes): boolean {
  const { data } = shapes.jwt.safeParse(payload);
  return (
    data !== undefined &&
    data.iss === data.issuer.id &&
    data.sub === data.credentialSubject.id &&
    data.jti === data.id &&
    data.nbf * 1000 === Date.parse(data.validFrom) &&
    data.exp * 1000 === Date.parse(data.validUntil)
  );
}

/** One part of a token, if it is a JSON object in base64url. */
function readPart(part: string): Json | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'));
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
