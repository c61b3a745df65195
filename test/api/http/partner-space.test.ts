/** A partner's own people: their code, their pages, what they may change, and everything that is not theirs. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { partnerPages } from '../../../api/lang/partners/index.ts';
import { removePerson } from '../../../api/domain/partners/people.ts';
import { durations } from '../../../api/contract/limits.ts';
import type { Partner } from '../../../api/domain/partners/partner.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { all, assertHarmless, attribute, textOf } from '../../support/html.ts';
import { signedInPartner } from '../../support/partner-people.ts';
import { deliver } from '../../support/post.ts';
import { addStaff, signedInStaff, type SignedIn } from '../../support/session.ts';
import { codeIn, cookieIn, mailedStaffCode, postJson } from '../../support/sign-in.ts';
import { everything, rows } from '../../support/tables.ts';

let app: TestApp;
let lucie: SignedIn;
let both: SignedIn;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  const other = { slug: 'autre', kind: 'business', name: 'Autre maison', origins: ['https://autre.example'] };
  await app.deps.storage.insertPartner({ ...other, status: 'active' }, app.clock.now());
  lucie = await signedInPartner(app);
  both = await signedInPartner(app, ['ville', 'autre']);
});
after(() => app.remove());

const texts = partnerPages.fr;
const get = (path: string, who: SignedIn) => app.request(path, { headers: who.headers });
const open = async (path: string, who = lucie) => (await get(`${path}?lang=fr`, who)).text();
const ville = async () => (await app.deps.storage.partnerBySlug('ville'))!;
const send = (path: string, values: Record<string, string>, who = lucie, origin: string | undefined = publicUrl) =>
  postForm(app, values, {
    path: `${path}?lang=fr`,
    headers: { cookie: who.headers['cookie']! },
    origin,
    ip: newNetwork(),
  });

async function filled(changes: Record<string, string>, who = lucie) {
  const html = await open('/partner/ville', who);
  const values = Object.fromEntries(valuesOf(html));
  for (const area of all(html, 'textarea')) values[attribute(area, 'name')!] = textOf(area).trim();
  return { ...values, ...changes };
}

describe('signing in', () => {
  /** Both forms, as a browser sends them. */
  async function askAt(path: string, email: string) {
    const page = await app.request(`${path}?lang=fr&next=/partner/ville`);
    const values = { ...Object.fromEntries(valuesOf(await page.text())), email };
    app.clock.time += durations.minimumFill;
    const asked = await postForm(app, values, { path, ip: newNetwork() });
    return { asked, request: cookieIn(asked, '__Host-sign-in')! };
  }
  const mails = () => rows(app.dir, 'outbox').filter(({ kind }) => kind === 'sign_in').length;

  test('a code by mail opens what is theirs, and nothing of it is said to strangers', async () => {
    const { asked, request } = await askAt('/partner/sign-in', 'person-1@ville.example');
    assert.match(asked.headers.get('location')!, /^\/partner\/sign-in\/code\?/);
    const code = codeIn((await deliver(app)).at(-1));
    const path = '/partner/sign-in/code';
    const cookie = `__Host-sign-in=${request}`;
    const answer = await postForm(
      app,
      { code, next: '/partner/ville' },
      { path, headers: { cookie }, ip: newNetwork() },
    );
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get('location')!, /^\/partner\/ville\?/);
    const session = cookieIn(answer, '__Host-staff')!;
    assert.match(answer.headers.getSetCookie().join(), /HttpOnly; SameSite=Strict/);
    const home = await app.request('/partner/ville', { headers: { cookie: `__Host-staff=${session}` } });
    assert.equal(home.status, 200);
    const stranger = await askAt('/partner/sign-in', 'stranger@ville.example');
    assert.equal(stranger.asked.status, 303);
    assert.equal(stranger.asked.headers.get('location'), asked.headers.get('location'));
    assert.equal(mails(), 1);
  });

  test('neither door opens for the other one’s people', async () => {
    app.clock.time += durations.codeGap;
    const before = mails();
    const staffId = await addStaff(app, { email: 'camille@club.example' });
    await askAt('/partner/sign-in', 'camille@club.example');
    await postJson(app, '/v1/staff/session-codes', { email: 'person-1@ville.example' }, { origin: publicUrl });
    await askAt('/sign-in', 'person-1@ville.example');
    assert.equal(mails(), before);
    // Even with the right code of the other door.
    app.clock.time += durations.codeGap;
    const { request, code } = await mailedStaffCode(app, 'camille@club.example');
    const cookie = `__Host-sign-in=${request}`;
    const refused = await postForm(
      app,
      { code },
      { path: '/partner/sign-in/code', headers: { cookie }, ip: newNetwork() },
    );
    assert.equal(cookieIn(refused, '__Host-staff'), undefined);
    assert.ok(refused.status >= 400);
    assert.equal(
      rows(app.dir, 'session').some((row) => row['staff_id'] === staffId),
      false,
    );
  });

  test('leads to their own pages alone', async () => {
    for (const next of [
      '//evil.example',
      '/partner/../console',
      '/console',
      'https://evil.example',
      '/sign-out/partner',
      '/me',
    ]) {
      const response = await app.request(`/partner/sign-in?next=${encodeURIComponent(next)}`, {
        headers: lucie.headers,
      });
      assert.equal(response.headers.get('location'), '/partner', next);
    }
    const asked = await app.request('/partner/ville?lang=de');
    assert.equal(asked.headers.get('location'), '/partner/sign-in?next=%2Fpartner%2Fville&lang=de');
  });

  test('ends when they sign out; somebody of the club’s staff is not signed out here', async () => {
    const person = await signedInPartner(app);
    const out = await send('/sign-out/partner', {}, person);
    assert.equal(out.status, 303);
    assert.equal((await get('/partner/ville', person)).status, 303);
    const moderator = await signedInStaff(app);
    await send('/sign-out/partner', {}, moderator);
    assert.equal((await get('/console/badges', moderator)).status, 200);
    assert.equal((await send('/sign-out/partner', {}, lucie, partnerOrigin)).status, 403);
  });
});

