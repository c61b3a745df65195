/** Where somebody came from: what is kept of it, who is named by a link, and what is counted with it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { codeOf } from '../../../api/domain/memberships/referral.ts';
import { hashToken } from '../../../api/domain/tokens.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { addMember, signedInMember } from '../../support/session.ts';
import { memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
after(() => app.remove());

let people = 0;
/** Signs somebody up with a page context, and answers what is kept of where they came from. */
async function attributed(page: unknown, status = 202) {
  const email = `somebody-${(people += 1)}@example.org`;
  assert.equal((await app.signUp({ email, page })).status, status);
  const id = memberOf(app.dir, email)?.['id'];
  return { email, row: rows(app.dir, 'attribution').find((row) => row['member_id'] === id) };
}

/** Presses the link of the mail. */
async function confirm(email: string): Promise<void> {
  const { deps, clock } = app;
  const id = memberOf(app.dir, email)!['id'] as number;
  const token = 'c'.repeat(40) + String(id).padStart(3, '0');
  await deps.storage.write((tx) =>
    tx.insertToken(hashToken(token), { memberId: id, purpose: 'confirm', expiresAt: clock.time + 1000 }),
  );
  assert.equal((await postForm(app, { token }, { path: '/confirm' })).status, 200);
}

describe('what is kept', () => {
  test('is the last page and the first, each with its campaign', async () => {
    const { row } = await attributed({
      path: '/club/',
      referrer: 'https://www.example.org',
      utm: { source: 'lettre', campaign: 'rentrée' },
      first: { path: '/accueil', utm: { source: 'affiche', medium: 'qr' } },
      widget: '1.0.0',
    });
    const { member_id: _id, partner_id: _partner, created_at: _at, ...kept } = row!;
    assert.deepEqual(
      { ...kept },
      {
        page_origin: partnerOrigin,
        page_path: '/club/',
        referrer_origin: 'https://www.example.org',
        utm_source: 'lettre',
        utm_medium: null,
        utm_campaign: 'rentrée',
        utm_term: null,
        utm_content: null,
        first_path: '/accueil',
        first_utm_source: 'affiche',
        first_utm_medium: 'qr',
        first_utm_campaign: null,
        first_utm_term: null,
        first_utm_content: null,
        referred_by: null,
        widget: '1.0.0',
      },
    );
  });

  test('holds no query, and no key that is not on the list', async () => {
    for (const page of [
      { path: '/', first: { path: '/?token=x' } },
      { path: '/', first: { path: '/', referrer: 'https://example.org' } },
      { path: '/', gclid: 'x' },
      { path: '/', utm: { id: 'x' } },
    ])
      await attributed(page, 422);
  });
});

test('what looks like somebody’s is left out, also for who asks without a widget of today', async () => {
  const { row } = await attributed({
    path: '/konto/odile@example.org/a1b2c3d4e5f6a7b8',
    utm: { campaign: 'odile@example.org', source: 'lettre' },
    first: { path: '/x;jsessionid=0123', utm: { content: 'odile%40example.org' } },
  });
  const kept = ['page_path', 'utm_campaign', 'utm_source', 'first_path', 'first_utm_content'].map((name) => row![name]);
  assert.deepEqual(kept, ['/konto/-/-', null, 'lettre', '/-', null]);
  // With it, the page would be on a host that is not the partner's.
  const other = await attributed({ path: '.elsewhere.example/club' });
  assert.equal(other.row!['page_path'], null);
});

