/**
 * From the configurator to a widget on somebody's page, as a webmaster goes: choose with the keyboard, look, copy,
 * paste into a page of another origin whose policy allows the club and nothing else.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Manifest } from '../../widgets/build.ts';
import { version } from '../../api/contract/version.ts';
import { launchBrowser } from '../support/browser.ts';
import { violations, violationsOfScheme } from '../support/axe.ts';
import { openDemo, type TestDemo } from '../support/demo.ts';
import { follow, press } from '../support/hand.ts';
import { appears, until } from '../support/until.ts';
import { openWatched, type Watched } from '../support/watched.ts';

const slug = 'ville-de-mulhouse';
let demo: TestDemo;
let browser: Browser;
let webmaster: Watched;
let page: Page;

before(async () => {
  demo = await openDemo();
  // The page of another origin is answered by the test: a browser cannot tell that it is of this machine, like the club.
  browser = await launchBrowser({ args: ['--disable-features=LocalNetworkAccessChecks'] });
  webmaster = await openWatched(browser, demo);
  page = webmaster.page;
  await webmaster.context.overridePermissions(demo.club, [
    'clipboard-read',
    'clipboard-write',
    'clipboard-sanitized-write',
  ]);
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Waits until the page says that it has caught up with the choice. */
const upToDate = (condition: string) =>
  page.waitForFunction(
    (part) => location.search.includes(part) && document.querySelector('[data-shows=status]')?.textContent !== '',
    {},
    condition,
  );
const valueOf = (id: string) => page.$eval(`#${id}`, (field) => (field as HTMLTextAreaElement).value);
const previewOf = async () => (await (await appears(page, '[data-shows=preview]'))!.contentFrame())!;

/** A page of the partner's own site with these lines in it, under a policy that knows the club alone. */
async function host(lines: string, sheet = ''): Promise<{ page: Page; complaints: string[] }> {
  const visitor = await openWatched(browser, demo);
  await visitor.page.setRequestInterception(true);
  const address = `${demo.origins[slug]}/new-page`;
  visitor.page.on('request', (request) => {
    if (request.url() === `${address}.css`) return void request.respond({ contentType: 'text/css', body: sheet });
    if (request.url() !== address) return void request.continue();
    const policy = `default-src 'none'; script-src ${demo.club}; connect-src ${demo.club}; img-src ${demo.club}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="fr"><title>Ville</title><link rel="icon" href="${demo.club}/assets/flame.svg"><link rel="stylesheet" href="/new-page.css"><main>${lines}</main></html>`,
    });
  });
  await visitor.page.goto(address, { waitUntil: 'networkidle2' });
  return { page: visitor.page, complaints: visitor.complaints };
}

