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
import { look, type Look, type Looked } from './look.ts';
import { median, type Measure } from './measure.ts';
import { openOthers, type Other } from './others.ts';

const mostBytes = 32_000;
const mostRequests = 8;
/** How much later than on the page without. */
const latest = 1.02;
const slowdown = 4;
/** Turns in which every page is looked at, and further ones of those whose paints are compared. */
const turns = 4;
const morePaints = 8;
/** Turns without slowing down, whose processor time is multiplied. */
const plainTurns = 2;
/** Above this many milliseconds a page does not listen (Long Tasks API). */
const long = 50;

/** All looks at one page. */
interface Seen {
  looked: Looked;
  slow: Look[];
  plain: Look[];
}

type Pages = Record<'bare' | 'kit' | 'loader' | 'signup' | 'stories' | 'frame', Seen>;

const fallbacks: Record<string, string> = {
  counter: '<a href="/">Le club des ambassadeurs de Mulhouse</a>',
  testimonials: '<a href="/stories">Leurs histoires</a>',
  signup: '<a href="/join">Devenir ambassadeur de Mulhouse</a>',
};

/** A tag as the configurator gives it, what stands in for it within. */
function tag(widget: string, club: string): string {
  const picture = `<img src="${club}${badgePicture(benchBadge, 'svg')}" width="200" height="64" alt="Ambassadrice">`;
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

/** Looks at pages in turns; which one goes first changes, so that whatever else the machine does meets all alike. */
async function lookInTurns(browser: Browser, seen: readonly Seen[], times: number, speed: 'slow' | 'plain') {
  for (let turn = 0; turn < times; turn++) {
    for (let i = 0; i < seen.length; i++) {
      const one = seen[(turn + i) % seen.length]!;
      one[speed].push(await look(browser, one.looked, speed === 'slow' ? slowdown : 1));
    }
  }
}

const number = (value: number) => Math.round(value).toLocaleString('en');
const most = (seen: Seen, of: (look: Look) => number) => Math.max(...[...seen.slow, ...seen.plain].map(of));
const middle = (seen: Seen, of: (look: Look) => number) => median(seen.slow.map(of));
const shiftOf = (seen: Seen) => most(seen, ({ shift }) => shift);
const told = (shift: number) => shift.toFixed(4).replace(/\.?0+$/, '');
const paint = (seen: Seen, bare: Seen) => middle(seen, ({ painted }) => painted) / middle(bare, ({ painted }) => painted);

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

function kitMeasures({ bare, kit }: Pages): Measure[] {
  const name = 'page with the kit';
  const bytes = most(kit, ({ code }) => code);
  const requests = most(kit, (one) => one.requests);
  const shift = shiftOf(kit);
  const { count, longest, clock } = longTasks(kit);
  const ratio = paint(kit, bare);
  const milliseconds = (seen: Seen) => `${number(middle(seen, ({ painted }) => painted))} ms`;
  const apart = kit.slow.map(({ painted }, i) => painted / bare.slow[i]!.painted);
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
        `medians of ${kit.slow.length} visits in turns, processor ${slowdown}× slower: ${milliseconds(kit)} against ` +
        `${milliseconds(bare)}; ${Math.min(...apart).toFixed(2)} to ${Math.max(...apart).toFixed(2)} in single turns`,
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

const nothing = (looked: Looked): Seen => ({ looked, slow: [], plain: [] });

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
    await lookInTurns(browser, all, turns, 'slow');
    await lookInTurns(browser, all, plainTurns, 'plain');
    await lookInTurns(browser, [pages.bare, pages.kit], morePaints, 'slow');
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
