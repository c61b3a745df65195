/** A holder's badges on the club's own page, as a browser without JavaScript uses it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { lookFindings } from '../../../api/contract/badge-words.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { locales } from '../../../api/contract/locales.ts';
import { parseAddress } from '../../../api/domain/addresses.ts';
import { award } from '../../../api/domain/badges/award.ts';
import type { Badge, DomainProofs } from '../../../api/domain/badges/ports.ts';
import { suspendMember } from '../../../api/domain/memberships/suspend.ts';
import { termsFor } from '../../../api/lang/index.ts';
import { myBadges } from '../../../api/lang/my-badges/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { all, assertHarmless, attribute, elementsOf, textOf } from '../../support/html.ts';
import { askForBadge, changeIssued, endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';
import { signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let odile: SignedIn;
let proof: Awaited<ReturnType<DomainProofs['look']>>;
beforeEach(async () => {
  proof = 'nothing_there';
  app = await openTestApp({ trustedProxies: 1, domainProofs: { look: () => Promise.resolve(proof) } });
  odile = await signedInMember(app, { firstName: 'Odile', organisation: 'Atelier Bollwerk' });
  await app.deps.storage.write(async (tx) => {
    await award(tx, app.deps, (await tx.findMember(odile.id))!, app.clock.now());
  });
});
afterEach(() => app.remove());

const { mine } = myBadges.en;
const path = '/me/badges?lang=en';
const read = async (at = path, person = odile) => {
  const response = await app.request(at, { headers: person.headers });
  return { response, html: await response.text() };
};
const words = (html: string) => textOf(all(html, 'main')[0]!).replace(/\s+/g, ' ');
const sectionOf = (html: string, id: string) => all(html, 'section').find((one) => attribute(one, 'id') === `b-${id}`)!;
/** Every link within the page has a place to go to. */
function assertLeadsSomewhere(html: string): void {
  const ids = elementsOf(html).map((one) => attribute(one, 'id'));
  for (const link of all(html, 'a')) {
    const [, id] = /^#(.+)/.exec(attribute(link, 'href') ?? '') ?? [];
    if (id !== undefined) assert.ok(ids.includes(id), id);
  }
}
const badges = (person = odile) => app.deps.storage.badges.ofMember(person.id);
const own = async () => (await badges())[0]!;

/** Opens the page and sends one of its forms. */
async function send(what: string, values: Record<string, string> = {}, person = odile, lang = 'en') {
  const token = valuesOf((await read(path, person)).html).get('token') ?? '';
  return postForm(app, { token, ...values }, { path: `/me/badges${what}?lang=${lang}`, headers: person.headers });
}
const ask = (domain: string) => send('', { domain });
const business = async (): Promise<Badge> => (await badges()).find(({ kind }) => kind === 'business')!;
const choose = (id: string, values: Record<string, string>) => send(`/${id}/choices`, { language: 'fr', ...values });

test('who is not signed in is led to signing in, and back', async () => {
  const response = await app.request('/me/badges');
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location')!, /^\/sign-in\?next=%2Fme%2Fbadges/);
  const widget = await signedInWidget(app);
  assert.equal((await app.request('/me/badges', { headers: widget.headers })).status, 303);
});

test('the member’s first page leads here', async () => {
  const { html } = await read('/me?lang=en');
  assert.ok(all(html, 'a').some((one) => attribute(one, 'href') === '/me/badges?lang=en'));
});

