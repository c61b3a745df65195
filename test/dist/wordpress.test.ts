/** The packed WordPress plugin, read as a file: no PHP is needed here. `npm run test:wordpress` uses it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { mo, po } from 'gettext-parser';
import { embeddable, embedOptions, embedThemes, type EmbedOption } from '../../api/contract/embed.ts';
import { locales } from '../../api/contract/locales.ts';
import { major, version } from '../../api/contract/version.ts';
import { pluginName, writePlugin } from '../../widgets/wordpress/plugin.ts';
import { tempDir } from '../support/temp.ts';

const folder = tempDir();
const files = new Map<string, string>();
const binary = new Map<string, Uint8Array>();

before(() => {
  writePlugin(folder.path);
  for (const [path, content] of Object.entries(unzipSync(readFileSync(join(folder.path, `${pluginName}.zip`))))) {
    assert.ok(path.startsWith(`${pluginName}/`), path);
    const name = path.slice(pluginName.length + 1);
    binary.set(name, content);
    files.set(name, new TextDecoder().decode(content));
  }
});
after(() => folder.remove());

const php = () => [...files].filter(([name]) => name.endsWith('.php'));
const parsed = (name: string) => JSON.parse(files.get(name)!) as Record<string, unknown>;

test('has what WordPress unpacks, and nothing else', () => {
  assert.deepEqual(
    [...files.keys()].sort(),
    [
      'LICENSE.txt',
      'ambassador-widgets.php',
      'editor.js',
      'embed.json',
      'readme.txt',
      'uninstall.php',
      ...embeddable.map((widget) => `blocks/${widget}/block.json`),
      ...['accent', 'blocks', 'choice', 'contract', 'fallback', 'languages', 'oembed', 'pin', 'script', 'settings'].map(
        (name) => `includes/${name}.php`,
      ),
      ...['settings-page', 'shortcode', 'widget'].map((name) => `includes/${name}.php`),
      ...['fr_FR', 'de_DE'].flatMap((locale) => {
        const name = `languages/ambassador-widgets-${locale}`;
        return [`${name}.po`, `${name}.mo`, `${name}-ambassador-widgets-editor.json`];
      }),
      ...locales.map((locale) => `terms/${locale}.php`),
    ].sort(),
  );
});

test('is the same file in every zone of time', () => {
  const zone = process.env['TZ'];
  const packed = ['Pacific/Kiritimati', 'America/Anchorage'].map((place) => {
    process.env['TZ'] = place;
    writePlugin(folder.path);
    return readFileSync(join(folder.path, `${pluginName}.zip`));
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  assert.ok(packed[0]!.equals(packed[1]!));
});

test('has the version of the widgets wherever it says one', () => {
  assert.match(
    files.get('ambassador-widgets.php')!,
    new RegExp(`^ \\* Version: +${version.replaceAll('.', '\\.')}$`, 'm'),
  );
  assert.match(files.get('readme.txt')!, new RegExp(`^Stable tag: ${version.replaceAll('.', '\\.')}$`, 'm'));
  assert.deepEqual([parsed('embed.json')['version'], parsed('embed.json')['major']], [version, major]);
  for (const [name, text] of files) assert.doesNotMatch(text, /\{\{\w+\}\}/, name);
});

/** What a block must say of an attribute. */
function described(option: EmbedOption): object {
  switch (option.kind) {
    case 'choice':
      return { type: 'string', enum: [...option.values], default: option.default };
    case 'flag':
      return { type: 'boolean', default: false };
    case 'number':
      return { type: 'integer', minimum: option.min, maximum: option.max };
    default:
      return { type: 'string', default: '' };
  }
}

for (const widget of embeddable) {
  test(`the block of ${widget} has the attributes of the contract, and words for each in the editor`, () => {
    const block = parsed(`blocks/${widget}/block.json`);
    assert.deepEqual(
      [block['name'], block['apiVersion'], block['version'], block['textdomain'], block['editorScript']],
      [`ambassador-widgets/${widget}`, 3, version, 'ambassador-widgets', 'ambassador-widgets-editor'],
    );
    for (const text of ['title', 'description', 'icon', 'category']) assert.equal(typeof block[text], 'string', text);
    assert.deepEqual(block['attributes'], {
      partner: { type: 'string', default: '' },
      lang: { type: 'string', enum: ['', ...locales], default: '' },
      theme: { type: 'string', enum: [...embedThemes], default: 'auto' },
      accent: { type: 'string', default: '' },
      ...Object.fromEntries(embedOptions[widget].map((option) => [option.name, described(option)])),
    });
    const editor = files.get('editor.js')!;
    const hasKey = (key: string) => new RegExp(`^ +'?${key}'?: __\\(`, 'm').test(editor);
    for (const option of embedOptions[widget]) {
      assert.ok(hasKey(option.name), option.name);
      if (option.kind === 'choice') for (const value of option.values) assert.ok(hasKey(value), value || 'none');
    }
    assert.ok(editor.includes(`'${widget}'`), 'is not registered');
  });
}

