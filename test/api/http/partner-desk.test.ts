/** Where staff look after partners, without a script: adding, changing, letting people in, pausing. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { partnerPages } from '../../../api/lang/partners/index.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { all, assertHarmless, attribute, textOf } from '../../support/html.ts';
import { signedInStaff, type SignedIn } from '../../support/session.ts';
import { everything, rows } from '../../support/tables.ts';

let app: TestApp;
let admin: SignedIn;
let moderator: SignedIn;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  admin = await signedInStaff(app, { role: 'admin' });
  moderator = await signedInStaff(app);
});
after(() => app.remove());

const texts = partnerPages.fr;
const home = '/console/partners';
const open = async (path: string, who = admin) =>
  (await app.request(`${path}?lang=fr`, { headers: who.headers })).text();
const tokenIn = (html: string) => valuesOf(html).get('token')!;
const ville = async () => (await app.deps.storage.partnerBySlug('ville'))!;

/** Every field of the form as it stands in the page, with changes. */
async function filled(path: string, changes: Record<string, string> = {}) {
  const html = await open(path);
  const values = Object.fromEntries(valuesOf(html));
  for (const area of all(html, 'textarea')) values[attribute(area, 'name')!] = textOf(area);
  for (const select of all(html, 'select')) values[attribute(select, 'name')!] = 'city';
  return { ...values, ...changes };
}

const send = (path: string, values: Record<string, string>, who = admin, origin: string | undefined = publicUrl) =>
  postForm(app, values, {
    path: `${path}?lang=fr`,
    headers: { cookie: who.headers['cookie']! },
    origin,
    ip: newNetwork(),
  });

const errorsIn = (html: string) =>
  Object.fromEntries(all(html, 'p', 'error').map((one) => [attribute(one, 'id')!.replace(/-error$/, ''), textOf(one)]));

describe('a new partner', () => {
  const said = {
    slug: 'musee',
    kind: 'association',
    'name-fr': 'Musée « <b>du</b> papier »',
    'name-de': 'Papiermuseum',
    origins: 'https://*.Musée.example\r\n\r\nhttps://www.musee.example/',
    allowsLocal: 'on',
    returnUrls: 'https://www.musee.example/merci',
    accent: '#0A5C36',
    'language-fr': 'on',
    'language-de': 'on',
    'contacts-0-name': 'Lucie',
    'contacts-0-email': 'lucie@musee.example',
  };

  test('is kept as it was said, and leads to its page', async () => {
    const response = await send(`${home}/new`, await filled(`${home}/new`, said));
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), `${home}/musee?lang=fr&done=added`);
    const { id: _id, ...kept } = (await app.deps.storage.partnerBySlug('musee'))!;
    assert.deepEqual(kept, {
      slug: 'musee',
      kind: 'association',
      name: 'Musée « <b>du</b> papier »',
      names: { de: 'Papiermuseum' },
      origins: ['https://*.xn--muse-dpa.example', 'https://www.musee.example'],
      allowsLocal: true,
      returnUrls: ['https://www.musee.example/merci'],
      accent: '#0a5c36',
      languages: ['fr', 'de'],
      contacts: [{ name: 'Lucie', email: 'lucie@musee.example' }],
      logo: null,
      status: 'active',
    });
    const html = await open(`${home}/musee`);
    assertHarmless(html);
    assert.ok(html.includes('&lt;b&gt;du&lt;/b&gt;'));
    assert.equal(valuesOf(html).get('name-de'), 'Papiermuseum');
    assert.deepEqual(
      rows(app.dir, 'audit')
        .map(({ action, actor }) => `${String(action)} ${String(actor)}`)
        .at(-1),
      `partner.added staff:${admin.id}`,
    );
  });

  test('what is wrong is said beside each field, the lines by what stands in them, and nothing typed is lost', async () => {
    const wrong = {
      slug: 'Sign In',
      kind: 'king',
      'name-fr': ' ',
      'name-de': 'x'.repeat(121),
      origins: 'https://www.ok.example\nhttps://*.fr\nhttps://a*.x',
      returnUrls: 'https://www.ok.example/merci\n//evil.example',
      accent: 'red;}',
      'contacts-0-email': 'lucie@',
    };
    const before = everything(app.dir);
    const values = await filled(`${home}/new`, { ...wrong });
    const response = await send(`${home}/new`, values);
    assert.equal(response.status, 422);
    const html = await response.text();
    const errors = errorsIn(html);
    assert.deepEqual(Object.keys(errors), [
      'slug',
      'kind',
      'name-fr',
      'name-de',
      'origins',
      'accent',
      'returnUrls',
      'contacts',
    ]);
    assert.equal(errors['slug'], texts.errors.slug);
    assert.match(errors['origins']!, /«\u00a0https:\/\/\*\.fr\u00a0».*«\u00a0https:\/\/a\*\.x\u00a0»/);
    assert.doesNotMatch(errors['origins']!, /ok\.example\u00a0»/);
    assert.match(errors['returnUrls']!, /«\u00a0\/\/evil\.example\u00a0»/);
    assert.match(errors['contacts']!, /«\u00a0lucie@\u00a0»/);
    for (const link of all(html, 'a').filter(
      (one) => attribute(one, 'href')?.startsWith('#') && attribute(one, 'href') !== '#main',
    )) {
      assert.ok(html.includes(`id="${attribute(link, 'href')!.slice(1)}"`), attribute(link, 'href'));
    }
    assert.equal(valuesOf(html).get('slug'), 'Sign In');
    assert.equal(textOf(all(html, 'textarea')[0]!).trim(), wrong.origins);
    assert.equal(valuesOf(html).get('accent'), 'red;}');
    assert.deepEqual(everything(app.dir), before);
  });

  test('does not take a name that is taken, nor one of our own pages', async () => {
    for (const [slug, sentence] of Object.entries({
      ville: texts.errors.taken,
      new: texts.errors.slug,
      'sign-in': texts.errors.slug,
    })) {
      const response = await send(`${home}/new`, await filled(`${home}/new`, { ...said, slug }));
      assert.equal(errorsIn(await response.text())['slug'], sentence, slug);
    }
  });
});

