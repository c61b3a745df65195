import type { Deps, Transaction } from '../ports.ts';
import { listLength, randomPosition } from './badge-id.ts';
import type { StatusEntry } from './ports.ts';

/**
 * Tries until a free place is found. At most half of a list is taken, so that so many in vain happen once in
 * 2^64 times: then it is not chance that is at fault.
 */
const tries = 64;

/**
 * Takes a place for a badge that nobody had before, at random in the list of the moment. A list of which half is
 * taken is full: places stay easy to find, and which badge is whose is not told by what is left.
 * @throws {Error} when no place was free, whatever was drawn
 */
export async function placeFor(
  tx: Transaction,
  deps: Pick<Deps, 'ids'>,
  badgeId: number,
  now: number,
): Promise<StatusEntry> {
  const { number, taken } = await tx.badges.currentList(now);
  const list = taken > listLength / 2 ? number + 1 : number;
  if (list !== number) await tx.badges.openList(list, now);
  for (let left = tries; left > 0; left -= 1) {
    const entry = { list, position: randomPosition(deps) };
    if (await tx.badges.takeEntry(entry, badgeId, now)) return entry;
  }
  throw new Error(`badges: no free place was found in status list ${list}. Nothing was issued.`);
}