describe('the code', () => {
  test('makes no code from text, runs no program and writes no file', () => {
    const never =
      /\b(?:eval|assert|create_function|exec|shell_exec|system|passthru|proc_open|popen|unserialize|base64_decode|file_put_contents|fopen|curl_\w+|call_user_func(?:_array)?|extract|str_rot13)\s*\(|\bnew Function\b|\binnerHTML\b|dangerouslySetInnerHTML|`/;
    for (const [name, text] of php()) assert.doesNotMatch(text.replace(/\/\*\*[^]*?\*\//g, ''), never, name);
    assert.doesNotMatch(files.get('editor.js')!, /\beval\b|\bnew Function\b|innerHTML|dangerouslySetInnerHTML|fetch\(/);
  });

  test('cannot be opened by itself, and says nothing when it is', () => {
    for (const [name, text] of php())
      assert.match(text, /^defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, name);
  });

  test('names no server but in examples, licences and schemas: the club’s address is a setting', () => {
    const allowed = /^https?:\/\/(?:club\.example\.org|opensource\.org\/license\/mit|schemas\.wp\.org\/)/;
    for (const [name, text] of files) {
      const named = text.match(/https?:\/\/[\w.-]+\.[a-z]+[\w./-]*/g) ?? [];
      assert.deepEqual(
        named.filter((url) => !allowed.test(url)),
        [],
        name,
      );
    }
  });

  test('writes no inline script or style', () => {
    for (const [name, text] of php()) assert.doesNotMatch(text, /<script|<style|style=|onclick|wp_add_inline/, name);
  });
});

describe('the texts', () => {
  /** Every text that somebody may translate, with its context before it. */
  const used = () => {
    const texts = new Set<string>();
    for (const [name, text] of files) {
      if (!/\.(?:php|js)$/.test(name)) continue;
      for (const [, , quoted, , rest] of text.matchAll(
        /\b((?:esc_html)?_[_e]|esc_html__)\(\s*'((?:[^'\\]|\\.)*)'(,\s*)?([^)]*)\)/g,
      )) {
        assert.equal(rest?.trim(), "'ambassador-widgets'", `${name}: ${quoted} has another text domain`);
        texts.add(quoted!);
      }
    }
    for (const widget of embeddable) {
      const block = parsed(`blocks/${widget}/block.json`) as { title: string; description: string; keywords: string[] };
      texts.add(`block title\u0004${block.title}`);
      texts.add(`block description\u0004${block.description}`);
      for (const keyword of block.keywords) texts.add(`block keyword\u0004${keyword}`);
    }
    return [...texts].sort();
  };

  for (const locale of ['fr_FR', 'de_DE']) {
    test(`are all there in ${locale}, packed as PHP and the editor read them`, () => {
      const name = `languages/ambassador-widgets-${locale}`;
      const entries = (translations: ReturnType<typeof po.parse>) =>
        Object.entries(translations.translations)
          .flatMap(([context, texts]) =>
            Object.values(texts).map(({ msgid, msgstr }) => [context ? `${context}\u0004${msgid}` : msgid, msgstr[0]!]),
          )
          .filter(([id]) => id !== '')
          .sort(([one], [other]) => (one! < other! ? -1 : 1));
      const source = entries(po.parse(Buffer.from(binary.get(`${name}.po`)!)));
      assert.deepEqual(
        source.map(([id]) => id),
        used(),
      );
      assert.deepEqual(entries(mo.parse(Buffer.from(binary.get(`${name}.mo`)!))), source);
      const { '': _head, ...editor } = (
        parsed(`${name}-ambassador-widgets-editor.json`) as { locale_data: { messages: Record<string, string[]> } }
      ).locale_data.messages;
      assert.deepEqual(
        Object.fromEntries(Object.entries(editor).map(([id, [text]]) => [id, text])),
        Object.fromEntries(source),
      );
      for (const [id, text] of source) {
        assert.ok(text, id);
        assert.equal(text!.includes('%s'), id!.includes('%s'), id);
        if (locale === 'fr_FR')
          assert.doesNotMatch(text!, /'|(?<!\u202f)[;!?]|(?<!\u00a0|https):/, 'French typography');
      }
    });
  }

  test('of the fallback are written for each widget in each language', () => {
    for (const locale of locales) {
      const terms = files.get(`terms/${locale}.php`)!;
      for (const widget of embeddable) assert.match(terms, new RegExp(`^\\t'${widget}' +=> '[^']+',$`, 'm'), locale);
    }
    assert.doesNotMatch(files.get('terms/fr.php')!, /=> '[^']*(?<!\u202f)[;!?]/, 'French typography');
  });
});
