import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { embeddable, embedOptions } from '../../../../api/contract/embed.ts';
import { frameUrl, joinFallbackUrl, oembedUrl } from '../../../../api/domain/embed/addresses.ts';
import { readChoice } from '../../../../api/domain/embed/choice.ts';

const base = 'https://club.example';
const known = { circles: ['heart'], languages: ['fr', 'de'] };
const plain = { widget: 'signup', partner: 'ville', theme: 'auto', attributes: {} } as const;

test('a frame has the shortest address that says what was chosen', () => {
  assert.equal(frameUrl(base, plain), 'https://club.example/embed/signup?partner=ville');
  assert.equal(
    frameUrl(base, {
      widget: 'testimonials',
      partner: 'ville',
      language: 'de',
      theme: 'dark',
      accent: '#aa0011',
      attributes: { 'only-partner': '', layout: 'wall' },
    }),
    'https://club.example/embed/testimonials?partner=ville&lang=de&theme=dark&accent=%23aa0011&layout=wall&only-partner=',
  );
});

test('a frame has nothing in its address that its widget does not take', () => {
  const attributes = { circle: 'heart', onload: 'x', ['__proto__']: 'y', variant: 'seal' };
  assert.equal(
    frameUrl(base, { ...plain, attributes }),
    'https://club.example/embed/signup?partner=ville&circle=heart',
  );
});

test('what an address says is read from it again', () => {
  const values = fc.record(
    {
      partner: fc.constantFrom('ville', 'a', 'bakery-2'),
      lang: fc.constantFrom('fr', 'de', 'en', 'gsw'),
      theme: fc.constantFrom('auto', 'light', 'dark'),
      accent: fc.nat(0xff_ff_ff).map((number) => `#${number.toString(16).padStart(6, '0')}`),
      circle: fc.constant('heart'),
      variant: fc.constantFrom('line', 'seal', 'figure'),
      limit: fc.integer({ min: 1, max: 24 }).map(String),
      compact: fc.constant(''),
      layout: fc.constantFrom('carousel', 'wall', 'single'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(...embeddable), values, (widget, given) => {
      const { choice } = readChoice((name) => (given as Record<string, string>)[name], known, widget);
      const url = new URL(frameUrl(base, choice));
      const query = (name: string) => url.searchParams.get(name) ?? undefined;
      assert.deepEqual(readChoice(query, known, widget), { choice, refused: [] });
      const names = ['partner', 'lang', 'theme', 'accent', ...embedOptions[widget].map(({ name }) => name)];
      assert.ok([...url.searchParams.keys()].every((name) => names.includes(name)));
    }),
  );
});

test('another program asks about an address in a way that cannot be mistaken', () => {
  const url = 'https://club.example/join?partner=ville&lang=de#x';
  assert.equal(oembedUrl(base, url), `https://club.example/oembed?url=${encodeURIComponent(url)}`);
  assert.equal(new URL(oembedUrl(base, url, 'xml')).searchParams.get('url'), url);
  assert.equal(new URL(oembedUrl(base, url, 'xml')).searchParams.get('format'), 'xml');
});

test('every fallback leads to the form of the same partner, in the same language', () => {
  assert.equal(joinFallbackUrl(base, plain), 'https://club.example/join?partner=ville');
  assert.equal(
    joinFallbackUrl(base, { ...plain, language: 'gsw', attributes: { circle: 'heart' } }),
    'https://club.example/join?partner=ville&lang=gsw&circle=heart',
  );
});

test('a circle of stories is not a circle to join', () => {
  const stories = { ...plain, widget: 'testimonials', attributes: { circle: 'heart' } } as const;
  assert.equal(joinFallbackUrl(base, stories), 'https://club.example/join?partner=ville');
});