describe('a partner', () => {
  test('is changed in everything but its short name, and what is cleared is gone', async () => {
    const values = await filled(`${home}/ville`, {
      slug: 'other',
      'name-de': 'Stadt Mülhausen',
      origins: partnerOrigin,
      allowsLocal: 'on',
      accent: '#123456',
    });
    assert.equal((await send(`${home}/ville`, values)).status, 303);
    assert.deepEqual((({ names, accent, allowsLocal }) => ({ names, accent, allowsLocal }))(await ville()), {
      names: { de: 'Stadt Mülhausen' },
      accent: '#123456',
      allowsLocal: true,
    });
    const { allowsLocal: _ticked, ...unticked } = await filled(`${home}/ville`, { accent: '', 'name-de': '' });
    await send(`${home}/ville`, unticked);
    assert.deepEqual([(await ville()).names, (await ville()).accent, (await ville()).allowsLocal], [{}, null, false]);
  });

  test('a box that was unticked stays so when something else is wrong', async () => {
    const { allowsLocal: _none, ...values } = await filled(`${home}/musee`, { accent: 'blue' });
    const html = await (await send(`${home}/musee`, values)).text();
    assert.ok(errorsIn(html)['accent']);
    assert.equal(valuesOf(html).has('allowsLocal'), false);
  });

  test('is called in each reader’s language, by widgets too', async () => {
    await send(`${home}/ville`, await filled(`${home}/ville`, { 'name-de': 'Stadt Mülhausen' }));
    const name = async (lang: string) =>
      ((await (await app.request(`/v1/partners/ville?lang=${lang}`)).json()) as { partner: { name: string } }).partner
        .name;
    assert.equal(await name('de'), 'Stadt Mülhausen');
    assert.equal(await name('en'), 'Ville de Mulhouse (démo)');
    const notice = (await (await app.request('/v1/partners/ville?lang=de')).json()) as object;
    assert.match(JSON.stringify(notice), /Stadt Mülhausen/);
    assert.match(await (await app.request('/?lang=de')).text(), /Stadt Mülhausen/);
  });

  test('is paused after one question: its widgets say so at once, and its frame shows the way to the club', async () => {
    const question = await open(`${home}/ville/pause`);
    assert.ok(question.includes(texts.desk.pause.text));
    assert.equal((await ville()).status, 'active', 'looking at the question changed something');
    assert.equal((await app.request('/v1/counter?partner=ville')).status, 200);
    await send(`${home}/ville/pause`, { token: tokenIn(question) });
    for (const path of ['/v1/partners/ville', '/v1/counter?partner=ville', '/v1/challenges?partner=ville']) {
      const response = await app.request(path, { headers: { origin: partnerOrigin } });
      assert.equal(((await response.json()) as { code: string }).code, 'partner_paused', path);
    }
    for (const path of ['/embed/signup', '/embed/counter', '/embed/testimonials']) {
      const frame = await app.request(`${path}?partner=ville&lang=fr`);
      assert.equal(frame.status, 403);
      assert.match(
        frame.headers.get('content-security-policy')!,
        /frame-ancestors https:\/\/www\.ville\.example(?:;|$)/,
      );
      const html = await frame.text();
      const [link] = all(html, 'a');
      assert.equal(attribute(link!, 'target'), '_blank');
      assert.equal(new URL(attribute(link!, 'href')!, publicUrl).pathname, '/join');
    }
    const back = await open(`${home}/ville/resume`);
    await send(`${home}/ville/resume`, { token: tokenIn(back) });
    assert.equal((await app.request('/v1/counter?partner=ville')).status, 200);
    const actions = rows(app.dir, 'audit').map(({ action }) => action);
    assert.ok(actions.includes('partner.paused') && actions.includes('partner.resumed'));
  });

  test('the club’s own pages are never paused', async () => {
    assert.equal((await app.request(`${home}/club/pause`, { headers: admin.headers })).status, 404);
    const token = tokenIn(await open(`${home}/ville`));
    assert.equal((await send(`${home}/club/pause`, { token })).status, 409);
    assert.equal((await app.deps.storage.partnerBySlug('club'))!.status, 'active');
  });
});