describe('their page', () => {
  test('with one partner it is there straight away; with several one chooses', async () => {
    assert.match((await get('/partner', lucie)).headers.get('location')!, /^\/partner\/ville\?/);
    const choice = await open('/partner', both);
    assert.ok(choice.includes('/partner/ville?') && choice.includes('/partner/autre?'));
    assert.ok((await open('/partner/ville', both)).includes('/partner/autre?'));
  });

  test('says who they are, where the widgets may stand, and leads to snippets and numbers', async () => {
    const html = await open('/partner/ville');
    assertHarmless(html);
    for (const part of [partnerOrigin, texts.states.active, 'person-1@ville.example', app.deps.club.legal.email]) {
      assert.ok(html.includes(part), part);
    }
    const links = all(html, 'a').map((one) => attribute(one, 'href'));
    assert.ok(links.includes('/embed?partner=ville&lang=fr'));
    assert.ok(links.includes('/partner/ville/statistics?lang=fr'));
    assert.equal(all(html, 'textarea').filter((one) => attribute(one, 'name') === 'origins').length, 0);
  });

  test('takes what is theirs to say', async () => {
    const said = {
      'name-de': 'Stadt',
      accent: '#00AA88',
      returnUrls: `${partnerOrigin}/merci`,
      'contacts-0-name': 'Lucie',
      'contacts-0-email': 'lucie@ville.example',
      'language-fr': 'on',
    };
    const response = await send('/partner/ville', await filled(said));
    assert.equal(response.status, 303);
    const { names, accent, returnUrls, contacts, languages } = await ville();
    assert.deepEqual(
      { names, accent, returnUrls, contacts, languages },
      {
        names: { de: 'Stadt' },
        accent: '#00aa88',
        returnUrls: [`${partnerOrigin}/merci`],
        contacts: [{ name: 'Lucie', email: 'lucie@ville.example' }],
        languages: ['fr'],
      },
    );
    const [last] = rows(app.dir, 'audit').slice(-1);
    assert.deepEqual([last!['action'], last!['actor']], ['partner.changed_own', `staff:${lucie.id}`]);
  });

  test('does not take what stays with the club, however it is sent', async () => {
    const before = await ville();
    const values = await filled({
      origins: 'https://evil.example',
      allowsLocal: 'on',
      kind: 'club',
      status: 'paused',
      slug: 'evil',
      logo: 'x.webp',
      id: '1',
    });
    assert.equal((await send('/partner/ville', values)).status, 303);
    assert.deepEqual(await ville(), before);
  });

  test('cannot put an address into its name, which stands in mails to strangers, unless the club has', async () => {
    const before = await ville();
    for (const name of [
      'Gewinnen Sie: böse.example',
      'https://evil',
      'www.evil',
      'mallory@evil',
      'evil\u3002example',
    ]) {
      const response = await send('/partner/ville', await filled({ 'name-de': name }));
      assert.equal(response.status, 422, name);
      assert.match(await response.text(), /name-de-error/);
    }
    assert.deepEqual(await ville(), before);
    await app.deps.storage.write((tx) =>
      tx.partners.change(before.id, { names: { ...before.names, de: 'mulhouse.fr' } }),
    );
    for (const name of ['mulhouse.fr', 'St. Louis & Co. (Elsass)', 'Stadt']) {
      assert.equal((await send('/partner/ville', await filled({ 'name-de': name }))).status, 303, name);
    }
    await app.deps.storage.write((tx) => tx.partners.change(before.id, { names: before.names }));
  });

  test('leads visitors to no page but the partner’s own', async () => {
    for (const url of [
      'https://evil.example/',
      '//www.ville.example/',
      'http://www.ville.example/',
      `${partnerOrigin}@evil.example/`,
    ]) {
      const response = await send('/partner/ville', await filled({ returnUrls: url }));
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.equal(textOf(all(html, 'textarea')[0]!).trim(), url);
    }
    assert.deepEqual((await ville()).returnUrls, [`${partnerOrigin}/merci`]);
  });

  test('says clearly that it is paused, and can be got ready all the same', async () => {
    await app.deps.storage.setPartnerStatus('ville', 'paused');
    const html = await open('/partner/ville');
    assert.ok(html.includes(texts.space.paused.text));
    assert.equal((await send('/partner/ville', await filled({ accent: '' }))).status, 303);
    assert.equal((await ville()).status, 'paused');
    await app.deps.storage.setPartnerStatus('ville', 'active');
  });
});