describe('the configurator', () => {
  test('follows what is chosen, without a reload and without taking the focus away', async () => {
    await page.goto(`${demo.club}/embed?lang=fr`);
    await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
    await page.focus('#partner');
    await page.keyboard.type(slug);
    await upToDate(`partner=${slug}`);
    assert.equal(
      await page.$eval('[data-shows=partner]', ({ textContent }) => textContent?.includes('Ville de Mulhouse')),
      true,
    );
    await page.focus('[name=widget]');
    for (const _step of ['stories', 'badge', 'counter']) await page.keyboard.press('ArrowDown');
    await upToDate('widget=counter');
    const usable = await page.$$eval('[data-widget]:enabled', (all) =>
      all.map((one) => (one as HTMLElement).dataset['widget']),
    );
    assert.deepEqual(usable, ['counter']);
    const focus = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    assert.equal(focus, 'counter');
    await page.select('#counter-variant', 'figure');
    await upToDate('variant=figure');
    await page.type('#accent', '#ffd400');
    await upToDate('accent=%23ffd400');
    assert.equal(await page.$eval('[data-shows=contrast]', (one) => (one as HTMLElement).hidden), false);
    const preview = await previewOf();
    // In one look: the preview before may still be there, or about to go.
    const accentOf = () => {
      const counter = document.querySelector('ambassador-counter[variant=figure]');
      if (!location.search.includes('accent=') || !counter?.shadowRoot?.querySelector('.base')) return undefined;
      return getComputedStyle(counter).getPropertyValue('--ambassador-accent');
    };
    const accent = await until(
      () => preview.evaluate(accentOf).catch(() => undefined),
      () => `the preview at ${preview.url()} draws no figure.`,
    );
    assert.match(accent, /light-dark\(#8c7500,\s*#ffd400\)/);
    assert.equal(await page.evaluate(() => (globalThis as { stillHere?: boolean }).stillHere), true);
    await webmaster.assertQuiet();
  });

  test('has no barrier that a machine finds, in light and dark, and room at 320 pixels', async () => {
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await violationsOfScheme(page, 'dark'), []);
    await page.setViewport({ width: 320, height: 900 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.setViewport({ width: 1280, height: 900 });
  });

  test('copies lines that draw the widget on a page of another origin, under its policy', async () => {
    await page.$eval('[name=way]', (one) => ((one as HTMLDetailsElement).open = true));
    await page.bringToFront();
    await press(page, 'button[data-copies=code-pinned]');
    await page.waitForFunction(() => document.querySelector('button[data-copies=code-pinned] + .said')?.textContent);
    const lines = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(lines, await valueOf('code-pinned'));
    const site = await host(`${lines}\n${lines}`, await valueOf('code-sheet'));
    await site.page.waitForFunction(
      () =>
        [...document.querySelectorAll('ambassador-counter')].filter(({ shadowRoot }) =>
          shadowRoot?.querySelector('.base'),
        ).length === 2,
    );
    assert.deepEqual(site.complaints, []);
    await site.page.close();
  });

  test('copies lines that are a link where the policy forbids every script', async () => {
    const lines = (await valueOf('code-pinned')).replace(demo.club, 'http://nowhere.invalid');
    const site = await host(lines);
    assert.match(await site.page.$eval('ambassador-counter > a', ({ innerText }) => innerText), /ambassadeurs/);
    await site.page.close();
  });

  test('offers for every file the hash of what its exact address serves', async () => {
    const base = `${demo.club}/widgets/${version}/`;
    const manifest = (await (await fetch(`${base}manifest.json`)).json()) as Manifest;
    const names = Object.keys(manifest.files);
    assert.ok(names.length > 50);
    for (const name of names) {
      const body = Buffer.from(await (await fetch(base + name)).arrayBuffer());
      const hash = `sha384-${createHash('sha384').update(body).digest('base64')}`;
      assert.equal(manifest.files[name]!.integrity, hash, name);
    }
    assert.ok(
      (await valueOf('code-pinned')).includes(`integrity="${manifest.files['ambassador-counter.fr.js']!.integrity}"`),
    );
  });

  test('says nothing of a preview that gives way to the next one before the club has answered it', async () => {
    const visitor = await openWatched(browser, demo);
    let held = 0;
    await visitor.page.setRequestInterception(true);
    visitor.page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/v1/counter') held += 1;
      else void request.continue();
    });
    await visitor.page.goto(`${demo.club}/embed?lang=fr&partner=${slug}&widget=counter`);
    await until(
      () => held > 0,
      () => 'the preview asks for no number.',
    );
    await press(visitor.page, '[name=widget][value=signup]');
    const preview = (await (await appears(visitor.page, '[data-shows=preview]')).contentFrame())!;
    await appears(preview, 'ambassador-signup >>> [name=email]');
    await visitor.assertQuiet();
    await visitor.page.close();
  });

  test('signs nobody up from its preview', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(`${demo.club}/embed?lang=fr&partner=${slug}&widget=signup`, { waitUntil: 'networkidle2' });
    const preview = await previewOf();
    await appears(preview, 'ambassador-signup >>> [name=email]');
    await preview.type('ambassador-signup >>> [name=firstName]', 'Odile');
    await preview.type('ambassador-signup >>> [name=email]', 'odile@example.org');
    for (const name of ['circle', 'age15', 'charter']) {
      await preview.$eval(`ambassador-signup >>> [name=${name}]`, (one) => (one as HTMLElement).click());
    }
    const stopped = await preview.$eval(
      'ambassador-signup',
      (one) =>
        new Promise<boolean>((done) => {
          addEventListener('ambassador-signup-request', (event) => done(event.defaultPrevented), { once: true });
          (one as HTMLElement & { submit(): void }).submit();
        }),
    );
    assert.equal(stopped, true);
    await page.waitForNetworkIdle();
    assert.deepEqual(
      asked.filter((line) => line.startsWith('POST')),
      [],
    );
  });
});

test('works without JavaScript, one page at a time', async () => {
  const { page: plain } = await openWatched(browser, demo);
  await plain.setJavaScriptEnabled(false);
  await plain.goto(`${demo.club}/embed?lang=de&partner=${slug}`);
  await press(plain, '[name=widget][value=testimonials]');
  await follow(plain, 'form.configurator .button');
  assert.match(plain.url(), /widget=testimonials/);
  const page = await plain.content();
  assert.match(page, /&lt;ambassador-testimonials partner="ville-de-mulhouse"/);
  assert.match(page, /<select id="testimonials-layout"/);
  await plain.close();
});
