/**
 * The plugin in a real WordPress: what an editor saves who may not write unfiltered HTML, and what visitors see under
 * a strict policy, with the demo's club behind it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'parse5';
import { embeddable, type EmbedChoice } from '../../api/contract/embed.ts';
import { major, version } from '../../api/contract/version.ts';
import { snippetsFor, type SnippetWords } from '../../api/domain/embed/snippets.ts';
import { visit } from '../dist/visit.ts';
import { mailTo } from '../support/letters.ts';
import { joinByKeyboard, tabTo } from '../support/person.ts';
import { program } from './installed.ts';
import { badge, complaintsIn, content, openWorld, plugin, read, scripts, type World } from './world.ts';

let world: World;

before(async () => {
  world = await openWorld();
});
after(() => world?.close());

const everything = () => `<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->
<!-- wp:ambassador-widgets/signup {"circle":"habitants","lang":"fr","align":"wide"} /-->
<!-- wp:ambassador-widgets/testimonials {"layout":"wall","limit":3,"only-partner":true} /-->
<!-- wp:ambassador-widgets/badge {"badge":"${badge}"} /-->
<!-- wp:ambassador-widgets/story-form {"compact":true} /-->
<!-- wp:paragraph --><p>So far: [ambassador widget="counter" no-goal].</p><!-- /wp:paragraph -->`;

test('the files have no error for PHP, and nothing but the club is asked for before it is named', async () => {
  for (const file of globSync('wp-content/plugins/ambassador-widgets/**/*.php', { cwd: world.site.folder })) {
    const { stdout, status } = spawnSync(program('php')!, [
      '-d',
      'error_reporting=-1',
      '-l',
      join(world.site.folder, file),
    ]);
    assert.equal(status, 0, String(stdout));
  }
  const page = await read(await world.publish(everything()));
  assert.doesNotMatch(page, /<ambassador-/);
  assert.deepEqual(scripts(page), []);
});

