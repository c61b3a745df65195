/**
 * The plugin in a real WordPress: installed, used by an editor who may not write unfiltered HTML, and by visitors
 * under a strict policy, with the demo's club behind it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { parse } from 'parse5';
import type { Manifest } from '../../widgets/build.ts';
import { visit } from '../dist/visit.ts';
import { launchBrowser } from '../support/browser.ts';
import { mailTo } from '../support/letters.ts';
import { joinByKeyboard, tabTo } from '../support/person.ts';
import { openClub, type Club } from './club.ts';
import { program } from './installed.ts';
import { startWordPress, type Site } from './site.ts';

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

const zip = join(import.meta.dirname, '../../dist/wordpress/ambassador-widgets.zip');
const plugin = 'ambassador-widgets/ambassador-widgets.php';
const badge = 'Y7pFaiESNNFfzyanQw2T1E';

let club: Club;
let site: Site;
let browser: Browser;
/** For the REST API. */
let editor: { authorization: string };

before(async () => {
  club = await openClub();
  site = await startWordPress(zip, club.port);
  browser = await launchBrowser();
  site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
    $problem = activate_plugin( '${plugin}' );
    if ( $problem ) { throw new Exception( $problem->get_error_message() ); }`);
  const password = site.php<string>(`
    $id = wp_insert_user( array( 'user_login' => 'editor', 'user_pass' => 'secret-of-editor', 'role' => 'editor' ) );
    return WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) )[0];`);
  editor = { authorization: `Basic ${Buffer.from(`editor:${password}`).toString('base64')}` };
});
after(async () => {
  await browser?.close();
  await site?.close();
  await club?.close();
});

/** Saves a post as the editor, through the REST API, and answers the address that it is published at. */
async function publish(content: string): Promise<string> {
  const response = await fetch(`${site.origin}/?rest_route=/wp/v2/posts`, {
    method: 'POST',
    headers: { ...editor, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'A post', status: 'publish', content }),
  });
  const post = (await response.json()) as { id: number; message?: string };
  assert.equal(response.status, 201, post.message);
  return `${site.origin}/?p=${post.id}`;
}

const read = async (url: string): Promise<string> => (await fetch(url)).text();

/** The page without what is around its content, and without what versions of WordPress do differently. */
const content = (html: string) =>
  /<main>(.*)<\/main>/s.exec(html)![1]!.trim().replace(/\n+/g, '\n').replaceAll(' decoding="async"', '');

const scripts = (html: string) => html.match(/<script\b[^>]*>/g) ?? [];

const set = (settings: Record<string, unknown>) =>
  site.php(`return update_option( 'ambassador_widgets', json_decode( '${JSON.stringify(settings)}', true ) );`);

/** What somebody sees who is asked for nothing but the club and the partner. */
const usual = () => ({ club: club.url, partner: club.partner, script: 'evergreen' });

const everything = () => `<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->
<!-- wp:ambassador-widgets/signup {"circle":"habitants","lang":"fr","align":"wide"} /-->
<!-- wp:ambassador-widgets/testimonials {"layout":"wall","limit":3,"only-partner":true} /-->
<!-- wp:ambassador-widgets/badge {"badge":"${badge}"} /-->
<!-- wp:ambassador-widgets/story-form {"compact":true} /-->
<!-- wp:paragraph --><p>So far: [ambassador widget="counter" no-goal].</p><!-- /wp:paragraph -->`;

test('the files have no error for PHP, and nothing but the club is asked for before it is named', async () => {
  for (const file of globSync('wp-content/plugins/ambassador-widgets/**/*.php', { cwd: site.folder })) {
    const { stdout, status } = spawnSync(program('php')!, ['-d', 'error_reporting=-1', '-l', join(site.folder, file)]);
    assert.equal(status, 0, String(stdout));
  }
  const page = await read(await publish(everything()));
  assert.doesNotMatch(page, /<ambassador-/);
  assert.deepEqual(scripts(page), []);
});

describe('what an editor saves who may not write unfiltered HTML', () => {
  before(() => set(usual()));

  test('blocks and shortcodes come out as elements with something real inside, and one script', async () => {
    assert.equal(site.php(`return user_can( get_user_by( 'login', 'editor' ), 'unfiltered_html' );`), false);
    const html = await read(await publish(everything()));
    const { url, partner } = club;
    const block = (widget: string, more = '') => `<div class="${more}wp-block-ambassador-widgets-${widget}">`;
    assert.equal(
      content(html),
      `<p>Before.</p>
