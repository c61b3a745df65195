import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Keys } from './domain/ports.ts';

/**
 * Keys for every purpose, derived from the club's one secret (HKDF, RFC 5869), so that a signature made
 * for one purpose is worth nothing for another.
 * @param secret at least 32 characters
 */
export function createKeys(secret: string): Keys {
  // As key objects: made from bytes at each signature, the key would cost five times the signing.
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    let key = derived.get(purpose);
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `ambassador-widgets:${purpose}`, 32)));
      derived.set(purpose, key);
    }
    return key;
  };
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', keyFor(purpose)).update(text).digest('base64url');
  return {
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    derive: (purpose) => keyFor(purpose).export().toString('hex'),
  };
}
