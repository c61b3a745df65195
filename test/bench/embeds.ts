/**
 * A partner's page with everything that it may show at once, against the same page without; and beside it, in
 * the same turns, what other projects let webmasters paste into theirs.
 */
import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { badgePicture } from '../../api/contract/badge.ts';
import { embedPaths } from '../../api/contract/embed.ts';
import { paths } from '../../api/contract/paths.ts';
import { version } from '../../api/contract/version.ts';
import { benchBadge, slug } from './club.ts';
import type { HostPage } from './host-page.ts';
import { largestPaint, look, type Look, type Looked } from './look.ts';
import { median, middleMean, type Measure } from './measure.ts';
import { openOthers, type Other } from './others.ts';

const mostBytes = 32_000;
const mostRequests = 8;
/** How much later than on the page without. */
const latest = 1.02;
const slowdown = 4;
/** Turns in which every page is looked at, slowed down, and without: there, processor time is multiplied. */
const turns = 2;
/** Further ones of what a target is about. */
const moreTurns = 1;
/** Further ones in which nobody reads on: for the paints alone. */
const paintTurns = 30;
/** Above this many milliseconds a page does not listen (Long Tasks API). */
const long = 50;

/** All looks at one page. */
interface Seen {
  looked: Looked;
  slow: Look[];
  plain: Look[];
  /** Largest contentful paints, slowed down. */
  paints: number[];
}

type Pages = Record<'bare' | 'words' | 'kit' | 'loader' | 'signup' | 'stories' | 'frame', Seen>;

const fallbacks: Record<string, string> = {
  counter: '<a href="/">Le club des ambassadeurs de Mulhouse</a>',
  testimonials: '<a href="/stories">Leurs histoires</a>',
  signup: '<a href="/join">Devenir ambassadeur de Mulhouse</a>',
};

/** A tag as the configurator gives it, what stands in for it within. */
function tag(widget: string, club: string): string {
  const picture = `<img src="${club}${badgePicture(benchBadge, 'svg')}" width="200" height="64" alt="Ambassadrice" loading="lazy">`;
  const fallback = fallbacks[widget] ?? `<a href="${club}/b/${benchBadge}" rel="noopener">${picture}</a>`;
  const badge = widget === 'badge' ? ` badge="${benchBadge}"` : '';
  return `<ambassador-${widget} partner="${slug}"${badge}>${fallback}</ambassador-${widget}>`;
}

/** A file that never changes, with its hash. */
function pinned(club: string, file: string): string {
  const manifest = readFileSync(new URL('../../dist/widgets/manifest.json', import.meta.url), 'utf8');
  const { files } = JSON.parse(manifest) as { files: Record<string, { integrity: string }> };
  const hash = `integrity="${files[file]!.integrity}" crossorigin="anonymous"`;
  return `<script type="module" src="${club}${paths.widgets}${version}/${file}" ${hash}></script>`;
}

const parts: Record<string, string> = { signup: '.panel', testimonials: '.card', badge: '.base', counter: '.base' };
const shown = (widgets: readonly string[]) => widgets.map((widget) => `ambassador-${widget} >>> ${parts[widget]}`);

function ourPages(host: HostPage): Record<keyof Pages, Looked> {
  const { club } = host;
  const page = (name: string, script: string, widgets: string[]): Looked => ({
    url: host.add(name, script, widgets.map((widget) => tag(widget, club)).join('\n')),
    shown: shown(widgets),
  });
  const all = Object.keys(parts);
  return {
    bare: page('bare', '', []),
    // What stands between the tags, a picture of the club's among it, without a script.
    words: { ...page('words', '', all), shown: [] },
    kit: page('kit', pinned(club, 'kit.fr.js'), all),
    loader: page('loader', `<script type="module" src="${club}${paths.widgets}1/loader.js"></script>`, all),
    signup: {
      ...page('signup', pinned(club, 'ambassador-signup.fr.js'), ['signup']),
      touched: 'ambassador-signup >>> #firstName',
    },
    stories: page('stories', pinned(club, 'ambassador-testimonials.fr.js'), ['testimonials']),
    frame: {
      url: `${club}${embedPaths.frame('counter')}?partner=${slug}`,
      shown: shown(['counter']),
      whole: true,
    },
  };
}

