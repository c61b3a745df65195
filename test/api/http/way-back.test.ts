/** The way back to the partner's site: a link to an address that the partner has named, and to nothing else. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import type { Partner } from '../../../api/domain/partners/partner.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { elsewhere } from '../../support/elsewhere.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { all, assertHarmless, attribute, elementsOf, textOf } from '../../support/html.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';

const second = 'https://a.ville.example';
const thanks = `${partnerOrigin}/merci?x=1&y=2`;
const home = `${second}/`;
const words: Record<Locale, string> = {
  fr: 'Retour au site «\u00a0Ville de Mulhouse (démo)\u00a0»',
  de: 'Zurück zu „Stadt Mülhausen“',
  en: 'Back to Ville de Mulhouse (démo)',
  gsw: 'Zruck zu „Ville de Mulhouse (démo)“',
};

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  await change({ origins: [partnerOrigin, second], returnUrls: [thanks, home], names: { de: 'Stadt Mülhausen' } });
});
afterEach(() => app.remove());

async function change(changes: Partial<Partner>): Promise<void> {
  const { id } = (await app.deps.storage.partnerBySlug('ville'))!;
  await app.deps.storage.write((tx) => tx.partners.change(id, changes));
}

/** The links back of a page: where to, in which words. */
const linksBack = (html: string) =>
  all(html, 'a', 'way-back').map((link) => [attribute(link, 'href'), textOf(link).trim()]);
const whereTo = (html: string) => linksBack(html).map(([href]) => href);

/** Whatever a page leads to or loads lies at the club, or is the address that was expected; and it stays where it is. */
async function assertLeadsNowhereElse(response: Response, expected: string | undefined): Promise<string> {
  assert.equal(response.status, 200);
  assert.deepEqual([response.headers.get('location'), response.headers.get('refresh')], [null, null]);
  const html = await response.text();
  for (const element of elementsOf(html)) {
    assert.notEqual(attribute(element, 'http-equiv')?.toLowerCase(), 'refresh');
    for (const name of ['href', 'src', 'action', 'formaction']) {
      const value = attribute(element, name);
      if (value === undefined || value === expected) continue;
      assert.equal(new URL(value, publicUrl).origin, publicUrl, `${element.tagName} ${name}="${value}"`);
    }
  }
  assertHarmless(html);
  return html;
}

async function joined(email: string, origin = partnerOrigin): Promise<string> {
  const response = await app.signUp({ email, proof: await mintProof(app, { origin }) }, { origin });
  assert.equal(response.status, 202, await response.text());
  return tokenIn((await deliver(app)).at(-1), '/confirm');
}

const press = (token: string, language: string = 'fr') =>
  postForm(app, { token }, { path: `/confirm?lang=${language}` });

/** Fills in the form as it stands on a page, and sends it. */
function send(html: string, email: string, changes: Record<string, string> = {}): Promise<Response> {
  app.clock.time += durations.minimumFill;
  const typed = { firstName: 'Odile', email, circle: 'habitants', age15: 'on', charter: testClub.charter.version };
  return postForm(app, [...valuesOf(html), ...Object.entries({ ...typed, ...changes })]);
}

