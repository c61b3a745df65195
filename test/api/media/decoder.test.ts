/** The process that reads strangers' files: what it is kept from, and what happens when it goes wrong. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Bounds } from '../../../api/media/bounded.ts';
import sharp from 'sharp';
import { createDecoder, type DecoderOptions } from '../../../api/media/decoder.ts';
import type { MadeMedia } from '../../../api/domain/media/ports.ts';
import { memoryLog } from '../../support/app.ts';
import { tempDir } from '../../support/temp.ts';
import { fixture, gpsPhoto, picture } from './samples.ts';

const dir = tempDir();
after(() => dir.remove());

const worker = (name: string) => fileURLToPath(new URL(`./workers/${name}.ts`, import.meta.url));
const folder = join(dir.path, 'decoding');

function open(options: Partial<DecoderOptions> = {}) {
  return createDecoder({ folder, accent: '#b3261e', log: memoryLog(), ...options });
}

function put(name: string, bytes: Buffer | string = 'x'): string {
  mkdirSync(join(dir.path, 'in'), { recursive: true });
  const path = join(dir.path, 'in', name);
  writeFileSync(path, bytes);
  return path;
}

const misbehaving = (bounds: Partial<Bounds> = {}) => open({ entry: worker('misbehave'), bounds: { photo: bounds } });

const firstFile = ({ files }: MadeMedia) => Promise.resolve(readFileSync(files[0]!.path, 'utf8'));

/** The one limit that has to end it; the others are far. */
const limits: Record<string, Partial<Bounds>> = {
  hang: { time: 3_000 },
  spin: { processor: 1_500 },
  swell: { memory: 250_000_000 },
};

