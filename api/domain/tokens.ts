import { createHash } from 'node:crypto';

/**
 * What the storage keeps of a token: SHA-256, hexadecimal. A plain hash is enough for 32 random bytes
 * (OWASP ASVS 6.5.2).
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Does this look like one of our tokens (32 bytes, base64url)? Anything else needs no look-up. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
}
