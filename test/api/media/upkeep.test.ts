/** What stays right when things go wrong: poison, a store that is away, a program that is cut off anywhere. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { clearGarbage } from '../../../api/domain/media/clear-garbage.ts';
import type { MadeMedia, MediaDecoder, MediaStore } from '../../../api/domain/media/ports.ts';
import { reapUploads } from '../../../api/domain/media/reap-uploads.ts';
import { reconcile } from '../../../api/domain/media/reconcile.ts';
import { createMediaProcessing } from '../../../api/jobs/process-media.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInMember, type SignedIn } from '../../support/session.ts';
import { announce, append, draftFor, filesLeft, upload, type Sent } from '../../support/uploads.ts';

let app: TestApp;
let odile: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  odile = await signedInMember(app);
});
afterEach(() => app.remove());

/** Makes one small picture of whatever it is given, and says whose turn it is. */
function stubDecoder(
  onDecode: (path: string) => void | Promise<void> = () => undefined,
): MediaDecoder & { seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    async decode({ path }, use) {
      seen.push(path.slice(-32));
      await onDecode(path);
      const made = join(app.dir, `made-${seen.length}`);
      writeFileSync(made, `picture ${seen.length}`);
      const file = { role: 'image' as const, path: made, type: 'image/webp', width: 1, height: 1, bytes: 9 };
      return use({
        facts: { width: 1, height: 1, duration: null, placeholder: '#112233' },
        files: [file],
      } as MadeMedia);
    },
    logo: () => Promise.reject(new Error('these tests make no logo')),
    tidy: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function send(
  kind: 'photo' | 'video' = 'photo',
  more: Record<string, string> = {},
): Promise<Sent & { story: string }> {
  const story = more['story'] ?? (await draftFor(app, odile.id));
  const sent = await upload(app, odile, Buffer.from('bytes'), { ...more, story, kind });
  assert.equal(sent.status, 204);
  return { ...sent, story };
}

const mediaOf = (id: string) => app.deps.storage.media.byPublicId(id);
const statusOf = async ({ media }: Sent) => (await mediaOf(media))?.status;
const run = (job: (signal: AbortSignal) => Promise<void>) => job(new AbortController().signal);
const processing = (decoder: MediaDecoder, media: MediaStore = app.deps.media) =>
  createMediaProcessing({ ...app.deps, media, decoder });

/** The store, but it fails as it is told. */
function failing(methods: Partial<MediaStore>): MediaStore {
  const { media } = app.deps;
  return { ...media, list: () => media.list(), ...methods };
}
const away = () => Promise.reject(new Error('the store is away'));

async function inStore(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of app.deps.media.list()) names.push(name);
  return names.toSorted();
}

