/** The plugin as those use it who write: its page of settings, and its blocks in the editor. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Manifest } from '../../widgets/build.ts';
import { visit } from '../dist/visit.ts';
import { badge, complaintsIn, content, openWorld, read, scripts, type World } from './world.ts';

/** What the editor of WordPress has for scripts, as far as it is used here. */
interface Block {
  name: string;
  clientId: string;
}
interface Actions {
  insertBlocks(blocks: object[]): void;
  selectBlock(clientId: string): void;
  openGeneralSidebar(name: string): void;
  editPost(edits: object): void;
  savePost(): Promise<void>;
}
declare global {
  interface Window {
    wp: {
      blocks: {
        getBlockType(name: string): unknown;
        createBlock(name: string, values: object): object;
        rawHandler(given: { HTML: string }): object[];
      };
      data: {
        dispatch(store: string): Actions;
        select(store: string): { getBlocks(): Block[]; getCurrentPostId(): number };
      };
    };
  }
}

let world: World;

before(async () => {
  world = await openWorld();
});
after(() => world?.close());

describe('the settings', () => {
  const address = 'options-general.php?page=ambassador-widgets';
  const settings = () => world.site.php<Record<string, unknown>>(`return get_option( 'ambassador_widgets' );`);
  let page: Page;
  const save = async (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) {
      await page.$eval(
        `#ambassador-widgets-${name}`,
        (field, text) => ((field as HTMLInputElement).value = text),
        value,
      );
    }
    // The form's own check of addresses is for people's convenience; here the server is tried.
    await page.$eval('form[action="options.php"]', (form) => ((form as HTMLFormElement).noValidate = true));
    await Promise.all([page.waitForNavigation(), page.click('form[action="options.php"] #submit')]);
    return page.$eval('#wpbody', (body) => body.textContent ?? '');
  };
  const pin = () => Promise.all([page.waitForNavigation(), page.click('form[action$="admin-post.php"] [type=submit]')]);

  before(async () => {
    world.set({});
    ({ page } = await world.open('admin', address));
  });
  after(() => page.browserContext().close());

  test('take a pasted address and a name, and keep what was there when these are none', async () => {
    await save({ club: `${world.club.url}/embed?x=1`, partner: ' Ville-de-Mulhouse ' });
    assert.deepEqual(settings(), { ...world.usual(), version: '', integrity: [] });
    assert.match(await save({ club: 'http://club.example' }), /must begin with https/);
    const wrong = [
      'javascript:alert(1)',
      'https://a:b@club.example',
      '"><b>',
      'https://localhost.',
      'https://[::1]',
      '',
    ];
    const read = world.site.php<string[]>(
      `return array_map( 'Ambassador_Widgets\\\\origin_of', json_decode( '${JSON.stringify(wrong)}' ) );`,
    );
    assert.deepEqual(
      read,
      wrong.map(() => ''),
    );
    assert.match(await save({ club: world.club.url, partner: '../x' }), /small letters, digits and hyphens/);
    assert.deepEqual(settings(), { ...world.usual(), version: '', integrity: [] });
  });

  test('pin the version that the club serves, and pages then load it with its hash', async () => {
    await pin();
    const manifest = (await (await fetch(`${world.club.url}/widgets/1/manifest.json`)).json()) as Manifest;
    const hash = manifest.files['loader.js']!.integrity;
    assert.match(await page.$eval('#wpbody', (body) => body.textContent ?? ''), /Version 1\.0\.0 is pinned\./);
    const url = await world.publish('[ambassador widget="counter"]');
    const [tag = ''] = scripts(await read(url));
    assert.ok(tag.includes(`src="${world.club.url}/widgets/${manifest.version}/loader.js"`), tag);
    assert.ok(tag.includes(`integrity="${hash}"`) && tag.includes('crossorigin="anonymous"'), tag);
    const seen = await visit(world.browser, url);
    await seen.untilDrawn('ambassador-counter');
    assert.deepEqual(seen.lines, []);
    await seen.close();
    // Saving the form keeps it; another club's files are others.
    await save({ partner: world.club.partner });
    assert.equal(settings()['script'], 'pinned');
    await save({ club: 'https://other.example' });
    assert.deepEqual(settings(), { ...world.usual(), club: 'https://other.example', version: '', integrity: [] });
  });

  test('stay as they are when the club does not answer', async () => {
    // A port of this machine that nobody listens on.
    await save({ club: 'http://localhost:9' });
    await pin();
    assert.match(await page.$eval('#wpbody', (body) => body.textContent ?? ''), /did not answer as expected/);
    assert.equal(settings()['script'], 'evergreen');
  });

  test('are nothing for an editor, nor for a form from elsewhere', async () => {
    const before = settings();
    const { page: theirs } = await world.open('editor', address);
    assert.match(await theirs.$eval('body', (body) => body.textContent ?? ''), /not allowed to access this page/);
    const post = (where: Page, body: string) =>
      where.evaluate(
        async (url, sent) =>
          (
            await fetch(url, {
              method: 'POST',
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
              body: sent,
            })
          ).status,
        `${world.site.origin}/wp-admin/admin-post.php`,
        body,
      );
    assert.equal(await post(theirs, 'action=ambassador_widgets_pin'), 403);
    assert.equal(await post(page, 'action=ambassador_widgets_pin&_wpnonce=0123456789'), 403);
    assert.deepEqual(settings(), before);
    await theirs.browserContext().close();
  });
});