describe('a process that goes wrong fails its one file', () => {
  for (const way of ['hang', 'spin', 'die', 'swell', 'exit', 'babble', 'lie']) {
    test(`${way}: media_failed, and the next file is made`, async () => {
      const bounds = { ...limits[way] };
      const decoder = misbehaving(bounds);
      const bad = decoder.decode({ kind: 'photo', path: put(way) }, () => Promise.resolve());
      await assert.rejects(bad, { code: 'media_failed' });
      // A limit that ends what hangs says nothing of a good file on a busy machine.
      for (const name of Object.keys(bounds)) Reflect.deleteProperty(bounds, name);
      assert.match(await decoder.decode({ kind: 'photo', path: put('snoop') }, firstFile), /cwd/);
      assert.deepEqual(readdirSync(folder), [], 'no folder is left');
      await decoder.close();
    });
  }

  test('closing ends what is running, and no file fails by it', async () => {
    const decoder = misbehaving({});
    const running = decoder.decode({ kind: 'photo', path: put('hang') }, () => Promise.resolve());
    const ended = assert.rejects(running, /program is closing/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await decoder.close();
    await ended;
  });
});

describe('what the process is kept from', () => {
  test('the environment, and any folder but its own', async () => {
    process.env['AMBASSADOR_SECRET_OF_THIS_TEST'] = 'visible';
    const decoder = misbehaving();
    const seen = JSON.parse(await decoder.decode({ kind: 'photo', path: put('snoop') }, firstFile)) as {
      env: Record<string, string>;
      cwd: string;
    };
    delete process.env['AMBASSADOR_SECRET_OF_THIS_TEST'];
    // Node's own channel to us is all there is.
    assert.deepEqual(
      Object.keys(seen.env).filter((name) => !name.startsWith('NODE_CHANNEL')),
      [],
    );
    assert.ok(seen.cwd.startsWith(folder));
    await decoder.close();
  });

  test('other files, and starting other programs', async () => {
    const decoder = misbehaving();
    assert.equal(await decoder.decode({ kind: 'photo', path: put('escape') }, firstFile), '[]');
    assert.ok(!existsSync(join(folder, 'elsewhere')));
    await decoder.close();
  });

  test('saying what type its files are', async () => {
    const decoder = misbehaving();
    const type = await decoder.decode({ kind: 'photo', path: put('snoop') }, ({ files }) =>
      Promise.resolve(files[0]!.type),
    );
    assert.equal(type, 'image/webp');
    await decoder.close();
  });
});

describe('what it makes', () => {
  const decoder = open();
  after(() => decoder.close());
  const make = async (kind: 'photo' | 'video', bytes: Buffer) =>
    decoder.decode({ kind, path: put('file', bytes) }, (made) => Promise.resolve(made));
  const sizes = ({ files }: MadeMedia) => [
    ...new Set(files.filter(({ role }) => role === 'image').map(({ width, height }) => `${width}×${height}`)),
  ];

  test('three widths, never wider than the photo', async () => {
    assert.deepEqual(sizes(await make('photo', await gpsPhoto({ width: 3200, height: 1600 }))), [
      '480×240',
      '960×480',
      '1600×800',
    ]);
    assert.deepEqual(sizes(await make('photo', await gpsPhoto({ width: 300, height: 200 }))), ['300×200']);
  });

  // The sample grows redder to the right and greener to the bottom: which corner comes to lie at the top left, and at the top right.
  const corners = { topLeft: [0, 0], topRight: [1, 0], bottomLeft: [0, 1], bottomRight: [1, 1] };
  for (const [orientation, size, left, right] of [
    [1, '200×100', 'topLeft', 'topRight'],
    [3, '200×100', 'bottomRight', 'bottomLeft'],
    [5, '100×200', 'topLeft', 'bottomLeft'],
    [6, '100×200', 'bottomLeft', 'topLeft'],
    [8, '100×200', 'topRight', 'bottomRight'],
  ] as const) {
    test(`a photo that was taken ${orientation}: upright`, async () => {
      const photo = put('file', await gpsPhoto({ width: 200, height: 100, orientation }));
      const { made, data, width } = await decoder.decode({ kind: 'photo', path: photo }, async (one) => {
        const found = await sharp(one.files[0]!.path).raw().toBuffer({ resolveWithObject: true });
        return { made: one, data: found.data, width: found.info.width };
      });
      assert.deepEqual(sizes(made), [size]);
      assert.equal(`${made.facts.width}×${made.facts.height}`, size);
      const corner = (x: number) => [data[3 * x]! > 128 ? 1 : 0, data[3 * x + 1]! > 128 ? 1 : 0];
      assert.deepEqual([corner(2), corner(width - 3)], [corners[left], corners[right]]);
    });
  }

  for (const [name, bytes] of Object.entries({
    PNG: () => picture(300, 200).png().toBuffer(),
    'PNG of 16 bits': () => picture(300, 200).toColourspace('rgb16').png().toBuffer(),
    'PNG that can be seen through': () => picture(300, 200).ensureAlpha(0.5).png().toBuffer(),
    'grey JPEG': () => picture(300, 200).toColourspace('b-w').jpeg().toBuffer(),
    'JPEG for printers': () => picture(300, 200).toColourspace('cmyk').jpeg().toBuffer(),
    WebP: () => picture(300, 200).webp().toBuffer(),
    AVIF: () => picture(300, 200).avif({ effort: 0 }).toBuffer(),
  })) {
    test(name, async () => assert.deepEqual(sizes(await make('photo', await bytes())), ['300×200']));
  }

  test('HEIC, with nothing of where it was taken', async () => {
    const heic = fixture('photo-gps.heic');
    assert.ok(heic.includes('Secretmaker'));
    const found = await decoder.decode({ kind: 'photo', path: put('file', heic) }, (made) => {
      assert.deepEqual(sizes(made), ['480×360', '640×480']);
      return Promise.resolve(made.files.some(({ path }) => readFileSync(path).includes('Secretmaker')));
    });
    assert.equal(found, false);
  });

  test('a placeholder of the photo’s own colour', async () => {
    const red = await picture(64, 64).composite([]).tint('#ff0000').jpeg().toBuffer();
    const { placeholder } = (await make('photo', red)).facts;
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(placeholder.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    assert.ok(r > g + 30 && r > b + 30, placeholder);
  });

  test('a film in WebM, and one that was held upright', async () => {
    const webm = await make('video', fixture('vp9.webm'));
    assert.equal(webm.files[0]!.type, 'video/webm');
    const upright = await make('video', fixture('rotated.mov'));
    assert.equal(upright.files[0]!.type, 'video/mp4');
    assert.deepEqual([upright.facts.width, upright.facts.height, sizes(upright)], [180, 320, ['180×320']]);
  });

  test('a poster in the shape of its film', async () => {
    const made = await decoder.decode(
      {
        kind: 'photo',
        path: put('file', await gpsPhoto({ width: 800, height: 800 })),
        shape: { width: 1280, height: 720 },
      },
      (one) => Promise.resolve(one),
    );
    assert.deepEqual(sizes(made), ['480×270', '800×450']);
  });
});
