/** Plain HTML forms on partner pages, frames on partner pages, and what is remembered of where people came from. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations, limits } from '../../../api/contract/limits.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute } from '../../support/html.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
afterEach(() => app.remove());

const address = 'odile@example.org';
/** What a form on the partner's own page can hold: no token of ours. */
const plain = {
  partner: 'ville',
  language: 'fr',
  firstName: 'Odile <b>',
  email: address,
  circle: 'habitants',
  age15: 'on',
  charter: testClub.charter.version,
  sentence: 'Le marché & le canal',
  newsletter: 'on',
  public: 'true',
  introductions: '1',
};
/** What is agreed to by ticking: on our page, whatever was ticked elsewhere. */
const boxes = ['age15', 'charter', 'newsletter', 'public', 'introductions'] as const;
const { age15, charter } = plain;

async function send(html: string, changes: Record<string, string> = {}, path = '/join'): Promise<Response> {
  app.clock.time += durations.minimumFill;
  return postForm(app, [...valuesOf(html), ...Object.entries(changes)], { path });
}

const attribution = () => rows(app.dir, 'attribution').at(-1)!;

describe('a plain form on a partner’s page', () => {
  test('comes back filled in, stores nothing, and is taken when sent from there', async () => {
    const before = everything(app.dir);
    const response = await postForm(app, plain, { origin: partnerOrigin });
    assert.equal(response.status, 200);
    const html = await response.text();
    assert.deepEqual(everything(app.dir), before);
    const values = valuesOf(html);
    for (const [name, value] of Object.entries(plain)) {
      assert.equal(values.get(name), (boxes as readonly string[]).includes(name) ? undefined : value, name);
    }
    assert.doesNotMatch(html, /Odile <b>/);
    assert.match(html, /Odile &lt;b&gt;/);

    assert.equal((await send(html)).status, 422, 'nobody agreed yet');
    assert.equal((await send(html, { age15, charter })).status, 200);
    const member = memberOf(app.dir, address)!;
    assert.equal(member['first_name'], plain.firstName);
    assert.deepEqual([member['newsletter'], member['public'], member['introductions']], [0, 0, 0]);
    assert.equal(member['partner_id'], (await app.deps.storage.partnerBySlug('ville'))!.id);
  });

  test('comes back without a tick whatever stands where our token would be', async () => {
    const ours = valuesOf(await (await app.request('/join?partner=club')).text()).get('token')!;
    for (const token of ['', 'x', '..', ours]) {
      const values = valuesOf(await (await postForm(app, { ...plain, token }, { origin: partnerOrigin })).text());
      assert.deepEqual(
        [...boxes.map((name) => values.get(name)), values.get('email')],
        [...boxes.map(() => undefined), address],
      );
      const wrong = { ...plain, token, email: 'nobody' };
      const again = valuesOf(await (await postForm(app, wrong, { origin: partnerOrigin })).text());
      assert.deepEqual(
        boxes.map((name) => again.get(name)),
        boxes.map(() => undefined),
      );
    }
  });

  test('with an old charter comes back with that box empty', async () => {
    const html = await (await postForm(app, { ...plain, charter: '2020-01' }, { origin: partnerOrigin })).text();
    assert.equal(valuesOf(html).has('charter'), false);
  });

  test('on a page in Latin-1 is not stored with broken letters', async () => {
    const body = `${new URLSearchParams({ ...plain, firstName: '' }).toString()}&firstName=Ren%E9`;
    const html = await (await postForm(app, body, { origin: partnerOrigin })).text();
    const again = await send(html, { age15, charter });
    assert.equal(again.status, 422);
    assert.match(await again.text(), /id="firstName-error"/);
    assert.equal(memberOf(app.dir, address), undefined);
  });

  test('without a partner is the club’s own', async () => {
    const { partner: _partner, ...rest } = plain;
    const html = await (await postForm(app, rest)).text();
    assert.equal(valuesOf(html).get('partner'), 'club');
  });

  for (const type of ['multipart/form-data; boundary=b', 'text/plain', 'application/json', '']) {
    test(`as ${type || 'nothing'} is refused`, async () => {
      const before = everything(app.dir);
      const response = await postForm(app, plain, { origin: partnerOrigin, headers: { 'content-type': type } });
      assert.equal(response.status, 415);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('that is too large is refused', async () => {
    const before = everything(app.dir);
    const response = await postForm(app, { ...plain, sentence: 'x'.repeat(limits.bodyBytes) });
    assert.equal(response.status, 413);
    assert.deepEqual(everything(app.dir), before);
  });

  test('with other names in it changes nothing that they name', async () => {
    const html = await (await postForm(app, plain)).text();
    const foreign = { id: '1', status: 'active', role: 'admin', verified: 'true', member_id: '1', __proto__: 'x' };
    await send(html, { ...foreign, age15, charter, confirmed_at: '1', partnerId: '1' });
    const member = memberOf(app.dir, address)!;
    assert.deepEqual([member['status'], member['confirmed_at']], ['pending', null]);
    assert.equal(member['partner_id'], (await app.deps.storage.partnerBySlug('ville'))!.id);
  });
});

test('a robot that fills in the hidden field gets the page that people get, and only its token is used up', async () => {
  const open = async () => (await app.request('/join?partner=ville')).text();
  const html = await open();
  const { spent: _spent, ...before } = everything(app.dir);
  const trapped = await send(html, { ...plain, website: 'https://spam.example' });
  assert.equal(trapped.status, 200);
  const { spent, ...after } = everything(app.dir);
  assert.deepEqual(after, before);
  assert.equal(spent?.length, 1);
  assert.equal((await send(html, { ...plain, website: 'https://spam.example' })).status, 409);
  const taken = await send(await open(), plain);
  assert.equal(await trapped.text(), await taken.text());
  assert.ok(memberOf(app.dir, address));
});

const scriptsOf = (html: string) => all(html, 'script').map((one) => attribute(one, 'src'));

describe('in a partner’s frame', () => {
  test('only the partner’s sites may show it, whatever the form says', async () => {
    const origins = [partnerOrigin, 'http://old.ville.example:8080'];
    await app.deps.storage.insertPartner(
      { slug: 'two', kind: 'city', name: 'Two', origins, status: 'active' },
      app.clock.now(),
    );
    const ancestors = (response: Response) =>
      /frame-ancestors ([^;]+)/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    const opened = await app.request('/embed/signup?partner=two');
    assert.equal(ancestors(opened), origins.join(' '));
    const html = await opened.text();
    const refused = await send(html, { ...plain, partner: 'two', email: 'nobody' }, '/embed/signup');
    assert.equal(refused.status, 422);
    assert.equal(ancestors(refused), origins.join(' '));
    const taken = await send(html, { ...plain, partner: 'two' }, '/embed/signup');
    assert.equal(taken.status, 200);
    assert.equal(ancestors(taken), origins.join(' '));
    // The club's own page, for the same partner, may be shown by nobody.
    assert.equal(ancestors(await app.request('/join?partner=two')), "'none'");
  });

  test('a partner that is paused or unknown has no frame and no page', async () => {
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    for (const path of ['/join', '/embed/signup']) {
      assert.equal((await app.request(`${path}?partner=ville`)).status, 403);
      assert.equal((await app.request(`${path}?partner=nobody`)).status, 404);
    }
    assert.equal((await app.request('/embed/counter?partner=nobody')).status, 404);
  });

  test('the page stays in the frame’s own house: its form posts to the frame’s address', async () => {
    const html = await (await app.request('/embed/signup?partner=ville')).text();
    assert.match(html, /<form method="post" action="\/embed\/signup\?partner=ville&amp;lang=fr"/);
    // The one script says how tall the page is.
    assert.deepEqual(scriptsOf(html), ['/assets/frame-child.js']);
  });

  test('the sentence of the counter is there for pages without scripts', async () => {
    const html = await (await app.request('/embed/counter?partner=ville&lang=en')).text();
    assert.match(html, /0 ambassadors/);
    assert.deepEqual(scriptsOf(html), ['/assets/frame-child.js', '/widgets/1/loader.js']);
  });
});

describe('where people came from', () => {
  test('campaign and referrer reach the member through the form', async () => {
    const utm = {
      utm_source: 'lettre',
      utm_medium: 'mél & co',
      utm_campaign: 'Flamme "27"',
      utm_term: 'a',
      utm_content: 'b',
    };
    const query = new URLSearchParams({ partner: 'ville', ...utm }).toString();
    const referer = 'https://www.journal.example/articles/1?reader=odile%40example.org#top';
    const html = await (await app.request(`/join?${query}`, { headers: { referer } })).text();
    await send(html, plain);
    const row = attribution();
    assert.deepEqual(
      ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'].map((column) => row[column]),
      Object.values(utm),
    );
    assert.equal(row['referrer_origin'], 'https://www.journal.example');
    assert.equal(row['page_origin'], publicUrl);
    assert.equal(row['page_path'], '/join');
  });

  test('survives a form that comes back', async () => {
    const html = await (await app.request('/join?partner=ville&utm_source=lettre')).text();
    const again = await (await send(html, { ...plain, email: 'nobody' })).text();
    await send(again, { email: address });
    assert.equal(attribution()['utm_source'], 'lettre');
  });

  test('nothing else of an address is kept: only the five parameters, only an origin', async () => {
    const html = await (
      await app.request('/join?partner=ville&utm_id=7&utm_source_platform=x&gclid=secret&email=odile%40example.org', {
        headers: { referer: 'android-app://com.example/' },
      })
    ).text();
    assert.doesNotMatch(html, /secret|gclid/);
    await send(html, { ...plain, email: 'ada@example.org', utm_id: '7', gclid: 'secret' });
    assert.doesNotMatch(JSON.stringify(everything(app.dir)), /secret|gclid|android-app|odile@/);
  });

  const strange: [name: string, value: string][] = [
    ['utm_source', 'x'.repeat(limits.utm + 1)],
    ['utm_source', 'a\u0000b'],
    ['utm_source', '\ufffd'],
    ['referrer', 'javascript:alert(1)'],
    ['referrer', 'not an address'],
    ['referrer', `https://${'a.'.repeat(200)}example/`],
  ];
  for (const [name, value] of strange) {
    test(`${name}=${value.slice(0, 20)} is left out and keeps nobody from joining`, async () => {
      const html = await (await app.request('/join?partner=ville')).text();
      assert.equal((await send(html, { ...plain, [name]: value })).status, 200);
      assert.deepEqual([attribution()['utm_source'], attribution()['referrer_origin']], [null, null]);
    });
  }

  test('our own pages are no referrer', async () => {
    const html = await (await app.request('/join', { headers: { referer: `${publicUrl}/` } })).text();
    assert.equal(valuesOf(html).has('referrer'), false);
  });
});

test('the eleventh form from one network in ten minutes waits, and is told how long', async () => {
  await app.remove();
  app = await openTestApp({ trustedProxies: 1, signupsPerMinute: 120 });
  const ip = newNetwork();
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let tries = 0; tries < 11; tries += 1) {
    last = await postForm(app, { ...plain, email: `person-${tries}@example.org` }, { ip });
    statuses.push(last.status);
  }
  assert.deepEqual(statuses, [...Array<number>(10).fill(200), 429]);
  assert.ok(Number(last!.headers.get('retry-after')) > 0);
  const html = await last!.text();
  assert.match(html, /<h1>Beaucoup de demandes à la fois<\/h1>/);
  assert.match(html, /Essayez encore dans \d+ minutes/);
  assert.equal((await postForm(app, plain, { ip: newNetwork() })).status, 200, 'the neighbours may go on');
});

test('the form and its answers are there in four languages', async () => {
  const titles = new Set<string>();
  for (const lang of ['fr', 'de', 'en', 'gsw']) {
    const html = await (await app.request(`/join?partner=ville&lang=${lang}`)).text();
    assert.match(html, new RegExp(`<html lang="${lang}">`));
    const values = valuesOf(html);
    assert.equal(values.get('language'), lang);
    const sent = await send(html, { ...plain, language: lang, email: `${lang}@example.org` });
    titles.add(/<h1>([^<]*)/.exec(await sent.text())![1]!);
    assert.equal(memberOf(app.dir, `${lang}@example.org`)?.['language'], lang);
  }
  assert.equal(titles.size, 4);
  const preferred = await app.request('/join', { headers: { 'accept-language': 'it, gsw-FR;q=0.9, en' } });
  assert.equal(preferred.headers.get('content-language'), 'gsw');
});
