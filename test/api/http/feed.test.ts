/** Feeds from memory: never older than they may be, never larger than they must be. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { ReadCache } from '../../../api/http/read-cache.ts';
import { openSqlite } from '../../../api/storage/sqlite.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { signedInWidget, type SignedIn } from '../../support/session.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import {
  addMedia,
  allow,
  approve,
  draftOf,
  feedOf,
  publishedStory,
  storyBody,
  submit,
  waitingStory,
} from '../../support/stories.ts';
import { memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

function press(path: string, token: string): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return app.request(path, { method: 'POST', headers, body: `token=${token}` });
}

/** Counts how often the storage is asked for a feed. */
function countReads(): () => number {
  let reads = 0;
  const { stories } = app.deps.storage;
  const feed = stories.feed.bind(stories);
  stories.feed = (filter) => {
    reads += 1;
    return feed(filter);
  };
  return () => reads;
}

const ids = async (query = '') => (await feedOf(app, query)).stories.map(({ id }) => id);

test('asks the storage once for a thousand readers', async () => {
  await publishedStory(app, author);
  const reads = countReads();
  for (const query of ['', '?partner=ville', '?partner=ville&circle=habitants&limit=3']) {
    await Promise.all(Array.from({ length: 1000 }, () => app.request(`/v1/stories${query}`)));
  }
  assert.equal(reads(), 3);
});

test('asks it again for every page after the first, and keeps none of them', async () => {
  for (let i = 0; i < 3; i++) await publishedStory(app, author);
  const first = await feedOf(app, '?limit=1');
  const reads = countReads();
  for (let i = 0; i < 3; i++) await feedOf(app, `?limit=1&after=${first.next}`);
  assert.equal(reads(), 3);
  assert.deepEqual(await feedOf(app, '?limit=1'), first);
});

test('a page whose visitors make names up asks and fills nothing', async () => {
  const reads = countReads();
  for (let i = 0; i < 300; i++) {
    for (const query of [
      `partner=p${i}`,
      `circle=c${i}`,
      `tag=t${i}`,
      `from=f${i}`,
      `language=l${i}`,
      `limit=${i + 25}`,
    ]) {
      const response = await app.request(`/v1/stories?${query}`);
      assert.ok([404, 422].includes(response.status), query);
    }
  }
  assert.equal(reads(), 0);
});

test('what nobody looks at makes no difference: the same answer from memory', async () => {
  await publishedStory(app, author);
  const reads = countReads();
  for (let i = 0; i < 50; i++) await feedOf(app, `?utm_source=${i}&_=${i}`);
  for (const lang of ['fr', 'FR', 'fr-CH', 'fr_FR', 'xx', 'x'.repeat(60)]) await feedOf(app, `?lang=${lang}`);
  assert.equal(reads(), 1);
});

describe('what an author does shows at once', () => {
  test('editing, permitting, withdrawing, deleting', async () => {
    const edited = await publishedStory(app, author);
    const permitted = await publishedStory(app, author);
    const withdrawn = await publishedStory(app, author);
    const deleted = await publishedStory(app, author);
    const all = [deleted, withdrawn, permitted, edited].map(({ id }) => id);
    assert.deepEqual(await ids('?partner=ville'), all);
    const without = async (gone: string) => {
      all.splice(all.indexOf(gone), 1);
      assert.deepEqual(await ids('?partner=ville'), all);
      assert.equal((await app.request(`/v1/stories/${gone}?partner=ville`)).status, 404);
    };
    const at = (id: string) => `/v1/me/stories/${id}`;
    // Each is read before, so that there is something to forget.
    for (const id of all) assert.equal((await app.request(`/v1/stories/${id}?partner=ville`)).status, 200);
    await author.request('PUT', at(edited.id), {
      ...storyBody({ text: 'Des mots tout neufs, encore à lire.' }),
      version: edited.version,
    });
    await without(edited.id);
    await allow(author, permitted.id, ['club_site']);
    await without(permitted.id);
    assert.ok((await ids()).includes(permitted.id));
    await author.request('POST', `${at(withdrawn.id)}/withdraw`);
    await without(withdrawn.id);
    await author.request('DELETE', at(deleted.id));
    await without(deleted.id);
  });

  test('leaving the club', async () => {
    await app.signUp({ email: 'ada@example.org', proof: await mintProof(app) });
    await press('/confirm', tokenIn((await deliver(app))[0], '/confirm'));
    const leaving = tokenIn((await deliver(app))[0], '/leave');
    const member = memberOf(app.dir, 'ada@example.org')!;
    const ada = await signedInWidget(app, { memberId: Number(member['id']) });
    const { id } = await draftOf(ada, { people: 'me', adult: true });
    await addMedia(app, id);
    await allow(ada, id, ['club_site']);
    await submit(ada, id);
    await approve(app, id);
    const stays = await publishedStory(app, author);
    const files = rows(app.dir, 'media_file').map((row) => row['name']);
    assert.deepEqual(await ids(), [stays.id, id]);
    await press('/leave', leaving);
    assert.deepEqual(await ids(), [stays.id]);
    assert.equal((await app.request(`/v1/stories/${id}`)).status, 404);
    assert.equal((await ada.request('GET', '/v1/me/stories')).status, 401);
    assert.deepEqual(
      rows(app.dir, 'media_garbage')
        .map((row) => row['name'])
        .sort(),
      files.sort(),
    );
    assert.equal(rows(app.dir, 'story').length, 1);
  });

  test('a draft that is saved again and again costs readers nothing', async () => {
    await publishedStory(app, author);
    const { id } = await waitingStory(author);
    await feedOf(app);
    const reads = countReads();
    for (let version = 1; version < 5; version++) {
      await author.request('PUT', `/v1/me/stories/${id}`, {
        ...storyBody({ text: `Version ${version} d’un brouillon.` }),
        version,
      });
      await feedOf(app);
    }
    await submit(author, id);
    await feedOf(app);
    assert.equal(reads(), 0);
  });
});

