/** What nobody should send. Each is refused by its code, in time, and nothing of it is left anywhere. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { mediaLimits } from '../../../api/contract/limits.ts';
import type { ProblemCode } from '../../../api/contract/codes.ts';
import { closeLoaders, readPicture, writeImages } from '../../../api/media/worker/photo.ts';
import { Refusal } from '../../../api/media/worker/protocol.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { signedInMember, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';
import { tempDir } from '../../support/temp.ts';
import { announce, append, decodeAll, draftFor, filesLeft, testDecoder, upload } from '../../support/uploads.ts';
import { animatedPng, animatedWebp, gif, html, mutant, playlist, pngBomb, seeded, svg, zip } from './bombs.ts';
import { fixture, gpsPhoto, picture } from './samples.ts';

let app: TestApp;
before(async () => (app = await openTestApp()));
after(() => app.remove());

/** Somebody with a draft, and no upload counted yet. */
async function author(): Promise<{ who: SignedIn; story: string }> {
  const who = await signedInMember(app);
  return { who, story: await draftFor(app, who.id) };
}

const mediaOf = async (id: string) => (await app.deps.storage.media.byPublicId(id))!;

/** Files by what they really are; every one is announced as the photo or film that it is not. */
const files: Record<string, [kind: 'photo' | 'video', bytes: () => Buffer | Promise<Buffer>, code: ProblemCode]> = {
  'an SVG': ['photo', () => svg, 'media_type'],
  'HTML that is called .jpg': ['photo', () => html, 'media_type'],
  'a GIF': ['photo', () => gif, 'media_type'],
  'a TIFF': ['photo', () => picture(40, 40).tiff().toBuffer(), 'media_type'],
  'a film as a photo': ['photo', () => fixture('avc-gps.mp4'), 'media_type'],
  'a photo as a film': ['video', () => gpsPhoto({ width: 60, height: 40 }), 'media_type'],
  'a playlist that is called .mp4': ['video', () => playlist, 'media_type'],
  'sound alone': ['video', () => fixture('sound-only.mp4'), 'media_type'],
  'a ZIP': ['video', () => zip, 'media_type'],
  'one byte': ['photo', () => Buffer.from('x'), 'media_type'],
  'a JPEG that ends in the middle': [
    'photo',
    async () => half(await gpsPhoto({ width: 900, height: 700 })),
    'media_damaged',
  ],
  'a PNG that ends in the middle': [
    'photo',
    async () => half(await picture(300, 200).png().toBuffer()),
    'media_damaged',
  ],
  'a HEIC that ends in the middle': ['photo', () => half(fixture('photo-gps.heic')), 'media_damaged'],
  'a film that ends in the middle': ['video', () => half(fixture('avc-gps.mp4')), 'media_damaged'],
  'a PNG of 16,000 × 16,000': ['photo', () => pngBomb(16_000), 'media_dimensions'],
  'a PNG of 30,000 × 30,000': ['photo', () => pngBomb(30_000), 'media_dimensions'],
  'a PNG of ten thousand frames': ['photo', animatedPng, 'media_animated'],
  'a WebP of two hundred frames': ['photo', () => animated(), 'media_animated'],
  'a film of two minutes and a second': ['video', () => fixture('too-long.mp4'), 'media_too_long'],
  'a film in HEVC, without ffmpeg': ['video', () => fixture('hevc.mov'), 'media_codec'],
  'a film in MPEG-4': ['video', () => fixture('mpeg4.mp4'), 'media_codec'],
};

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));
const animated = async () => animatedWebp(await picture(64, 64).webp().toBuffer(), 200);

