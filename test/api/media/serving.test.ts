/** Files as everybody gets them: parts, tags, headers, and who gets nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newFileName } from '../../../api/domain/media/names.ts';
import { previewUrl } from '../../../api/domain/media/preview.ts';
import { parseRange } from '../../../api/http/range.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { addMember } from '../../support/session.ts';
import { draftFor } from '../../support/uploads.ts';

const mediaOrigin = 'https://media.club.example';
const body = Buffer.from('0123456789');

let app: TestApp;
before(async () => (app = await openTestApp()));
after(() => app.remove());

const uses = { club_site: true, partner_sites: false, newsletter: false, social: false, print: false };

/** A film of ten bytes, in a story that stands as it is said. */
async function file(on: TestApp, status: 'draft' | 'published', type = 'video/mp4'): Promise<string> {
  const memberId = await addMember(on);
  const story = await draftFor(on, memberId);
  const name = newFileName(on.deps.ids, type);
  await on.deps.media.put(name, type, { bytes: body });
  await on.deps.storage.write(async (tx) => {
    const { id: storyId } = (await tx.stories.find(story))!;
    const publicId = on.deps.ids.token().slice(0, 22);
    const one = { publicId, storyId, memberId, kind: 'video' as const, position: 0, fileName: null, bytes: 10 };
    const row = { role: 'film' as const, name, type, width: 1, height: 1, bytes: 10, language: null, text: null };
    const mediaId = await tx.media.insert(one, 1);
    await tx.media.ready(mediaId, { width: 1, height: 1, duration: 1, placeholder: '#000000' }, [row]);
    await tx.keepConsentText('hash', 'text');
    await tx.stories.setPermissions(storyId, uses, 'hash', 1);
    if (status === 'published') await tx.stories.move(storyId, ['draft'], status, 1);
  });
  return name;
}

const get = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(`/media/${name}`, { method, headers });

test('a public file: its type, its length, a strong tag, and nothing that a page could do with it', async () => {
  const response = await get(await file(app, 'published'), { origin: 'https://anybody.example' });
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '0123456789');
  const headers = Object.fromEntries(response.headers);
  assert.match(headers['etag']!, /^"[0-9a-f]{32}"$/);
  assert.match(headers['content-disposition']!, /^inline; filename="[0-9a-f]{32}\.mp4"$/);
  assert.deepEqual(
    Object.fromEntries(
      [
        'content-type',
        'content-length',
        'accept-ranges',
        'cache-control',
        'x-content-type-options',
        'content-security-policy',
        'cross-origin-resource-policy',
        'access-control-allow-origin',
        'access-control-allow-credentials',
        'set-cookie',
      ].map((name) => [name, headers[name]]),
    ),
    {
      'content-type': 'video/mp4',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=45, must-revalidate',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': undefined,
      'set-cookie': undefined,
    },
  );
});

test('what was looked at before it was public is there as soon as it is', async () => {
  const name = await file(app, 'draft');
  const { pathname, search } = new URL(previewUrl(app.deps, name));
  assert.equal((await app.request(pathname + search)).status, 200);
  assert.equal((await get(name)).status, 404);
  const { media } = (await app.deps.storage.media.fileByName(name))!;
  await app.deps.storage.write(async (tx) => {
    await tx.stories.move(media.storyId, ['draft'], 'published', 1);
  });
  assert.equal((await get(name)).status, 200);
});

test('whoever has it is told so, and is sent nothing', async () => {
  const name = await file(app, 'published');
  const etag = (await get(name)).headers.get('etag')!;
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await get(name, { 'if-none-match': known });
    assert.equal(response.status, 304);
    assert.equal(response.headers.get('etag'), etag);
    assert.equal(await response.text(), '');
  }
  assert.equal((await get(name, { 'if-none-match': '"other"' })).status, 200);
});