test('what another process does shows after a second, and no sooner asks the storage', async () => {
  const { id } = await waitingStory(author);
  const storage = openSqlite({ file: join(app.dir, 'club.db') });
  try {
    assert.deepEqual(await ids(), []);
    await storage.write(async (tx) => {
      const story = await tx.stories.find(id);
      await tx.stories.move(story!.id, ['pending'], 'published', app.clock.now());
    });
    app.clock.time += 999;
    assert.deepEqual(await ids(), []);
    app.clock.time += 1;
    assert.deepEqual(await ids(), [id]);
  } finally {
    await storage.close();
  }
});

describe('the answer', () => {
  test('keeps its tag until something public changes, and is not kept without asking', async () => {
    await publishedStory(app, author);
    for (let i = 0; i < 3; i++) await publishedStory(app, author);
    for (const query of ['', '?partner=ville&limit=2']) {
      const first = await app.request(`/v1/stories${query}`);
      const etag = first.headers.get('etag')!;
      assert.equal(first.headers.get('cache-control'), 'public, max-age=0');
      app.clock.time += 5000;
      const again = await app.request(`/v1/stories${query}`, { headers: { 'if-none-match': etag } });
      assert.deepEqual([again.status, await again.text()], [304, ''], query);
    }
    const before = (await app.request('/v1/stories')).headers.get('etag')!;
    await publishedStory(app, author);
    const after = await app.request('/v1/stories', { headers: { 'if-none-match': before } });
    assert.equal(after.status, 200);
  });

  test('is compressed for who reads that, the same inside, on every page', async () => {
    for (let i = 0; i < 6; i++) await publishedStory(app, author, { text: 'Une longue histoire. '.repeat(20) });
    const { next } = await feedOf(app, '?limit=3');
    for (const path of ['/v1/stories', `/v1/stories?limit=3&after=${next}`]) {
      const plain = await (await app.request(path)).text();
      const packed = await app.request(path, { headers: { 'accept-encoding': 'br' } });
      assert.equal(packed.headers.get('content-encoding'), 'br', path);
      assert.equal(packed.headers.get('vary'), 'accept-encoding');
      assert.equal(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString(), plain);
    }
  });

  test('may be read by any page, with no credentials', async () => {
    const { id } = await publishedStory(app, author);
    for (const path of ['/v1/stories', `/v1/stories/${id}`, '/v1/stories/unknown', '/v1/stories?limit=x']) {
      const { headers } = await app.request(path, { headers: { origin: 'https://anywhere.example' } });
      assert.equal(headers.get('access-control-allow-origin'), '*', path);
      assert.equal(headers.get('access-control-allow-credentials'), null, path);
    }
  });

  test('says nothing of the author but what the author wrote', async () => {
    const person = await signedInWidget(app, {
      email: 'secret.address@example.org',
      lastName: 'Nachname',
      organisation: 'Organisation',
      sentence: 'Phrase',
      place: 'Rixheim',
    });
    await publishedStory(app, person, { prompt: 'Une question ?' });
    const body = await (await app.request('/v1/stories')).text();
    for (const word of ['secret', 'Nachname', 'Organisation', 'Phrase', 'Rixheim', 'question', 'member', 'adult']) {
      assert.ok(!body.includes(word), word);
    }
  });
});

describe('the memory', () => {
  const clock = { time: 0, now: () => clock.time };

  test('holds a bounded number of answers, the oldest go first', async () => {
    const cache = new ReadCache<number>(clock, 1000, 10);
    for (let i = 0; i < 100; i++) {
      await cache.load(`key-${i}`, async () => i);
      assert.ok(cache.size <= 10);
    }
    assert.equal(cache.get('key-99'), 99);
    assert.equal(cache.get('key-90'), 90);
    assert.equal(cache.get('key-89'), undefined);
  });

  test('lets go of what is too old to be given', async () => {
    const cache = new ReadCache<number>(clock, 1000, 10);
    for (let i = 0; i < 5; i++) await cache.load(`key-${i}`, async () => i);
    clock.time += 1000;
    await cache.load('new', async () => 1);
    assert.equal(cache.size, 1);
  });

  test('an answer that is made anew is not the oldest any more', async () => {
    const cache = new ReadCache<number>(clock, 1000, 2);
    await cache.load('a', async () => 1);
    await cache.load('b', async () => 1);
    await cache.load('a', async () => 2);
    await cache.load('c', async () => 1);
    assert.deepEqual([cache.get('a'), cache.get('b'), cache.get('c')], [2, undefined, 1]);
  });
});

test('every filter that a club knows may be asked for, and the memory stays bounded', async () => {
  const reads = countReads();
  const queries = testClub.tags.flatMap(({ id: tag }) =>
    ['featured', 'newest', 'oldest'].flatMap((order) =>
      Array.from({ length: 24 }, (_, index) => `?tag=${tag}&order=${order}&limit=${index + 1}`),
    ),
  );
  assert.ok(queries.length > 256);
  for (const query of queries) await feedOf(app, query);
  assert.equal(reads(), queries.length);
  await feedOf(app, queries.at(-1));
  assert.equal(reads(), queries.length);
  await feedOf(app, queries[0]);
  assert.equal(reads(), queries.length + 1);
});