describe('the member whose link was followed', () => {
  const referred = async (ambassador: unknown) => (await attributed({ path: '/', ambassador })).row!['referred_by'];

  test('is kept when the code is theirs, and nobody is kept from joining by one that is not', async () => {
    const id = await addMember(app);
    const code = codeOf(app.deps, id);
    assert.equal(await referred(code), id);
    assert.equal(await referred(code.toUpperCase()), id);
    const gone = await addMember(app);
    await app.deps.storage.write((tx) => tx.leave(gone, app.clock.time));
    for (const wrong of [
      codeOf(app.deps, gone),
      codeOf(app.deps, 9_999_999),
      '0000000000',
      'x'.repeat(500),
      '',
      7,
      null,
    ])
      assert.equal(await referred(wrong), null, String(wrong));
  });

  test('sees on their own page how many came and confirmed, never who', async () => {
    const member = await signedInMember(app, { firstName: 'Odile' });
    const code = codeOf(app.deps, member.id);
    const mine = async () => (await (await member.request('GET', '/me?lang=en')).text()).replace(/\s+/g, ' ');
    assert.match(await mine(), new RegExp(`value="${publicUrl}/join\\?ambassador=${code}"`));
    assert.match(await mine(), new RegExp(`value="\\?ambassador=${code}"`));
    const { email } = await attributed({ path: '/', ambassador: code });
    assert.match(await mine(), /Nobody has come by this link yet\./);
    await confirm(email);
    const page = await mine();
    assert.match(page, /1 person has joined the club thanks to you\./);
    assert.ok(!page.includes(email));
    await app.deps.storage.write((tx) => tx.leave(memberOf(app.dir, email)!['id'] as number, app.clock.time));
    assert.match(await mine(), /Nobody has come by this link yet\./);
  });
});

describe('the form without script', () => {
  for (const path of ['/join', '/embed/signup'])
    test(`at ${path} carries the campaign and the code on, and nothing else of its address`, async () => {
      const code = codeOf(app.deps, await addMember(app));
      const query = `partner=ville&utm_source=lettre&utm_content=odile@example.org&ambassador=${code}&token=secret&email=a@b.fr`;
      const referer = `${partnerOrigin}/konto?session=secret`;
      const html = await (await app.request(`${path}?${query}`, { headers: { referer } })).text();
      assert.doesNotMatch(html, /secret|odile@|a@b\.fr|konto/);
      const values = valuesOf(html);
      assert.equal(values.get('ambassador'), code);
      assert.equal(values.get('referrer'), partnerOrigin);
      const email = `form-${path.length}@example.org`;
      app.clock.time += 60_000;
      for (const [name, value] of Object.entries({
        firstName: 'Zoé',
        email,
        circle: app.deps.club.circles[0]!.id,
        age15: 'on',
        charter: app.deps.club.charter.version,
      }))
        values.set(name, value);
      assert.equal((await postForm(app, values, { path, ip: newNetwork() })).status, 200);
      const id = memberOf(app.dir, email)!['id'];
      const row = rows(app.dir, 'attribution').find((one) => one['member_id'] === id)!;
      assert.equal(row['utm_source'], 'lettre');
      assert.equal(row['utm_content'], null);
      assert.notEqual(row['referred_by'], null);
    });

  test('with a code that is none is taken like any other', async () => {
    const html = await (await app.request('/join?ambassador=%3Cscript%3E')).text();
    assert.doesNotMatch(html, /name="ambassador"/);
  });
});

test('sign-ups are counted where they came from, whoever the address belongs to, and confirmations once', async () => {
  const tallies = () =>
    rows(app.dir, 'tally').flatMap(({ kind, page, campaign, count }) =>
      campaign === 'zählung' ? [[kind, page, count]] : [],
    );
  const page = { path: '/club', utm: { campaign: 'zählung' } };
  const { email } = await attributed(page);
  assert.deepEqual(tallies(), [['signup', `${partnerOrigin}/club`, 1]]);
  // The mail has not come: somebody asks once more.
  app.clock.time += 11 * 60_000;
  assert.equal((await app.signUp({ email, page })).status, 202);
  assert.deepEqual(tallies(), [['signup', `${partnerOrigin}/club`, 2]]);
  await confirm(email);
  const counted = (signups: number) => [
    ['confirmation', `${partnerOrigin}/club`, 1],
    ['signup', `${partnerOrigin}/club`, signups],
  ];
  assert.deepEqual(tallies(), counted(2));
  // A robot that fills in what people do not see is nobody.
  await app.signUp({ email: 'robot@example.org', page, website: 'x' });
  assert.deepEqual(tallies(), counted(2));
  app.clock.time += 11 * 60_000;
  await app.signUp({ email, page });
  assert.deepEqual(tallies(), counted(3));
});
