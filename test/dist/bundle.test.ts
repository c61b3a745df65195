/** What the built files weigh, contain and promise, and that another build would be the same. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { locales } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';
import { build, tighten, type Manifest } from '../../widgets/build.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { tempDir } from '../support/temp.ts';

/** Bytes that a page receives for one widget: the loader with the core, and the widget in one language. */
const budgets: Record<string, number> = {
  badge: 9000,
  counter: 9000,
  signup: 14_000,
  testimonials: 16_000,
  'story-form': 20_000,
  console: 34_000,
};
const together = 32_000;
/** Loaded where they stand and by the loader only: no page shows them beside all the others. */
const apart = ['console', 'story-form'];

const sources = join(import.meta.dirname, '../../widgets');
const widgets = globSync('*/define.ts', { cwd: sources }).map((path) => dirname(path));
const inKit = widgets.filter((widget) => !apart.includes(widget));

describe('the built widgets', () => {
  const temp = tempDir();
  let built: BuiltWidgets;
  let out: string;
  let manifest: Manifest;

  before(async () => {
    built = await builtWidgets();
    ({ folder: out, manifest } = built);
  });
  after(() => {
    built?.remove();
    temp.remove();
  });

  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const weigh = (name: string) => brotliCompressSync(readFileSync(join(out, name))).length;
  const scripts = () => Object.keys(manifest.files).filter((name) => name.endsWith('.js'));
  const inLanguages = (name: (locale: string) => string) => locales.map(name);
  const selfContained = () => [
    ...inLanguages((locale) => `kit.${locale}.js`),
    ...inKit.flatMap((widget) => inLanguages((locale) => `ambassador-${widget}.${locale}.js`)),
  ];

  test('every widget has a budget', () => {
    assert.deepEqual(widgets.toSorted(), Object.keys(budgets).toSorted());
  });

  for (const [widget, budget] of Object.entries(budgets))
    for (const locale of locales)
      test(`${widget} in ${locale} and the core weigh at most ${budget} bytes`, () => {
        const weight = weigh('loader.js') + weigh(`${widget}.${locale}.js`);
        assert.ok(weight <= budget, `they weigh ${weight}`);
      });

  test(`all widgets of the kit together weigh at most ${together} bytes, in pieces and as the kit`, () => {
    for (const locale of locales) {
      const pieces = ['loader.js', ...inKit.map((widget) => `${widget}.${locale}.js`)].map(weigh);
      assert.ok(pieces.reduce((sum, each) => sum + each) <= together);
      assert.ok(weigh(`kit.${locale}.js`) <= together);
    }
  });

  test('the script for pages with frames stands alone, and weighs less than 700 bytes', () => {
    assert.ok(weigh('frame.js') < 700, `it weighs ${weigh('frame.js')}`);
    assert.doesNotMatch(read('frame.js'), /\bimport\b\s*[({"'*\w]|\bexport\b|\b(?:window|globalThis|self)\b/);
  });

  test('there is a file for every widget in every language, and one of texts', () => {
    for (const widget of widgets)
      for (const locale of locales)
        for (const name of [
          `${widget}.${locale}.js`,
          `lang/${widget}.${locale}.js`,
          ...(inKit.includes(widget) ? [`ambassador-${widget}.${locale}.js`] : []),
        ])
          assert.ok(Object.hasOwn(manifest.files, name), name);
  });

  test('the manifest tells the truth', () => {
    assert.equal(manifest.version, version);
    assert.deepEqual(JSON.parse(read('manifest.json')), manifest);
    for (const [name, file] of Object.entries(manifest.files)) {
      const content = readFileSync(join(out, name));
      assert.equal(file.bytes, content.length, name);
      assert.equal(file.brotli, brotliCompressSync(content).length, name);
      assert.equal(file.integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, name);
    }
  });

  test('a second build is the same to the byte', async () => {
    const again = await build({ outDir: join(temp.path, 'again') });
    assert.deepEqual(again, manifest);
  });

  test('no file imports another statically: a hash covers all of what it was made for', () => {
    for (const name of scripts()) assert.doesNotMatch(read(name), /(?:^|[;}])\s*import(?![(.])|\bfrom\s*["'`]/, name);
  });

  test('a self-contained file loads nothing later but further languages', () => {
    for (const name of selfContained()) {
      // A second attempt at a part is in the code, but there is no first one to fail: the part is in the file.
      const dynamic = (read(name).match(/\bimport\([^)]*/g) ?? []).filter((call) => !call.includes('&again='));
      assert.equal(dynamic.length, 1, name);
      assert.match(dynamic[0] ?? '', /new URL\(/, name);
    }
  });

  test("a widget's file is handed the core: there is no second Lit in it", () => {
    assert.match(read('loader.js'), /\$lit\$/);
    for (const widget of widgets)
      for (const locale of locales) {
        const code = read(`${widget}.${locale}.js`);
        assert.match(code, new RegExp(`^export const version="${version}";export function install\\(`));
        assert.doesNotMatch(code, /\$lit\$|adoptedStyleSheets|import\.meta/);
      }
  });

  test('what is loaded at first use is the same in every language, and carries no core', () => {
    for (const name of scripts().filter((each) => each.startsWith('parts/')))
      assert.doesNotMatch(read(name), /\$lit\$|adoptedStyleSheets|import\(/, name);
  });

  const banned: [string, RegExp][] = [
    ['a schema library', /\bzod\b|ZodError|safeParse/i],
    ['style attributes and style elements in templates', /<[^>]*\sstyle=|<style/],
    ['code made from strings', /\beval\(|new Function\b|\bsetTimeout\(["'`]/],
    ['markup made from strings', /insertAdjacentHTML|document\.write|unsafeHTML|outerHTML\s*=/],
    ['sizes that follow the root of the page', /\d(?:\.\d+)?rem\b/],
    ['cookies and storage', /document\.cookie|localStorage|sessionStorage|indexedDB/],
    ['the element that runs, which any image can be named', /currentScript/],
    [
      'absolute addresses, save those that a press shares a story with',
      /https?:\/\/(?!www\.w3\.org\/|www\.facebook\.com\/sharer\/|www\.linkedin\.com\/sharing\/|wa\.me\/)/,
    ],
    ["the State's design system", /dsfr|\bfr-(?:btn|input|card)\b/i],
    ['marks on the global object', /litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata/],
    ['the helper that writes <link> elements', /__vitePreload|modulepreload/],
    ['source maps', /sourceMappingURL/],
  ];
  // Sentences of the library that makes films smaller name the pages of standards; it asks nothing of them.
  const named = /https:\/\/(?:www\.webmproject\.org|aomediacodec\.github\.io)\/[\w./-]*/g;
  for (const [what, pattern] of banned)
    test(`no file contains ${what}`, () => {
      for (const name of scripts()) {
        const code = name === 'parts/story-form-film.js' ? read(name).replace(named, '') : read(name);
        assert.doesNotMatch(code, pattern, name);
      }
    });

  test('the story form weighs at most 20000 bytes before a file is chosen, with all that signing in loads', () => {
    for (const locale of locales) {
      const parts = ['loader.js', `story-form.${locale}.js`, 'parts/story-form-proof.js'].map(weigh);
      const sum = parts.reduce((all, each) => all + each);
      assert.ok(sum <= 20_000, `in ${locale} they weigh ${sum}`);
    }
  });

  for (const [what, code, tight] of [
    ['indentation of markup', 'html`<p>\n  a <b>${x}</b>\n</p>`', 'html`<p> a <b>${x}</b> </p>`'],
    [
      'templates in templates',
      'html`<p>\n${y ? html`<b>\n1</b>` : z}\n</p>`',
      'html`<p> ${y ? html`<b> 1</b>` : z} </p>`',
    ],
    ['sheets', 'css`\n  /* why */\n  a > b { margin: 0 0.5em; color: red; }\n`', 'css`a > b{margin:0 .5em;color:red}`'],
    ['words with an expression', 'html`${a}, ${b}; {${c}}`', 'html`${a}, ${b}; {${c}}`'],
    ['words alone', 'html`one, two; three`', 'html`one, two; three`'],
    ['other strings', 'f(`a\n  b`, "c  d")', 'f(`a\n  b`, "c  d")'],
  ] as const)
    test(`takes what is ours alone out of ${what}`, () => {
      assert.equal(tighten(code), tight);
    });

  for (const [what, code] of [
    ['an expression in raw text', 'html`<textarea rows=${x}>${y}</textarea>`'],
    ['a comment', 'html`<p><!-- ${x} --></p>`'],
  ] as const)
    test(`does not build ${what}, which this Lit would draw wrong`, () => {
      assert.throws(() => tighten(code), /cannot be drawn/);
    });

  test('white space that means something is still there', () => {
    // Lit's own table of white space: it is lost when line ends are taken out of every template.
    assert.match(read('loader.js'), /\[ \t(?:\n|\\n)\f?(?:\\f)?(?:\r|\\r)\]/);
  });

  test('the index knows every widget but the club’s own console, and the kit those that pages show', () => {
    const source = (file: string) => readFileSync(join(sources, file), 'utf8');
    for (const widget of widgets) {
      assert.equal(source('index.ts').includes(`./${widget}/`), widget !== 'console', `${widget} in index.ts`);
      assert.equal(source('kit.ts').includes(`./${widget}/`), inKit.includes(widget), `${widget} in kit.ts`);
    }
  });
});
