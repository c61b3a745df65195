/** The lines for content managers name files, addresses and attributes: all of them are there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { isEmbeddable, embedOptions } from '../../api/contract/embed.ts';
import { joinUrl } from '../../api/contract/paths.ts';
import { major } from '../../api/contract/version.ts';
import { buildIfStale } from '../../demo/build.ts';
import type { Manifest } from '../../widgets/build.ts';

const root = join(import.meta.dirname, '../..');
const html = readFileSync(join(root, 'demo/widgets/cms.html'), 'utf8');
/** What somebody copies. */
const snippets = Array.from(html.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs), ([, code]) =>
  code!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
);

before(() => buildIfStale());

test('every file that a snippet loads is built', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/widgets/manifest.json'), 'utf8')) as Manifest;
  const named = snippets.flatMap((code) => code.match(/https:\/\/club\.example\/widgets\/[^\s'"]+/g) ?? []);
  assert.ok(named.length >= 5);
  for (const address of named) {
    const [, folder, name] = /\/widgets\/([^/]+)\/(.*?):?$/.exec(address)!;
    assert.equal(folder, String(major), address);
    assert.ok(Object.hasOwn(manifest.files, name!), address);
  }
  assert.match(html, new RegExp(`href="/widgets/${major}/ambassador-widgets\\.zip"`));
  assert.ok(existsSync(join(root, 'dist/wordpress/ambassador-widgets.zip')));
});

test('every shortcode and every link is one that we understand', () => {
  const codes = snippets.flatMap((code) => code.match(/\[ambassador [^\]]*\]/g) ?? []);
  assert.ok(codes.length >= 2);
  for (const code of codes) {
    const widget = /widget="([^"]*)"/.exec(code)![1];
    assert.ok(isEmbeddable(widget), code);
    const names = code
      .replace(/="[^"]*"/g, '')
      .slice('[ambassador widget'.length, -1)
      .split(' ')
      .filter(Boolean);
    for (const name of names)
      assert.ok(
        embedOptions[widget].some((option) => option.name === name),
        name,
      );
  }
  const links = snippets.flatMap((code) => Array.from(code.matchAll(/href="([^"]*)"/g), ([, href]) => href!));
  assert.deepEqual(links, [joinUrl('https://club.example', 'ville-de-mulhouse')]);
});
