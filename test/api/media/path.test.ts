/** The whole way: a file from a phone, through upload and decoder, to everybody's page and away again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { previewUrl } from '../../../api/domain/media/preview.ts';
import { clearGarbage } from '../../../api/domain/media/clear-garbage.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { signedInMember, type SignedIn } from '../../support/session.ts';
import { decodeAll, draftFor, filesLeft, upload } from '../../support/uploads.ts';
import { fixture, gpsPhoto } from './samples.ts';

let app: TestApp;
let odile: SignedIn;
before(async () => {
  app = await openTestApp();
  odile = await signedInMember(app);
});
after(() => app.remove());

const mediaOf = async (id: string) => (await app.deps.storage.media.byPublicId(id))!;
const get = (url: string, headers: Record<string, string> = {}) => app.request(url.replace(publicUrl, ''), { headers });

test('a photo with a place in it becomes six pictures without, shown to nobody before it is approved', async () => {
  const photo = await gpsPhoto({ width: 2000, height: 1000, orientation: 6 });
  assert.ok(photo.includes('Secretmaker'), 'the sample has something to hide');
  const story = await draftFor(app, odile.id);
  const sent = await upload(app, odile, photo, {
    story,
    kind: 'photo',
    filename: 'C:\\me\\fleur.jpg',
    filetype: 'image/png',
  });
  assert.equal(sent.status, 204);
  assert.equal((await mediaOf(sent.media)).status, 'processing');
  await decodeAll(app);

  const media = await mediaOf(sent.media);
  assert.deepEqual(
    { status: media.status, width: media.width, height: media.height, name: media.fileName },
    { status: 'ready', width: 1000, height: 2000, name: 'fleur.jpg' },
  );
  assert.match(media.placeholder, /^#[0-9a-f]{6}$/);
  assert.deepEqual(media.files.map(({ width, type }) => `${width} ${type}`).toSorted(), [
    '1000 image/jpeg',
    '1000 image/webp',
    '480 image/jpeg',
    '480 image/webp',
    '960 image/jpeg',
    '960 image/webp',
  ]);
  assert.deepEqual(await app.deps.uploads.list(), [], 'the original is gone');

  for (const file of media.files) {
    assert.equal((await get(`/media/${file.name}`)).status, 404);
    const response = await get(previewUrl(app.deps, file.name));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(bytes.length, file.bytes);
    const found = await sharp(bytes).metadata();
    assert.deepEqual([found.width, found.height], [file.width, file.height]);
    assert.equal(found.exif ?? found.xmp ?? found.iptc ?? found.icc, undefined);
    assert.ok(!bytes.includes('Secretmaker') && !bytes.includes('Exif'));
  }
});

test('once published everybody has it; once taken back nobody, and the store neither', async () => {
  const story = await draftFor(app, odile.id);
  const sent = await upload(app, odile, await gpsPhoto({ width: 600, height: 400 }), { story, kind: 'photo' });
  await decodeAll(app);
  const { files } = await mediaOf(sent.media);
  const { name } = files[0]!;
  const uses = { club_site: true, partner_sites: false, newsletter: false, social: false, print: false };
  await app.deps.storage.write(async (tx) => {
    const { id } = (await tx.stories.find(story))!;
    await tx.keepConsentText('hash', 'text');
    await tx.stories.setPermissions(id, uses, 'hash', app.clock.now());
    await tx.stories.move(id, ['draft'], 'published', app.clock.now());
  });
  app.clock.time += 5_000;
  const shown = await get(`/media/${name}`);
  assert.equal(shown.status, 200);
  assert.equal(shown.headers.get('cache-control'), 'public, max-age=45, must-revalidate');
  await shown.arrayBuffer();

  const before = filesLeft(app).length;
  await app.deps.storage.write(async (tx) => {
    const { id } = (await tx.stories.find(story))!;
    await tx.stories.move(id, ['published'], 'withdrawn', app.clock.now());
    await tx.media.removeOf({ storyId: id }, app.clock.now());
  });
  app.clock.time += 5_000;
  assert.equal((await get(`/media/${name}`)).status, 404);
  assert.equal((await get(previewUrl(app.deps, name))).status, 404);
  assert.deepEqual(await clearGarbage(app.deps), { removed: files.length, failed: 0 });
  assert.equal(filesLeft(app).length, before - files.length);
});

test('a film keeps its pictures and sound, loses where it was taken, and has a poster', async () => {
  const film = fixture('avc-gps.mp4');
  assert.ok(film.includes('+47.7508') && film.includes('Secret'), 'the sample has something to hide');
  const story = await draftFor(app, odile.id);
  const sent = await upload(app, odile, film, { story, kind: 'video' });
  await decodeAll(app);
  const media = await mediaOf(sent.media);
  assert.deepEqual(
    { status: media.status, width: media.width, height: media.height, duration: media.duration },
    { status: 'ready', width: 320, height: 180, duration: 3000 },
  );
  const file = media.files.find(({ role }) => role === 'film')!;
  const bytes = Buffer.from(await (await get(previewUrl(app.deps, file.name))).arrayBuffer());
  for (const secret of ['+47.7508', 'Secret', 'Test', 'Phone', 'Lavf']) assert.ok(!bytes.includes(secret), secret);
  assert.ok(bytes.indexOf('moov') < bytes.indexOf('mdat'), 'plays from its first bytes');
  assert.ok(bytes.includes('avc1') && bytes.includes('mp4a'), 'picture and sound are there');
  assert.equal(media.files.filter(({ role }) => role === 'image').length, 2);
});
