/** The link in the mail: opening it changes nothing, pressing its button makes a member, once. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { purge } from '../../../api/jobs/purge.ts';
import { myBadges } from '../../../api/lang/my-badges/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { all, attribute, textOf } from '../../support/html.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let token: string;
const address = 'odile@example.org';
let visitors = 0;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  token = await signUp(address);
});
afterEach(() => app.remove());

async function signUp(email: string, changes: Record<string, unknown> = {}): Promise<string> {
  const response = await app.signUp({ email, proof: await mintProof(app), ...changes });
  assert.equal(response.status, 202, await response.text());
  return tokenIn((await deliver(app))[0], '/confirm');
}

function press(value: string, path = '/confirm'): Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `198.51.${(visitors += 1) % 250}.1`,
    },
    body: new URLSearchParams({ token: value }).toString(),
  });
}

const open = (value: string, more = '') => app.request(`/confirm?token=${encodeURIComponent(value)}${more}`);
const titleOf = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1];
const members = async () => {
  const ville = await app.deps.storage.partnerBySlug('ville');
  return app.deps.storage.counts(ville!.id);
};

test('twenty scanners open the link and nobody is a member', async () => {
  const before = everything(app.dir);
  const agents = ['Mozilla/5.0 (compatible; scanner)', 'Barracuda', 'SafeLinks', 'curl/8', ''];
  for (let visit = 0; visit < 20; visit += 1) {
    const method = visit % 2 ? 'HEAD' : 'GET';
    const headers = { 'user-agent': agents[visit % agents.length]!, purpose: 'prefetch' };
    const response = await app.request(`/confirm?token=${token}`, { method, headers });
    assert.equal(response.status, 200);
  }
  assert.deepEqual(everything(app.dir), before);
  assert.equal(memberOf(app.dir, address)?.['status'], 'pending');
});

test('the page has one form with one button, and nothing presses it', async () => {
  const html = await (await open(token)).text();
  assert.equal(html.match(/<form /g)?.length, 1);
  assert.equal(html.match(/<button/g)?.length, 1);
  assert.match(html, /<form method="post" action="\/confirm\?lang=fr">/);
  assert.match(html, new RegExp(`<input type="hidden" name="token" value="${token}"`));
  assert.doesNotMatch(html, /<script|onload|http-equiv="refresh"/i);
});

test('the page shows whose membership it is, escaped', async () => {
  const other = await signUp('ada@example.org', { firstName: '<b onload=x>Ada</b>' });
  const html = await (await open(other)).text();
  assert.match(html, /&lt;b onload=x&gt;Ada/);
  assert.doesNotMatch(html, /<b onload/);
});

test('who is a member now is led to their badge', async () => {
  for (const title of ['Bienvenue au club\u202f!', 'C’est déjà fait']) {
    const html = await (await press(token)).text();
    assert.equal(titleOf(html), title);
    const [link] = all(html, 'a', 'button');
    assert.equal(attribute(link!, 'href'), '/me/badges?lang=fr');
    assert.equal(textOf(link!), myBadges.fr.mine.card.link);
  }
});

test('fifty at once make one member, one welcome, one more on the counter', async () => {
  const pages = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const response = await press(token);
      assert.equal(response.status, 200);
      return titleOf(await response.text());
    }),
  );
  assert.equal(pages.filter((title) => title?.startsWith('Bienvenue')).length, 1);
  assert.equal(pages.filter((title) => title === 'C’est déjà fait').length, 49);
  assert.equal(memberOf(app.dir, address)?.['status'], 'active');
  assert.deepEqual(await members(), { members: 1, partner: 1 });
  assert.deepEqual(
    rows(app.dir, 'outbox').map(({ kind }) => kind),
    ['confirmation', 'welcome'],
  );
  assert.equal((await deliver(app)).length, 1);
});

test('what was agreed to is confirmed with the member, at the same moment', async () => {
  app.clock.time += 1000;
  await press(token);
  const [consent] = rows(app.dir, 'consent');
  const member = memberOf(app.dir, address)!;
  assert.equal(consent?.['confirmed_at'], app.clock.now());
  assert.equal(member['confirmed_at'], app.clock.now());
  assert.equal(consent?.['member_id'], member['id']);
  assert.equal(consent?.['withdrawn_at'], null);
});

test('whoever was not confirmed is nobody: not counted, not welcomed', async () => {
  assert.deepEqual(await members(), { members: 0, partner: 0 });
  assert.equal(((await (await app.request('/v1/counter?partner=ville')).json()) as { members: number }).members, 0);
});

test('later presses and visits say that it is done, also after the link has aged', async () => {
  await press(token);
  const before = everything(app.dir);
  for (const elapsed of [0, durations.confirmationLife, durations.confirmationLife]) {
    app.clock.time += elapsed;
    for (const response of [await open(token), await press(token)]) {
      assert.equal(response.status, 200);
      assert.equal(titleOf(await response.text()), 'C’est déjà fait');
    }
  }
  assert.deepEqual(everything(app.dir), before);
});

describe('a link that does not do it', () => {
  test('at the last millisecond of 72 hours it still works, then no more', async () => {
    const other = await signUp('ada@example.org');
    app.clock.time += durations.confirmationLife - 1;
    assert.equal((await open(other)).status, 200);
    assert.equal((await press(other)).status, 200);
    app.clock.time += 1;
    const before = everything(app.dir);
    for (const response of [await open(token), await press(token)]) {
      assert.equal(response.status, 410);
      const html = await response.text();
      assert.equal(titleOf(html), 'Ce lien a vieilli');
      assert.match(html, /href="\/join\?partner=club&amp;lang=fr"/);
    }
    assert.deepEqual(everything(app.dir), before);
  });

  const strange = ['', 'x', 'A'.repeat(43), 'A'.repeat(44), '../../etc/passwd', '\u0000', '💥', '%', "' or 1=1 --"];
  for (const value of strange) {
    test(`unknown: ${JSON.stringify(value)}`, async () => {
      const before = everything(app.dir);
      for (const response of [await open(value), await press(value)]) {
        assert.equal(response.status, 404);
        assert.equal(titleOf(await response.text()), 'Nous ne connaissons pas ce lien');
      }
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('the token of another purpose', async () => {
    await press(token);
    const [welcome] = await deliver(app);
    const leaveToken = tokenIn(welcome, '/leave');
    const before = everything(app.dir);
    assert.equal((await press(leaveToken)).status, 404);
    assert.equal((await press(token, '/leave')).status, 404);
    assert.equal((await press(token, '/unsubscribe')).status, 404);
    assert.deepEqual(everything(app.dir), before);
  });

  test('a token that is not in the body', async () => {
    const before = everything(app.dir);
    const response = await app.request(`/confirm?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    assert.equal(response.status, 404);
    assert.deepEqual(everything(app.dir), before);
  });

  test('the hash of a token, as somebody with a copy of the database has it', async () => {
    const before = everything(app.dir);
    const hash = String(rows(app.dir, 'token')[0]!['hash']);
    for (const value of [hash, hash.slice(0, 43), Buffer.from(hash, 'hex').toString('base64url')]) {
      assert.equal((await press(value)).status, 404);
    }
    assert.deepEqual(everything(app.dir), before);
  });

  test('the link of someone who never confirmed, after a week', async () => {
    app.clock.time += durations.pendingLife + 1;
    await purge(app.deps);
    assert.equal(memberOf(app.dir, address), undefined);
    assert.equal(rows(app.dir, 'consent').length, 0);
    assert.equal((await press(token)).status, 404);
    assert.deepEqual(await members(), { members: 0, partner: 0 });
  });
});

test('the newest mail’s link is the one that works', async () => {
  app.clock.time += durations.mailGap;
  const second = await signUp(address);
  assert.notEqual(second, token);
  assert.equal((await press(token)).status, 404);
  assert.match(titleOf(await (await press(second)).text())!, /^Bienvenue/);
  assert.deepEqual(await members(), { members: 1, partner: 1 });
});

test('the page lists everything that the press agrees to', async () => {
  app.clock.time += durations.mailGap;
  const changes = { public: true, newsletter: true, sentence: 'J’aime <b>le Bollwerk</b>', place: 'Thann' };
  const html = await (await open(await signUp(address, changes))).text();
  const { consents } = app.deps.texts.consent('fr', undefined);
  for (const shown of [
    'Odile',
    'Thann',
    'J’aime &lt;b&gt;le Bollwerk&lt;/b&gt;',
    consents.newsletter,
    consents.public,
  ]) {
    assert.ok(html.includes(shown), shown);
  }
  assert.ok(!html.includes(consents.introductions));
});

test('the page speaks the language of the link', async () => {
  const titles = new Set<string | undefined>();
  for (const lang of ['fr', 'de', 'en', 'gsw']) {
    const response = await open(token, `&lang=${lang}`);
    assert.equal(response.headers.get('content-language'), lang);
    titles.add(titleOf(await response.text()));
  }
  assert.equal(titles.size, 4);
});

test('the mail’s link leads to the club and nowhere else', async () => {
  const response = await open(token);
  assert.equal(response.headers.get('location'), null);
  app.clock.time += durations.mailGap;
  await app.signUp({ email: address, proof: await mintProof(app) }, { 'x-forwarded-host': 'evil.example' });
  const [mail] = await deliver(app);
  for (const [link] of mail!.text.matchAll(/https?:\/\/\S+/g)) assert.equal(new URL(link).origin, publicUrl);
});