${block('signup', 'alignwide ')}<ambassador-signup partner="${partner}" lang="fr" circle="habitants"><a href="${url}/join?lang=fr&#038;partner=${partner}&#038;circle=habitants">Rejoindre le club des ambassadeurs</a></ambassador-signup></div>
${block('testimonials')}<ambassador-testimonials partner="${partner}" layout="wall" limit="3" only-partner><a href="${url}/stories?lang=en">Read what ambassadors tell</a></ambassador-testimonials></div>
${block('badge')}<ambassador-badge partner="${partner}" badge="${badge}"><a href="${url}/b/${badge}" rel="noopener"><img src="${url}/b/${badge}.svg" width="200" height="64" alt="Ambassador’s badge, to be checked with the club" loading="lazy"></a></ambassador-badge></div>
${block('story-form')}<ambassador-story-form partner="${partner}" compact><a href="${url}/me/stories?lang=en">Tell the club my story</a></ambassador-story-form></div>
<p>So far: <ambassador-counter partner="${partner}" no-goal><a href="${url}/?lang=en">How many ambassadors are we?</a></ambassador-counter>.</p>`,
    );
    assert.equal(scripts(html).length, 1);
    assert.match(scripts(html)[0]!, / type="module" src="http:\/\/localhost:\d+\/widgets\/1\/loader\.js" /);
    assert.doesNotMatch(html, /<style|style=/);
  });

  test('what the configurator gives for other sites is cut down to its link: that is why there is a plugin', async () => {
    const fallback = `<a href="${club.url}/join?partner=${club.partner}">Rejoindre le club</a>`;
    const html = await read(
      await publish(`<script type="module" src="${club.url}/widgets/1/loader.js"></script>
<ambassador-signup partner="${club.partner}">${fallback}</ambassador-signup>`),
    );
    assert.equal(content(html), `<p>${fallback}</p>`);
    assert.deepEqual(scripts(html), []);
  });

  test('nothing is loaded by a page without a widget', async () => {
    const html = await read(await publish('<p>Nothing of the club.</p>'));
    assert.deepEqual(scripts(html), []);
    assert.doesNotMatch(html, new RegExp(club.url));
  });

  test('whatever stands in an attribute, the page has values that the widget takes, or none', async () => {
    const nasty = [
      `[ambassador widget="signup" circle='"><script>alert(1)</script>' onclick="alert(1)" style="color:red"]`,
      `[ambassador widget="testimonials" limit="99" layout="grid" order="newest&quot; onload=&quot;x" story="../x"]`,
      `[ambassador widget="badge" badge="${club.url}/b/${badge}" variant="seal"]`,
      '[ambassador widget="script"][ambassador][ambassador widget="console"]',
      `<!-- wp:ambassador-widgets/counter {"variant":"\\u003cb\\u003e","share":"yes","partner":"../../x","__proto__":{"x":1}} /-->`,
    ];
    const html = content(await read(await publish(nasty.join('\n\n'))));
    const tags = html.match(/<ambassador-[^>]*>/g);
    assert.deepEqual(tags, [
      `<ambassador-signup partner="${club.partner}">`,
      `<ambassador-testimonials partner="${club.partner}">`,
      `<ambassador-badge partner="${club.partner}" badge="${badge}" variant="seal">`,
      `<ambassador-counter partner="${club.partner}">`,
    ]);
    assert.doesNotMatch(html, /script|onclick|onload|style=/);
    assert.match(html, new RegExp(`${badge}-seal\\.svg" width="160" height="160"`));
    // Well-formed: a browser's own parser finds no error in it.
    const errors: string[] = [];
    parse(`<!doctype html>${html}`, { onParseError: ({ code }: { code: string }) => errors.push(code) } as object);
    assert.deepEqual(errors, []);
  });

  test('readers of feeds get the link', async () => {
    await publish('[ambassador widget="signup" lang="de"]');
    const feed = await read(`${site.origin}/?feed=rss2`);
    assert.match(feed, /\/join\?lang=de[^"]*">Mitglied im Botschafterclub werden<\/a>/);
    assert.doesNotMatch(feed, /<ambassador-signup[^>]*lang="de"/);
  });
});