test('the page shows one’s own badges and nobody else’s, with all pictures, files and tools', async () => {
  const other = await issueBadge(app);
  const { publicId } = await own();
  for (const locale of locales) {
    const { response, html } = await read(`/me/badges?lang=${locale}`);
    assert.equal(response.status, 200);
    assert.ok(words(html).includes(myBadges[locale].mine.person));
    assert.ok(!html.includes(other.publicId));
    const links = all(html, 'a').map((one) => attribute(one, 'href'));
    const files = [
      '.svg',
      '-dark.svg',
      '-auto.svg',
      '.png',
      '@2x.png',
      '-dark@2x.png',
      '-seal.svg',
      '-seal-dark@2x.png',
    ];
    for (const file of [...files, '-compact.svg', '/baked.png', '/baked.svg', '/credential.json', '/credential.jwt']) {
      assert.ok(links.includes(`/b/${publicId}${file}`), file);
    }
    assert.ok(links.some((one) => one?.startsWith('https://www.linkedin.com/profile/add?')));
    const ids = elementsOf(html).flatMap((one) => attribute(one, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'an id is there twice');
  }
});

test('looking at it writes nothing but that somebody came by', async () => {
  await read();
  const before = everything(app.dir);
  await read();
  await app.request(path, { method: 'HEAD', headers: odile.headers });
  assert.deepEqual(everything(app.dir), before);
});

describe('what a badge shows', () => {
  test('is chosen, kept, and seen on its page', async () => {
    const { publicId, version } = await own();
    const response = await choose(publicId, { showsName: 'on', language: 'de' });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), `/me/badges?lang=en&done=saved&badge=${publicId}#b-${publicId}`);
    const badge = await own();
    assert.deepEqual([badge.showsName, badge.name, badge.showsCircle, badge.language], [true, 'Odile', false, 'de']);
    assert.ok(badge.version > version);
    // A browser goes to the badge, past the top of the page: what was done is said there, and once.
    const section = sectionOf((await read(response.headers.get('location')!)).html, publicId);
    assert.ok(textOf(section).includes(mine.notes.saved));
    assert.match(words(await (await app.request(`/b/${publicId}?lang=en`)).text()), /Held by Odile/);
    const { html } = await read();
    const box = all(html, 'input').find((one) => attribute(one, 'name') === 'showsName');
    assert.notEqual(attribute(box!, 'checked'), undefined);
  });

  test('that cannot be shown is said beside its box, and what was chosen is still there', async () => {
    const brace = await signedInMember(app, { firstName: 'Smile :-}' });
    await app.deps.storage.write(async (tx) => {
      await award(tx, app.deps, (await tx.findMember(brace.id))!, app.clock.now());
    });
    const [badge] = await badges(brace);
    const response = await send(`/${badge!.publicId}/choices`, { showsName: 'on', language: 'gsw' }, brace);
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.equal(textOf(all(html, 'p', 'error')[0]!), mine.choices.refused.unsignable);
    const box = all(html, 'input').find((one) => attribute(one, 'name') === 'showsName')!;
    assert.notEqual(attribute(box, 'checked'), undefined);
    assert.equal(attribute(box, 'aria-invalid'), 'true');
    assert.ok(attribute(box, 'aria-describedby')!.includes(attribute(all(html, 'p', 'error')[0]!, 'id')!));
    const chosen = all(html, 'option').find((one) => attribute(one, 'selected') !== undefined);
    assert.equal(attribute(chosen!, 'value'), 'gsw');
    assert.equal((await badges(brace))[0]!.showsName, false);
  });

  test('in a language that there is none of is refused', async () => {
    const { publicId } = await own();
    for (const language of ['xx', '', '__proto__']) {
      assert.equal((await choose(publicId, { language })).status, 422);
    }
    assert.equal((await own()).language, 'fr');
  });
});

