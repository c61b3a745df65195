/** What webmasters copy, read back as each of the languages reads it: nothing that was chosen is more than a value. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseAst } from 'vite';
import { embeddable, embedOptions, embedThemes, type EmbedChoice } from '../../../../api/contract/embed.ts';
import { readableAccent } from '../../../../api/domain/embed/colour.ts';
import {
  accentSheet,
  kitScript,
  snippetsFor,
  type SnippetSite,
  type SnippetWords,
} from '../../../../api/domain/embed/snippets.ts';
import { elementsOf, type MarkupElement } from '../../../support/markup.ts';

const publicUrl = 'https://club.example';
const each = (text: string) => Object.fromEntries(embeddable.map((widget) => [widget, text])) as SnippetWords['links'];
const words: SnippetWords = {
  language: 'fr',
  links: each('Vers le club'),
  withoutScript: each('Sans JavaScript'),
  frames: each('Club des ambassadeurs'),
  counter: '214 ambassadeurs aujourd’hui.',
  badge: 'Ambassadrice de Mulhouse',
  quote: { text: 'Ich bin do.', author: 'Odile', language: 'gsw', url: `${publicUrl}/stories/abc` },
};
const hashes: Record<string, string> = {
  'ambassador-signup.fr.js': 'sha384-signup',
  'loader.js': 'sha384-loader',
  'kit.de.js': 'sha384-kit',
};
const site: SnippetSite = { publicUrl, version: '1.2.3', major: 1, integrity: (file) => hashes[file], words };
const choice = (more: Partial<EmbedChoice> = {}): EmbedChoice => ({
  widget: 'signup',
  partner: 'ville',
  theme: 'auto',
  attributes: {},
  ...more,
});
const badge = 'Y7pFaiESNNFfzyanQw2T1E';

/** Everything in a snippet, `<noscript>` read as those see it who have no script. */
const find = (markup: string, tag: string): MarkupElement => {
  const found = elementsOf(markup).filter((one) => one.tag === tag);
  assert.equal(found.length, 1, `one <${tag}> in ${markup}`);
  return found[0]!;
};

