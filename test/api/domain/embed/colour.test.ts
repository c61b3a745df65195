/** Colours that partners choose: what is one, what is not, and what becomes of those that nobody could read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  contrast,
  formatColour,
  parseColour,
  readableAccent,
  readableContrast,
  surfaces,
  type Colour,
} from '../../../../api/domain/embed/colour.ts';

const channel = fc.integer({ min: 0, max: 255 });
const anyColour: fc.Arbitrary<Colour> = fc.tuple(channel, channel, channel);
const schemes = ['light', 'dark'] as const;
const on = (colour: string, scheme: (typeof schemes)[number]) =>
  contrast(parseColour(colour)!, parseColour(surfaces[scheme])!);

/** Hue in degrees; undefined for greys. */
function hueOf([red, green, blue]: Colour): number | undefined {
  const hue = (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI;
  return red === green && green === blue ? undefined : (hue + 360) % 360;
}

describe('a colour', () => {
  test('is read from its short and its long form', () => {
    assert.deepEqual(parseColour('#d13a1e'), [209, 58, 30]);
    assert.deepEqual(parseColour('#0F8'), [0, 255, 136]);
    fc.assert(fc.property(anyColour, (colour) => assert.deepEqual(parseColour(formatColour(colour)), colour)));
  });

  test('is nothing that only CSS would understand, or that would end what it stands in', () => {
    for (const text of [
      'red',
      'd13a1e',
      '#d13a1e;}',
      '#d13a1e\n',
      '#d13a1e80',
      '#fffe',
      'rgb(1 2 3)',
      'color-mix(in srgb, red, blue)',
      'var(--x)',
      'url(//evil.example/a)',
      'url(#fff)',
      '#fff/**/',
      ' #fff',
      '#ﬀﬀﬀ',
      '＃fff',
      '',
      '#',
      '#12',
      '__proto__',
    ]) {
      assert.equal(parseColour(text), undefined, JSON.stringify(text));
    }
  });
});

describe('contrast', () => {
  test('is that of WCAG', () => {
    const ratio = (one: string, other: string) => contrast(parseColour(one)!, parseColour(other)!).toFixed(2);
    assert.equal(ratio('#000', '#fff'), '21.00');
    assert.equal(ratio('#fff', '#fff'), '1.00');
    // Values that everybody knows: the lightest greys that pass, and the first that does not.
    assert.equal(ratio('#767676', '#fff'), '4.54');
    assert.equal(ratio('#777', '#fff'), '4.48');
    assert.equal(ratio('#fff', '#767676'), '4.54');
  });
});

describe('an accent', () => {
  test('is readable on both grounds, whatever was chosen, and untouched where it was', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const chosen = formatColour(colour);
        const accent = readableAccent(chosen);
        for (const scheme of schemes) {
          assert.ok(on(accent[scheme], scheme) >= readableContrast, `${chosen} on ${scheme}: ${accent[scheme]}`);
          assert.equal(accent[scheme] === chosen, on(chosen, scheme) >= readableContrast, chosen);
        }
        assert.equal(accent.corrected, accent.light !== chosen || accent.dark !== chosen);
      }),
      { numRuns: 5000 },
    );
  });

  test('keeps its hue, and goes no further than it must', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light, dark } = readableAccent(formatColour(colour));
        for (const corrected of [light, dark]) {
          const now = parseColour(corrected)!;
          const [before, after] = [hueOf(colour), hueOf(now)];
          // Few steps between the channels are few hues to choose from: only what has colour can keep it.
          const range = Math.min(...[colour, now].map((one) => Math.max(...one) - Math.min(...one)));
          if (before === undefined) assert.equal(after, undefined, `${corrected} has a hue, grey has none`);
          else if (range > 24 && after !== undefined) {
            const apart = Math.abs(((before - after + 540) % 360) - 180);
            assert.ok(apart < 3, `${formatColour(colour)} turned ${apart.toFixed(1)}° into ${corrected}`);
          }
        }
        if (light !== formatColour(colour)) assert.ok(on(light, 'light') < 4.75, `${light} is darker than it must be`);
        if (dark !== formatColour(colour)) assert.ok(on(dark, 'dark') < 4.75, `${dark} is lighter than it must be`);
      }),
      { numRuns: 3000 },
    );
  });

  test('of the extremes is one too', () => {
    assert.deepEqual(readableAccent('#fff'), { light: '#767676', dark: '#ffffff', corrected: true });
    assert.equal(readableAccent('#000').light, '#000000');
    assert.equal(readableAccent('#FFFF00').dark, '#ffff00');
    assert.throws(() => readableAccent('url(x)'), TypeError);
  });
});
