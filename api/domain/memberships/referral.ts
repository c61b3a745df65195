/**
 * A member's code, for links: ten letters that nobody can count through, made from the member's number and the
 * club's key alone, so that none is stored. Half a secret only: whoever has it can say who sent them, no more.
 * Built like a synthetic IV (RFC 5297): a keyed checksum of the number, and the number hidden with that checksum.
 */
import { ambassadorOf } from '../../contract/attribution.ts';
import type { Deps, Keys } from '../ports.ts';

/** Crockford's thirty-two: without I, L, O and U. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** Five bits each: one guess in a million has a checksum that fits, and then has to meet a member. */
const checkLetters = 4;
const numberLetters = 6;
/** What numbers have room for: a billion members. */
const most = 32 ** numberLetters;

/** The code of a member. The same every time, for as long as the club keeps its key. */
export function codeOf({ keys }: Pick<Deps, 'keys'>, memberId: number): string {
  if (!Number.isSafeInteger(memberId) || memberId < 0 || memberId >= most) {
    throw new RangeError('referral: no member has this number');
  }
  const check = written(keyed(keys, 'referral-check', String(memberId), checkLetters), checkLetters);
  return check + written(hide(keys, check, memberId), numberLetters);
}

/** Whose code it is: a member's, as long as they are one; nobody's when it was made up, or they have left. */
export async function memberOf(
  { keys, storage }: Pick<Deps, 'keys' | 'storage'>,
  code: string | undefined,
): Promise<number | undefined> {
  const text = ambassadorOf(code)?.toLowerCase();
  if (text === undefined) return undefined;
  const memberId = hide(keys, text.slice(0, checkLetters), read(text.slice(checkLetters)));
  if (codeOf({ keys }, memberId) !== text) return undefined;
  const member = await storage.memberById(memberId);
  return member?.status === 'active' ? memberId : undefined;
}

/** Its own reverse. Bits above 2^31 are none: a number has thirty. */
function hide(keys: Keys, check: string, number: number): number {
  return (number ^ keyed(keys, 'referral-number', check, numberLetters)) >>> 0;
}

/** A number of so many letters that only the key gives. */
function keyed(keys: Keys, purpose: string, text: string, length: number): number {
  return Buffer.from(keys.sign(purpose, text), 'base64url').readUInt32BE() % 32 ** length;
}

function written(number: number, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest = Math.floor(rest / 32)) text = letters[rest % 32]! + text;
  return text;
}

function read(text: string): number {
  return Array.from(text).reduce((number, letter) => number * 32 + letters.indexOf(letter), 0);
}