describe('the job', () => {
  test('poison fails for good, at once; those behind it are made', async () => {
    const sent = [await send(), await send(), await send()];
    const decoder = stubDecoder((path) => {
      if (path.endsWith(sent[0]!.id)) throw new DomainError('media_failed');
    });
    await run(processing(decoder));
    assert.deepEqual(await Promise.all(sent.map(statusOf)), ['failed', 'ready', 'ready']);
    assert.equal(decoder.seen.length, 3);
    assert.deepEqual(await app.deps.uploads.list(), []);
  });

  test('a file that never gets into the store holds up nobody, is tried again later, and fails in the end', async () => {
    const sent = [await send(), await send()];
    const decoder = stubDecoder();
    const store = failing({
      put: async (name, type, source) => {
        const path = 'path' in source ? source.path : '';
        if (decoder.seen.at(Number(path.slice(-1)) - 1) === sent[0]!.id) throw new Error('no');
        return app.deps.media.put(name, type, source);
      },
    });
    const job = processing(decoder, store);
    await run(job);
    assert.deepEqual(await Promise.all(sent.map(statusOf)), ['processing', 'ready']);
    await run(job);
    assert.equal(decoder.seen.length, 2, 'it rests');
    for (let tries = 0; tries < 9; tries += 1) {
      app.clock.time += 3 * 60 * 60_000;
      await run(job);
    }
    assert.equal(await statusOf(sent[0]!), 'failed');
    assert.equal((await mediaOf(sent[0]!.media))?.problem, 'media_failed');
    assert.equal(decoder.seen.length, 9);
  });

  test('bytes that are not here may be at another process: nobody fails the file in a hurry', async () => {
    const sent = await send();
    await app.deps.uploads.remove(sent.id);
    const decoder = stubDecoder();
    const job = processing(decoder);
    await run(job);
    assert.equal(await statusOf(sent), 'processing');
    for (let tries = 0; tries < 8; tries += 1) {
      app.clock.time += 3 * 60 * 60_000;
      await run(job);
    }
    assert.deepEqual([await statusOf(sent), decoder.seen], ['failed', []]);
  });

  test('a photo that was taken away meanwhile leaves nothing', async () => {
    const sent = await send();
    const decoder = stubDecoder(async () => {
      const { id } = (await mediaOf(sent.media))!;
      await app.deps.storage.write((tx) => tx.media.remove(id, app.clock.now()));
    });
    await run(processing(decoder));
    assert.equal((await clearGarbage(app.deps)).removed, 1);
    assert.deepEqual([await inStore(), await app.deps.uploads.list()], [[], []]);
  });

  test('a poster comes after its film, and takes the place of the drawn one', async () => {
    const film = await send('video');
    const poster = await send('video', { story: film.story, role: 'poster', for: film.media });
    assert.equal(poster.media, film.media);
    await run(processing(stubDecoder()));
    const made = (await mediaOf(film.media))!;
    assert.equal(made.status, 'ready');
    assert.equal(made.files.length, 1, 'the picture of the poster; this decoder makes no film');
    assert.equal((await clearGarbage(app.deps)).removed, 1);
    assert.deepEqual(
      await inStore(),
      made.files.map(({ name }) => name),
    );
  });

  test('a poster makes the story another version; one that comes after its publication is not shown', async () => {
    const film = await send('video');
    const poster = () => send('video', { story: film.story, role: 'poster', for: film.media });
    const story = async () => (await app.deps.storage.stories.byPublicId(film.story))!;
    await run(processing(stubDecoder()));
    await poster();
    const { version, id } = await story();
    await run(processing(stubDecoder()));
    assert.equal((await story()).version, version + 1, 'a moderator decides about what they have seen');

    await poster();
    const files = async () => (await mediaOf(film.media))!.files.map(({ name }) => name);
    const before = await files();
    await app.deps.storage.write((tx) => tx.stories.move(id, ['draft'], 'published', app.clock.now()));
    await run(processing(stubDecoder()));
    assert.deepEqual(await files(), before);
    assert.equal((await story()).version, version + 1);
    await clearGarbage(app.deps);
    assert.deepEqual([await inStore(), await app.deps.uploads.list()], [before, []]);
  });

  test('a poster that nobody can read leaves the film as it is', async () => {
    const film = await send('video');
    const poster = await send('video', { story: film.story, role: 'poster', for: film.media });
    const decoder = stubDecoder((path) => {
      if (path.endsWith(poster.id)) throw new DomainError('media_damaged');
    });
    await run(processing(decoder));
    assert.equal(await statusOf(film), 'ready');
    assert.deepEqual(await app.deps.uploads.list(), []);
    assert.equal(await app.deps.storage.media.upload(poster.id), undefined);
  });
});

describe('cut off', () => {
  /** No row without its file, no file without its row. */
  async function assertConsistent(): Promise<void> {
    assert.deepEqual(await app.deps.storage.media.fileNames('', 999), await inStore());
    for (const id of await app.deps.uploads.list())
      assert.ok(await app.deps.storage.media.upload(id), 'bytes of nobody');
  }
  const mend = async () => {
    await reapUploads(app.deps);
    await reconcile(app.deps);
    app.clock.time += 2 * 60 * 60_000;
    await clearGarbage(app.deps);
  };
  class Killed extends Error {}

  test('between the store and the tables: the file is found and removed, the photo made anew', async () => {
    const sent = await send();
    // What a kill leaves: the file is there, and nothing that was to come after it happened.
    await app.deps.media.put(`${'a'.repeat(32)}.webp`, 'image/webp', { bytes: Buffer.from('half a job') });
    await mend();
    await run(processing(stubDecoder()));
    assert.equal(await statusOf(sent), 'ready');
    await assertConsistent();
  });

  test('between the tables and the upload’s end: the bytes are reaped', async () => {
    const sent = await send();
    const kill = () => Promise.reject(new Killed());
    const job = createMediaProcessing({
      ...app.deps,
      decoder: stubDecoder(),
      uploads: { ...app.deps.uploads, remove: kill },
    });
    await run(job);
    assert.equal(await statusOf(sent), 'ready');
    assert.deepEqual(await app.deps.uploads.list(), [sent.id]);
    await mend();
    assert.deepEqual(await app.deps.uploads.list(), []);
    await assertConsistent();
  });

  test('between the removal of a file and of its place on the list: it is removed once more', async () => {
    const sent = await send();
    await run(processing(stubDecoder()));
    const { id, files } = (await mediaOf(sent.media))!;
    await app.deps.storage.write((tx) => tx.media.remove(id, app.clock.now()));
    await app.deps.media.remove(files[0]!.name);
    assert.deepEqual(await clearGarbage(app.deps), { removed: 1, failed: 0 });
    await assertConsistent();
  });

  test('between the last byte and the row that says so: the upload is finished all the same', async () => {
    const story = await draftFor(app, odile.id);
    const sent = await announce(app, odile, 5, { story, kind: 'photo' });
    writeFileSync(app.deps.uploads.path(sent.id), 'bytes');
    assert.equal(await statusOf(sent), 'uploading');
    await reapUploads(app.deps);
    assert.equal(await statusOf(sent), 'processing');
  });

  test('a file whose row is just being written is not taken for lost', async () => {
    const name = `${'b'.repeat(32)}.webp`;
    await app.deps.media.put(name, 'image/webp', { bytes: Buffer.from('x') });
    assert.deepEqual(await reconcile(app.deps), { orphans: 1, missing: 0 });
    await clearGarbage(app.deps);
    assert.deepEqual(await inStore(), [name], 'an hour of grace');
    const sent = await send();
    const { id } = (await mediaOf(sent.media))!;
    const row = {
      role: 'image' as const,
      name,
      type: 'image/webp',
      width: 1,
      height: 1,
      bytes: 1,
      language: null,
      text: null,
    };
    const facts = { width: 1, height: 1, duration: null, placeholder: '#000000' };
    await app.deps.storage.write((tx) => tx.media.ready(id, facts, [row]));
    app.clock.time += 2 * 60 * 60_000;
    await clearGarbage(app.deps);
    assert.deepEqual(await inStore(), [name]);
    await app.deps.media.remove(name);
    assert.deepEqual(await reconcile(app.deps), { orphans: 0, missing: 1 });
    assert.ok(app.log.lines.some((line) => line.includes('lacks files')));
  });
});

