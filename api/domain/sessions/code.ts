/** The six digits: made when their mail is written, known afterwards by a keyed fingerprint only. */
import { randomInt } from 'node:crypto';
import { codeTries } from '../../contract/limits.ts';
import type { Keys } from '../ports.ts';
import type { SignInRow } from './ports.ts';

/** A code that nobody can guess from those before it. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

const purpose = 'sign-in-code';
// Bound to its sign-in: the same six digits of another person have another fingerprint.
const bound = (signInId: number, code: string) => `${signInId}:${code}`;

/** What is stored of a code. Six digits are few: without the club's key every hash could be tried out. */
export function codeHash(keys: Keys, signInId: number, code: string): string {
  return keys.sign(purpose, bound(signInId, code));
}

/** Stands where no code was mailed, so that the check takes the same time. No signature is equal to it. */
const none = 'A'.repeat(43);

/** Is this the code that was mailed? In the same time, whether one was. */
export function isCode(keys: Keys, row: Pick<SignInRow, 'id' | 'codeHash'>, code: string): boolean {
  return keys.verify(purpose, bound(row.id, code), row.codeHash ?? none) && row.codeHash !== null;
}

/** May a code for this sign-in still be tried, or mailed? */
export function isOpen(row: SignInRow, now: number): boolean {
  return row.usedAt === null && row.expiresAt > now && row.tries < codeTries;
}