describe('what visitors see', () => {
  before(() => set(usual()));

  test('every widget lives under a policy that names the club alone, and one joins from the page', async () => {
    const seen = await visit(browser, await publish(everything()));
    for (const tag of ['signup', 'testimonials', 'story-form', 'counter'])
      await seen.page.$eval(`ambassador-${tag}`, (element) => element.scrollIntoView({ behavior: 'instant' }));
    await seen.untilDrawn('ambassador-counter');
    await seen.untilDrawn('ambassador-testimonials');
    await seen.page.$eval('ambassador-badge', (element) => element.scrollIntoView({ behavior: 'instant' }));
    await seen.untilDrawn('ambassador-badge');
    await seen.page.$eval('ambassador-signup', (element) => element.scrollIntoView({ behavior: 'instant' }));
    const entry = await tabTo(seen.page, ({ widget }) => widget === 'ambassador-signup', 'the way in');
    if (entry.name !== 'firstName') await seen.page.keyboard.press('Enter');
    await seen.page.waitForSelector('ambassador-signup >>> input[name=firstName]', { visible: true });
    await joinByKeyboard(seen.page, { firstName: 'Odile', email: 'odile@example.org' });
    await mailTo(club.smtp, 'odile@example.org', /\/confirm\?/);
    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(seen.lines, []);
    const strangers = seen.requests.filter((url) => ![club.url, site.origin].includes(new URL(url).origin));
    assert.deepEqual(strangers, []);
    await seen.close();
  });

  test('in a block theme and in a classic sidebar it is the same, with one script', async () => {
    site.php(`update_option( 'sidebars_widgets', array( 'side' => array( 'text-1' ) ) );
      update_option( 'widget_text', array( 1 => array( 'text' => '[ambassador widget="counter" share]' ), '_multiwidget' => 1 ) );`);
    const side = await read(await publish('<p>A sidebar.</p>'));
    assert.match(side, /<aside>.*<ambassador-counter[^>]* share>.*<\/aside>/s);
    assert.equal(scripts(side).length, 1);
    site.php(`switch_theme( 'bare-blocks' );`);
    const url = await publish('<!-- wp:ambassador-widgets/signup /-->');
    const html = await read(url);
    assert.match(html, /<ambassador-signup .*<ambassador-counter [^>]*variant="figure"/s);
    assert.equal(scripts(html).filter((tag) => tag.includes(club.url)).length, 1);
    const seen = await visit(browser, url);
    await seen.untilDrawn('ambassador-counter');
    await seen.close();
    site.php(`switch_theme( 'bare' );`);
  });
});