describe('what is found out by the decoder', () => {
  for (const [what, [kind, make, code]] of Object.entries(files)) {
    test(`${what}: ${code}`, async () => {
      const { who, story } = await author();
      const before = filesLeft(app);
      const name = kind === 'photo' ? 'photo.jpg' : 'film.mp4';
      const filetype = kind === 'photo' ? 'image/jpeg' : 'video/mp4';
      const sent = await upload(app, who, await make(), { story, kind, filename: name, filetype });
      assert.equal(sent.status, 204);
      await decodeAll(app);
      const media = await mediaOf(sent.media);
      assert.deepEqual([media.status, media.problem, media.files], ['failed', code, []]);
      assert.deepEqual(filesLeft(app), before);
      assert.equal(await app.deps.storage.media.upload(sent.id), undefined);
    });
  }

  test('the bomb weighs what it is said to: 31 kB, and 256 million pixels', () => {
    assert.ok(pngBomb(16_000).length < 40_000);
  });
});

/** Announcements, by what is wrong with them. */
const claims: Record<string, [size: number, metadata: Record<string, string>, code: ProblemCode]> = {
  'a photo of no bytes': [0, { kind: 'photo' }, 'media_empty'],
  'a photo of 4 GB': [4 * 1024 ** 3, { kind: 'photo' }, 'media_too_large'],
  'a film of 4 GB': [4 * 1024 ** 3, { kind: 'video' }, 'media_too_large'],
  'a photo a byte too large': [mediaLimits.photoBytes + 1, { kind: 'photo' }, 'media_too_large'],
  'a poster as large as a film': [mediaLimits.photoBytes + 1, { kind: 'video', role: 'poster' }, 'media_too_large'],
  'no kind': [9, {}, 'invalid_request'],
  'another kind': [9, { kind: 'svg' }, 'invalid_request'],
  'another role': [9, { kind: 'photo', role: 'admin' }, 'invalid_request'],
  'a hash that is none': [9, { kind: 'photo', sha256: 'abc' }, 'invalid_request'],
  'an unknown word': [9, { kind: 'photo', memberId: '1' }, 'invalid_request'],
  'no story': [9, { kind: 'photo', story: '' }, 'not_found'],
  'a path for a story': [9, { kind: 'photo', story: '../../../etc/passwd' }, 'not_found'],
  'a poster of nothing': [9, { kind: 'photo', role: 'poster' }, 'not_found'],
};

describe('what is refused before a byte is sent', () => {
  for (const [what, [size, metadata, code]] of Object.entries(claims)) {
    test(`${what}: ${code}`, async () => {
      const { who, story } = await author();
      const [tables, disk] = [everything(app.dir), filesLeft(app)];
      const sent = await announce(app, who, size, { story, ...metadata });
      assert.equal(sent.code, code);
      assert.equal(sent.location, '');
      assert.deepEqual(everything(app.dir), tables);
      assert.deepEqual(filesLeft(app), disk);
    });
  }

  for (const length of ['-1', '1e9', '9'.repeat(30), 'x', undefined]) {
    test(`a length of ${length}`, async () => {
      const { who, story } = await author();
      const [tables, disk] = [everything(app.dir), filesLeft(app)];
      const header =
        length === undefined ? { 'upload-length': '', 'upload-defer-length': '1' } : { 'upload-length': length };
      const sent = await announce(app, who, 9, { story, kind: 'photo' }, header);
      assert.equal(sent.code, 'invalid_request');
      assert.deepEqual(everything(app.dir), tables);
      assert.deepEqual(filesLeft(app), disk);
    });
  }
});

test('a wrong hash: upload_mismatch, and nothing is kept', async () => {
  const { who, story } = await author();
  const bytes = await gpsPhoto({ width: 60, height: 40 });
  const disk = filesLeft(app);
  const sha256 = createHash('sha256').update('something else').digest('hex');
  const sent = await upload(app, who, bytes, { story, kind: 'photo', sha256 });
  assert.deepEqual([sent.status, sent.code], [460, 'upload_mismatch']);
  assert.equal(await app.deps.storage.media.byPublicId(sent.media), undefined);
  assert.equal(await app.deps.storage.media.upload(sent.id), undefined);
  assert.deepEqual(filesLeft(app), disk);
  const right = createHash('sha256').update(bytes).digest('hex');
  assert.equal((await upload(app, who, bytes, { story, kind: 'photo', sha256: right })).status, 204);
  await decodeAll(app);
});

