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
import { visit, type Visit } from './visit.ts';

/** A widget, the part that shows that it works, and what somebody does with it. */
interface Case {
  widget: Embeddable;
  markup: string;
  drawn: string;
  use?: (visited: Visit) => Promise<void>;
}

/** Plays a film by hand: a browser loads none that nobody pressed. */
async function play({ page, untilDrawn }: Visit): Promise<void> {
  const [x, y] = await page.$eval('ambassador-testimonials', (element) => {
    const { left, top } = element.shadowRoot!.querySelector('.film')!.getBoundingClientRect();
    return [left + 20, top + 20] as const;
  });
  await page.mouse.click(x, y);
  await untilDrawn('ambassador-testimonials', 'video');
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

  /** What goes wrong on a page under a policy: violations, or nothing drawn. */
  async function wrongUnder(policy: string, { widget, markup, drawn, use }: Case): Promise<string[]> {
    const loader = '<script type="module" src="{{club}}/widgets/1/loader.js"></script>';
    two.page('/', `<!doctype html><html lang="fr"><title>Page</title>${loader}${markup}`, {
      'content-security-policy': policy,
    });
    const visited = await visit(browser, `${two.host}/`);
    try {
      const stopped = async () =>
        (await visited.violations()).length > 0 || visited.lines.some((line) => line.startsWith('uncaught'));
      const draws = visited.untilDrawn(`ambassador-${widget}`, drawn).then(
        () => true,
        () => false,
      );
      const waits = (async () => {
        while (!(await stopped().catch(() => true))) await new Promise((done) => setTimeout(done, 50));
        return false;
      })();
      if (await Promise.race([draws, waits])) {
        await use?.(visited);
        await visited.page.waitForNetworkIdle();
      }
      return [...(await visited.violations()), ...visited.lines];
    } finally {
      await visited.close();
    }
  }

  for (const one of cases)
    test(`lets ${one.widget} work without a violation, and no directive of it can be left out`, async () => {
      const sources = { club: testClub, publicUrl: two.club, mediaOrigin: two.club, manifest: built.manifest };
      const { policy } = passportOf(one.widget, 'fr', sources);
      assert.deepEqual(await wrongUnder(policy.line, one), []);
      assert.deepEqual(await wrongUnder(`${policy.line}; ${policy.trustedTypes}`, one), []);
      for (const name of Object.keys(policy.directives).filter((each) => each !== 'default-src')) {
        const { [name]: _left, ...rest } = policy.directives;
        assert.notDeepEqual(await wrongUnder(policyLine(rest), one), [], `${name} is idle`);
      }
      const others = policy.trustedTypes.replace('lit-html', "'none'");
      assert.notDeepEqual(await wrongUnder(`${policy.line}; ${others}`, one), [], 'trusted-types is idle');
    });
});
