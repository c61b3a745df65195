/** Each widget on a page whose policy is the line that its passport gives: enough, and nothing in it is idle. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Embeddable } from '../../api/contract/embed.ts';
import { passportOf } from '../../api/http/pages/passport/facts.ts';
import { policyLine } from '../../api/http/pages/passport/policy.ts';
import { testClub } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { badgeId, twoOrigins, type TwoOrigins } from './club-server.ts';
import { openStoryClub } from './story-club.ts';
import { visit, type Visit } from './visit.ts';

/** A widget, the part that shows that it works, and what somebody does with it. */
interface Case {
  widget: Embeddable;
  markup: string;
  drawn: string;
  use?: (visited: Visit) => Promise<void>;
}

/** Plays a film by hand: a browser loads none that nobody pressed. */
async function play({ press, untilDrawn, untilAsked }: Visit): Promise<void> {
  await press('ambassador-testimonials', '.film');
  await untilDrawn('ambassador-testimonials', 'video');
  for (const file of [/\.jpg$/, /\.mp4$/, /\.vtt$/]) await untilAsked(file);
}

const cases: Case[] = [
  {
    widget: 'counter',
    markup: '<ambassador-counter partner="ville"><a href="/">237</a></ambassador-counter>',
    drawn: '.base',
  },
  { widget: 'badge', markup: `<ambassador-badge badge="${badgeId}"></ambassador-badge>`, drawn: '.chip' },
  { widget: 'signup', markup: '<ambassador-signup partner="ville" open></ambassador-signup>', drawn: 'form' },
  {
    widget: 'testimonials',
    markup: '<ambassador-testimonials layout="list" circle="film"></ambassador-testimonials>',
    drawn: '.film',
    use: play,
  },
];

describe('the policy line of a passport', () => {
  let built: BuiltWidgets;
  let browser: Browser;
  let two: TwoOrigins;

  before(async () => {
    built = await builtWidgets();
    two = await twoOrigins(built.folder);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await two?.close();
    built?.remove();
  });

  /** What goes wrong on a page under a policy: violations first, then what else the page says. */
  async function wrongUnder(policy: string, { widget, markup, drawn, use }: Case, club = two.club): Promise<string[]> {
    const loader = `<script type="module" src="${club}/widgets/1/loader.js"></script>`;
    two.page('/', `<!doctype html><html lang="fr"><title>Page</title>${loader}${markup}`, {
      'content-security-policy': policy,
    });
    const visited = await visit(browser, `${two.host}/`);
    const works = async () => {
      await visited.untilDrawn(`ambassador-${widget}`, drawn);
      await use?.(visited);
      await visited.page.waitForNetworkIdle();
    };
    try {
      let isOver = false;
      const isStopped = async () =>
        (await visited.violations()).length > 0 || visited.lines.some((line) => line.startsWith('uncaught'));
      const stops = async () => {
        while (!isOver && !(await isStopped().catch(() => false))) await new Promise((done) => setTimeout(done, 50));
      };
      const working = works().then(
        () => [],
        (error: unknown) => [`failed: ${String(error)}`],
      );
      const failures = (await Promise.race([working, stops()])) ?? [];
      isOver = true;
      return [...(await visited.violations()), ...visited.lines, ...failures];
    } finally {
      await visited.close();
    }
  }

  /** The policy is enough; without one of its sources, or under other Trusted Types, the browser refuses something. */
  async function isEnoughAndNotTooMuch(one: Case, club: string, mediaOrigin: string): Promise<void> {
    const { policy } = passportOf(one.widget, 'fr', {
      club: testClub,
      publicUrl: club,
      mediaOrigin,
      manifest: built.manifest,
    });
    assert.deepEqual(await wrongUnder(policy.line, one, club), []);
    assert.deepEqual(await wrongUnder(`${policy.line}; ${policy.trustedTypes}`, one, club), []);
    for (const [name, value] of Object.entries(policy.directives)) {
      if (name === 'default-src') continue;
      for (const source of value.split(' ')) {
        const rest = value.split(' ').filter((each) => each !== source);
        const narrower = { ...policy.directives, [name]: rest.join(' ') || "'none'" };
        const [violation = 'nothing'] = await wrongUnder(policyLine(narrower), one, club);
        assert.ok(violation.startsWith(name), `${name} ${source} is idle: ${violation}`);
      }
    }
    const others = policy.trustedTypes.replace('lit-html', "'none'");
    const [violation = 'nothing'] = await wrongUnder(`${policy.line}; ${others}`, one, club);
    assert.ok(violation.startsWith('trusted-types'), `trusted-types is idle: ${violation}`);
  }

  for (const one of cases)
    test(`lets ${one.widget} work without a violation, and nothing of it can be left out`, () =>
      isEnoughAndNotTooMuch(one, two.club, two.club));

  test('lets somebody tell a story with a photo and a film, and nothing of it can be left out', async () => {
    const club = await openStoryClub(built.folder, two.host);
    try {
      const form: Case = {
        widget: 'story-form',
        markup: '<ambassador-story-form partner="ville" open></ambassador-story-form>',
        drawn: 'form',
        use: ({ page }) => club.tell(page),
      };
      await isEnoughAndNotTooMuch(form, club.url, club.media);
    } finally {
      await club.close();
    }
  });
});
