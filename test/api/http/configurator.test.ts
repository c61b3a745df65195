/** The configurator without a browser: what it reads, what it refuses, what it offers to copy. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { embeddable } from '../../../api/contract/embed.ts';
import { locales } from '../../../api/contract/locales.ts';
import { version } from '../../../api/contract/version.ts';
import { parseColour, readableAccent } from '../../../api/domain/embed/colour.ts';
import { snippetKinds } from '../../../api/domain/embed/snippets.ts';
import { integrityOf } from '../../../api/http/widget-archive.ts';
import { staticFile } from '../../../api/http/widget-files.ts';
import type { ConfiguratorState } from '../../../api/http/pages/configurator/state.ts';
import { configuratorPages } from '../../../api/lang/configurator/index.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { elementsOf } from '../../support/markup.ts';

const file = Buffer.from('export const counter = 1;');
let app: TestApp;

before(async () => {
  app = await openTestApp({
    widgets: new Map([['ambassador-counter.fr.js', staticFile('ambassador-counter.fr.js', file)]]),
  });
});
after(() => app.remove());

const query = (choice: Record<string, string>) => new URLSearchParams({ lang: 'fr', ...choice }).toString();
const pageOf = async (choice: Record<string, string>) => {
  const answer = await app.request(`/embed?${query(choice)}`);
  assert.equal(answer.status, 200);
  return elementsOf(await answer.text());
};
const stateOf = async (choice: Record<string, string>) =>
  (await (await app.request(`/embed-choice.json?${query(choice)}`)).json()) as Omit<ConfiguratorState, 'choice'>;
const frameOf = async (path: string) => elementsOf(await (await app.request(path)).text());

describe('what a partner has said of itself', () => {
  before(() =>
    app.deps.storage.insertPartner(
      {
        slug: 'hafen',
        kind: 'city',
        name: 'Hafen',
        origins: ['https://hafen.example'],
        status: 'active',
        accent: '#0b6e4f',
        languages: ['de', 'gsw'],
      },
      app.clock.now(),
    ),
  );

  test('its colour is what every line has and the preview shows, unless another is chosen', async () => {
    const own = await stateOf({ partner: 'hafen', widget: 'counter' });
    assert.match(own.sheet, /--ambassador-accent: #0b6e4f;/);
    assert.equal(own.accent?.chosen, '#0b6e4f');
    assert.match(own.snippets!.wordpress, / accent="#0b6e4f"/);
    assert.equal(new URL(own.previewAddress, publicUrl).searchParams.get('accent'), '#0b6e4f');
    // It is the partner's, not a choice: the address of this page does not hold on to it.
    assert.equal(new URL(own.address, publicUrl).searchParams.get('accent'), null);
    const other = await stateOf({ partner: 'hafen', widget: 'counter', accent: '#b3261e' });
    assert.match(other.sheet, /#b3261e/);
    assert.doesNotMatch(JSON.stringify(other.snippets), /0b6e4f/);
    assert.equal((await stateOf({ partner: 'ville', widget: 'counter' })).sheet, '');
  });

  test('its languages are those of what stands between the tags, whatever the webmaster reads', async () => {
    const words = async (choice: Record<string, string>) =>
      (await stateOf({ partner: 'hafen', widget: 'signup', ...choice })).snippets!.pinned;
    assert.ok((await words({ lang: 'fr' })).includes(configuratorPages.de.words.withoutScript.signup));
    assert.ok((await words({ lang: 'gsw' })).includes(configuratorPages.gsw.words.withoutScript.signup));
    assert.match(await words({ lang: 'fr' }), /ambassador-signup\.de\.js/);
    assert.match(await words({ lang: 'fr', 'widget-lang': 'en' }), /ambassador-signup\.en\.js/);
  });
});

describe('the form', () => {
  test('is a page in every language, with what was chosen in it, and leads to itself', async () => {
    for (const lang of locales) {
      const page = await pageOf({
        lang,
        partner: 'ville',
        widget: 'counter',
        variant: 'figure',
        share: '1',
        theme: 'dark',
      });
      const [form] = page.filter(({ tag }) => tag === 'form');
      assert.deepEqual([form!.attributes['action'], form!.attributes['method']], ['/embed', 'get']);
      const usable = form!.inside.filter(
        ({ within, attributes }) => !within.includes('datalist') && 'name' in attributes,
      );
      const sent = usable.flatMap(({ tag, attributes, inside }) => {
        if (attributes['type'] === 'radio' || attributes['type'] === 'checkbox') {
          return 'checked' in attributes ? [[attributes['name'], attributes['value']]] : [];
        }
        const option = inside.find((one) => 'selected' in one.attributes);
        return tag === 'select'
          ? [[attributes['name'], option?.attributes['value']]]
          : [[attributes['name'], attributes['value']]];
      });
      const values = Object.fromEntries(sent) as Record<string, string>;
      assert.deepEqual(
        [values['partner'], values['widget'], values['theme'], values['share'], values['for']],
        ['ville', 'counter', 'dark', '1', 'counter'],
      );
      assert.ok(page.some(({ tag, text }) => tag === 'h1' && text === configuratorPages[lang].title));
    }
  });

  test('lets the options of one widget be used, and sends those of no other', async () => {
    const groups = (await pageOf({ widget: 'testimonials' })).filter(({ attributes }) => 'data-widget' in attributes);
    assert.deepEqual(
      groups.map(({ attributes }) => attributes['data-widget']),
      [...embeddable],
    );
    for (const { attributes } of groups) {
      const isChosen = attributes['data-widget'] === 'testimonials';
      assert.deepEqual(['hidden' in attributes, 'disabled' in attributes], [!isChosen, !isChosen]);
    }
  });

  test('forgets the options of the widget before, without a word', async () => {
    const { refused, previewAddress } = await stateOf({
      for: 'counter',
      widget: 'badge',
      variant: 'figure',
      share: '1',
    });
    assert.deepEqual(refused, []);
    assert.doesNotMatch(previewAddress, /figure|share/);
  });

  test('is linked from every page and from the console', async () => {
    for (const path of ['/?lang=fr', '/console?lang=fr']) {
      const links = elementsOf(await (await app.request(path)).text()).map(({ attributes }) => attributes['href']);
      assert.ok(links.includes('/embed?lang=fr'), path);
    }
  });
});

describe('what cannot be chosen', () => {
  const nasty: Record<string, string> = {
    accent: 'red;}body{display:none}',
    variant: '"><img src=x onerror=alert(1)>',
    __proto__: 'polluted',
    constructor: 'x',
    onload: 'alert(1)',
    style: 'color:red',
    '<b>name</b>': 'x',
    theme: 'url(javascript:alert(1))',
    'widget-lang': '../../etc',
  };

  test('is left out and named, and nothing of it is markup anywhere', async () => {
    const choice = { partner: 'ville', widget: 'counter', ...Object.fromEntries(Object.entries(nasty)) };
    // A literal `__proto__` sets a prototype: it has to be a name like the others.
    const path = `${query(choice)}&__proto__=polluted`;
    const answer = await app.request(`/embed?${path}`);
    const page = elementsOf(await answer.text());
    const [list] = page.filter(({ attributes }) => attributes['data-shows'] === 'refused');
    const said = list!.inside.filter(({ tag }) => tag === 'li').map(({ text }) => text);
    for (const part of ['red;}body', '"><img', 'url(javascript', '../../etc', 'constructor', 'onload', 'style']) {
      assert.ok(
        said.some((text) => text.includes(part)),
        `${part} in ${said.join(' | ')}`,
      );
    }
    assert.ok(said.length <= 8 && said.every((text) => text.length < 240));
    const bare = await pageOf({ partner: 'ville', widget: 'counter' });
    const shape = (all: typeof page) =>
      all.filter(({ tag, within }) => tag !== 'li' && !within.includes('li')).map(({ tag }) => tag);
    assert.deepEqual(shape(page), shape(bare));
    const { snippets, address, previewAddress } = (await (
      await app.request(`/embed-choice.json?${path}`)
    ).json()) as ConfiguratorState;
    assert.deepEqual(snippets, (await stateOf({ partner: 'ville', widget: 'counter' })).snippets);
    assert.deepEqual(
      [address, previewAddress],
      ['/embed?lang=fr&widget=counter&partner=ville', '/embed-preview?lang=fr&widget=counter&partner=ville'],
    );
  });

  test('names `__proto__` like any other name, and an unknown widget', async () => {
    const answer = await app.request('/embed-choice.json?lang=en&__proto__=1&widget=carousel');
    const { refused } = (await answer.json()) as ConfiguratorState;
    const { unknown, value } = configuratorPages.en.refused;
    assert.deepEqual(refused, [value('widget', 'carousel'), unknown('__proto__')]);
  });

  test('reaches neither the preview nor its sheet', async () => {
    const path = query({ partner: 'ville"><script>', widget: 'counter', ...nasty });
    const frame = await frameOf(`/embed-preview?${path}`);
    assert.deepEqual(
      frame.filter(({ tag }) => tag === 'script').map(({ attributes }) => attributes['src']),
      ['/assets/preview.js', '/widgets/1/loader.js'],
    );
    const [element] = frame.filter(({ tag }) => tag === 'ambassador-counter');
    assert.deepEqual(element!.attributes, { partner: 'club', theme: 'auto' });
    const sheet = await (await app.request(`/embed-preview.css?${path}`)).text();
    assert.doesNotMatch(sheet, /display:none|--ambassador-accent|red/);
  });
});

describe('the partner', () => {
  test('has to be known before there is anything to copy', async () => {
    const { form } = configuratorPages.fr;
    const [none, unknown, known] = await Promise.all([
      stateOf({}),
      stateOf({ partner: 'nobody' }),
      stateOf({ partner: 'ville' }),
    ]);
    assert.deepEqual([none.partner.text, none.snippets], [form.partner.missing, undefined]);
    assert.deepEqual([unknown.partner.text, unknown.snippets], [form.partner.unknown('nobody'), undefined]);
    assert.ok(known.partner.isKnown && known.partner.text.includes(partnerOrigin));
    assert.deepEqual(Object.keys(known.snippets!).sort(), [...snippetKinds].sort());
  });

  test('that is paused says so', async () => {
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    try {
      const { partner } = await stateOf({ partner: 'ville' });
      assert.deepEqual(partner, {
        isKnown: false,
        text: configuratorPages.fr.form.partner.paused('Ville de Mulhouse (démo)'),
      });
    } finally {
      await app.deps.storage.setPartnerStatus('ville', 'active');
    }
  });
});

describe('what is copied', () => {
  test('is the same on the page as in the answer for its script, with the hash of what is served', async () => {
    const choice = { partner: 'ville', widget: 'counter' };
    const { snippets } = await stateOf(choice);
    const page = await pageOf(choice);
    for (const kind of snippetKinds) {
      const [field] = page.filter(({ attributes }) => attributes['id'] === `code-${kind}`);
      assert.equal(field!.text, snippets![kind].trim());
    }
    const [script] = elementsOf(snippets!.pinned);
    const served = await app.request(script!.attributes['src']!.slice(publicUrl.length));
    assert.equal(script!.attributes['src'], `${publicUrl}/widgets/${version}/ambassador-counter.fr.js`);
    assert.equal(script!.attributes['integrity'], integrityOf(Buffer.from(await served.arrayBuffer())));
  });

  test('has the number of the moment in it', async () => {
    const { snippets } = await stateOf({ partner: 'ville', widget: 'counter', 'widget-lang': 'en' });
    assert.match(snippets!.evergreen, />0 ambassadors today; we want to be 1,000 by/);
  });
});

describe('the accent', () => {
  test('is corrected, with its contrast said and the lines for the host’s sheet', async () => {
    const { accent, sheet: lines } = await stateOf({ partner: 'ville', accent: '#ffd400' });
    const { light, dark } = readableAccent('#ffd400');
    assert.deepEqual([accent!.light, accent!.dark, accent!.corrected, accent!.onLight], [light, dark, true, '1,4']);
    assert.ok(lines.includes(`light-dark(${light}, ${dark})`));
    const page = await pageOf({ partner: 'ville', accent: '#ffd400' });
    const fills = page
      .filter(({ attributes }) => 'data-fill' in attributes)
      .map(({ attributes }) => attributes['fill']!);
    assert.ok(fills.length > 0 && fills.every((fill) => parseColour(fill) && [light, dark].includes(fill)));
    assert.ok(page.every(({ attributes }) => !('style' in attributes)));
    const sheet = await app.request('/embed-preview.css?widget=signup&accent=%23ffd400&theme=dark');
    assert.equal(sheet.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.ok((await sheet.text()).includes(`--ambassador-accent: ${dark};`));
  });
});

describe('the preview', () => {
  test('is the element alone, under a policy that allows our own origin and no frame of others', async () => {
    const answer = await app.request(
      `/embed-preview?${query({ widget: 'signup', partner: 'ville', circle: 'entrepreneurs' })}`,
    );
    const policy = answer.headers.get('content-security-policy')!;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
      "form-action 'none'",
    ]) {
      assert.ok(policy.split('; ').includes(rule), rule);
    }
    const frame = elementsOf(await answer.text());
    const [element] = frame.filter(({ tag }) => tag === 'ambassador-signup');
    assert.deepEqual(element!.attributes, { partner: 'ville', theme: 'auto', circle: 'entrepreneurs', open: '' });
  });

  test('without JavaScript is what stands between the tags', async () => {
    for (const widget of embeddable) {
      const frame = await frameOf(`/embed-preview?${query({ widget, partner: 'ville', script: 'off' })}`);
      assert.ok(!frame.some(({ tag }) => tag === 'script'));
      assert.ok(frame.some(({ tag, within }) => tag === 'a' && within.includes(`ambassador-${widget}`)));
    }
  });
});
