import type { Ids } from './ports.ts';

/** An identifier that leaves the house: more than 128 random bits, and no row id can be read from it. */
export function newId({ ids }: { ids: Ids }): string {
  return ids.token().slice(0, 22);
}