describe('a badge for a business', () => {
  test('is asked for, proven and valid', async () => {
    const asked = await ask('https://Bücher.example/wir');
    assert.equal(asked.status, 303);
    const { publicId } = await business();
    assert.equal(asked.headers.get('location'), `/me/badges?lang=en&done=asked&badge=${publicId}#b-${publicId}`);
    const { html } = await read();
    assert.ok(words(html).includes(mine.business('bücher.example')));
    assert.ok(words(html).includes(mine.states.waiting));
    for (const told of [mine.proof.help, mine.proof.dnsHint, mine.proof.fileHint, mine.proof.next]) {
      assert.ok(words(html).includes(told), told);
    }
    const values = all(html, 'input').map((one) => attribute(one, 'value'));
    for (const value of [
      '_ambassador.xn--bcher-kva.example',
      `ambassador-badge=${publicId}`,
      'https://xn--bcher-kva.example/.well-known/ambassador-badge.txt',
      publicId,
    ])
      assert.ok(values.includes(value), value);
    assert.equal((await app.request(`/b/${publicId}`)).status, 404);
    proof = 'dns';
    const looked = await send(`/${publicId}/check`);
    assert.equal(looked.headers.get('location'), `/me/badges?lang=en&done=proven&badge=${publicId}#b-${publicId}`);
    assert.equal((await app.request(`/b/${publicId}`)).status, 200);
    assert.ok(words((await read()).html).includes(mine.proof.provenOn('2026-11-23')));
  });

  test('whose proof was not found is told so kindly, with when we looked', async () => {
    await ask('boulangerie.example');
    const { publicId } = await business();
    const response = await send(`/${publicId}/check`);
    assert.equal(response.status, 409);
    const html = await response.text();
    const heading = all(html, 'a').find((one) => textOf(one) === termsFor('en').problems.domain_unproven.title);
    assert.equal(attribute(heading!, 'href'), `#b-${publicId}-finding`);
    assertLeadsSomewhere(html);
    assert.ok(words(html).includes(mine.proof.looked('2026-11-23', '09:00')));
    assert.equal((await business()).status, 'waiting');
    // Once more at once is too often: it is another server that we ask.
    const again = await send(`/${publicId}/check`);
    assert.equal(again.status, 429);
    assert.ok(words(await again.text()).includes(mine.business('boulangerie.example')));
  });

  test('is told beside the badge why it was not found, and what to do, in every language', async () => {
    for (const finding of lookFindings) {
      proof = finding;
      for (const locale of locales) {
        // Each is looked at once a minute.
        const { publicId, memberId } = await askForBadge(app, 'boulangerie.example');
        const holder = await signedInMember(app, { memberId });
        await send('', { domain: 'patisserie.example' }, holder);
        const html = await (await send(`/${publicId}/check`, {}, holder, locale)).text();
        const said = all(html, 'p', 'warning');
        assert.deepEqual(said.map(textOf), [myBadges[locale].mine.proof.findings[finding]], `${locale} ${finding}`);
        // A browser takes what is behind the # of the form that was sent along to the answer.
        const action = all(html, 'form').find((one) => attribute(one, 'action')?.includes(`/${publicId}/check`));
        assert.equal(attribute(said[0]!, 'id'), attribute(action!, 'action')!.split('#')[1]);
        assert.ok(textOf(sectionOf(html, publicId)).includes(textOf(said[0]!)), 'beside another badge');
        // It is not kept: later, the page says when we looked.
        assert.equal(all((await read(path, holder)).html, 'p', 'warning').length, 0);
      }
    }
  });

  test('that holds is opened where its proof is said to be gone', async () => {
    const { publicId, memberId } = await issueBusinessBadge(app, 'boulangerie.example', { provenAt: app.clock.now() });
    const holder = await signedInMember(app, { memberId });
    proof = 'redirected';
    const html = await (await send(`/${publicId}/check`, {}, holder)).text();
    const open = all(html, 'details').filter((one) => attribute(one, 'open') !== undefined);
    assert.equal(open.length, 1);
    assert.ok(textOf(open[0]!).includes(mine.proof.findings.redirected));
    assertLeadsSomewhere(html);
  });

  test('on what is no domain is refused beside the field, and nothing typed is lost', async () => {
    for (const typed of [
      '',
      'localhost',
      '127.0.0.1',
      'a b.example',
      '"><script>alert(1)</script>',
      'x'.repeat(5000),
    ]) {
      const response = await ask(typed);
      assert.equal(response.status, 422, typed.slice(0, 40));
      const html = await response.text();
      assertHarmless(html);
      assert.equal(textOf(all(html, 'p', 'error')[0]!), mine.ask.invalid);
      assert.equal(valuesOf(html).get('domain'), typed);
      assert.equal(await business(), undefined);
    }
  });

  test('may be one of five, and the page says so', async () => {
    for (let count = 0; count < badgeLimits.business; count += 1) await ask(`shop-${count}.example`);
    const { html } = await read();
    assert.ok(words(html).includes(mine.ask.full));
    assert.equal(all(html, 'input').filter((one) => attribute(one, 'id') === 'domain').length, 0);
    const response = await ask('one-more.example');
    assert.equal(response.status, 409);
    const refused = await response.text();
    assert.ok(words(refused).includes(termsFor('en').problems.badges_full.title));
    assertLeadsSomewhere(refused);
  });

  test('is given up, and asked for again', async () => {
    await ask('boulangerie.example');
    const { publicId } = await business();
    proof = 'file';
    await send(`/${publicId}/check`);
    const response = await send(`/${publicId}/give-up`);
    assert.equal(response.headers.get('location'), `/me/badges?lang=en&done=given_up&badge=${publicId}#b-${publicId}`);
    assert.equal((await app.request(`/b/${publicId}`)).status, 410);
    const { html } = await read();
    assert.ok(words(html).includes(mine.states.ended.given_up));
    assert.ok(words(html).includes(mine.states.again.given_up));
    assert.equal((await ask('boulangerie.example')).status, 303);
    assert.equal((await business()).publicId, publicId);
    assert.equal((await business()).status, 'waiting');
  });

  test('that has lost its proof says since when, and when it ends', async () => {
    await ask('boulangerie.example');
    const { publicId } = await business();
    proof = 'dns';
    await send(`/${publicId}/check`);
    await changeIssued(app, publicId, { missingSince: app.clock.now(), checkedAt: app.clock.now() + 1 });
    const { html } = await read();
    assert.ok(words(html).includes(mine.states.missing('2026-11-23', '2026-12-07')));
    await endIssued(app, publicId, 'domain_lost');
    const ended = words((await read()).html);
    assert.ok(ended.includes(mine.states.ended.domain_lost) && ended.includes(mine.states.again.domain_lost));
  });
});

