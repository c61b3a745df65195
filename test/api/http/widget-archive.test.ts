/** Pages that are pinned to a version: what they get, whatever the club builds afterwards. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { version } from '../../../api/contract/version.ts';
import { integrityOf, openWidgetArchive, type ArchiveOptions } from '../../../api/http/widget-archive.ts';
import { staticFile, type WidgetFiles } from '../../../api/http/widget-files.ts';
import { memoryLog, openTestApp, type TestApp } from '../../support/app.ts';
import { tempDir } from '../../support/temp.ts';

const name = 'ambassador-counter.fr.js';
let temp: ReturnType<typeof tempDir>;
let folder: string;
let log: ReturnType<typeof memoryLog>;
let app: TestApp | undefined;

beforeEach(() => {
  temp = tempDir();
  folder = join(temp.path, 'widgets');
  log = memoryLog();
});
afterEach(async () => {
  await app?.remove();
  app = undefined;
  temp.remove();
});

/** What the build would have written, with its manifest. */
function built(texts: Record<string, string>): WidgetFiles {
  const files = Object.entries(texts).map(([file, text]) => [file, Buffer.from(text)] as const);
  const hashes = Object.fromEntries(files.map(([file, content]) => [file, { integrity: integrityOf(content) }]));
  const manifest = Buffer.from(JSON.stringify({ version: '', files: hashes }));
  return new Map(
    [...files, ['manifest.json', manifest] as const].map(([file, content]) => [file, staticFile(file, content)]),
  );
}

/** Serves a build as its version, beside all that was kept before. */
async function serve(widgets: WidgetFiles, more: Partial<ArchiveOptions> = {}) {
  await app?.remove();
  const archive = openWidgetArchive({ built: widgets, folder, version, follows: false, log, ...more });
  app = await openTestApp({ widgets, widgetArchive: archive });
  return archive;
}

const get = (path: string, headers: Record<string, string> = {}) => app!.request(`/widgets/${path}`, { headers });
const textAt = async (path: string) => (await get(path)).text();

describe('a version that was served once', () => {
  test('is served for ever: the same bytes, after an upgrade and after another', async () => {
    openWidgetArchive({
      built: built({ [name]: 'old', 'parts/x.js': 'part' }),
      folder,
      version: '0.9.0',
      follows: false,
      log,
    });
    await serve(built({ [name]: 'new', 'loader.js': 'loads' }));
    assert.deepEqual([await textAt(`0.9.0/${name}`), await textAt(`${version}/${name}`)], ['old', 'new']);
    assert.equal(await textAt('0.9.0/parts/x.js?v=0.9.0'), 'part');
    assert.equal((await get('0.9.0/loader.js')).status, 404, 'what that version never had');
    await serve(built({ [name]: 'newest' }), { version: '1.1.0' });
    assert.deepEqual([await textAt(`0.9.0/${name}`), await textAt(`1/${name}`)], ['old', 'newest']);
    assert.equal(await textAt(`${version}/${name}`), 'new', 'and what was the newest before');
    const { files } = JSON.parse(await textAt('1.1.0/manifest.json')) as {
      files: Record<string, { integrity: string }>;
    };
    assert.equal(files[name]!.integrity, integrityOf(Buffer.from('newest')));
    assert.deepEqual(log.lines, []);
  });

  test('can be read from every site, in every encoding, and kept for a year', async () => {
    openWidgetArchive({ built: built({ [name]: 'old' }), folder, version: '0.9.0', follows: false, log });
    await serve(built({ [name]: 'new' }));
    const read = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };
    for (const path of [`0.9.0/${name}`, `${version}/${name}`]) {
      for (const [encoding, decode] of Object.entries(read)) {
        const answer = await get(path, { 'accept-encoding': encoding, origin: 'https://www.elsewhere.example' });
        const body = Buffer.from(await answer.arrayBuffer());
        assert.equal(decode(body).toString(), path.startsWith('0') ? 'old' : 'new');
        for (const [header, value] of [
          ['access-control-allow-origin', '*'],
          ['cross-origin-resource-policy', 'cross-origin'],
          ['x-content-type-options', 'nosniff'],
          ['cache-control', 'public, max-age=31536000, immutable'],
          ['content-type', 'text/javascript; charset=utf-8'],
        ] as const) {
          assert.equal(answer.headers.get(header), value, `${path} ${header}`);
        }
      }
      const etag = (await get(path)).headers.get('etag')!;
      assert.equal((await get(path, { 'if-none-match': etag })).status, 304);
    }
  });

  test('is nothing but the files that it was made of', async () => {
    await serve(built({ [name]: 'new' }));
    writeFileSync(join(folder, 'secret.js'), 'a secret');
    writeFileSync(join(folder, version, 'stray.js'), 'not released');
    mkdirSync(join(folder, '7.0.0'));
    for (const path of [
      '0.1.0/loader.js',
      '7.0.0/loader.js',
      `${version}/stray.js`,
      `${version}/nothing.js`,
      `${version}/../secret.js`,
      `${version}/..%2fsecret.js`,
      `${version}/%2e%2e/secret.js`,
      '../secret.js',
      '..%2f..%2fsecret.js',
      '%2e/secret.js',
      './secret.js',
      '1.0.0%00/loader.js',
      '2/loader.js',
      '1.0/loader.js',
      `v${version}/${name}`,
      `${version}/__proto__`,
      '__proto__/constructor',
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.doesNotMatch(await answer.text(), /a secret|not released/, path);
    }
  });
});

