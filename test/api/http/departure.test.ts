/** Leaving the club or its newsletter: one link, one button, no sign-in, and nothing of the person stays. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { purge } from '../../../api/jobs/purge.ts';
import { openTestApp, partnerOrigin, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
let leaveToken: string;
let unsubscribeToken: string;
let header: string;
const address = 'odile.departing@example.org';
let visitors = 0;

beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  const person = {
    email: address,
    firstName: 'Odilette',
    lastName: 'Meyerhof',
    place: 'Riedisheim-les-Bains',
    organisation: 'Atelier Bollwerk',
    sentence: 'Le marché du samedi',
    newsletter: true,
    public: true,
    introductions: true,
    page: {
      path: '/traces/de-la-page',
      referrer: 'https://traces-du-referent.example',
      utm: { source: 'traces-source', campaign: 'traces-campagne' },
    },
  };
  await app.signUp({ ...person, proof: await mintProof(app) }, { 'x-forwarded-for': '203.0.113.77' });
  await press('/confirm', tokenIn((await deliver(app))[0], '/confirm'));
  const [welcome] = await deliver(app);
  leaveToken = tokenIn(welcome, '/leave');
  unsubscribeToken = tokenIn(welcome, '/unsubscribe');
  header = welcome!.headers['List-Unsubscribe']!;
});
afterEach(() => app.remove());

function post(path: string, body: BodyInit, type?: string): Promise<Response> {
  const headers = {
    'x-forwarded-for': `198.51.${(visitors += 1) % 250}.1`,
    ...(type && { 'content-type': type }),
  };
  return app.request(path, { method: 'POST', headers, body });
}

const press = (path: string, token: string) =>
  post(path, new URLSearchParams({ token }).toString(), 'application/x-www-form-urlencoded');
const titleOf = async (response: Response) => /<h1>([^<]*)<\/h1>/.exec(await response.text())?.[1];
const counter = async () =>
  (await (await app.request('/v1/counter?partner=ville')).json()) as { members: number; partner: { members: number } };

describe('leaving', () => {
  test('opening the link asks, and changes nothing', async () => {
    const before = everything(app.dir);
    for (let visits = 0; visits < 20; visits += 1) {
      const response = await app.request(`/leave?token=${leaveToken}`, { method: visits % 2 ? 'HEAD' : 'GET' });
      assert.equal(response.status, 200);
    }
    const html = await (await app.request(`/leave?token=${leaveToken}`)).text();
    assert.equal(html.match(/<button/g)?.length, 1, 'as short as joining');
    assert.deepEqual(everything(app.dir), before);
  });

  test('pressing the button ends it, and the counter falls at once', async () => {
    assert.equal((await counter()).members, 1);
    assert.equal(await titleOf(await press('/leave', leaveToken)), 'C’est fait, vous avez quitté le club');
    const after = await counter();
    assert.deepEqual([after.members, after.partner.members], [0, 0]);
  });

  test('empties the row, withdraws the consents and keeps their proof', async () => {
    const consents = rows(app.dir, 'consent').length;
    app.clock.time += 5000;
    await press('/leave', leaveToken);
    assert.equal(memberOf(app.dir, address), undefined);
    const [member] = rows(app.dir, 'member');
    const personal = ['last_name', 'place', 'organisation', 'sentence'];
    for (const column of personal) assert.equal(member?.[column], null, column);
    assert.equal(member?.['first_name'], '');
    assert.doesNotMatch(String(member?.['email']), /@/);
    assert.deepEqual(
      [member?.['status'], member?.['newsletter'], member?.['public'], member?.['introductions']],
      ['left', 0, 0, 0],
    );
    const kept = rows(app.dir, 'consent');
    assert.equal(kept.length, consents);
    assert.ok(kept.every((row) => row['withdrawn_at'] === app.clock.now()));
  });

  test('forgets the page, the campaign and the network that they came from', async () => {
    const traces = () => {
      // Sums by page and campaign stay: they are of things, and lead to nobody.
      const { tally: _sums, ...tables } = everything(app.dir);
      return JSON.stringify(tables).match(/traces-?[a-z]*|203\.0\.113/g) ?? [];
    };
    assert.ok(new Set(traces()).size >= 4, traces().join());
    await press('/leave', leaveToken);
    assert.deepEqual(traces(), []);
    assert.deepEqual(rows(app.dir, 'attribution'), []);
    assert.deepEqual(
      rows(app.dir, 'consent').map(({ page }) => page),
      [partnerOrigin],
    );
  });

  test('leaves nothing of the person in the file once it was swept', async () => {
    await press('/leave', leaveToken);
    await purge(app.deps);
    const files = ['club.db', 'club.db-wal'].map((name) => readFileSync(join(app.dir, name)).toString('latin1'));
    for (const trace of [
      address,
      'odile.departing',
      'Odilette',
      'Meyerhof',
      'Riedisheim-les',
      'Bollwerk',
      'traces-du',
      'traces-source',
    ]) {
      for (const file of files) assert.ok(!file.includes(trace), trace);
    }
  });

  test('fifty presses at once are one departure', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => press('/leave', leaveToken)));
    assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([200]));
    assert.equal((await counter()).members, 0);
    assert.equal(rows(app.dir, 'audit').filter(({ action }) => action === 'member.left').length, 1);
  });

  test('pressing again, or opening the link again, says that it is done', async () => {
    await press('/leave', leaveToken);
    const before = everything(app.dir);
    for (const response of [await press('/leave', leaveToken), await app.request(`/leave?token=${leaveToken}`)]) {
      assert.equal(response.status, 200);
      assert.equal(await titleOf(response), 'C’est fait, vous avez quitté le club');
    }
    assert.equal(await titleOf(await press('/unsubscribe', unsubscribeToken)), 'Les nouvelles sont arrêtées');
    assert.deepEqual(everything(app.dir), before, 'who is gone cannot go again');
  });

  test('no more mail goes out to someone who left', async () => {
    app.clock.time += 86_400_000;
    await app.signUp({ email: address, proof: await mintProof(app) });
    await press('/leave', leaveToken);
    assert.deepEqual(await deliver(app), []);
  });
});

describe('the newsletter alone', () => {
  const stopped = () => memberOf(app.dir, address)?.['newsletter'] === 0;

  test('opening the link changes nothing', async () => {
    const before = everything(app.dir);
    assert.equal((await app.request(`/unsubscribe?token=${unsubscribeToken}`)).status, 200);
    assert.deepEqual(everything(app.dir), before);
  });

  test('the button on the page stops it and nothing else', async () => {
    const before = memberOf(app.dir, address);
    assert.equal(await titleOf(await press('/unsubscribe', unsubscribeToken)), 'Les nouvelles sont arrêtées');
    assert.deepEqual(memberOf(app.dir, address), { ...before, newsletter: 0 });
    assert.equal((await counter()).members, 1);
  });

  test('the proof says until when the newsletter was wanted, and goes on for the rest', async () => {
    const [given] = rows(app.dir, 'consent');
    app.clock.time += 5000;
    const stoppedAt = app.clock.now();
    await press('/unsubscribe', unsubscribeToken);
    app.clock.time += 5000;
    await press('/unsubscribe', unsubscribeToken);
    assert.deepEqual(rows(app.dir, 'consent'), [{ ...given, newsletter_withdrawn_at: stoppedAt }]);
    assert.deepEqual([given?.['newsletter'], given?.['withdrawn_at']], [1, null]);
    await press('/leave', leaveToken);
    const [ended] = rows(app.dir, 'consent');
    assert.deepEqual([ended?.['newsletter_withdrawn_at'], ended?.['withdrawn_at']], [stoppedAt, app.clock.now()]);
  });

  // RFC 8058 §3.2: a mail program posts this to the address in the header, SHOULD be multipart, MAY be the other.
  const oneClick: Record<string, [body: string, type: string]> = {
    'as a form': ['List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    'as multipart': [
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ],
    'as a form with a charset': ['List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded; charset=UTF-8'],
  };
  for (const [how, [body, type]] of Object.entries(oneClick)) {
    test(`one click in the mail program, ${how}, without a page, a cookie or an origin`, async () => {
      const link = new URL(/^<(.+)>$/.exec(header)![1]!);
      const response = await post(link.pathname + link.search, body, type);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('location'), null, 'RFC 8058 §3.2: no redirect');
      assert.ok(stopped());
    });
  }

  test('a hundred clicks are one', async () => {
    for (let clicks = 0; clicks < 100; clicks += 1) await press('/unsubscribe', unsubscribeToken);
    assert.equal(rows(app.dir, 'audit').filter(({ action }) => action === 'newsletter.left').length, 1);
    assert.ok(stopped());
  });

  test('the link in the mail stops the newsletter and cannot end the membership', async () => {
    const before = everything(app.dir);
    assert.equal((await press('/leave', unsubscribeToken)).status, 404);
    assert.equal((await press('/unsubscribe', leaveToken)).status, 404);
    assert.deepEqual(everything(app.dir), before);
  });
});

describe('links that do nothing', () => {
  for (const path of ['/leave', '/unsubscribe']) {
    for (const token of ['', 'x', 'A'.repeat(43), '\u0000', '💥']) {
      test(`${path} with ${JSON.stringify(token)}`, async () => {
        const before = everything(app.dir);
        assert.equal((await press(path, token)).status, 404);
        assert.equal((await post(`${path}?token=${encodeURIComponent(token)}`, '')).status, 404);
        assert.equal((await app.request(`${path}?token=${encodeURIComponent(token)}`)).status, 404);
        assert.deepEqual(everything(app.dir), before);
      });
    }

    test(`${path} without any token is 404, whatever the body is`, async () => {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json', undefined]) {
        assert.ok([404, 415].includes((await post(path, '{}', type)).status), type);
      }
    });
  }

  test('a link of four hundred days ago', async () => {
    app.clock.time += 400 * 86_400_000;
    const before = everything(app.dir);
    assert.equal((await press('/leave', leaveToken)).status, 404);
    assert.equal((await press('/unsubscribe', unsubscribeToken)).status, 404);
    assert.deepEqual(everything(app.dir), before);
  });
});
