/** Badges as PNG, for mails and networks: small, of exact size, drawn once, a few at a time. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { badgeForms, badgeSizes } from '../../../api/contract/badge.ts';
import { locales } from '../../../api/contract/locales.ts';
import type { BadgePictureContent } from '../../../api/domain/pictures/badge-ports.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { createBadgePictures } from '../../../api/pictures/badges/index.ts';
import { badgeContent } from '../../support/badge-pictures.ts';

const accent = '#b3261e';
const pictures = createBadgePictures({ accent });
const states = ['valid', 'ended', 'unknown', 'unchecked'] as const;
const scales = [1, 2] as const;

const longest = {
  circle: 'Menschen von hier und Herzen für hier',
  domain: 'bäckerei-konditorei-zum-klapperstein.mülhausen.example',
  address: 'ambassadeurs.mulhouse-agglomeration.example/b/4ZxkPq7mRt2LwYb9NsVfGh',
};

async function pixels(png: Uint8Array) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
  return { data, at, width: info.width, height: info.height };
}

describe('one picture', () => {
  test('at most 12,288 bytes in every form, scheme, state and scale, of exact size, with a palette', async () => {
    for (const form of badgeForms) {
      for (const scheme of ['light', 'dark'] as const) {
        for (const [index, state] of states.entries()) {
          const language = locales[index % locales.length]!;
          for (const scale of scales) {
            const png = await pictures.png(badgeContent({ form, scheme, state, language, ...longest }), scale);
            const told = `${form} ${scheme} ${state} ${scale}: ${png.byteLength} bytes`;
            assert.ok(png.byteLength <= 12_288, told);
            const { width, height, format, isPalette } = await sharp(png).metadata();
            const size = badgeSizes[form];
            assert.deepEqual(
              { width, height, format, isPalette },
              { width: size.width * scale, height: size.height * scale, format: 'png', isPalette: true },
              told,
            );
          }
        }
      }
    }
  });

  test('clear outside of its shape, opaque inside', async () => {
    for (const form of badgeForms) {
      for (const state of states) {
        const { at, width, height } = await pixels(await pictures.png(badgeContent({ form, state }), 2));
        for (const [x, y] of [
          [0, 0],
          [width - 1, 0],
          [0, height - 1],
          [width - 1, height - 1],
        ] as const) {
          assert.equal(at(x, y)[3], 0, `${form} ${state}`);
        }
        assert.equal(at(width / 2, 12)[3], 255);
      }
    }
  });

  test('in the club’s colour while it is valid; grey when it has ended', async () => {
    const colourful = async (state: BadgePictureContent['state'], form: BadgePictureContent['form']) => {
      const { data } = await pixels(await pictures.png(badgeContent({ state, form }), 1));
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red, green, blue, alpha] = data.subarray(at, at + 4) as unknown as [number, number, number, number];
        if (alpha > 128 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40) count += 1;
      }
      return count;
    };
    for (const form of badgeForms) {
      assert.ok((await colourful('valid', form)) > 300);
      assert.equal(await colourful('ended', form), 0);
      assert.equal(await colourful('unknown', form), 0);
      assert.equal(await colourful('unchecked', form), 0);
    }
  });

  test('a domain or a circle in letters that no font has is not shown as boxes', async () => {
    const spelled = badgeContent({ domain: 'xn--fsqu00a.example', circle: null });
    const written = badgeContent({ domain: '例子.example', circle: '山水' });
    assert.deepEqual(await pictures.png(written, 1), await pictures.png(spelled, 1));
    // A browser has more fonts than we do.
    assert.match(pictures.svg(written), /例子\.example/);
  });

  test('the automatic scheme, which a bitmap cannot follow, is the light one', async () => {
    assert.deepEqual(
      await pictures.png(badgeContent({ scheme: 'auto' }), 1),
      await pictures.png(badgeContent({ scheme: 'light' }), 1),
    );
  });
});

test('the same content gives the same bytes, from another drawer too', async () => {
  const other = createBadgePictures({ accent });
  for (const form of badgeForms) {
    const content = badgeContent({ form, scheme: 'dark' });
    assert.deepEqual(await pictures.png(content, 2), await other.png({ ...content }, 2));
  }
  const shared = { ...badgeContent(), name: 'Odile' };
  assert.deepEqual(await pictures.social(shared), await other.social(shared));
});

test('the picture for networks is 1200 × 627, in light colours, and says the name when there is one', async () => {
  const social = (change: Partial<BadgePictureContent> & { name?: string | null } = {}) =>
    pictures.social({ ...badgeContent(), name: null, ...change });
  const plain = await social();
  const { width, height } = await sharp(plain).metadata();
  assert.deepEqual([width, height], [1200, 627]);
  assert.ok(plain.byteLength < 120_000, String(plain.byteLength));
  assert.deepEqual(await social({ scheme: 'dark' }), plain);
  assert.notDeepEqual(await social({ name: 'Odile' }), plain);
  // Nothing of the holder is left in one that has ended.
  assert.deepEqual(await social({ state: 'ended', name: 'Odile' }), await social({ state: 'ended' }));
});

test('the club’s mark is a square of its colour with the flame', async () => {
  const { at, width, height } = await pixels(await pictures.mark());
  assert.deepEqual([width, height], [512, 512]);
  assert.deepEqual(at(4, 4), [0xb3, 0x26, 0x1e, 255]);
  assert.deepEqual(at(210, 300), [0xff, 0xfa, 0xf5, 255]);
});

describe('the drawer', () => {
  test('draws the same picture once, also for who asks meanwhile', async () => {
    const [first, second] = await Promise.all([pictures.png(badgeContent(), 2), pictures.png(badgeContent(), 2)]);
    assert.equal(first, second);
    assert.equal(await pictures.png(badgeContent(), 2), first);
    assert.notEqual(await pictures.png(badgeContent(), 1), first);
  });

  test('says "busy" when too many wait, and draws again when they are done', async () => {
    const small = createBadgePictures({ accent, atOnce: 1, waiting: 1 });
    const ask = (year: number) => small.png(badgeContent({ year, form: 'compact' }), 1);
    const kept = [ask(2020), ask(2021)];
    await assert.rejects(ask(2022), (error) => error instanceof DomainError && error.code === 'busy');
    await Promise.all(kept);
    assert.ok((await ask(2022)).byteLength > 0);
  });
});