describe('whoever confirms', () => {
  test('is shown the way back in their language, when they press and whenever they come again', async () => {
    const token = await joined('odile@example.org');
    const before = await (await app.request(`/confirm?token=${token}`)).text();
    assert.deepEqual(linksBack(before), []);
    for (const locale of locales)
      assert.deepEqual(linksBack(await assertLeadsNowhereElse(await press(token, locale), thanks)), [
        [thanks, words[locale]],
      ]);
    const again = await app.request(`/confirm?token=${token}&lang=fr`);
    assert.deepEqual(whereTo(await again.text()), [thanks]);
  });

  test('goes back to the site that they joined on, where their partner has several', async () => {
    assert.deepEqual(whereTo(await (await press(await joined('anne@example.org', second))).text()), [home]);
    assert.deepEqual(whereTo(await (await press(await joined('bruno@example.org'))).text()), [thanks]);
  });

  test('is led nowhere by an address that says so', async () => {
    const token = await joined('odile@example.org');
    for (const asked of [...elsewhere, home]) {
      const query = `&return=${encodeURIComponent(asked)}`;
      const opened = await app.request(`/confirm?token=${token}${query}`);
      assert.deepEqual(linksBack(await assertLeadsNowhereElse(opened, undefined)), [], asked);
    }
    const pressed = await postForm(
      app,
      { token, return: 'https://evil.example/' },
      { path: '/confirm?return=//evil.example' },
    );
    assert.deepEqual(whereTo(await assertLeadsNowhereElse(pressed, thanks)), [thanks]);
  });

  const closed: [why: string, changes: Partial<Partner>][] = [
    ['names no address', { returnUrls: [] }],
    ['is paused', { status: 'paused' }],
    ['has left its site', { origins: ['https://www.neu.example'] }],
    ['has an address that is none', { returnUrls: ['javascript:alert(1)', '//evil.example', 'https://evil.example/'] }],
  ];
  for (const [why, changes] of closed)
    test(`finds no way back to a partner that ${why}`, async () => {
      const token = await joined('odile@example.org');
      await change(changes);
      assert.deepEqual(linksBack(await assertLeadsNowhereElse(await press(token), undefined)), []);
    });
});

describe('the form without JavaScript', () => {
  test('leads back from the start, and when it was sent, to the same page', async () => {
    const html = await assertLeadsNowhereElse(await app.request('/join?partner=ville&lang=fr'), thanks);
    assert.deepEqual(linksBack(html), [[thanks, words.fr]]);
    const sent = await send(html, 'odile@example.org');
    assert.deepEqual(linksBack(await assertLeadsNowhereElse(sent, thanks)), [[thanks, words.fr]]);
  });

  test('leads back to the site that the visitor came from', async () => {
    const came = await app.request('/join?partner=ville', { headers: { referer: `${second}/agenda` } });
    const html = await came.text();
    assert.deepEqual(whereTo(html), [home]);
    assert.deepEqual(whereTo(await (await send(html, 'odile@example.org')).text()), [home]);
  });

  test('leads to the address that it was asked for, also in another language, after a mistake and when it was sent', async () => {
    const html = await (await app.request(`/join?partner=ville&lang=fr&return=${encodeURIComponent(home)}`)).text();
    assert.deepEqual(whereTo(html), [home]);
    const german = all(html, 'a').find((link) => attribute(link, 'hreflang') === 'de')!;
    assert.deepEqual(linksBack(await (await app.request(attribute(german, 'href')!)).text()), [[home, words.de]]);
    const mistaken = await send(html, 'nobody');
    assert.equal(mistaken.status, 422);
    const again = await mistaken.text();
    assert.deepEqual(whereTo(again), [home]);
    assert.deepEqual(whereTo(await (await send(again, 'odile@example.org')).text()), [home]);
  });

  for (const asked of [...elsewhere, 'https://evil.example/', `${home}x`, `${thanks}#evil`])
    test(`does not lead to ${JSON.stringify(asked)}`, async () => {
      const query = `return=${encodeURIComponent(asked)}`;
      const html = await assertLeadsNowhereElse(await app.request(`/join?partner=ville&${query}`), thanks);
      assert.deepEqual(whereTo(html), [thanks]);
      // Nor does a form of somebody's own, which says it in a field.
      const posted = await postForm(app, { partner: 'ville', return: asked }, { origin: partnerOrigin });
      assert.deepEqual(whereTo(await assertLeadsNowhereElse(posted, thanks)), [thanks]);
      const sent = await send(html, 'odile@example.org', { return: asked });
      assert.deepEqual(whereTo(await assertLeadsNowhereElse(sent, thanks)), [thanks]);
    });

  test('leads back to nobody from the club’s own page, nor in a frame, around which the visitor’s page still is', async () => {
    const club = await app.request(`/join?return=${encodeURIComponent(home)}`);
    assert.deepEqual(linksBack(await assertLeadsNowhereElse(club, undefined)), []);
    const framed = await app.request(`/embed/signup?partner=ville&return=${encodeURIComponent(home)}`);
    const html = await assertLeadsNowhereElse(framed, undefined);
    assert.deepEqual([linksBack(html), valuesOf(html).get('return')], [[], undefined]);
  });
});