test('the editor shows each block as a page without scripts will, offers its choices, and saves it', async () => {
  world.set(world.usual());
  const { page, complaints } = await world.open('editor', 'post-new.php');
  await page.waitForFunction(() => !!window.wp?.blocks?.getBlockType('ambassador-widgets/signup'));
  await page.evaluate((id) => {
    const { createBlock, rawHandler } = window.wp.blocks;
    const chosen = { signup: { circle: 'habitants' }, badge: { badge: id }, counter: {}, 'story-form': {} };
    const made = Object.entries(chosen).map(([widget, values]) => createBlock(`ambassador-widgets/${widget}`, values));
    const pasted = rawHandler({ HTML: '<p>[ambassador widget="testimonials" limit="3" only-partner]</p>' });
    window.wp.data.dispatch('core/block-editor').insertBlocks([...made, ...pasted]);
  }, badge);
  await page.waitForFunction(() => document.querySelectorAll('[data-type^="ambassador-widgets/"] a').length === 5);
  const controls = async (widget: string) => {
    await page.evaluate((name) => {
      const { dispatch, select } = window.wp.data;
      const block = select('core/block-editor')
        .getBlocks()
        .find((one) => one.name === `ambassador-widgets/${name}`);
      dispatch('core/block-editor').selectBlock(block!.clientId);
      dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
    }, widget);
    await page.waitForSelector('.block-editor-block-inspector .components-panel__body.is-opened label');
    return page.$$eval('.block-editor-block-inspector .components-panel__body.is-opened label', (labels) =>
      labels.map((label) => label.textContent?.trim()).filter(Boolean),
    );
  };
  assert.deepEqual((await controls('signup')).slice(0, 3), [
    'Circle',
    'Never unfolds by itself',
    'Shows the form at once',
  ]);
  assert.ok((await controls('testimonials')).includes('Only stories told through this partner'));
  const saved = await page.evaluate(async () => {
    const { dispatch, select } = window.wp.data;
    dispatch('core/editor').editPost({ status: 'publish', title: 'From the editor' });
    await dispatch('core/editor').savePost();
    return select('core/editor').getCurrentPostId();
  });
  const html = content(await read(`${world.site.origin}/?p=${saved}`));
  assert.match(html, /<ambassador-signup partner="[^"]*" circle="habitants"><a /);
  assert.match(html, /<ambassador-testimonials partner="[^"]*" limit="3" only-partner><a /);
  assert.match(html, /<ambassador-badge [^>]*><a [^>]*><img /);
  assert.deepEqual(complaints, []);
  await page.browserContext().close();
});

test('nothing of ours is in the log', () => assert.deepEqual(complaintsIn(world.site.log()), []));
