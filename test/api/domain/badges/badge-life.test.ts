import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfLife } from '../../../../api/domain/badges/badge-life.ts';

const ends: Record<string, string> = {
  '2026-11-27T09:30:15.123Z': '2027-12-27T09:30:15.123Z',
  '2026-12-01T00:00:00.000Z': '2028-01-01T00:00:00.000Z',
  // No such day: the last one of the month, in a common year and in a leap year.
  '2026-01-31T12:00:00.000Z': '2027-02-28T12:00:00.000Z',
  '2027-01-31T12:00:00.000Z': '2028-02-29T12:00:00.000Z',
  '2026-02-28T23:59:59.999Z': '2027-03-28T23:59:59.999Z',
  '2027-07-31T00:00:00.000Z': '2028-08-31T00:00:00.000Z',
  '2027-03-31T00:00:00.000Z': '2028-04-30T00:00:00.000Z',
};

for (const [from, until] of Object.entries(ends)) {
  test(`thirteen calendar months from ${from.slice(0, 10)} end on ${until.slice(0, 10)}`, () => {
    assert.equal(new Date(endOfLife(Date.parse(from))).toISOString(), until);
  });
}
