import { statisticsLimits } from '../../contract/statistics.ts';

export interface PlaceCount {
  /** Null: people who named none. */
  place: string | null;
  members: number;
}

export interface Places {
  /** Places with enough people, most first. */
  shown: PlaceCount[];
  /** People in all other places together; 0 when there are none, or too few to be told. */
  rest: number;
}

/** One place, however it was typed: capitals, blanks and accents of one letter or two. */
function nameOf(place: string | null): string {
  return (place ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Where members are, so that nobody can be found by it: places with fewer than five people are told only together,
 * and only if they are five or more. Who knows the sum of all could reckon a smaller rest from the others (secondary
 * disclosure): then the smallest place that would be shown goes into the rest as well. And who looks again when one
 * more has joined could see where: numbers are told in fives, rounded down.
 * @param step what the numbers are rounded down to
 */
export function shownPlaces(
  rows: readonly PlaceCount[],
  fewest: number = statisticsLimits.fewest,
  step = fewest,
): Places {
  const groups = new Map<string, PlaceCount>();
  for (const { place, members } of rows) {
    const name = nameOf(place);
    const key = name.toLocaleLowerCase('fr');
    const group = groups.get(key);
    if (group) group.members += members;
    else groups.set(key, { place: name === '' ? null : name, members });
  }
  const all = [...groups.values()].toSorted((a, b) => b.members - a.members);
  const told = (members: number) => members - (members % step);
  const shown = all.filter(({ members }) => members >= fewest);
  let rest = all.reduce((sum, { members }) => sum + members, 0) - shown.reduce((sum, { members }) => sum + members, 0);
  while (rest > 0 && rest < fewest && shown.length > 0) rest += shown.pop()!.members;
  return {
    shown: shown.map(({ place, members }) => ({ place, members: told(members) })),
    rest: rest < fewest ? 0 : told(rest),
  };
}