describe('a part of a file', () => {
  const parts: Record<string, [status: number, content: string, range?: string]> = {
    'bytes=0-3': [206, '0123', 'bytes 0-3/10'],
    'bytes=4-': [206, '456789', 'bytes 4-9/10'],
    'bytes=-2': [206, '89', 'bytes 8-9/10'],
    'bytes=-99': [206, '0123456789', 'bytes 0-9/10'],
    'bytes=9-99': [206, '9', 'bytes 9-9/10'],
    'bytes=10-': [416, '', 'bytes */10'],
    'bytes=-0': [416, '', 'bytes */10'],
    'bytes=5-2': [200, '0123456789'],
    'bytes=0-1,4-5': [200, '0123456789'],
    'lines=1-2': [200, '0123456789'],
    'bytes=-': [200, '0123456789'],
    'bytes=1e1-': [200, '0123456789'],
  };
  for (const [range, [status, content, sent]] of Object.entries(parts)) {
    test(range, async () => {
      const name = await file(app, 'published');
      const response = await get(name, { range });
      assert.equal(response.status, status);
      assert.equal(await response.text(), content);
      assert.equal(response.headers.get('content-range') ?? undefined, sent);
      if (status < 400) assert.equal(response.headers.get('content-length'), String(content.length));
      const head = await get(name, { range }, 'HEAD');
      assert.deepEqual(
        [head.status, head.headers.get('content-length')],
        [status, response.headers.get('content-length')],
      );
      assert.equal(await head.text(), '');
    });
  }

  test('of another version is not mixed in: the whole comes', async () => {
    const name = await file(app, 'published');
    const etag = (await get(name)).headers.get('etag')!;
    const ask = async (ifRange: string) => (await get(name, { range: 'bytes=0-3', 'if-range': ifRange })).status;
    assert.equal(await ask(etag), 206);
    for (const other of ['"other"', `W/${etag}`, 'Wed, 21 Oct 2026 07:28:00 GMT']) assert.equal(await ask(other), 200);
  });

  test('is never more than the file, whatever is asked for', () => {
    for (let size = 1; size < 20; size += 1) {
      for (const text of ['bytes=0-', 'bytes=3-9', 'bytes=-7', 'bytes=18-40', 'bytes=-999999999999999']) {
        const range = parseRange(text, size);
        if (range === 'unsatisfiable' || range === undefined) continue;
        assert.ok(range.start >= 0 && range.start <= range.end && range.end < size, `${text} of ${size}`);
      }
    }
  });
});

describe('what is not public', () => {
  const withToken = (url: string) => app.request(url.replace(publicUrl, ''));

  test('is there under a signed address only, for twenty minutes at most, and nobody keeps it', async () => {
    const name = await file(app, 'draft');
    assert.equal((await get(name)).status, 404);
    const url = previewUrl(app.deps, name);
    const shown = await withToken(url);
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('cache-control'), 'private, no-store');
    assert.equal(previewUrl(app.deps, name), url, 'asked again at once, it is the same: nothing is loaded twice');
    app.clock.time += 10 * 60_000 - 1;
    assert.equal((await withToken(url)).status, 200);
    app.clock.time += 10 * 60_000 + 1;
    assert.equal((await withToken(url)).status, 404);
  });

  test('is not there under an address that was made up, or made for another file', async () => {
    const [name, other] = [await file(app, 'draft'), await file(app, 'draft')];
    const good = new URL(previewUrl(app.deps, name)).searchParams.get('t')!;
    const [expiry, signature] = good.split('.') as [string, string];
    const later = `${Number(expiry) + 1}.${signature}`;
    const flipped = `${expiry}.${signature.slice(0, -2)}${signature.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const token of [
      '',
      'x',
      expiry,
      later,
      flipped,
      `${good}.`,
      `-1.${signature}`,
      `${expiry}.${'A'.repeat(43)}`,
    ]) {
      assert.equal((await get(`${name}?t=${encodeURIComponent(token)}`)).status, 404, token);
    }
    assert.equal((await get(`${other}?t=${good}`)).status, 404);
  });

  test('is refused in the same words as what never was', async () => {
    const hidden = await file(app, 'draft');
    const answers = await Promise.all(
      [hidden, newFileName(app.deps.ids, 'video/mp4'), '..%2fclub.db', 'x.svg', `${hidden}.json`].map(async (name) => {
        const response = await get(name);
        const { requestId: _id, ...problem } = (await response.json()) as Record<string, unknown>;
        return JSON.stringify([response.status, problem]);
      }),
    );
    assert.deepEqual(new Set(answers).size, 1, answers.join('\n'));
    assert.match(answers[0]!, /404.*not_found/);
  });

  test('is a mended 404 when the store has lost it, and somebody is told', async () => {
    const name = await file(app, 'published');
    await app.deps.media.remove(name);
    assert.equal((await get(name)).status, 404);
    assert.ok(app.log.lines.some((line) => line.includes(name)));
  });
});

test('on an origin of their own, files are there and nowhere else, and nothing else is there', async () => {
  const apart = await openTestApp({ mediaOrigin });
  try {
    const name = await file(apart, 'published');
    const at = async (origin: string, path: string) =>
      (await apart.app.request(origin + path, { headers: { host: new URL(origin).host } })).status;
    assert.equal(await at(mediaOrigin, `/media/${name}`), 200);
    assert.equal(await at(publicUrl, `/media/${name}`), 421);
    for (const path of ['/', '/join?partner=ville', '/v1/counter', '/console', '/v1/me', '/widgets/1/loader.js']) {
      assert.equal(await at(mediaOrigin, path), 421, path);
      assert.notEqual(await at(publicUrl, path), 421, path);
    }
    assert.equal(await at(mediaOrigin, '/healthz'), 200);
    assert.ok(previewUrl(apart.deps, name).startsWith(`${mediaOrigin}/media/`));
  } finally {
    await apart.remove();
  }
});
