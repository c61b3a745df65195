/**
 * Where a page of a list ended, for the address of the next. Sealed: what it is made of has row ids in it,
 * which do not leave the house, and nobody can make one up. The same place gives the same text, so that an
 * answer that has not changed keeps its entity tag.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Keys } from '../domain/ports.ts';
import { refuseField } from '../domain/errors.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * @param list which list it is a place in: one of another list is refused
 * @param place numbers, as the list is ordered
 */
export function sealCursor(keys: Keys, list: string, place: readonly number[]): string {
  const key = Buffer.from(keys.derive('cursor'), 'hex');
  const plain = JSON.stringify(place);
  // Made from what it seals (as SIV does), so that no two places share one.
  const iv = createHmac('sha256', key).update(`${list}\n${plain}`).digest().subarray(0, ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(list));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * The numbers that were sealed.
 * @throws {DomainError} invalid_request, for the field `after`
 */
export function openCursor(keys: Keys, list: string, cursor: string): number[] {
  try {
    if (!/^[A-Za-z0-9_-]{40,120}$/.test(cursor)) throw new Error('not a cursor');
    const bytes = Buffer.from(cursor, 'base64url');
    const key = Buffer.from(keys.derive('cursor'), 'hex');
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(list)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const plain = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return JSON.parse(plain.toString()) as number[];
  } catch {
    return refuseField('after', 'invalid');
  }
}