describe('the pinned snippet', () => {
  test('is one file of the exact version with its hash, and the element', () => {
    const script = find(snippetsFor(site, choice()).pinned, 'script');
    assert.deepEqual(script.attributes, {
      type: 'module',
      src: `${publicUrl}/widgets/1.2.3/ambassador-signup.fr.js`,
      integrity: 'sha384-signup',
      crossorigin: 'anonymous',
    });
    const one = choice({ language: 'de', theme: 'dark', attributes: { circle: 'clubs', compact: '' } });
    const { attributes } = find(snippetsFor(site, one).pinned, 'ambassador-signup');
    assert.deepEqual(attributes, { partner: 'ville', lang: 'de', theme: 'dark', circle: 'clubs', compact: '' });
    assert.match(snippetsFor(site, one).pinned, /\/ambassador-signup\.de\.js"/);
  });

  test('loads the story form, which no file has whole, by the loader of the exact version', () => {
    const { src, integrity } = find(snippetsFor(site, choice({ widget: 'story-form' })).pinned, 'script').attributes;
    assert.deepEqual([src, integrity], [`${publicUrl}/widgets/1.2.3/loader.js`, 'sha384-loader']);
  });

  test('has one file for several widgets', () => {
    const { src, integrity } = find(kitScript(site, choice({ language: 'de' })), 'script').attributes;
    assert.deepEqual([src, integrity], [`${publicUrl}/widgets/1.2.3/kit.de.js`, 'sha384-kit']);
  });
});

describe('every snippet with a script', () => {
  for (const widget of embeddable) {
    test(`has something real in ambassador-${widget}, with and without JavaScript`, () => {
      const attributes: Record<string, string> = widget === 'badge' ? { badge } : {};
      for (const kind of ['pinned', 'evergreen'] as const) {
        const element = find(snippetsFor(site, choice({ widget, attributes }))[kind], `ambassador-${widget}`);
        const links = element.inside.filter(({ tag }) => tag === 'a');
        assert.equal(links.length, 2);
        for (const {
          attributes: { href },
        } of links)
          assert.match(href!, /^https:\/\/club\.example\//);
        assert.deepEqual(
          links.map(({ within }) => within.includes('noscript')),
          [false, true],
        );
        assert.ok(links.every(({ text, inside }) => text !== '' || inside.some(({ tag }) => tag === 'img')));
      }
    });
  }

  test('says the number of the moment, shows the badge in its form, and quotes a story', () => {
    const markup = (more: Partial<EmbedChoice>) => snippetsFor(site, choice(more)).pinned;
    assert.equal(elementsOf(markup({ widget: 'counter' })).find(({ tag }) => tag === 'a')!.text, words.counter);
    const image = find(markup({ widget: 'badge', theme: 'dark', attributes: { badge, variant: 'seal' } }), 'img');
    const { src, width, height, alt } = image.attributes;
    assert.deepEqual([src, width, height, alt], [`${publicUrl}/b/${badge}-seal-dark.svg`, '160', '160', words.badge]);
    const quote = find(markup({ widget: 'testimonials' }), 'blockquote');
    assert.deepEqual(quote.attributes, { lang: 'gsw', dir: 'ltr', cite: `${publicUrl}/stories/abc` });
    const { quote: _none, ...silent } = words;
    const bare = snippetsFor({ ...site, words: silent }, choice({ widget: 'testimonials', language: 'de' })).pinned;
    assert.match(bare, /href="https:\/\/club\.example\/stories\?lang=de">Vers le club</);
  });

  test('works twice in one page: no ids, no styles, no names', () => {
    for (const widget of embeddable) {
      const {
        oembed: _address,
        wordpress: _shortcode,
        react: _source,
        ...markup
      } = snippetsFor(site, choice({ widget }));
      for (const text of Object.values(markup)) {
        const twice = elementsOf(`${text}\n${text}`);
        assert.equal(twice.length, 2 * elementsOf(text).length);
        for (const { tag, attributes } of twice) {
          for (const name of ['id', 'style', 'onload', 'color', 'target'])
            assert.ok(!(name in attributes), `${tag} ${name}`);
        }
      }
    }
  });
});

describe('the other ways', () => {
  test('a frame has a name, a size, no permission, and a link after it', () => {
    const markup = snippetsFor(site, choice({ accent: '#d13a1e', language: 'fr' })).iframe;
    const { src, title, width, height, loading, allow } = find(markup, 'iframe').attributes;
    assert.equal(src, `${publicUrl}/embed/signup?partner=ville&lang=fr&accent=%23d13a1e`);
    assert.deepEqual([title, width, height, loading], [words.frames.signup, '100%', '760', 'lazy']);
    for (const feature of allow!.split('; ')) assert.match(feature, /^[a-z]+ 'none'$/);
    const [frame, , after] = elementsOf(markup);
    assert.deepEqual([frame!.tag, after!.tag], ['iframe', 'a']);
    assert.equal(find(markup, 'script').attributes['src'], `${publicUrl}/widgets/1/frame.js`);
  });

  test('plain HTML begins a sign-up with a form that has what /join reads', () => {
    const markup = snippetsFor(site, choice({ language: 'de', attributes: { circle: 'clubs' } })).html;
    const form = find(markup, 'form');
    assert.deepEqual(form.attributes, { action: `${publicUrl}/join`, method: 'get' });
    const fields = form.inside.filter(({ tag }) => tag === 'input').map(({ attributes }) => attributes);
    assert.deepEqual(
      fields.map(({ type, name, value }) => [type, name, value]),
      [
        ['hidden', 'partner', 'ville'],
        ['hidden', 'lang', 'de'],
        ['hidden', 'circle', 'clubs'],
      ],
    );
    for (const widget of embeddable) {
      const tags = elementsOf(snippetsFor(site, choice({ widget })).html).map(({ tag }) => tag);
      assert.ok(tags.includes(widget === 'signup' ? 'button' : 'a') && !tags.includes('script'), tags.join());
    }
  });

  test('a colour is a line for the host’s sheet, for each scheme its own, and never part of the markup', () => {
    const chosen = choice({ accent: '#ffd400' });
    const { light, dark } = readableAccent('#ffd400');
    assert.equal(
      accentSheet(chosen),
      `ambassador-signup {\n  --ambassador-accent: ${light};\n}\n` +
        `@supports (color: light-dark(red, red)) {\n  ambassador-signup {\n    --ambassador-accent: light-dark(${light}, ${dark});\n  }\n}\n`,
    );
    assert.equal(
      accentSheet({ ...chosen, theme: 'dark' }),
      `ambassador-signup {\n  --ambassador-accent: ${dark};\n}\n`,
    );
    assert.equal(accentSheet(choice()), '');
    assert.equal(snippetsFor(site, chosen).pinned, snippetsFor(site, choice()).pinned);
  });
});

/** What nobody may choose, as if it had been let through: the last door has to hold by itself. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '>',
        '<',
        '&',
        ']',
        '[',
        '\\',
        '{',
        '}',
        '`',
        '${',
        '-->',
        '</script>',
        '&quot;',
        '&#34;',
      ),
      fc.constantFrom(
        '" onload="alert(1)',
        '"]<script>',
        'x</noscript><img src=x onerror=y>',
        '{alert(1)}',
        '*/',
        '=',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  // What is empty is left out of an address, which is another shape.
  .filter((text) => text !== '');

const anyChoice = fc.constantFrom(...embeddable).chain((widget) =>
  fc.record({
    widget: fc.constant(widget),
    partner: nasty,
    language: nasty,
    theme: fc.constantFrom(...embedThemes),
    attributes: fc
      .tuple(
        ...embedOptions[widget].map(({ name, kind }) =>
          fc.tuple(fc.constant(name), kind === 'flag' ? fc.constant('') : nasty),
        ),
      )
      .map((pairs) => ({ ...(Object.fromEntries(pairs) as Record<string, string>), onload: 'x', '"><b': 'y' })),
  }),
);
const anyWords = fc.tuple(nasty, nasty, nasty).map(([one, two, three]): SnippetWords => ({
  ...words,
  links: each(one),
  withoutScript: each(two),
  frames: each(three),
  counter: two,
  badge: three,
  quote: { text: one, author: two, language: 'fr', url: words.quote!.url },
}));
const shape = (elements: MarkupElement[]) => elements.map(({ tag, attributes }) => [tag, Object.keys(attributes)]);
/** What stands in an attribute once a parser of HTML has read it. */
const asRead = (text: string) => text.replaceAll('\0', '\u{fffd}').replace(/\r\n?/g, '\n');

describe('nothing that is chosen or said', () => {
  test('leaves the attribute or the text that it stands in, in HTML', () => {
    fc.assert(
      fc.property(anyChoice, anyWords, (wild, said) => {
        const tame = {
          ...wild,
          partner: 'x',
          language: 'x',
          attributes: Object.fromEntries(Object.entries(wild.attributes).map(([name, value]) => [name, value && 'x'])),
        };
        const [found, expected] = [snippetsFor({ ...site, words: said }, wild), snippetsFor(site, tame)];
        for (const kind of ['pinned', 'evergreen', 'iframe', 'html'] as const) {
          assert.deepEqual(shape(elementsOf(found[kind])), shape(elementsOf(expected[kind])), found[kind]);
        }
        const element = find(found.evergreen, `ambassador-${wild.widget}`);
        assert.equal(element.attributes['partner'], asRead(wild.partner));
        for (const { name } of embedOptions[wild.widget]) {
          assert.equal(element.attributes[name], asRead((wild.attributes as Record<string, string>)[name]!));
        }
        assert.ok(URL.canParse(found.oembed) && new URL(found.oembed).origin === publicUrl);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves the attribute that it stands in, in a shortcode', () => {
    fc.assert(
      fc.property(anyChoice, (wild) => {
        const { wordpress } = snippetsFor(site, wild);
        // As WordPress reads it: to the first bracket, then names with values in double quotes.
        const inside = /^\[ambassador((?: [a-z-]+="[^"<>[\]\\]*")+)\]$/.exec(wordpress)?.[1];
        assert.ok(inside !== undefined, wordpress);
        const names = Array.from(inside.matchAll(/ ([a-z-]+)="/g), (match) => match[1]!);
        const known = ['widget', 'partner', 'lang', 'theme', ...embedOptions[wild.widget].map(({ name }) => name)];
        assert.deepEqual(
          names.filter((name) => !known.includes(name)),
          [],
        );
        assert.equal(new Set(names).size, names.length);
      }),
      { numRuns: 300 },
    );
  });

  test('is code in JSX', () => {
    fc.assert(
      fc.property(anyChoice, anyWords, (wild, said) => {
        const { react } = snippetsFor({ ...site, words: said }, wild);
        const tree = JSON.stringify(parseAst(react, { lang: 'jsx' }));
        assert.doesNotMatch(
          tree,
          /"type":"(?:JSXExpressionContainer|CallExpression|JSXSpreadAttribute|TemplateLiteral)"/,
        );
        assert.equal(tree.match(/"type":"ImportDeclaration"/g)?.length, 1);
      }),
      { numRuns: 200 },
    );
  });
});
