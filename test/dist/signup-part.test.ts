/** The part of the sign-up that is loaded at first touch, from the built files, when things go wrong. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { until } from '../support/until.ts';
import { twoOrigins, type TwoOrigins } from './club-server.ts';
import { visit } from './visit.ts';

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

const policy =
  "default-src 'none'; script-src {{club}}; connect-src {{club}}; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

test('a part that could not be loaded is loaded by "try again", under a strict policy, and nothing typed is lost', async () => {
  two.page(
    '/',
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>
     <script type="module" src="{{club}}/widgets/1/loader.js"></script></head>
     <body><ambassador-signup partner="ville" open><a href="https://club.example/join">Devenir ambassadeur</a></ambassador-signup></body></html>`,
    { 'content-security-policy': policy },
  );
  const visited = await visit(browser, `${two.host}/`);
  const { page } = visited;
  await visited.untilDrawn('ambassador-signup', 'form');
  assert.equal(visited.requests.filter((url) => url.includes('/parts/')).length, 0, 'nothing is loaded before a touch');

  await page.setRequestInterception(true);
  const refuse = (request: HTTPRequest) => void request.abort();
  page.on('request', refuse);

  const inForm = (run: string) =>
    page.evaluate(`(() => { const root = document.querySelector('ambassador-signup').shadowRoot; ${run} })()`);
  await inForm(`
    root.querySelector('#firstName').focus();
    root.querySelector('#firstName').value = 'Camille';
    root.querySelector('#email').value = 'camille@exemple.fr';
    for (const id of ['circle-0', 'age15', 'charter']) root.querySelector('#' + id).click();
    root.querySelector('form > .button').click();
  `);
  await visited.untilDrawn('ambassador-signup', '.box');
  assert.match(await visited.drawn('ambassador-signup', '.box'), /injoignable[^]*encore là/);

  page.off('request', refuse);
  await page.setRequestInterception(false);
  await inForm(`root.querySelector('.box button').click();`);
  // It goes as far as this test's club does, which hands out a challenge and takes no sign-up.
  const arrived = () => two.asked.some((line) => line.endsWith('/v1/memberships'));
  await until(arrived, () => `no sign-up was sent. ${two.asked.join('\n')}`);
  assert.equal(await inForm(`return root.querySelector('#firstName').value`), 'Camille');
  assert.deepEqual(await visited.violations(), []);
  await visited.close();
});
