/** How badges look: words that can be read in both schemes, and nothing of the club's colour where all has ended. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { badgeForms } from '../../../api/contract/badge.ts';
import type { BadgePictureContent } from '../../../api/domain/pictures/badge-ports.ts';
import { artOf } from '../../../api/pictures/badges/art.ts';
import { createBadgePictures } from '../../../api/pictures/badges/index.ts';
import { badgeContent } from '../../support/badge-pictures.ts';

const pictures = createBadgePictures({ accent: '#b3261e' });
const states = ['valid', 'ended', 'unknown', 'unchecked'] as const;

type Colours = Record<string, string>;

/** Fill and stroke of each class, as a browser would find them. */
function coloursIn(css: string): Colours {
  const found: Colours = {};
  for (const [, names, rule] of css.matchAll(/((?:\.\w,?)+)\{(?:fill|stroke):(#[0-9a-f]{6})\}/g)) {
    for (const name of names!.split(',')) found[name] = rule!;
  }
  return found;
}

/** Of the sheet as it stands, and of what it says to readers who prefer the dark. */
function sheetsOf(svg: string): [plain: Colours, dark: Colours | undefined] {
  const css = /<style>(.*?)<\/style>/.exec(svg)![1]!;
  const [plain, dark] = css.split('@media(prefers-color-scheme:dark)');
  return [coloursIn(plain!), dark === undefined ? undefined : coloursIn(dark)];
}

/** Ratio of contrast, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05;
  });
  return Math.max(a! / b!, b! / a!);
}

function checkContrast(colours: Colours, told: string): void {
  const pairs: [string, string][] = [
    ['.t', '.g'],
    ['.s', '.g'],
    ['.o', '.w'],
    ['.r', '.w'],
    ['.R', '.w'],
  ];
  for (const [words, ground] of pairs) {
    assert.ok(contrast(colours[words]!, colours[ground]!) >= 4.5, `${words} on ${ground}: ${told}`);
  }
  // The waves are of the same wax.
  assert.equal(colours['.W'], colours['.w']);
}

describe('contrast', () => {
  test('the measure is right', () => {
    assert.equal(contrast('#000000', '#ffffff').toFixed(1), '21.0');
    assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
  });

  test('words reach 4.5 : 1 in both schemes and every state, whatever the club’s colours are', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    const extremes = ['#000000', '#ffffff', '#ffff00', '#777777', '#b3261e', '#ff9a85'];
    const accents = fc.oneof(colour, fc.constantFrom(...extremes));
    fc.assert(
      fc.property(accents, accents, fc.constantFrom(...states), (accent, accentDark, state) => {
        const given = { accent, accentDark, state, form: 'seal' } as const;
        const told = JSON.stringify(given);
        const [light] = sheetsOf(pictures.svg(badgeContent({ ...given, scheme: 'light' })));
        const [dark] = sheetsOf(pictures.svg(badgeContent({ ...given, scheme: 'dark' })));
        checkContrast(light, told);
        checkContrast(dark, told);
      }),
      { numRuns: 600 },
    );
  });

  test('every text stands on what it was measured on', () => {
    for (const state of states) {
      const classes = (form: BadgePictureContent['form']) =>
        Array.from(
          pictures.svg(badgeContent({ form, state, domain: 'shop.example' })).matchAll(/<text class="(\w)/g),
          ([, name]) => name!,
        );
      assert.deepEqual([...new Set(classes('seal'))], ['o']);
      for (const form of ['line', 'compact'] as const) {
        assert.ok(classes(form).every((name) => 'ts'.includes(name)));
      }
    }
  });

  test('a colour on which words can be read is left as it is', () => {
    const [light] = sheetsOf(pictures.svg(badgeContent({ form: 'seal' })));
    const [dark] = sheetsOf(pictures.svg(badgeContent({ form: 'seal', scheme: 'dark' })));
    assert.equal(light['.w'], '#b3261e');
    assert.equal(dark['.w'], '#ff9a85');
  });
});

describe('schemes', () => {
  test('the automatic one is the light one, and the dark one for who prefers it', () => {
    for (const form of badgeForms) {
      for (const state of states) {
        const [light, none] = sheetsOf(pictures.svg(badgeContent({ form, state })));
        const [dark] = sheetsOf(pictures.svg(badgeContent({ form, state, scheme: 'dark' })));
        const auto = sheetsOf(pictures.svg(badgeContent({ form, state, scheme: 'auto' })));
        assert.deepEqual(auto, [light, dark]);
        assert.equal(none, undefined);
        assert.notDeepEqual(light, dark);
      }
    }
  });

  test('only colours differ between them', () => {
    const body = (scheme: BadgePictureContent['scheme']) =>
      pictures.svg(badgeContent({ form: 'seal', scheme })).replace(/<style>.*<\/style>/, '');
    assert.equal(body('light'), body('dark'));
    assert.equal(body('light'), body('auto'));
  });
});

test('nothing of the club’s colours is in what has ended or is unknown: greys alone', () => {
  for (const form of badgeForms) {
    for (const state of ['ended', 'unknown', 'unchecked'] as const) {
      const svg = pictures.svg(badgeContent({ form, state, scheme: 'auto' }));
      const colours = svg.match(/#[0-9a-f]{6}/g)!;
      assert.ok(colours.length >= 12);
      for (const colour of colours) {
        const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
        assert.ok(Math.max(...parts) - Math.min(...parts) <= 12, colour);
      }
      assert.match(pictures.svg(badgeContent({ form, scheme: 'auto' })), /#b3261e.*#ff9a85/);
    }
  }
});

test('the flame is solid while the badge is valid, an outline when it has ended, and never was where it is unknown', () => {
  for (const form of badgeForms) {
    const flames = (state: BadgePictureContent['state']) =>
      pictures
        .svg(badgeContent({ form, state }))
        .match(/<path class="[rR]"/g)
        ?.join() ?? '';
    assert.equal(flames('valid'), '<path class="r"');
    assert.equal(flames('ended'), '<path class="R"');
    assert.equal(flames('unknown') + flames('unchecked'), '');
  }
});

test('the name of the art changes with any form, state, language, and with what is drawn beside the SVG', () => {
  const usual = artOf((content) => [JSON.stringify(content), 'social']);
  assert.equal(
    usual,
    artOf((content) => [JSON.stringify(content), 'social']),
  );
  const others = [
    artOf((content) => [JSON.stringify(content), 'other']),
    artOf((content) => [content.form === 'compact' ? 'new' : JSON.stringify(content), 'social']),
    artOf((content) => [content.state === 'ended' ? 'new' : JSON.stringify(content), 'social']),
    artOf((content) => [content.language === 'gsw' ? 'new' : JSON.stringify(content), 'social']),
  ];
  assert.equal(new Set([usual, ...others]).size, 5);
  assert.notEqual(createBadgePictures({ accent: '#004488' }).art, pictures.art);
});
