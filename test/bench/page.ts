/**
 * What a widget costs a partner's page on a phone four times slower than this machine: bytes, requests,
 * things that jump, moments in which the page does not listen. In view and below it, up to and including
 * a whole sign-up. Half of the visits are slowed down by the browser; in the other half the tasks'
 * processor time is multiplied, which says the same on a machine that has something else to do.
 */
import { readFileSync } from 'node:fs';
import { locales } from '../../api/contract/locales.ts';
import { launchBrowser } from '../support/browser.ts';
import { embedMeasures } from './embeds.ts';
import { openHostPage, type Place } from './host-page.ts';
import { median, type Bench, type Measure } from './measure.ts';
import type { Task } from './tasks.ts';
import { visit, type Visit } from './visit.ts';

const budgets: Record<string, number> = { badge: 9000, counter: 9000, signup: 14_000 };
const places: Place[] = ['in view', 'below the view'];
const visits = 2;
const slowdown = 4;
const mostRequests = 3;

/** Above this many milliseconds a page does not listen (Long Tasks API). */
const long = 50;

type PlacedVisit = Visit & { place: Place; slowdown: number };

interface Manifest {
  files: Record<string, { brotli: number }>;
}

/** The heaviest language: the core and the widget, brotli. */
function weightOf(widget: string): number {
  const file = new URL('../../dist/widgets/manifest.json', import.meta.url);
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Math.max(...locales.map((locale) => files['loader.js']!.brotli + files[`${widget}.${locale}.js`]!.brotli));
}

function measuresOf(widget: string, seen: readonly PlacedVisit[]): Measure[] {
  const budget = budgets[widget]!;
  const weight = weightOf(widget);
  const requests = Math.max(...seen.map((one) => one.requests));
  const shift = Math.max(...seen.map((one) => one.shift));
  const doing = widget === 'signup' ? 'seen, filled in, proved and sent' : 'seen';
  return [
    {
      name: `${widget}: bytes`,
      target: `≤ ${budget.toLocaleString('en')}`,
      result: weight.toLocaleString('en'),
      detail: `files, brotli, core and heaviest language; over the wire with heads and API ${median(seen.map((one) => one.received)).toLocaleString('en')}`,
      pass: weight <= budget,
    },
    {
      name: `${widget}: requests`,
      target: `≤ ${mostRequests}`,
      result: String(requests),
      detail: 'most of all visits, the API call counted',
      pass: requests <= mostRequests,
    },
    {
      name: `${widget}: layout shift`,
      target: '0',
      result: shift.toFixed(4).replace(/\.?0+$/, ''),
      detail: `most of ${seen.length} visits, ${places.join(' and ')}, ${doing}`,
      pass: shift === 0,
    },
    longTaskMeasure(widget, seen, doing),
  ];
}

/** Noise only ever adds: a task that is ours is long on every visit, so the best visit of each place counts. */
function longTaskMeasure(widget: string, seen: readonly PlacedVisit[], doing: string): Measure {
  const durations = (wanted: number, of: (task: Task) => number) =>
    places.map((place) => {
      const there = seen.filter((one) => one.place === place && one.slowdown === wanted);
      const lasting = there.map(({ tasks }) => tasks.map(of).toSorted((a, b) => b - a));
      return lasting.toSorted((a, b) => a[0]! - b[0]!)[0]!;
    });
  const count = (all: number[][]) => Math.max(...all.map((each) => each.filter((one) => one >= long).length));
  const longest = (all: number[][]) => Math.round(Math.max(...all.flat()));
  const multiplied = durations(1, ({ processor }) => processor * slowdown);
  const slowed = durations(slowdown, ({ clock }) => clock);
  return {
    name: `${widget}: long tasks, processor ${slowdown}× slower`,
    target: '0',
    result: String(count(multiplied)),
    detail:
      `${doing}; longest ${longest(multiplied)} ms of processor time × ${slowdown}; ` +
      `slowed down by the browser, by the clock: ${count(slowed)}, longest ${longest(slowed)} ms`,
    pass: count(multiplied) === 0,
  };
}

/** Bytes, requests, shifts and long tasks of every widget. */
export const pageBench: Bench = {
  name: 'page',
  async run(): Promise<Measure[]> {
    const host = await openHostPage();
    const browser = await launchBrowser();
    try {
      const measures: Measure[] = [];
      for (const widget of Object.keys(budgets)) {
        const seen: PlacedVisit[] = [];
        for (let i = 0; i < visits; i++) {
          for (const place of places) {
            for (const times of [1, slowdown]) {
              seen.push({ place, slowdown: times, ...(await visit(browser, host, widget, place, times)) });
            }
          }
        }
        measures.push(...measuresOf(widget, seen));
      }
      return [...measures, ...(await embedMeasures(browser, host))];
    } finally {
      await browser.close();
      await host.close();
    }
  },
};