describe('what is not theirs', () => {
  test('is not there, whoever’s it is and whatever is done to it', async () => {
    const before = everything(app.dir);
    const { token } = await filled({});
    for (const slug of ['autre', 'club', 'nobody', 'AUTRE', '%00', '..%2fautre']) {
      for (const tail of ['', '/logo', '/logo/remove']) {
        const path = `/partner/${slug}${tail}`;
        if (tail === '') assert.equal((await get(path, lucie)).status, 404, path);
        if (tail !== '/logo') assert.equal((await send(path, { token: token! })).status, 404, path);
      }
    }
    assert.deepEqual(everything(app.dir), before);
  });

  test('a form without its token, of another session or from elsewhere changes nothing', async () => {
    const values = await filled({ accent: '#ff0000' });
    const before = everything(app.dir);
    for (const response of [
      await send('/partner/ville', { ...values, token: '' }),
      await send('/partner/ville', values, both),
      await send('/partner/ville', values, lucie, partnerOrigin),
      await send('/partner/ville', values, lucie, 'null'),
    ]) {
      assert.equal(response.status, 403);
    }
    assert.deepEqual(everything(app.dir), before);
  });

  test('nobody of the club’s staff has these pages, nor they the staff’s', async () => {
    const admin = await signedInStaff(app, { role: 'admin' });
    assert.equal((await get('/partner/ville', admin)).status, 403);
    for (const path of [
      '/console/partners',
      '/console/partners/ville',
      '/console/badges',
      '/v1/staff/session',
      '/v1/staff/queue',
    ]) {
      assert.equal((await get(path, lucie)).status, 403, path);
    }
    const options = await lucie.request('POST', '/v1/staff/passkeys/options', {});
    assert.equal(options.status, 403);
  });

  test('who was removed is out at once, and comes back as they were let in', async () => {
    const person = await signedInPartner(app, ['ville', 'autre']);
    const autre = (await app.deps.storage.partnerBySlug('autre'))!;
    await removePerson(app.deps, undefined, autre, person.id);
    assert.equal((await get('/partner/ville', person)).status, 303, 'their sessions have ended');
    const again = await signedInStaff(app, { staffId: person.id, level: 'code' });
    assert.equal((await get('/partner/ville', again)).status, 200);
    assert.equal((await get('/partner/autre', again)).status, 404);
    await removePerson(app.deps, undefined, await ville(), person.id);
    assert.equal((await get('/partner/ville', again)).status, 303);
  });

  test('whoever loses two partners in the same moment can sign in no longer', async () => {
    const person = await signedInPartner(app, ['ville', 'autre']);
    const autre = (await app.deps.storage.partnerBySlug('autre'))!;
    const remove = (partner: Partner) => removePerson(app.deps, undefined, partner, person.id);
    await Promise.all([remove(autre), remove(await ville())]);
    assert.equal((await app.deps.storage.sessions.staffById(person.id))?.status, 'suspended');
  });

  test('mails to the staff do not go to them', async () => {
    assert.ok((await app.deps.storage.sessions.staff()).every(({ id }) => id !== lucie.id));
  });
});