/** Pages in turns; which one goes first changes, so that whatever else the machine does meets all alike. */
async function inTurns(seen: readonly Seen[], times: number, visit: (one: Seen) => Promise<void>): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    for (let i = 0; i < seen.length; i++) await visit(seen[(turn + i) % seen.length]!);
  }
}

const number = (value: number) => Math.round(value).toLocaleString('en');
const most = (seen: Seen, of: (look: Look) => number) => Math.max(...[...seen.slow, ...seen.plain].map(of));
const middle = (seen: Seen, of: (look: Look) => number) => median(seen.slow.map(of));
const shiftOf = (seen: Seen) => most(seen, ({ shift }) => shift);
const told = (shift: number) => shift.toFixed(4).replace(/\.?0+$/, '');
const paint = (seen: Seen, bare: Seen) => middleMean(seen.paints) / middleMean(bare.paints);

/** Noise only ever adds: a task that is a page's own is long on every look, so the best look counts. */
function longTasks(seen: Seen): { count: number; longest: number; clock: number } {
  const of = (looks: readonly Look[], lasting: (look: Look) => number[]) =>
    looks.map((one) => lasting(one).toSorted((a, b) => b - a)).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))[0]!;
  const multiplied = of(seen.plain, ({ tasks }) => tasks.map(({ processor }) => processor * slowdown));
  const slowed = of(seen.slow, ({ tasks }) => tasks.map(({ clock }) => clock));
  return {
    count: multiplied.filter((one) => one >= long).length,
    longest: multiplied[0] ?? 0,
    clock: slowed.filter((one) => one >= long).length,
  };
}

function kitMeasures({ bare, words, kit }: Pages): Measure[] {
  const name = 'page with the kit';
  const bytes = most(kit, ({ code }) => code);
  const requests = most(kit, (one) => one.requests);
  const shift = shiftOf(kit);
  const { count, longest, clock } = longTasks(kit);
  const ratio = paint(kit, bare);
  const apart = kit.paints.map((painted, i) => painted / bare.paints[i]!);
  return [
    {
      name: `${name}: bytes`,
      target: `≤ ${number(mostBytes)}`,
      result: number(bytes),
      detail:
        'script as sent, pinned with its hash: sign-up, testimonials, badge, counter; with answers of the API and ' +
        `the badge's picture ${number(most(kit, ({ bodies }) => bodies))}, with heads ${number(most(kit, ({ received }) => received))}`,
      pass: bytes <= mostBytes,
    },
    {
      name: `${name}: requests`,
      target: `≤ ${mostRequests}`,
      result: String(requests),
      detail: 'script, API, picture; read to the end of the page',
      pass: requests <= mostRequests,
    },
    {
      name: `${name}: layout shift`,
      target: '0',
      result: told(shift),
      detail: `most of ${kit.slow.length + kit.plain.length} visits, read to the end; without widgets ${told(shiftOf(bare))}`,
      pass: shift === 0,
    },
    {
      name: `${name}: long tasks, processor ${slowdown}× slower`,
      target: '0',
      result: String(count),
      detail:
        `longest ${number(longest)} ms of processor time × ${slowdown}, without widgets ${number(longTasks(bare).longest)}; ` +
        `slowed down by the browser, by the clock: ${clock}, without widgets ${longTasks(bare).clock}`,
      pass: count === 0,
    },
    {
      name: `${name}: largest paint, to the page without`,
      target: `≤ ${latest}`,
      result: ratio.toFixed(3),
      detail:
        `middle halves of ${kit.paints.length} visits in turns, processor ${slowdown}× slower: ` +
        `${number(middleMean(kit.paints))} against ${number(middleMean(bare.paints))} ms; ${Math.min(...apart).toFixed(2)} to ${Math.max(...apart).toFixed(2)} in single turns; ` +
        `what stands between the tags alone, without the script: ${paint(words, bare).toFixed(3)}`,
      pass: ratio <= latest,
    },
  ];
}

