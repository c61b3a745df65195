/**
 * What people may do about a story: its author without JavaScript, a visitor who objects to it, the author who
 * objects to that. Real ports, real mails, and a browser for each of them.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { demoAuthor, demoStaff, storyId } from '../../demo/seed-stories.ts';
import { Author } from '../support/author.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDemo, picturesOf, type TestDemo } from '../support/demo.ts';
import { press, pressFound, write } from '../support/hand.ts';
import { mailTo } from '../support/letters.ts';
import { addByCommand, Moderator } from '../support/moderator.ts';
import { partnerPages } from '../support/partner-pages.ts';
import { tabTo } from '../support/person.ts';
import { openWatched, type Watched } from '../support/watched.ts';
import { appears } from '../support/until.ts';

let browser: Browser;
let demo: TestDemo;

before(async () => {
  demo = await openDemo();
  // A story whose picture is still being prepared cannot be made public again.
  await picturesOf(demo);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

describe('without JavaScript', () => {
  const text = 'On m’avait dit de ne pas venir. Je suis venue pour voir, et je suis restée.';
  let author: Author;
  let page: Page;

  const main = () => page.$eval('main', (element) => element.textContent ?? '');
  async function replace(selector: string, words: string): Promise<void> {
    await page.$eval(selector, (field) => ((field as HTMLTextAreaElement).value = ''));
    await page.type(selector, words);
  }

  test('an author tells a story', async () => {
    // That what was typed is too short is an answer, which browsers write down as a failed request.
    const expected = /status of 422/;
    author = await Author.join(demo, browser, { firstName: 'Odette', email: 'odette@example.org', expected });
    ({ page } = author);
    await page.setJavaScriptEnabled(false);
    await author.arrive();
    assert.equal(new URL(page.url()).pathname, '/me/stories');
    assert.equal(await page.$eval('#circle', (list) => (list as HTMLSelectElement).value), 'entrepreneurs');
    await page.type('#text', 'Trop court');
    await press(page, '#use-club_site', 'tap');
    await author.follow('[name=next][value=submit]');
    assert.equal(await page.$eval('#text', (field) => (field as HTMLTextAreaElement).value), 'Trop court');
    assert.ok(await page.$('.errors a[href="#text"]'), 'what is wrong is said');
    await replace('#text', text);
    await author.follow('[name=next][value=submit]');
    assert.match(await main(), /Votre récit est arrivé/);
    assert.match(await main(), /En relecture/);
  });

  test('changes it', async () => {
    await author.follow('.told a');
    await replace('#text', `${text} Depuis, j’y tiens un café.`);
    await author.follow('[name=next][value=submit]');
    assert.match(await main(), /j’y tiens un café/);
    assert.match(await main(), /En relecture/);
  });

  test('and withdraws it', async () => {
    await author.follow('.told a');
    await author.follow('form[action*="/withdraw"] button');
    assert.match(await main(), /Le récit est retiré/);
    assert.equal(await page.$('form[action*="/withdraw"]'), null, 'there is nothing left to withdraw');
    await author.watched.assertQuiet();
  });
});

describe('a story that somebody objects to', () => {
  const id = storyId('jardin-de-la-cite');
  const [city] = partnerPages;
  const reporter = 'voisine@example.org';
  let visitor: Watched;
  let receipt: string;

  const isShown = async () => !!(await city!.open(demo, visitor.page, { id, text: '' }));
  const pageStatus = async () => (await fetch(`${demo.club}/stories/${id}`)).status;

  test('is reported from a partner’s page, without an account, with a receipt on the page and by mail', async () => {
    visitor = await openWatched(browser, demo);
    const { page } = visitor;
    const story = await city!.open(demo, page, { id, text: '' });
    assert.ok(story);
    await pressFound(() => story.$('[part=report]'), 'the report');
    const form = (selector: string) => `ambassador-testimonials >>> form.report ${selector}`;
    await appears(page, form('#report-reason'));
    assert.deepEqual(await violations(page), []);
    await page.select(form('#report-reason'), 'personal_data');
    await write(page, form('#report-text'), 'On y lit l’adresse de mon jardin.');
    await write(page, form('#report-name'), 'Une voisine');
    await write(page, form('#report-email'), reporter);
    await press(page, form('[name=goodFaith]'));
    await press(page, form('.button'));
    const thanks = await appears(page, 'ambassador-testimonials >>> div.report');
    receipt = /\w{4}-\w{4}-\w{4}/.exec(await thanks!.evaluate((one) => one.textContent ?? ''))![0];
    const mail = await mailTo(demo.smtp, reporter, new RegExp(receipt));
    assert.match(mail.subject!, /est bien arrivé/);
    assert.ok(await isShown(), 'a report alone removes nothing');
    assert.deepEqual(await visitor.context.cookies(), []);
    await visitor.assertQuiet();
  });

  test('is removed by a moderator; author and reporter are told, by mail, why', async () => {
    await addByCommand(demo, 'noemie@example.org', 'Noémie', 'moderator');
    const moderator = await Moderator.arrive(demo, browser, 'noemie@example.org');
    await moderator.open('Signalements');
    await moderator.goTo('.letter', receipt);
    assert.ok(!(await moderator.read('.at-hand')).includes(reporter), 'who reported is nobody’s business');
    assert.deepEqual(await violations(moderator.page), []);
    await moderator.key('r');
    await moderator.untilFocus('statement');
    await moderator.key('3');
    await moderator.untilFocus('text');
    await moderator.send();
    await moderator.until('.status', 'est retiré');
    assert.equal(await pageStatus(), 404);
    assert.equal(await isShown(), false);
    assert.match((await mailTo(demo.smtp, reporter, /le récit est retiré/)).subject!, new RegExp(receipt));
    assert.match((await mailTo(demo.smtp, demoAuthor, /Votre récit a été retiré/)).text!, /contest|pas d’accord/);
    await moderator.watched.assertQuiet();
  });

  test('its author objects, and another person restores it', async () => {
    const author = await Author.open(demo, browser, demoAuthor);
    await author.arrive();
    await author.until('.statement', 'Données personnelles');
    await author.press('Contester');
    await author.write('#appeal', 'C’est mon jardin et mon adresse : je veux bien qu’on les connaisse.');
    await author.tap('.statement form .button');
    await author.until('.statement', 'autre personne');
    assert.deepEqual(await violations(author.page), []);
    await author.watched.assertQuiet();

    const other = demoStaff.find(({ role }) => role === 'moderator')!;
    const moderator = await Moderator.arrive(demo, browser, other.email);
    await moderator.open('Recours');
    await moderator.goTo('.letter', 'C’est mon jardin');
    await moderator.key('a');
    await moderator.untilFocus('statement');
    await tabTo(moderator.page, ({ tag }) => tag === 'textarea', 'the answer');
    await moderator.page.keyboard.type('Vous avez raison, c’est bien votre jardin.');
    await moderator.send();
    await moderator.until('.status', 'est public');
    assert.equal(await pageStatus(), 200);
    assert.ok(await isShown());
    assert.match((await mailTo(demo.smtp, demoAuthor, /Vous aviez raison/)).text!, /c’est bien votre jardin/);
    await moderator.watched.assertQuiet();
  });
});
