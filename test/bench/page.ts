/**
 * What a widget costs a partner's page on a phone four times slower than this machine: bytes, requests,
 * things that jump, moments in which the page does not listen. In view and below it, up to and including
 * a whole sign-up.
 */
import { readFileSync } from 'node:fs';
import { locales } from '../../api/contract/locales.ts';
import { launchBrowser } from '../support/browser.ts';
import { openHostPage, type Place } from './host-page.ts';
import { median, type Bench, type Measure } from './measure.ts';
import { visit, type Visit } from './visit.ts';

const budgets: Record<string, number> = { counter: 9000, signup: 14_000 };
const places: Place[] = ['in view', 'below the view'];
const visits = 3;
const mostRequests = 3;

type PlacedVisit = Visit & { place: Place };

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
  // What else this machine does only ever adds: a task that is ours is long on every visit.
  const least = places.map((place) => {
    const there = seen.filter((one) => one.place === place);
    return there.reduce((best, one) => (one.longTasks.length < best.longTasks.length ? one : best));
  });
  const long = Math.max(...least.map((one) => one.longTasks.length));
  const longest = Math.max(0, ...least.flatMap((one) => one.longTasks));
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
    {
      name: `${widget}: long tasks, processor 4× slower`,
      target: '0',
      result: String(long),
      detail:
        `by processor time; least of ${visits} visits, in the worse place, ${doing}` +
        (longest > 0 ? `; longest ${longest} ms` : ''),
      pass: long === 0,
    },
  ];
}

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
          for (const place of places) seen.push({ place, ...(await visit(browser, host, widget, place)) });
        }
        measures.push(...measuresOf(widget, seen));
      }
      return measures;
    } finally {
      await browser.close();
      await host.close();
    }
  },
};