describe('its people', () => {
  const add = async (changes: Record<string, string> = {}) =>
    send(`${home}/ville/people`, {
      token: tokenIn(await open(`${home}/ville`)),
      personName: 'Lucie Muller',
      personEmail: 'lucie@ville.example',
      personLanguage: 'de',
      ...changes,
    });

  test('are let in by name and address, once, and removed', async () => {
    assert.match((await add()).headers.get('location')!, /done=person_added/);
    assert.match((await add({ personEmail: 'LUCIE@ville.example' })).headers.get('location')!, /done=person_there/);
    const person = rows(app.dir, 'staff').find(({ email }) => email === 'lucie@ville.example')!;
    assert.deepEqual([person['of_partner'], person['language'], person['status']], [1, 'de', 'active']);
    const page = await open(`${home}/ville`);
    assert.ok(page.includes('Lucie Muller'));
    const path = `${home}/ville/people/${String(person['id'])}/remove`;
    assert.equal((await send(path, { token: tokenIn(page) })).status, 303);
    assert.ok(!(await open(`${home}/ville`)).includes('lucie@ville.example'));
    assert.equal((await send(path, { token: tokenIn(page) })).status, 404);
    assert.equal(rows(app.dir, 'staff').find(({ id }) => id === person['id'])!['status'], 'suspended');
  });

  test('nobody of the club’s staff becomes one of them, and what is wrong is said', async () => {
    const staff = rows(app.dir, 'staff').find(({ id }) => id === moderator.id)!;
    const refused = await (await add({ personEmail: String(staff['email']) })).text();
    assert.equal(errorsIn(refused)['personEmail'], texts.errors.personStaff);
    const empty = await (await add({ personName: '', personEmail: 'x' })).text();
    assert.deepEqual(errorsIn(empty), { personName: texts.errors.personName, personEmail: texts.errors.personEmail });
    assert.equal(rows(app.dir, 'staff').find(({ id }) => id === moderator.id)!['of_partner'], 0);
  });
});