describe('a build that is not what was released as its version', () => {
  test('leaves the exact address as it was, and the log says which files differ and what to do', async () => {
    await serve(built({ [name]: 'released', 'same.js': 'same', 'gone.js': 'gone' }));
    const archive = await serve(built({ [name]: 'patched', 'same.js': 'same', 'fresh.js': 'fresh' }));
    assert.deepEqual([await textAt(`${version}/${name}`), await textAt(`1/${name}`)], ['released', 'patched']);
    assert.equal((await get(`${version}/fresh.js`)).status, 404, 'never released');
    assert.equal(await textAt(`${version}/gone.js`), 'gone');
    assert.equal(archive.integrity(name), integrityOf(Buffer.from('released')), 'the hash is that of what is served');
    const cache = async (path: string) => (await get(path)).headers.get('cache-control');
    assert.equal(await cache(`1/${name}?v=${version}`), 'public, max-age=300', 'what may change is not kept for ever');
    assert.match((await cache(`1/same.js?v=${version}`))!, /immutable/);
    const [line, ...others] = log.lines;
    assert.deepEqual(others, []);
    assert.match(line!, /"files":\["ambassador-counter\.fr\.js","fresh\.js","gone\.js","manifest\.json"\]/);
    assert.match(line!, /contract\/version\.ts/);
  });

  test('takes its place in a demo, whole or not at all', async () => {
    await serve(built({ [name]: 'first', 'gone.js': 'gone' }), { follows: true });
    const archive = await serve(built({ [name]: 'second' }), { follows: true });
    assert.equal(await textAt(`${version}/${name}`), 'second');
    assert.equal((await get(`${version}/gone.js`)).status, 404);
    assert.equal(archive.integrity(name), integrityOf(Buffer.from('second')));
    assert.deepEqual(readdirSync(folder), [version], 'nothing is left beside it');
    assert.deepEqual(log.lines, []);
  });
});

describe('what is kept', () => {
  test('is not served once it is something else, and the others are', async () => {
    const old = built({ [name]: 'old', 'loader.js': 'loads' });
    openWidgetArchive({ built: old, folder, version: '0.9.0', follows: false, log });
    openWidgetArchive({ built: old, folder, version: '0.8.0', follows: false, log });
    writeFileSync(join(folder, '0.9.0', name), 'bent');
    writeFileSync(join(folder, '0.8.0', 'manifest.json'), '{"files":');
    await serve(built({ [name]: 'new' }));
    assert.deepEqual(
      [(await get(`0.9.0/${name}`)).status, (await get(`0.8.0/${name}`)).status, await textAt('0.9.0/loader.js')],
      [404, 404, 'loads'],
    );
    assert.match(log.lines.join('\n'), /kept file is not what was released.*\n.*kept version cannot be read/);
  });
});