/** A page of the administration, opened by somebody who signed in; what it complains of is kept. */
async function open(user: 'admin' | 'editor', address: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${site.origin}/wp-login.php`);
  await page.$eval('#user_login', (field, name) => ((field as HTMLInputElement).value = name), user);
  await page.$eval('#user_pass', (field, word) => ((field as HTMLInputElement).value = word), `secret-of-${user}`);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  await page.goto(`${site.origin}/wp-admin/${address}`);
  return { page, complaints };
}

describe('the settings', () => {
  const address = 'options-general.php?page=ambassador-widgets';
  const settings = () => site.php<Record<string, unknown>>(`return get_option( 'ambassador_widgets' );`);
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
    set({});
    ({ page } = await open('admin', address));
  });
  after(() => page.browserContext().close());

  test('take a pasted address and a name, and keep what was there when these are none', async () => {
    await save({ club: `${club.url}/embed?x=1`, partner: ' Ville-de-Mulhouse ' });
    assert.deepEqual(settings(), { ...usual(), version: '', integrity: [] });
    assert.match(await save({ club: 'http://club.example' }), /must begin with https/);
    const wrong = [
      'javascript:alert(1)',
      'https://a:b@club.example',
      '"><b>',
      'https://localhost.',
      'https://[::1]',
      '',
    ];
    const read = site.php<string[]>(
      `return array_map( 'Ambassador_Widgets\\\\origin_of', json_decode( '${JSON.stringify(wrong)}' ) );`,
    );
    assert.deepEqual(
      read,
      wrong.map(() => ''),
    );
    assert.match(await save({ club: club.url, partner: '../x' }), /small letters, digits and hyphens/);
    assert.deepEqual(settings(), { ...usual(), version: '', integrity: [] });
  });

  test('pin the version that the club serves, and pages then load it with its hash', async () => {
    await pin();
    const manifest = (await (await fetch(`${club.url}/widgets/1/manifest.json`)).json()) as Manifest;
    const hash = manifest.files['loader.js']!.integrity;
    assert.match(await page.$eval('#wpbody', (body) => body.textContent ?? ''), /Version 1\.0\.0 is pinned\./);
    const url = await publish('[ambassador widget="counter"]');
    const [tag = ''] = scripts(await read(url));
    assert.ok(tag.includes(`src="${club.url}/widgets/${manifest.version}/loader.js"`), tag);
    assert.ok(tag.includes(`integrity="${hash}"`) && tag.includes('crossorigin="anonymous"'), tag);
    const seen = await visit(browser, url);
    await seen.untilDrawn('ambassador-counter');
    assert.deepEqual(seen.lines, []);
    await seen.close();
    // Saving the form keeps it; another club's files are others.
    await save({ partner: club.partner });
    assert.equal(settings()['script'], 'pinned');
    await save({ club: 'https://other.example' });
    assert.deepEqual(settings(), { ...usual(), club: 'https://other.example', version: '', integrity: [] });
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
    const { page: theirs } = await open('editor', address);
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
        `${site.origin}/wp-admin/admin-post.php`,
        body,
      );
    assert.equal(await post(theirs, 'action=ambassador_widgets_pin'), 403);
    assert.equal(await post(page, 'action=ambassador_widgets_pin&_wpnonce=0123456789'), 403);
    assert.deepEqual(settings(), before);
    await theirs.browserContext().close();
  });
});

test('the editor shows each block as a page without scripts will, offers its choices, and saves it', async () => {
  set(usual());
  const { page, complaints } = await open('editor', 'post-new.php');
  await page.waitForFunction(() => !!window.wp?.blocks?.getBlockType('ambassador-widgets/signup'));
  await page.evaluate((id) => {
    const { createBlock, rawHandler } = window.wp.blocks;
    const chosen = { signup: { circle: 'habitants' }, badge: { badge: id }, counter: {}, 'story-form': {} };
    const made = Object.entries(chosen).map(([widget, values]) => createBlock(`ambassador-widgets/${widget}`, values));
    const pasted = rawHandler({ HTML: '[ambassador widget="testimonials" limit="3" only-partner]' });
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
  const html = content(await read(`${site.origin}/?p=${saved}`));
  assert.match(html, /<ambassador-signup partner="[^"]*" circle="habitants"><a /);
  assert.match(html, /<ambassador-testimonials partner="[^"]*" limit="3" only-partner><a /);
  assert.match(html, /<ambassador-badge [^>]*><a [^>]*><img /);
  assert.deepEqual(complaints, []);
  await page.browserContext().close();
});

test('the plugin speaks French and German, and its languages’ neighbours', () => {
  const spoken = site.php<string[]>(`
    return array_map( static function ( $locale ) {
      switch_to_locale( $locale );
      add_filter( 'determine_locale', $filter = static fn() => $locale );
      unload_textdomain( 'ambassador-widgets', true );
      \\Ambassador_Widgets\\load_texts();
      $text = __( 'Address of the club', 'ambassador-widgets' );
      remove_filter( 'determine_locale', $filter );
      return $text;
    }, array( 'fr_CA', 'de_CH', 'gsw', 'en_GB' ) );`);
  assert.deepEqual(spoken, ['Adresse du club', 'Adresse des Clubs', 'Adresse du club', 'Address of the club']);
});

test('nothing of ours is in the log', () => {
  const ours = site
    .log()
    .split('\n')
    .filter((line) => /ambassador-widgets|ambassador_widgets|incorrectly/i.test(line));
  assert.deepEqual(ours, []);
});

test('uninstalling leaves nothing behind', () => {
  const left = site.php<string[]>(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    require_once ABSPATH . 'wp-admin/includes/file.php';
    deactivate_plugins( '${plugin}' );
    uninstall_plugin( '${plugin}' );
    global $wpdb;
    return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ambassador%'" );`);
  assert.deepEqual(left, []);
});
