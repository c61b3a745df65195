import { badgeIdPattern } from '../../contract/badge.ts';
import type { Ids } from '../ports.ts';

/** Without 0, O, I and l: people read it from a shop window. */
export const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const length = 22;

/** A badge's public name: 22 characters of base58, drawn from 32 random bytes. */
export function newBadgeId({ ids }: { ids: Ids }): string {
  let number = BigInt(`0x${Buffer.from(ids.token(), 'base64url').toString('hex')}`);
  let id = '';
  while (id.length < length) {
    id += base58[Number(number % 58n)];
    number /= 58n;
  }
  return id;
}

/**
 * The id in what the staff paste: alone, or in any of a badge's addresses.
 * @returns undefined when there is none
 */
export function badgeIdIn(pasted: string): string | undefined {
  const text = pasted.trim();
  const found = /\/b\/([A-Za-z0-9]+)/.exec(text)?.[1] ?? text;
  return badgeIdPattern.test(found) ? found : undefined;
}

/** Positions in one status list: the least that the standard allows, so that one position hides among many. */
export const listLength = 131_072;

/** A random place in a status list, so that places tell nothing about when somebody joined. */
export function randomPosition({ ids }: { ids: Ids }): number {
  return Buffer.from(ids.token(), 'base64url').readUInt32BE(0) % listLength;
}
