/** What anybody may write in an address, a form or a shortcode: taken as it is, or left out and named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { embeddable, embedOptions, type Embeddable } from '../../../../api/contract/embed.ts';
import { readChoice } from '../../../../api/domain/embed/choice.ts';

const known = { circles: ['heart', 'business'], languages: ['fr', 'de', 'kab'] };
const badge = '4Jx7nRrA6pPq2sT9uVwXyZ';
const story = 'aB3_dE-fG6hI9jK2lM5nO8';

const read = (widget: Embeddable, values: Record<string, unknown>) =>
  readChoice((name) => (Object.hasOwn(values, name) ? (values[name] as string) : undefined), known, widget);

const good: [Embeddable, Record<string, string>, Record<string, unknown>][] = [
  ['signup', { partner: 'ville-de-mulhouse' }, { partner: 'ville-de-mulhouse' }],
  [
    'signup',
    { circle: 'heart', compact: '', open: 'true' },
    { attributes: { circle: 'heart', compact: '', open: '' } },
  ],
  ['signup', { compact: 'compact', open: 'false' }, { attributes: { compact: '' } }],
  ['signup', { lang: 'de-CH', theme: 'dark', accent: '#C8F' }, { language: 'de', theme: 'dark', accent: '#cc88ff' }],
  ['signup', { lang: 'als' }, { language: 'gsw' }],
  ['signup', { lang: 'fr_FR' }, { language: 'fr' }],
  ['signup', { partner: '', lang: '', theme: '', accent: '', circle: '' }, {}],
  [
    'testimonials',
    { layout: 'wall', kind: 'video', limit: '007' },
    { attributes: { layout: 'wall', kind: 'video', limit: '7' } },
  ],
  ['testimonials', { layout: 'carousel', kind: '', order: 'featured' }, {}],
  ['testimonials', { limit: '8' }, { attributes: { limit: '8' } }],
  [
    'testimonials',
    { language: 'kab', tag: 'fonderie', story },
    { attributes: { language: 'kab', tag: 'fonderie', story } },
  ],
  ['badge', { badge, variant: 'seal' }, { attributes: { badge, variant: 'seal' } }],
  ['counter', { variant: 'figure', share: '1', 'no-goal': '0' }, { attributes: { variant: 'figure', share: '' } }],
  ['story-form', { circle: 'business' }, { attributes: { circle: 'business' } }],
];

for (const [widget, values, expected] of good) {
  test(`takes ${widget} with ${JSON.stringify(values)}`, () => {
    const plain = { widget, partner: '', theme: 'auto', attributes: {} };
    assert.deepEqual(read(widget, values), { choice: { ...plain, ...expected }, refused: [] });
  });
}

for (const [widget, name, value] of [
  ['signup', 'partner', '../etc'],
  ['signup', 'partner', 'Ville'],
  ['signup', 'partner', '__proto__'],
  ['signup', 'lang', 'xx'],
  ['signup', 'lang', 'fr"><script>'],
  ['signup', 'lang', 'english'],
  ['signup', 'theme', 'sepia'],
  ['signup', 'theme', '__proto__'],
  ['signup', 'accent', 'red'],
  ['signup', 'accent', '#12'],
  ['signup', 'accent', '#12345'],
  ['signup', 'accent', '#1234567'],
  ['signup', 'accent', '#fff;background:url(//x)'],
  ['signup', 'accent', 'rgb(1,2,3)'],
  ['signup', 'accent', 'var(--x)'],
  ['signup', 'accent', ' #ffffff'],
  ['signup', 'accent', '#ffffff\n'],
  ['signup', 'circle', 'unheard-of'],
  ['signup', 'circle', '__proto__'],
  ['signup', 'circle', 'constructor'],
  ['signup', 'compact', 'maybe'],
  ['testimonials', 'layout', 'toString'],
  ['testimonials', 'kind', 'audio'],
  ['testimonials', 'limit', '0'],
  ['testimonials', 'limit', '25'],
  ['testimonials', 'limit', '-1'],
  ['testimonials', 'limit', '1e1'],
  ['testimonials', 'limit', '٣'],
  ['testimonials', 'language', 'en'],
  ['testimonials', 'tag', 'A B'],
  ['testimonials', 'tag', 'a'.repeat(33)],
  ['testimonials', 'story', 'short'],
  ['testimonials', 'story', `${story}x`],
  ['badge', 'badge', '0'.repeat(22)],
  ['badge', 'badge', `${badge}\n`],
  ['badge', 'variant', 'banner'],
] as const) {
  test(`leaves out ${widget} ${name}=${JSON.stringify(value)} and names it`, () => {
    const { choice, refused } = read(widget, { [name]: value });
    assert.deepEqual(choice, { widget, partner: '', theme: 'auto', attributes: {} });
    assert.deepEqual(refused, [{ name, value }]);
  });
}

test('leaves out what is no text', () => {
  const values = {
    partner: ['ville'],
    lang: { toString: () => 'fr' },
    theme: 7,
    accent: ['#fff'],
    circle: () => 'heart',
  };
  const { choice, refused } = read('signup', values);
  assert.deepEqual(choice, { widget: 'signup', partner: '', theme: 'auto', attributes: {} });
  assert.deepEqual(
    refused.map(({ name }) => name),
    Object.keys(values),
  );
});

test('asks for names that it knows, and for each once', () => {
  for (const widget of embeddable) {
    const asked: string[] = [];
    readChoice((name) => void asked.push(name), known, widget);
    assert.deepEqual(asked, ['partner', 'lang', 'theme', 'accent', ...embedOptions[widget].map(({ name }) => name)]);
  }
});

test('names what was refused in few well-formed characters', () => {
  const { refused } = read('signup', { theme: `${'x'.repeat(79)}😀${'y'.repeat(100_000)}` });
  assert.equal(refused[0]?.value, `${'x'.repeat(79)}\ufffd`);
});

const widgets = fc.constantFrom(...embeddable);
const names = [
  'partner',
  'lang',
  'theme',
  'accent',
  ...new Set(
    Object.values(embedOptions)
      .flat()
      .map(({ name }) => name),
  ),
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '"><script>',
    'javascript:alert(1)',
    '#fff',
    'heart',
    'dark',
    '3',
    'wall',
  ),
);

test('whatever is asked, only checked values come out, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(widgets, fc.dictionary(fc.constantFrom(...names), text), (widget, values) => {
      const { choice, refused } = read(widget, values);
      assert.match(choice.partner, /^[a-z0-9-]*$/);
      assert.match(choice.accent ?? '#000000', /^#[0-9a-f]{6}$/);
      for (const value of [choice.language ?? '', choice.theme, ...Object.values(choice.attributes)]) {
        assert.match(value, /^[\w-]*$/);
      }
      assert.equal(Object.getPrototypeOf(choice.attributes), Object.prototype);
      assert.ok(Object.keys(choice.attributes).every((name) => embedOptions[widget].some((one) => one.name === name)));
      // Nothing is both taken and refused, and what is neither was empty, a default, or said no.
      assert.ok(refused.every(({ name }) => !Object.hasOwn(choice.attributes, name)));
      const { widget: _, language, ...rest } = choice;
      const again = { ...rest.attributes, ...rest, ...(language && { lang: language }) };
      assert.deepEqual(read(widget, again), { choice, refused: [] });
    }),
    { numRuns: 500 },
  );
});
