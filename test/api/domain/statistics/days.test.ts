import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { askedPeriod } from '../../../../api/http/pages/statistics/period.ts';
import { dayIn, daysFrom, isoOf, plusDays, readDay } from '../../../../api/domain/statistics/days.ts';

const days = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => readDay(date.toISOString().slice(0, 10))!);

describe('days', () => {
  test('are those of the club’s clock, also when it is turned', () => {
    const paris = dayIn('Europe/Paris');
    for (const [moment, day] of [
      ['2026-11-23T22:59:59Z', 20261123],
      ['2026-11-23T23:00:00Z', 20261124],
      ['2026-07-14T21:59:59Z', 20260714],
      ['2026-07-14T22:00:00Z', 20260715],
      ['2026-12-31T23:30:00Z', 20270101],
      // The nights with 23 and 25 hours.
      ['2026-03-28T23:00:00Z', 20260329],
      ['2026-03-29T21:59:00Z', 20260329],
      ['2026-10-24T22:00:00Z', 20261025],
      ['2026-10-25T22:59:00Z', 20261025],
    ] as const)
      assert.equal(paris(Date.parse(moment)), day, moment);
    assert.equal(dayIn('Pacific/Auckland')(Date.parse('2026-11-23T11:30:00Z')), 20261124);
  });

  test('are reckoned with and read back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, more) => {
        assert.equal(plusDays(plusDays(day, more), -more), day);
        assert.equal(daysFrom(day, plusDays(day, Math.abs(more))), Math.abs(more) + 1);
        assert.equal(readDay(isoOf(day)), day);
      }),
    );
    for (const text of ['2026-02-30', '2026-13-01', '1999-12-31', '20261123', '2026-1-1', '', undefined])
      assert.equal(readDay(text), undefined);
  });
});

describe('a period', () => {
  const today = 20261123;
  const asked = (query: Record<string, string>) => askedPeriod((name) => query[name], today);

  test('ends today, of as many days as were chosen, else thirty', () => {
    assert.deepEqual(asked({ days: '7' }).period, { from: 20261117, to: today });
    assert.deepEqual(asked({ days: '365' }).period, { from: 20251124, to: today });
    for (const days of ['8', '-7', 'x', '']) assert.deepEqual(asked({ days }).period, { from: 20261025, to: today });
  });

  test('from one day to another is mended where it cannot be', () => {
    assert.deepEqual(asked({ from: '2026-11-23', to: '2026-11-23' }).period, { from: today, to: today });
    assert.deepEqual(asked({ from: '2026-11-20', to: '2026-11-02' }).period, { from: 20261102, to: 20261120 });
    assert.deepEqual(asked({ from: '2026-11-20', to: '2027-01-01' }).period, { from: 20261120, to: today });
    assert.deepEqual(asked({ from: '2026-11-20' }).period, { from: 20261120, to: today });
    const long = asked({ from: '2001-01-01', to: '2026-11-23' }).period;
    assert.equal(daysFrom(long.from, long.to), 731);
    assert.equal(asked({ from: '2027-01-01' }).days, 30);
  });

  test('says itself again in its own address', () => {
    fc.assert(
      fc.property(fc.record({ days: fc.string(), from: fc.string(), to: fc.string() }), (query) => {
        const first = asked(query);
        assert.deepEqual(asked(Object.fromEntries(new URLSearchParams(first.query))), first);
      }),
    );
  });
});
