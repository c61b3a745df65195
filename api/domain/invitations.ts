import { createHash } from 'node:crypto';

/**
 * The form in which invitation codes are compared. People copy them from paper and from mails, so
 * case, spaces and dashes of any kind do not count: `flamme-2027` is `FLAMME 2027`.
 * @param code what was typed
 */
export function normaliseInvitation(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u200b-\u200f\u2060\ufeff]/gu, '')
    .toUpperCase();
}

/**
 * What the storage keeps of an invitation code: SHA-256, hexadecimal, of its normalised form. The code
 * itself is only in the invitation that the club sent.
 * @param code as typed or as written in the invitation
 */
export function hashInvitation(code: string): string {
  return createHash('sha256').update(normaliseInvitation(code)).digest('hex');
}
