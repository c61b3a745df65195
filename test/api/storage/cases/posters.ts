import assert from 'node:assert/strict';
import type { MediaFileRow } from '../../../../api/domain/media/ports.ts';
import type { Transaction } from '../../../../api/domain/ports.ts';
import { author, now, told, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

const image = (name: string, width = 480): Omit<MediaFileRow, 'mediaId'> => ({
  role: 'image',
  name,
  type: 'image/webp',
  width,
  height: 270,
  bytes: 1000,
  language: null,
  text: null,
});
const film: Omit<MediaFileRow, 'mediaId'> = { ...image('film.mp4', 1280), role: 'film', type: 'video/mp4' };
const facts = { width: 1280, height: 720, duration: 9000, placeholder: '#aabbcc' };
const upload = { memberId: 1, size: 9, createdAt: now, expiresAt: now + 1000 };

/** A film whose bytes are all there, and its poster's. */
async function filmAndPoster(tx: Transaction): Promise<number> {
  await author(tx);
  const storyId = await tx.stories.insert(told('one'), now);
  const one = { publicId: 'film', storyId, memberId: 1, kind: 'video' as const, position: 0, fileName: null, bytes: 9 };
  const mediaId = await tx.media.insert(one, now);
  await tx.media.insertUpload({ ...upload, id: 'main', role: 'main', mediaId });
  await tx.media.insertUpload({ ...upload, id: 'poster', role: 'poster', mediaId });
  return mediaId;
}

/** Posters of films, whether a file is public, and looking at everything in turn. */
export function posterCases(open: Open): void {
  const test = testsOn(open);
  const waiting = async (storage: Opened['storage']) => (await storage.media.waiting(9)).map(({ id }) => id);

  test('a poster waits until its film is made, and outlives the making', async ({ storage }) => {
    const id = await storage.write(filmAndPoster);
    assert.equal(await storage.write((tx) => tx.media.finishUpload('poster', now)), true);
    assert.equal((await storage.media.byId(id))?.status, 'uploading', 'a poster is not the film');
    assert.deepEqual(await waiting(storage), []);
    await storage.write((tx) => tx.media.finishUpload('main', now + 1));
    assert.deepEqual(await waiting(storage), ['main']);
    await storage.write((tx) => tx.media.ready(id, facts, [film, image('drawn.webp')]));
    assert.deepEqual(await waiting(storage), ['poster']);

    const replace = () => storage.write((tx) => tx.media.replaceImages(id, '#112233', [image('sent.webp')], now));
    assert.equal(await replace(), true);
    const made = await storage.media.byPublicId('film');
    assert.deepEqual(made?.files.map(({ name }) => name).toSorted(), ['film.mp4', 'sent.webp']);
    assert.equal(made?.placeholder, '#112233');
    assert.deepEqual(await storage.media.garbage(now, 9), ['drawn.webp']);
    await storage.write((tx) => tx.media.removeUpload('poster'));
    assert.deepEqual(await waiting(storage), []);
  });

  test('no picture of a published story is replaced', async ({ storage }) => {
    const id = await storage.write(filmAndPoster);
    await storage.write(async (tx) => {
      await tx.media.ready(id, facts, [film, image('drawn.webp')]);
      await tx.stories.move(1, ['draft'], 'published', now);
    });
    const replace = () => storage.write((tx) => tx.media.replaceImages(id, '#112233', [image('sent.webp')], now));
    assert.equal(await replace(), false);
    assert.equal((await storage.media.byPublicId('film'))?.files.length, 2);
    await storage.write((tx) => tx.media.remove(id, now));
    assert.equal(await replace(), false, 'nor of one that is gone');
  });

  test('a file is public while its story is, and allowed somewhere', async ({ storage }) => {
    const id = await storage.write(filmAndPoster);
    const isPublic = async () => (await storage.media.fileByName('film.mp4'))?.isPublic;
    const allow = (club: boolean) =>
      storage.write((tx) => {
        const none = { newsletter: false, social: false, print: false, partner_sites: false };
        return tx.stories.setPermissions(1, { ...none, club_site: club }, 'hash', now);
      });
    await storage.write(async (tx) => {
      await tx.keepConsentText('hash', 'text');
      await tx.media.ready(id, facts, [film]);
    });
    await allow(true);
    assert.equal(await isPublic(), false);
    await storage.write((tx) => tx.stories.move(1, ['draft'], 'published', now));
    assert.equal(await isPublic(), true);
    await allow(false);
    assert.equal(await isPublic(), false);
  });

  test('names come in their order, page by page', async ({ storage }) => {
    const id = await storage.write(filmAndPoster);
    await storage.write((tx) =>
      tx.media.ready(
        id,
        facts,
        ['b', 'a', 'c'].map((name) => image(name)),
      ),
    );
    assert.deepEqual(await storage.media.fileNames('', 2), ['a', 'b']);
    assert.deepEqual(await storage.media.fileNames('b', 2), ['c']);
  });

  test('garbage waits for its time, and for the sooner of two', async ({ storage }) => {
    await storage.write(async (tx) => {
      await tx.media.discard(['later', 'sooner'], now + 100);
      await tx.media.discard(['sooner'], now);
      await tx.media.discard(['sooner'], now + 200);
    });
    assert.deepEqual(await storage.media.garbage(now, 9), ['sooner']);
    assert.deepEqual(await storage.media.garbage(now + 100, 9), ['sooner', 'later']);
  });
}
