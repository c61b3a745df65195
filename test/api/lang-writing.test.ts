/** Numbers and dates as the widgets write them themselves, against what `Intl` knows of each language. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { locales, type Locale } from '../../api/contract/locales.ts';
import * as widgetsDe from '../../widgets/lang/de.ts';
import * as widgetsEn from '../../widgets/lang/en.ts';
import * as widgetsFr from '../../widgets/lang/fr.ts';
import * as widgetsGsw from '../../widgets/lang/gsw.ts';

const terms = { fr: widgetsFr, de: widgetsDe, en: widgetsEn, gsw: widgetsGsw };
/** `Intl` has no Alsatian: German is what its readers know. */
const tags: Record<Locale, string> = { fr: 'fr', de: 'de', en: 'en', gsw: 'de' };

/** Around every power of ten, and some that are none. */
const numbers = [
  ...Array.from({ length: 16 }, (_, power) => 10 ** power).flatMap((round) => [round - 1, round, round + 1]),
  1234,
  12_345,
  123_456,
  1_234_567,
  9_876_543_210,
];
const years = Array.from({ length: 102 }, (_, i) => 1999 + i);
const ends = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)]).flat(),
);
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

for (const locale of locales)
  describe(`numbers and dates in ${locale}`, () => {
    const { counter, badge, storyForm } = terms[locale];
    const inFigures = new Intl.NumberFormat(tags[locale]);
    const inWords = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' });

    test('whole numbers are grouped as readers know them', () => {
      for (const value of numbers.flatMap((each) => (each ? [each, -each] : [each])))
        assert.equal(counter.number(value), inFigures.format(value));
    });

    test('days of every month are written as readers know them', () => {
      assert.equal(ends.length, 102 * 24);
      for (const time of ends) assert.equal(counter.date(dateOf(time)), inWords.format(time));
    });

    test('a moment is the day that it has in UTC', () => {
      for (const time of ends) {
        const last = time + 86_399_999;
        assert.equal(storyForm.date(last), inWords.format(last));
        assert.equal(badge.date(new Date(last).toISOString()), inWords.format(last));
      }
    });

    test('what is no day is refused, and never written as one', () => {
      for (const wrong of ['', 'tomorrow', '2027-13-01', Number.NaN])
        assert.throws(() => counter.date(wrong), RangeError);
    });
  });
