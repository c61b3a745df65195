/** What is so of all badges at any moment, whatever has happened. */
import assert from 'node:assert/strict';
import type { Badge } from '../../../../api/domain/badges/ports.ts';

/** A row of `status_entry`. */
export interface PlaceRow {
  list: number;
  position: number;
  badge_id: number;
  revoked_at: number | null;
}

/** Whose a place is, and whether it was revoked, as it was seen before. */
export type Seen = Map<string, { badge: number; revoked: boolean }>;

const nameOfPlace = (list: number | null, position: number | null) => `${list}#${position}`;

/**
 * The places that are not revoked are those of the active badges, each its own; what was given stays its badge's, and
 * what was revoked stays revoked.
 * @param seen what the last look saw; this look is added
 */
export function checkPlaces(badges: Badge[], places: PlaceRow[], seen: Seen, when: string): void {
  const current = badges.filter(({ status }) => status === 'active');
  const open = places.filter(({ revoked_at }) => revoked_at === null);
  assert.deepEqual(
    open.map(({ list, position, badge_id }) => [nameOfPlace(list, position), badge_id]).toSorted(byName),
    current.map(({ list, position, id }) => [nameOfPlace(list, position), id]).toSorted(byName),
    `${when}: the places that are not revoked are those of the active badges`,
  );
  const now = new Map(places.map((row) => [nameOfPlace(row.list, row.position), row]));
  for (const [place, before] of seen) {
    const row = now.get(place);
    assert.equal(row?.badge_id, before.badge, `${when}: ${place} was given to somebody else`);
    if (before.revoked) assert.notEqual(row.revoked_at, null, `${when}: ${place} is no longer revoked`);
  }
  for (const [place, row] of now) seen.set(place, { badge: row.badge_id, revoked: row.revoked_at !== null });
}

const byName = ([a]: unknown[], [b]: unknown[]) => String(a).localeCompare(String(b));