describe('a badge that does not hold', () => {
  test('because the staff ended it, or its time is over, says so and what to do', async () => {
    const { publicId } = await own();
    await endIssued(app, publicId, 'suspended');
    const ended = words((await read()).html);
    assert.ok(ended.includes(mine.states.ended.suspended) && ended.includes(mine.states.again.suspended));
    assert.ok(ended.includes(mine.states.endedOn('2026-11-23')));
    assert.ok(!ended.includes(mine.choices.title));
    assert.equal((await choose(publicId, { showsName: 'on' })).status, 410);
  });

  test('by the calendar, before a job has seen it, is not said to be valid', async () => {
    const { publicId } = await own();
    await changeIssued(app, publicId, { validUntil: app.clock.now() - 1 });
    const html = words((await read()).html);
    assert.ok(html.includes(mine.states.ended.expired) && !html.includes(mine.choices.title));
  });

  test('of a suspended member cannot be changed, and nothing new can be asked for', async () => {
    const { publicId } = await own();
    const { email } = (await app.deps.storage.memberById(odile.id))!;
    await suspendMember(app.deps, parseAddress(email)!);
    // Whoever is suspended stays signed in, or signs in again, to read why.
    const again = await signedInMember(app, { memberId: odile.id });
    const { response, html } = await read(path, again);
    assert.equal(response.status, 200);
    assert.ok(words(html).includes(mine.states.suspended.text));
    assert.equal(all(html, 'form').filter((one) => attribute(one, 'action')?.startsWith('/me/badges')).length, 0);
    assert.equal((await app.request(`/b/${publicId}`)).status, 410);
  });
});

test('another person’s badge is not there, whatever is asked of it', async () => {
  const person = await issueBadge(app);
  const shop = await issueBusinessBadge(app, 'shop.example');
  for (const { publicId } of [person, shop]) {
    const before = await app.deps.storage.badges.byPublicId(publicId);
    for (const what of ['choices', 'check', 'give-up']) {
      const response = await send(`/${publicId}/${what}`, { showsName: 'on', language: 'de' });
      assert.equal(response.status, 404, what);
    }
    assert.deepEqual(await app.deps.storage.badges.byPublicId(publicId), before);
  }
  for (const id of ['x', '1'.repeat(22), '%00', '..%2f']) assert.equal((await send(`/${id}/give-up`)).status, 404);
});

test('nothing is taken from elsewhere, from another session, or without our token', async () => {
  const { publicId } = await own();
  const at = `/me/badges/${publicId}/choices`;
  const token = valuesOf((await read()).html).get('token')!;
  const values = { token, showsName: 'on', language: 'fr' };
  const cookie = { cookie: odile.headers['cookie']! };
  const other = await signedInMember(app, { memberId: odile.id });
  assert.equal(
    (await postForm(app, values, { path: at, headers: cookie, origin: 'https://evil.example' })).status,
    403,
  );
  assert.equal((await postForm(app, values, { path: at, headers: cookie, origin: undefined })).status, 403);
  assert.equal((await postForm(app, { ...values, token: 'x' }, { path: at, headers: cookie })).status, 403);
  assert.equal((await postForm(app, values, { path: at, headers: other.headers })).status, 403);
  assert.equal((await own()).showsName, false);
  assert.equal((await postForm(app, values, { path: at, headers: cookie, origin: publicUrl })).status, 303);
  assert.equal((await own()).showsName, true);
});
