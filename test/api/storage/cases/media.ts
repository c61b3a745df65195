import assert from 'node:assert/strict';
import { StorageConflictError, type Transaction } from '../../../../api/domain/ports.ts';
import type { MediaFileRow, MediaWrites } from '../../../../api/domain/media/ports.ts';
import { author, day, minute, now, range, told, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

type NewMedia = Parameters<MediaWrites['insert']>[0];
type NewFile = Omit<MediaFileRow, 'mediaId'>;

const photo = (publicId: string, changes: Partial<NewMedia> = {}): NewMedia => ({
  publicId,
  storyId: 1,
  memberId: 1,
  kind: 'photo',
  position: 0,
  fileName: 'IMG_0001.HEIC',
  bytes: 1000,
  ...changes,
});

const picture = (name: string, width = 480): NewFile => ({
  role: 'image',
  name,
  type: 'image/webp',
  width,
  height: width,
  bytes: 99,
  language: null,
  text: null,
});

const captions = (name: string, language: string): NewFile => ({
  ...picture(name, 0),
  role: 'captions',
  type: 'text/vtt',
  language,
  text: 'WEBVTT',
});

const facts = { width: 1600, height: 900, duration: null, placeholder: '#aabbcc' };

/** A photo or film that is on its way, with its upload. */
async function uploading(tx: Transaction, publicId: string, changes: Partial<NewMedia> = {}): Promise<number> {
  const media = photo(publicId, changes);
  const mediaId = await tx.media.insert(media, now);
  const upload = { id: `up-${publicId}`, role: 'main' as const, mediaId, memberId: media.memberId, size: media.bytes };
  await tx.media.insertUpload({ ...upload, createdAt: now, expiresAt: now + day });
  return mediaId;
}

/** Photos, films, uploads, quota, and the files that the store has to let go of. */
export function mediaCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];

  /** Member 1 with stories 1 and 2. */
  const begin = (storage: Storage) =>
    storage.write(async (tx) => {
      await author(tx);
      await tx.stories.insert(told('one'), now);
      await tx.stories.insert(told('two'), now);
    });
  const garbage = async (storage: Storage) => (await storage.media.garbage(Number.MAX_SAFE_INTEGER, 99)).toSorted();

  test('goes from an upload to a picture that is ready', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a'));
    const row = {
      id,
      ...photo('a'),
      status: 'uploading',
      problem: null,
      alt: '',
      width: 0,
      height: 0,
      duration: null,
      placeholder: '#8a8580',
      transcript: null,
      createdAt: now,
    };
    assert.deepEqual(await storage.media.byPublicId('a'), { ...row, files: [] });
    const upload = { id: 'up-a', role: 'main', mediaId: id, memberId: 1, size: 1000, createdAt: now };
    assert.deepEqual(await storage.media.upload('up-a'), { ...upload, expiresAt: now + day, finishedAt: null });
    assert.deepEqual(await storage.media.waiting(9), []);
    await storage.write((tx) => tx.media.prolongUpload('up-a', now + 2 * day));
    assert.equal(await storage.write((tx) => tx.media.finishUpload('up-a', now + 1)), true);
    const whole = { ...upload, expiresAt: now + 2 * day, finishedAt: now + 1 };
    assert.deepEqual(await storage.media.waiting(9), [{ ...whole, kind: 'photo' }]);
    const files = [picture('large', 1600), picture('small', 480)];
    assert.equal(await storage.write((tx) => tx.media.ready(id, facts, files)), true);
    const [small, large] = [
      { ...files[1]!, mediaId: id },
      { ...files[0]!, mediaId: id },
    ];
    const done = { ...row, ...facts, status: 'ready' };
    assert.deepEqual(await storage.media.byPublicId('a'), { ...done, files: [small, large] });
    assert.deepEqual(await storage.media.fileByName('small'), { ...small, media: done, isPublic: false });
    assert.equal(await storage.media.fileByName('unknown'), undefined);
    assert.equal(await storage.media.byPublicId('unknown'), undefined);
    assert.deepEqual(await storage.media.waiting(9), []);
    assert.equal(await storage.media.upload('up-a'), undefined);
  });

  test('lists what belongs to stories, in its order, with its files', async ({ storage }) => {
    await begin(storage);
    await storage.write(async (tx) => {
      const last = await uploading(tx, 'last', { position: 2 });
      await tx.media.ready(last, facts, [picture('last.webp')]);
      await uploading(tx, 'first');
      const film = await uploading(tx, 'film', { storyId: 2, kind: 'video' });
      await tx.media.ready(film, facts, [captions('fr.vtt', 'fr'), captions('de.vtt', 'de'), picture('poster')]);
      await tx.stories.insert(told('three'), now);
      await uploading(tx, 'elsewhere', { storyId: 3 });
    });
    const found = await storage.media.byStory([2, 1, 99]);
    assert.deepEqual(
      found.map((one) => [one.storyId, one.publicId, ...one.files.map(({ name }) => name)]),
      [
        [1, 'first'],
        [1, 'last', 'last.webp'],
        [2, 'film', 'de.vtt', 'fr.vtt', 'poster'],
      ],
    );
    assert.deepEqual(await storage.media.byStory([]), []);
  });

  test('changes what is said about a picture, one thing or all', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a'));
    const change = async (what: Parameters<MediaWrites['change']>[1]) => {
      await storage.write((tx) => tx.media.change(id, what));
      const media = await storage.media.byPublicId('a');
      return [media?.alt, media?.position, media?.transcript];
    };
    assert.deepEqual(await change({ alt: 'Une place' }), ['Une place', 0, null]);
    assert.deepEqual(await change({ position: 3 }), ['Une place', 3, null]);
    assert.deepEqual(await change({ transcript: 'Bonjour.', alt: '' }), ['', 3, 'Bonjour.']);
    assert.deepEqual(await change({}), ['', 3, 'Bonjour.']);
    assert.deepEqual(await change({ transcript: null }), ['', 3, null]);
  });

  test('is finished once, also by two tabs', async ({ storage }) => {
    await begin(storage);
    await storage.write((tx) => uploading(tx, 'a'));
    const finish = () => storage.write((tx) => tx.media.finishUpload('up-a', now));
    const wins = await Promise.all(range(20).map(finish));
    assert.equal(wins.filter(Boolean).length, 1);
    await storage.write((tx) => tx.media.prolongUpload('up-a', now + 9 * day));
    assert.equal((await storage.media.upload('up-a'))?.expiresAt, now + day);
    assert.equal(await storage.write((tx) => tx.media.finishUpload('unknown', now)), false);
  });

  test('a file that failed says why, and waits no longer', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a'));
    await storage.write((tx) => tx.media.finishUpload('up-a', now));
    await storage.write((tx) => tx.media.failed(id, 'media_damaged'));
    const media = await storage.media.byPublicId('a');
    assert.deepEqual([media?.status, media?.problem], ['failed', 'media_damaged']);
    assert.deepEqual(await storage.media.waiting(9), []);
  });

  test('finds the uploads that nobody went on with, the oldest first', async ({ storage }) => {
    await begin(storage);
    await storage.write(async (tx) => {
      for (const [i, name] of ['whole', 'late', 'later', 'alive'].entries()) {
        await uploading(tx, name);
        await tx.media.prolongUpload(`up-${name}`, now + i);
      }
      await tx.media.finishUpload('up-whole', now);
    });
    const expired = async (max: number) => (await storage.media.expiredUploads(now + 2, max)).map(({ id }) => id);
    assert.deepEqual(await expired(9), ['up-late', 'up-later']);
    assert.deepEqual(await expired(1), ['up-late']);
  });

  test('counts what was uploaded, also when it was taken away again, and what is kept', async ({ storage }) => {
    await begin(storage);
    const usage = (since: number) => storage.media.usage(1, since);
    assert.deepEqual(await usage(0), { files: 0, bytes: 0, kept: 0 });
    await storage.write(async (tx) => {
      const first = await uploading(tx, 'a');
      await uploading(tx, 'b', { bytes: 500 });
      await tx.media.remove(first, now);
      await author(tx, 'bruno');
      await uploading(tx, 'c', { memberId: 2, bytes: 7 });
      assert.deepEqual(await tx.media.usage(1, now - 1), { files: 2, bytes: 1500, kept: 500 });
    });
    assert.deepEqual(await usage(now - 1), { files: 2, bytes: 1500, kept: 500 });
    assert.deepEqual(await usage(now), { files: 0, bytes: 0, kept: 500 });
  });

  test('uploads that begin at once do not pass the quota together', async ({ storage }) => {
    await begin(storage);
    await Promise.all(
      range(20).map((i) =>
        storage.write(async (tx) => {
          if ((await tx.media.usage(1, 0)).files < 5) await uploading(tx, `p${i}`);
        }),
      ),
    );
    assert.equal((await storage.media.usage(1, 0)).files, 5);
  });

  test('what is taken away is gone at once, and its files are on the list until the store has let go', async (opened) => {
    const { storage, rows } = opened;
    await begin(storage);
    const id = await storage.write(async (tx) => {
      const media = await uploading(tx, 'a');
      await tx.media.ready(media, facts, [picture('s'), picture('m'), picture('l')]);
      await uploading(tx, 'b');
      return media;
    });
    await storage.write((tx) => tx.media.remove(id, now + 1));
    await storage.write((tx) => tx.media.remove(id, now + 2));
    assert.equal(await storage.media.byPublicId('a'), undefined);
    assert.equal(await storage.media.fileByName('s'), undefined);
    assert.equal((await rows('select * from upload')).length, 1);
    assert.deepEqual(await garbage(storage), ['l', 'm', 's']);
    await storage.write((tx) => tx.media.removed('m'));
    await storage.write((tx) => tx.media.discard(['s', 'older', 's'], now));
    await storage.write((tx) => tx.media.discard([], now));
    assert.deepEqual(await storage.media.garbage(Number.MAX_SAFE_INTEGER, 1), ['older'], 'the oldest first');
    assert.deepEqual(await garbage(storage), ['l', 'older', 's']);
  });

  test('all of a story or of a member can be taken away', async ({ storage }) => {
    await begin(storage);
    await storage.write(async (tx) => {
      await author(tx, 'bruno');
      await tx.stories.insert(told('three', { memberId: 2 }), now);
      for (const [name, storyId, memberId] of [
        ['a', 1, 1],
        ['b', 1, 1],
        ['c', 2, 1],
        ['d', 3, 2],
      ] as const) {
        const id = await uploading(tx, name, { storyId, memberId });
        await tx.media.ready(id, facts, [picture(`${name}.webp`)]);
      }
    });
    await storage.write((tx) => tx.media.removeOf({ storyId: 1 }, now));
    assert.deepEqual(await garbage(storage), ['a.webp', 'b.webp']);
    await storage.write((tx) => tx.media.removeOf({ memberId: 1 }, now));
    assert.deepEqual(await garbage(storage), ['a.webp', 'b.webp', 'c.webp']);
    assert.equal((await storage.media.byStory([1, 2, 3])).length, 1);
  });

  test('removing a story forgets none of its files', async ({ storage }) => {
    await begin(storage);
    await storage.write(async (tx) => {
      await tx.media.ready(await uploading(tx, 'a'), facts, [picture('a.webp')]);
      await tx.media.ready(await uploading(tx, 'b', { storyId: 2 }), facts, [picture('b.webp')]);
      await tx.stories.remove(1);
    });
    assert.deepEqual(await garbage(storage), ['a.webp']);
    await storage.write((tx) => tx.stories.removeOf(1));
    assert.deepEqual(await garbage(storage), ['a.webp', 'b.webp']);
  });

  test('what is decoded when its picture is gone is garbage', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a'));
    await storage.write((tx) => tx.media.remove(id, now));
    assert.equal(await storage.write((tx) => tx.media.ready(id, facts, [picture('x'), picture('y')])), false);
    await storage.write((tx) => tx.media.replaceCaptions(id, [captions('z', 'fr')]));
    assert.deepEqual(await garbage(storage), ['x', 'y', 'z']);
    await storage.write((tx) => tx.media.failed(id, 'media_damaged'));
    await assert.rejects(
      storage.write((tx) =>
        tx.media.insertUpload({ id: 'u', role: 'main', mediaId: id, memberId: 1, size: 1, createdAt: 1, expiresAt: 1 }),
      ),
      (error) => error instanceof StorageConflictError && error.kind === 'foreign_key',
    );
  });

  test('a decoder and who takes the picture away: no file is forgotten, whoever comes first', async (opened) => {
    const { storage } = opened;
    await begin(storage);
    for (const i of range(20)) {
      const id = await storage.write((tx) => uploading(tx, `p${i}`));
      const decoded = storage.write((tx) => tx.media.ready(id, facts, [picture(`f${i}`)]));
      const away =
        i % 2 === 0
          ? storage.write((tx) => tx.media.remove(id, now))
          : storage.write((tx) => tx.media.removeOf({ storyId: 1 }, now));
      await Promise.all([decoded, away]);
    }
    assert.deepEqual(await opened.rows('select * from media'), []);
    assert.equal((await garbage(storage)).length, 20);
  });

  test('when two decoders make the same picture, the files of the first give way', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a'));
    await storage.write((tx) => tx.media.ready(id, facts, [picture('first')]));
    await storage.write((tx) => tx.media.ready(id, facts, [picture('second')]));
    assert.deepEqual(
      (await storage.media.byPublicId('a'))?.files.map(({ name }) => name),
      ['second'],
    );
    assert.deepEqual(await garbage(storage), ['first']);
  });

  test('replaces captions, and nothing else of a film', async ({ storage }) => {
    await begin(storage);
    const id = await storage.write((tx) => uploading(tx, 'a', { kind: 'video' }));
    const film = { ...picture('film'), role: 'film' as const };
    await storage.write((tx) => tx.media.ready(id, { ...facts, duration: 9 * minute }, [film, captions('old', 'fr')]));
    await storage.write((tx) => tx.media.replaceCaptions(id, [captions('fr', 'fr'), captions('de', 'de')]));
    assert.deepEqual(
      (await storage.media.byPublicId('a'))?.files.map(({ name, language }) => [name, language]),
      [
        ['de', 'de'],
        ['fr', 'fr'],
        ['film', null],
      ],
    );
    assert.deepEqual(await garbage(storage), ['old']);
  });
}