test('more bytes than were announced: media_too_large, and none of them is kept', async () => {
  const { who, story } = await author();
  const sent = await announce(app, who, 10, { story, kind: 'photo' });
  const response = await append(app, who, sent.location, Buffer.alloc(11));
  assert.equal(response.status, 413);
  assert.equal(await app.deps.uploads.size(sent.id), 0);
});

describe('files that are two things at once', () => {
  const tails = { HTML: html, ZIP: zip };
  for (const [name, tail] of Object.entries(tails)) {
    test(`a JPEG with ${name} behind it: the tail is gone, no byte is as it was sent`, async () => {
      const { who, story } = await author();
      const sentBytes = Buffer.concat([await gpsPhoto({ width: 300, height: 200 }), tail]);
      const sent = await upload(app, who, sentBytes, { story, kind: 'photo' });
      await decodeAll(app);
      const media = await mediaOf(sent.media);
      assert.equal(media.status, 'ready');
      assert.ok(media.files.length > 0);
      for (const file of media.files) {
        const stored = await app.deps.media.get(file.name);
        const bytes = Buffer.from(await new Response(stored!.body).arrayBuffer());
        assert.ok(!bytes.includes(tail.subarray(0, 8)) && !bytes.equals(sentBytes));
      }
    });
  }
});

test('every loader of the library is closed but those for photos', async () => {
  closeLoaders();
  const dir = tempDir();
  const samples = { svg, gif, tiff: await picture(9, 9).tiff().toBuffer(), html };
  for (const [name, bytes] of Object.entries(samples)) {
    const path = `${dir.path}/${name}`;
    await writeFile(path, bytes);
    await assert.rejects(sharp(path).metadata(), /unsupported|blocked/, name);
  }
  await writeFile(`${dir.path}/photo`, await picture(9, 9).webp().toBuffer());
  assert.equal((await sharp(`${dir.path}/photo`).metadata()).format, 'webp');
  dir.remove();
});

test('300 mutants of a photo: each becomes a picture or is refused by a code, and none ends the process', async () => {
  closeLoaders();
  const dir = tempDir();
  const random = seeded(20_261_126);
  const original = await gpsPhoto({ width: 160, height: 120 });
  const outcomes = { made: 0, refused: 0 };
  for (let count = 0; count < 300; count += 1) {
    const path = `${dir.path}/mutant`;
    await writeFile(path, mutant(original, random));
    try {
      const made = await writeImages(await readPicture(path), dir.path);
      assert.ok(made.length > 0);
      outcomes.made += 1;
    } catch (error) {
      assert.ok(error instanceof Refusal, String(error));
      outcomes.refused += 1;
    }
  }
  dir.remove();
  assert.ok(outcomes.made > 10 && outcomes.refused > 10, JSON.stringify(outcomes));
});

test('fifty bombs at once: all refused, the decoder goes on', async () => {
  const decoder = testDecoder(app);
  await writeFile(`${app.dir}/bomb`, pngBomb(16_000));
  await writeFile(`${app.dir}/photo`, await gpsPhoto({ width: 60, height: 40 }));
  const bombs = Array.from({ length: 50 }, () =>
    decoder.decode({ kind: 'photo', path: `${app.dir}/bomb` }, () => Promise.resolve('made')),
  );
  const results = await Promise.allSettled(bombs);
  assert.ok(results.every((one) => one.status === 'rejected' && String(one.reason).includes('media_dimensions')));
  const made = await decoder.decode({ kind: 'photo', path: `${app.dir}/photo` }, ({ files }) =>
    Promise.resolve(files.length),
  );
  assert.equal(made, 2);
  await decoder.close();
});
