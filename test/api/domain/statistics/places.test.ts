import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shownPlaces } from '../../../../api/domain/statistics/places.ts';

const fewest = 5;
const sum = (rows: readonly { members: number }[]) => rows.reduce((total, { members }) => total + members, 0);

/** What is said of so many people: in fives. */
const told = (members: number) => members - (members % fewest);

describe('places', () => {
  test('are shown from five people on, the others together', () => {
    assert.deepEqual(
      shownPlaces([
        { place: 'Mulhouse', members: 9 },
        { place: 'Dornach', members: 4 },
        { place: null, members: 6 },
        { place: 'Bâle', members: 3 },
      ]),
      {
        shown: [
          { place: 'Mulhouse', members: 5 },
          { place: null, members: 5 },
        ],
        rest: 5,
      },
    );
  });

  test('a rest of fewer than five takes the smallest place with it', () => {
    assert.deepEqual(
      shownPlaces([
        { place: 'Mulhouse', members: 9 },
        { place: 'Riedisheim', members: 5 },
        { place: 'Bâle', members: 1 },
      ]),
      { shown: [{ place: 'Mulhouse', members: 5 }], rest: 5 },
    );
  });

  test('four people in all are not told at all', () => {
    assert.deepEqual(shownPlaces([{ place: 'Mulhouse', members: 4 }]), { shown: [], rest: 0 });
  });

  test('however they were typed, one place is one', () => {
    assert.deepEqual(
      shownPlaces([
        { place: 'Bâle', members: 2 },
        { place: ' ba\u0302le ', members: 2 },
        { place: 'BÂLE', members: 1 },
        { place: '', members: 3 },
        { place: null, members: 2 },
      ]),
      {
        shown: [
          { place: 'Bâle', members: 5 },
          { place: null, members: 5 },
        ],
        rest: 0,
      },
    );
  });

  test('who looks today and tomorrow does not see where the one came from who joined in between', () => {
    const before = shownPlaces([
      { place: 'Mulhouse', members: 11 },
      { place: 'Dornach', members: 16 },
      { place: 'Bâle', members: 7 },
    ]);
    for (const at of [0, 1, 2]) {
      const members = [11, 16, 7].map((count, index) => (index === at ? count + 1 : count));
      const after = ['Mulhouse', 'Dornach', 'Bâle'].map((place, index) => ({ place, members: members[index]! }));
      assert.deepEqual(shownPlaces(after), before);
    }
  });

  test('nobody can be reckoned out of what is shown, also by who knows how many there are in all', () => {
    const rows = fc.array(
      fc.record({ place: fc.option(fc.string({ maxLength: 3 })), members: fc.integer({ min: 1, max: 12 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const { shown, rest } = shownPlaces(given);
        assert.ok(shown.every(({ members }) => members >= fewest));
        assert.ok(rest === 0 || rest >= fewest);
        // All people, less those whose place is told: none, or enough to hide in.
        const exact = shownPlaces(given, fewest, 1);
        const hidden = sum(given) - sum(exact.shown);
        assert.ok(hidden === 0 || hidden >= fewest || (shown.length === 0 && rest === 0), `${hidden} are hidden`);
        assert.equal(rest, hidden >= fewest ? told(hidden) : 0);
        assert.deepEqual(
          shown,
          exact.shown.map(({ place, members }) => ({ place, members: told(members) })),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