describe('what an editor saves who may not write unfiltered HTML', () => {
  before(() => world.set(world.usual()));

  test('blocks and shortcodes come out as elements with something real inside, and one script', async () => {
    assert.equal(world.site.php(`return user_can( get_user_by( 'login', 'editor' ), 'unfiltered_html' );`), false);
    const html = await read(await world.publish(everything()));
    const { url, partner } = world.club;
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

  describe('of what the configurator gives', () => {
    const given = (choice: Partial<EmbedChoice> & Pick<EmbedChoice, 'widget' | 'attributes'>) => {
      const each = (word: string) => Object.fromEntries(embeddable.map((widget) => [widget, word]));
      const words = {
        language: 'fr',
        links: each('Le lien'),
        withoutScript: each('Sans script'),
        frames: each('Le cadre'),
        counter: 'Nous sommes 237.',
        badge: 'Ambassadrice',
      } as unknown as SnippetWords;
      const site = { publicUrl: world.club.url, version, major, integrity: () => `sha384-${'a'.repeat(64)}`, words };
      return snippetsFor(site, { partner: world.club.partner, theme: 'auto', ...choice });
    };

    test('the tags and the script are taken away, and links are left: that is why there is a plugin', async () => {
      const { pinned, evergreen } = given({ widget: 'signup', attributes: {} });
      for (const snippet of [pinned, evergreen]) {
        assert.match(snippet, /<script .*<ambassador-signup /s);
        const html = await read(await world.publish(snippet));
        const link = (text: string) => `<a href="${world.club.url}/join?partner=${world.club.partner}">${text}</a>`;
        assert.equal(
          content(html)
            .replace(/<\/?p>|<br \/>|\s*\n\s*/g, '')
            .trim(),
          link('Le lien') + link('Sans script'),
        );
        assert.deepEqual(scripts(html), []);
      }
    });

    test('the shortcode gives the element that was chosen', async () => {
      const flags = { circle: 'habitants', compact: '', open: '' };
      const stories = {
        layout: 'wall',
        kind: 'video',
        language: 'de',
        limit: '6',
        order: 'newest',
        'only-partner': '',
      };
      const codes = [
        given({ widget: 'signup', language: 'gsw', theme: 'dark', accent: '#2f6b1f', attributes: flags }),
        given({ widget: 'testimonials', attributes: stories }),
        given({ widget: 'badge', attributes: { badge, variant: 'compact' } }),
      ].map(({ wordpress }) => wordpress);
      const html = content(await read(await world.publish(codes.join('\n\n'))));
      const tag = (rest: string) => `partner="${world.club.partner}" ${rest}>`;
      assert.deepEqual(html.match(/<ambassador-[^>]*>/g), [
        `<ambassador-signup ${tag('lang="gsw" theme="dark" circle="habitants" compact open')}`,
        `<ambassador-testimonials ${tag('layout="wall" kind="video" language="de" limit="6" order="newest" only-partner')}`,
        `<ambassador-badge ${tag(`badge="${badge}" variant="compact"`)}`,
      ]);
    });
  });

  test('nothing is loaded by a page without a widget', async () => {
    const html = await read(await world.publish('<p>Nothing of the club.</p>'));
    assert.deepEqual(scripts(html), []);
    assert.doesNotMatch(html, new RegExp(world.club.url));
  });

  test('whatever stands in an attribute, the page has values that the widget takes, or none', async () => {
    const nasty = [
      `[ambassador widget="signup" circle='"><script>alert(1)</script>' onclick="alert(1)" style="color:red"]`,
      `[ambassador widget="testimonials" limit="99" layout="grid" order="newest&quot; onload=&quot;x" story="../x"]`,
      `[ambassador widget="badge" badge="${world.club.url}/b/${badge}" variant="seal"]`,
      '[ambassador widget="script"][ambassador][ambassador widget="console"]',
      `<!-- wp:ambassador-widgets/counter {"variant":"\\u003cb\\u003e","share":"yes","partner":"../../x","__proto__":{"x":1}} /-->`,
    ];
    const html = content(await read(await world.publish(nasty.join('\n\n'))));
    const tags = html.match(/<ambassador-[^>]*>/g);
    assert.deepEqual(tags, [
      `<ambassador-signup partner="${world.club.partner}">`,
      `<ambassador-testimonials partner="${world.club.partner}">`,
      `<ambassador-badge partner="${world.club.partner}" badge="${badge}" variant="seal">`,
      `<ambassador-counter partner="${world.club.partner}">`,
    ]);
    assert.doesNotMatch(html, /script|onclick|onload|style=/);
    assert.match(html, new RegExp(`${badge}-seal\\.svg" width="160" height="160"`));
    // Well-formed: a browser's own parser finds no error in it.
    const errors: string[] = [];
    parse(`<!doctype html>${html}`, { onParseError: ({ code }: { code: string }) => errors.push(code) } as object);
    assert.deepEqual(errors, []);
  });

  test('readers of feeds get the link', async () => {
    await world.publish('[ambassador widget="signup" lang="de"]');
    const feed = await read(`${world.site.origin}/?feed=rss2`);
    assert.match(feed, /\/join\?lang=de[^"]*">Mitglied im Botschafterclub werden<\/a>/);
    assert.doesNotMatch(feed, /<ambassador-signup[^>]*lang="de"/);
  });
});

describe('a pasted address of the club', () => {
  before(() => world.set(world.usual()));

  test('becomes its frame, which has the height that it asks for, and nothing else of the answer', async () => {
    const address = `${world.club.url}/embed/counter?partner=${world.club.partner}`;
    const url =
      await world.publish(`<!-- wp:embed {"url":"${address}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
${address}
</div></figure><!-- /wp:embed -->`);
    const html = await read(url);
    assert.match(content(html), new RegExp(`<iframe [^>]*src="${world.club.url}/embed/counter\\?`));
    assert.deepEqual(scripts(html).filter((tag) => tag.includes('/widgets/1/frame.js')).length, 1);
    const seen = await visit(world.browser, url);
    const frame = await (await seen.page.waitForSelector('iframe'))!.contentFrame();
    await frame.waitForSelector('ambassador-counter, .counter, main');
    await seen.page.waitForFunction(() => document.querySelector('iframe')!.style.height.endsWith('px'));
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });

  test('gives a frame of the club or nothing, whatever the answer says', () => {
    const asked = (html: string, url = `${world.club.url}/embed/signup`) =>
      world.site.php<string | false>(`
        $html = base64_decode( '${Buffer.from(html).toString('base64')}' );
        return Ambassador_Widgets\\only_our_frame( $html, (object) array(), '${url}' );`);
    const src = `${world.club.url}/embed/signup?partner=x&amp;lang=fr`;
    assert.equal(
      asked(
        `<script>alert(1)</script><iframe src="${src}" title="Club" onload="alert(1)" srcdoc="x"></iframe><b>x</b>`,
      ),
      `<iframe src="${src}" title="Club"></iframe>`,
    );
    assert.equal(asked('<iframe src="https://evil.example/embed/signup"></iframe>'), false);
    assert.equal(asked(`<iframe src="${world.club.url}.evil.example/"></iframe>`), false);
    assert.equal(asked('<a href="/">x</a>'), false);
    assert.equal(
      asked('<blockquote>theirs</blockquote>', 'https://other.example/1'),
      '<blockquote>theirs</blockquote>',
    );
  });
});

describe('what visitors see', () => {
  before(() => world.set(world.usual()));

  test('every widget lives under a policy that names the club alone, and one joins from the page', async () => {
    const seen = await visit(world.browser, await world.publish(everything()));
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
    await mailTo(world.club.smtp, 'odile@example.org', /\/confirm\?/);
    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(seen.lines, []);
    const strangers = seen.requests.filter((url) => ![world.club.url, world.site.origin].includes(new URL(url).origin));
    assert.deepEqual(strangers, []);
    await seen.close();
  });

  test('in a block theme and in a classic sidebar it is the same, with one script', async () => {
    world.site.php(`update_option( 'sidebars_widgets', array( 'side' => array( 'text-1' ) ) );
      update_option( 'widget_text', array( 1 => array( 'text' => '[ambassador widget="counter" share]' ), '_multiwidget' => 1 ) );`);
    const side = await read(await world.publish('<p>A sidebar.</p>'));
    assert.match(side, /<aside>.*<ambassador-counter[^>]* share>.*<\/aside>/s);
    assert.equal(scripts(side).length, 1);
    world.site.php(`switch_theme( 'bare-blocks' );`);
    const url = await world.publish('<!-- wp:ambassador-widgets/signup /-->');
    const html = await read(url);
    assert.match(html, /<ambassador-signup .*<ambassador-counter [^>]*variant="figure"/s);
    assert.equal(scripts(html).filter((tag) => tag.includes(world.club.url)).length, 1);
    const seen = await visit(world.browser, url);
    await seen.untilDrawn('ambassador-counter');
    await seen.close();
    world.site.php(`switch_theme( 'bare' );`);
  });
});

test('the plugin speaks French and German, and its languages’ neighbours', () => {
  const spoken = world.site.php<string[]>(`
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

test('nothing of ours is in the log', () => assert.deepEqual(complaintsIn(world.site.log()), []));

test('uninstalling leaves nothing behind', () => {
  const left = world.site.php<string[]>(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    require_once ABSPATH . 'wp-admin/includes/file.php';
    deactivate_plugins( '${plugin}' );
    uninstall_plugin( '${plugin}' );
    global $wpdb;
    return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%ambassador%'" );`);
  assert.deepEqual(left, []);
});