describe('what nobody goes on with', () => {
  test('is reaped after a day: rows, bytes and place in the story', async () => {
    const story = await draftFor(app, odile.id);
    const sent = await announce(app, odile, 100, { story, kind: 'video' });
    await append(app, odile, sent.location, Buffer.from('half'));
    const kind = async () => (await app.deps.storage.stories.byPublicId(story))?.kind;
    assert.equal(await kind(), 'video');
    app.clock.time += durations.uploadLife - 1;
    assert.deepEqual(await reapUploads(app.deps), { abandoned: 0, orphans: 0 });
    app.clock.time += 1;
    assert.deepEqual(await reapUploads(app.deps), { abandoned: 1, orphans: 0 });
    assert.equal(await mediaOf(sent.media), undefined);
    assert.equal(await kind(), 'text');
    assert.deepEqual(filesLeft(app), []);
  });

  test('a thousand uploads that were cut anywhere leave nothing', async () => {
    const story = await draftFor(app, odile.id);
    const { id: storyId } = (await app.deps.storage.stories.byPublicId(story))!;
    mkdirSync(dirname(app.deps.uploads.path('0'.repeat(32))), { recursive: true });
    for (let count = 0; count < 1000; count += 1) {
      const id = count.toString(16).padStart(32, '0');
      writeFileSync(app.deps.uploads.path(id), Buffer.alloc(count));
      if (count % 3 > 0) writeFileSync(`${app.deps.uploads.path(id)}.json`, '{}');
      if (count % 2 > 0) continue;
      await app.deps.storage.write(async (tx) => {
        const publicId = String(count).padStart(22, 'm');
        const one = {
          publicId,
          storyId,
          memberId: odile.id,
          kind: 'photo' as const,
          position: 0,
          fileName: null,
          bytes: 1,
        };
        const mediaId = await tx.media.insert(one, 1);
        await tx.media.insertUpload({
          id,
          role: 'main',
          mediaId,
          memberId: odile.id,
          size: 2000,
          createdAt: 1,
          expiresAt: 2,
        });
      });
    }
    for (let rounds = 0; rounds < 6; rounds += 1) await reapUploads(app.deps);
    assert.deepEqual(filesLeft(app), []);
    assert.deepEqual(await app.deps.storage.media.byStory([storyId]), []);
  });

  test('a file that cannot be removed is tried again, and holds up no other', async () => {
    for (const letter of ['a', 'b', 'c']) {
      await app.deps.media.put(`${letter.repeat(32)}.webp`, 'image/webp', { bytes: Buffer.from('x') });
    }
    await app.deps.storage.write((tx) =>
      tx.media.discard(
        ['a', 'b', 'c'].map((one) => `${one.repeat(32)}.webp`),
        1,
      ),
    );
    const media = failing({ remove: (name) => (name.startsWith('a') ? away() : app.deps.media.remove(name)) });
    await assert.rejects(clearGarbage({ ...app.deps, media }), /1 files could not be removed \(2 were\)/);
    assert.deepEqual(await inStore(), [`${'a'.repeat(32)}.webp`]);
    await clearGarbage(app.deps);
    assert.deepEqual(await inStore(), []);
  });
});