describe('its logo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: { r: 179, g: 38, b: 30, alpha: 0.5 } } }).withExif({
      IFD0: { Artist: 'Secret' },
    });

  async function upload(bytes: Uint8Array | string, values: Record<string, string> = {}) {
    const body = new FormData();
    body.set('token', values['token'] ?? tokenIn(await open(`${home}/ville`)));
    body.set('logo', new File([bytes as BlobPart], 'logo.png'));
    const sent = new Response(body);
    const type = sent.headers.get('content-type')!;
    const all = new Uint8Array(await sent.arrayBuffer());
    return app.request(`${home}/ville/logo?lang=fr`, {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': type, 'content-length': String(all.byteLength) },
      body: all,
    });
  }

  test('is made small, without what hung on it, shown, replaced and removed', async () => {
    assert.equal((await upload(await picture(800, 400).png().toBuffer())).status, 303);
    const { logo } = await ville();
    assert.match(logo!, /^[0-9a-f]{32}\.webp$/);
    const served = await app.request(`/media/${logo}`);
    assert.equal(served.headers.get('content-type'), 'image/webp');
    const bytes = Buffer.from(await served.arrayBuffer());
    const { width, height, hasAlpha, exif } = await sharp(bytes).metadata();
    assert.deepEqual([width, height, hasAlpha, exif], [320, 160, true, undefined]);
    assert.ok((await open(`${home}/ville`)).includes(`/media/${logo}`));

    assert.equal((await upload(await picture(20, 10).jpeg().toBuffer())).status, 303);
    const { logo: second } = await ville();
    assert.notEqual(second, logo);
    // What was read of a file is believed for some seconds.
    app.clock.time += 5_000;
    assert.equal((await app.request(`/media/${logo}`)).status, 404);
    await send(`${home}/ville/logo/remove`, { token: tokenIn(await open(`${home}/ville`)) });
    assert.equal((await ville()).logo, null);
  });

  test('is no drawing with scripts, nothing damaged, nothing huge and nothing empty', async () => {
    const png = await picture(50, 50).png().toBuffer();
    const wrong: [what: string, bytes: Uint8Array | string, sentence: string][] = [
      ['svg', svg, texts.errors.logoType],
      ['svg that says it is a picture', `\u0089PNG${svg}`, texts.errors.logoType],
      ['page', '<!doctype html><script>alert(1)</script>', texts.errors.logoType],
      ['damaged', png.subarray(0, 60), texts.errors.logoDamaged],
      ['empty', '', texts.errors.logoMissing],
      ['huge', new Uint8Array(2_000_001), texts.errors.logoSize],
      ['larger than any form', new Uint8Array(3_000_000), texts.errors.logoSize],
    ];
    for (const [what, bytes, sentence] of wrong) {
      const response = await upload(bytes);
      assert.equal(response.status, 422, what);
      assert.equal(errorsIn(await response.text())['logo'], sentence, what);
      assert.equal((await ville()).logo, null, what);
    }
    assert.equal((await upload(png, { token: 'x.y.z' })).status, 403);
    assert.equal((await ville()).logo, null);
  });
});

describe('who may', () => {
  test('a moderator reads everything and finds no way to change it', async () => {
    const list = await open(home, moderator);
    assert.ok(list.includes(texts.desk.readOnly) && !list.includes(texts.desk.add.link));
    const page = await open(`${home}/ville`, moderator);
    assert.ok(page.includes(partnerOrigin));
    assert.equal(all(page, 'form').length, 0);
  });

  test('a form from elsewhere, without its token or with that of another session changes nothing', async () => {
    const values = await filled(`${home}/ville`, { accent: '#abcdef' });
    const other = await signedInStaff(app, { role: 'admin' });
    const before = everything(app.dir);
    for (const response of [
      await send(`${home}/ville`, values, admin, 'https://evil.example'),
      await send(`${home}/ville`, values, admin, 'null'),
      await send(`${home}/ville`, { ...values, token: '' }),
      await send(`${home}/ville`, values, other),
      await send(`${home}/ville/pause`, { token: 'a.b.c' }),
    ]) {
      assert.equal(response.status, 403);
    }
    assert.deepEqual(everything(app.dir), before);
  });

  test('what is no partner is not there', async () => {
    for (const slug of ['nobody', 'VILLE', '%00', '..%2fville', 'a'.repeat(70)]) {
      const { status } = await app.request(`${home}/${slug}`, { headers: admin.headers });
      assert.equal(status, 404, slug);
    }
  });
});
