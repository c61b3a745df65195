/** Somebody of a partner's on a phone, without a script, and the staff who let them in: what they see and do. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { openTestApp, type TestApp } from '../support/app.ts';
import { violations, violationsOfScheme } from '../support/axe.ts';
import { launchBrowser, newPage } from '../support/browser.ts';
import { freePorts } from '../support/demo.ts';
import { follow, press } from '../support/hand.ts';
import { signedInPartner } from '../support/partner-people.ts';
import { serveTestApp, type TestServer } from '../support/server.ts';
import { signedInStaff, type SignedIn } from '../support/session.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let club: string;
before(async () => {
  const port = await freePorts(1);
  club = `http://localhost:${port}`;
  app = await openTestApp({ publicUrl: club, mediaOrigin: club });
  server = await serveTestApp(app, { port });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await app?.remove();
});

/** A narrow page of somebody who is signed in. */
async function pageOf({ token }: SignedIn): Promise<Page> {
  const context = await browser.createBrowserContext();
  await context.setCookie({ name: '__Host-staff', value: token, domain: 'localhost', path: '/', secure: true });
  const page = await newPage(context);
  await page.setViewport({ width: 320, height: 640 });
  return page;
}

async function assertGood(page: Page, what: string): Promise<void> {
  assert.deepEqual(await violations(page), [], what);
  assert.deepEqual(await violationsOfScheme(page, 'dark'), [], `${what}, dark`);
  await page.emulateMediaFeatures([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 320, `${what} is ${width} pixels wide`);
}

const heading = (page: Page) => page.$eval('h1', (one) => one.textContent.trim());

test('an admin adds a partner, mends what was wrong, lets somebody in and pauses it', async () => {
  const page = await pageOf(await signedInStaff(app, { role: 'admin' }));
  await page.goto(`${club}/console/partners?lang=en`);
  await assertGood(page, 'the list');
  await follow(page, 'a.button');
  await page.type('#slug', 'museum');
  await page.type('#name-fr', 'Musée du papier peint');
  await page.type('#origins', 'https://*.fr');
  await follow(page, 'form.card .button');
  await assertGood(page, 'the form with errors');
  // The link of the summary leads to the field.
  await press(page, '.errors a');
  await page.waitForFunction(() => location.hash === '#origins');
  await page.$eval('textarea#origins', (area) => (area.value = 'https://*.papierpeint.example'));
  await follow(page, 'form.card .button');
  assert.match(await page.$eval('.said-so', (one) => one.textContent), /partner is there/);
  await assertGood(page, 'the partner');
  await page.type('#personName', 'Lucie Muller');
  await page.type('#personEmail', 'lucie@papierpeint.example');
  await follow(page, '#people form.join .button');
  assert.match(await page.$eval('#people', (one) => one.textContent), /lucie@papierpeint\.example/);
  await follow(page, '.card:last-of-type a.button');
  await assertGood(page, 'the question');
  await follow(page, 'form .button');
  assert.match(await page.$eval('.partner-head', (one) => one.textContent), /Paused/);
});

test('somebody of a partner’s changes what is theirs, and is told that it is paused', async () => {
  await app.deps.storage.setPartnerStatus('ville', 'paused');
  const page = await pageOf(await signedInPartner(app));
  await page.goto(`${club}/partner?lang=de`);
  assert.equal(await heading(page), 'Ville de Mulhouse (démo)');
  await assertGood(page, 'the partner’s page');
  assert.match(await page.$eval('.errors', (one) => one.textContent), /Pausiert/);
  await page.type('#name-de', 'Stadt Mülhausen');
  await follow(page, 'form.card .button');
  assert.equal(await heading(page), 'Stadt Mülhausen');
  await follow(page, '.ways .button');
  await page.goto(`${club}/partner/ville?lang=de`);
  await assertGood(page, 'signing in');
  assert.match(page.url(), /\/partner\/sign-in\?next=/);
});