/** All that there is to say of a page, in one line. Nothing was promised. */
function line(name: string, seen: Seen, bare: Seen, more = ''): Measure {
  const { count, longest, clock } = longTasks(seen);
  return {
    name,
    target: '·',
    result: `${number(most(seen, ({ bodies }) => bodies))} bytes`,
    detail:
      `${most(seen, ({ requests }) => requests)} requests, ${number(most(seen, ({ received }) => received))} bytes with heads; ` +
      `shift ${told(shiftOf(seen))}; long tasks ${count}, longest ${number(longest)} ms (${clock} by the clock); ` +
      `scripts ${number(middle(seen, ({ script }) => script) - middle(bare, ({ script }) => script))} ms at ${slowdown}×; ` +
      `largest paint × ${paint(seen, bare).toFixed(3)}${more}`,
  };
}

/** How our bytes compare with theirs, where both do the same. */
function against(what: string, ours: Seen, name: string, theirs: Seen): Measure {
  const bytes = (seen: Seen) => most(seen, ({ bodies }) => bodies);
  return {
    name: `${what}: bytes, to ${name}`,
    target: '·',
    result: (bytes(ours) / bytes(theirs)).toFixed(2),
    detail: `${number(bytes(ours))} against ${number(bytes(theirs))}`,
  };
}

const nothing = (looked: Looked): Seen => ({ looked, slow: [], plain: [], paints: [] });

/** Weight, shifts, tasks and paints of a whole page of widgets, and of what else webmasters could paste. */
export async function embedMeasures(browser: Browser, host: HostPage): Promise<Measure[]> {
  const others = await openOthers();
  try {
    const looked = ourPages(host);
    const pages = Object.fromEntries(Object.entries(looked).map(([name, one]) => [name, nothing(one)])) as Pages;
    const theirs = others.all.map((other: Other, i) => ({
      name: other.name,
      ...nothing({ url: host.add(`other-${i}`, '', other.markup), shown: [other.shown] }),
    }));
    const all = [...Object.values(pages), ...theirs];
    const promised = [pages.bare, pages.words, pages.kit];
    for (const [seen, times] of [[all, turns] as const, [promised, moreTurns] as const]) {
      await inTurns(seen, times, async (one) => {
        one.plain.push(await look(browser, one.looked, 1));
        one.slow.push(await look(browser, one.looked, slowdown));
        one.paints.push(one.slow.at(-1)!.painted);
      });
    }
    await inTurns(promised, paintTurns, async (one) => {
      one.paints.push(await largestPaint(browser, one.looked.url, slowdown));
    });
    return [...kitMeasures(pages), ...comparison(pages, theirs)];
  } finally {
    await others.close();
  }
}

function comparison(pages: Pages, theirs: readonly (Seen & { name: string })[]): Measure[] {
  const { bare, loader, signup, stories, frame } = pages;
  const [ghost, typeform, swiper] = theirs as readonly Seen[] as [Seen, Seen, Seen];
  return [
    line('the same with the loader', loader, bare),
    line('sign-up alone, touched', signup, bare),
    line('testimonials alone', stories, bare),
    line('the frame of the counter', frame, bare, '; its own page counted'),
    ...theirs.map((one) => line(one.name, one, bare)),
    against('sign-up, touched', signup, 'Ghost’s form', ghost),
    against('sign-up, touched', signup, 'Typeform’s embed, its form not counted', typeform),
    against('testimonials', stories, 'Swiper Element', swiper),
  ];
}
