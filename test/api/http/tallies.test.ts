/** What widgets report of themselves: checked like everything that writes, counted in memory, and of nobody. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { statisticsLimits } from '../../../api/contract/statistics.ts';
import { dayIn } from '../../../api/domain/statistics/days.ts';
import { flushTallies } from '../../../api/domain/statistics/flush.ts';
import { openTestApp, partnerOrigin, type TestApp } from '../../support/app.ts';
import { newNetwork } from '../../support/form.ts';
import { issueBadge } from '../../support/issued-badges.ts';
import { requestBytes, serveTestApp } from '../../support/server.ts';
import { everything, rows } from '../../support/tables.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
after(() => app.remove());
beforeEach(() => void app.deps.tallies.take());

const report = { partner: 'ville', path: '/club/', counts: { story_seen: 3, story_played: 1 } };

function send(
  body: unknown,
  { on = app, ...headers }: { on?: TestApp; [name: string]: unknown } = {},
): Promise<Response> {
  return on.request('/v1/tallies', {
    method: 'POST',
    headers: {
      origin: partnerOrigin,
      'content-type': 'text/plain;charset=UTF-8',
      'x-forwarded-for': newNetwork(),
      ...(headers as Record<string, string>),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const gathered = () =>
  app.deps.tallies.take().tallies.map(({ kind, page, campaign, count }) => [kind, page, campaign, count]);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a report', () => {
  test('is counted by day, partner, page and campaign, and answered with nothing', async () => {
    const response = await send({ ...report, campaign: 'rentrée' });
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
    assert.equal(response.headers.get('set-cookie'), null);
    assert.equal((await send(report, { 'content-type': 'application/json' })).status, 204);
    assert.deepEqual(gathered(), [
      ['story_seen', `${partnerOrigin}/club/`, 'rentrée', 3],
      ['story_played', `${partnerOrigin}/club/`, 'rentrée', 1],
      ['story_seen', `${partnerOrigin}/club/`, '', 3],
      ['story_played', `${partnerOrigin}/club/`, '', 1],
    ]);
  });

  test('writes nothing by itself, and then in one write the sum and nothing of who sent it', async () => {
    const before = everything(app.dir);
    for (let times = 0; times < 4; times += 1) await send(report, { 'user-agent': 'Somebody/1.0' });
    assert.deepEqual(everything(app.dir), before);
    assert.equal(await flushTallies(app.deps, app.deps.tallies), 2);
    assert.equal(await flushTallies(app.deps, app.deps.tallies), 0);
    const page = `${partnerOrigin}/club/`;
    const partner = (await app.deps.storage.partnerBySlug('ville'))!;
    const same = { day: 20261123, partner_id: partner.id, page, campaign: '' };
    const { tally, ...others } = everything(app.dir);
    assert.deepEqual(tally, [
      { ...same, kind: 'story_played', count: 4 },
      { ...same, kind: 'story_seen', count: 12 },
    ]);
    const { tally: _before, ...unchanged } = before;
    assert.deepEqual(others, unchanged);
    assert.doesNotMatch(app.log.lines.join('\n'), /Somebody|198\.|club\//);
  });

  test('more than one page can show is counted as that many', async () => {
    await send({ ...report, counts: { story_seen: 1000 } });
    assert.deepEqual(gathered(), [['story_seen', `${partnerOrigin}/club/`, '', statisticsLimits.perReport]]);
  });

  test('what looks like somebody’s is left out of the page and the campaign', async () => {
    await send({ ...report, path: '/konto/odile@example.org/9f86d081884c7d65', campaign: 'odile@example.org' });
    assert.deepEqual(gathered()[0], ['story_seen', `${partnerOrigin}/konto/-/-`, '', 3]);
  });

  test('counts nothing for a page that may not speak for the partner', async () => {
    for (const [headers, code] of [
      [{ origin: 'https://elsewhere.example' }, 'origin_not_allowed'],
      [{ origin: 'null' }, 'origin_not_allowed'],
      [{ origin: `${partnerOrigin}.evil.example` }, 'origin_not_allowed'],
    ] as const) {
      const response = await send(report, headers);
      assert.equal(response.status, 403);
      assert.equal(await codeOf(response), code);
    }
    assert.equal(await codeOf(await send({ ...report, partner: 'nobody' })), 'partner_unknown');
    assert.deepEqual(gathered(), []);
  });

  for (const [what, body, status] of [
    ['no JSON', '{', 400],
    ['an unknown key', { ...report, visitor: 'odile' }, 422],
    ['a kind that only the club counts', { ...report, counts: { signup: 1 } }, 422],
    ['a count below one', { ...report, counts: { story_seen: 0 } }, 422],
    ['a count that is no number', { ...report, counts: { story_seen: '3' } }, 422],
    ['half a story', { ...report, counts: { story_seen: 1.5 } }, 422],
    ['a count beyond reason', { ...report, counts: { story_seen: 1e9 } }, 422],
    ['a query in the path', { ...report, path: '/?token=secret' }, 422],
    ['a whole address as path', { ...report, path: 'https://ville.example/' }, 422],
    ['a control character', { ...report, campaign: 'a\u0000b' }, 422],
    ['a campaign that is too long', { ...report, campaign: 'x'.repeat(121) }, 422],
    ['__proto__', '{"partner":"ville","path":"/","counts":{"__proto__":{"story_seen":1}}}', 422],
    ['too much', ' '.repeat(3000), 413],
  ] as const)
    test(`with ${what} is refused`, async () => {
      assert.equal((await send(body)).status, status);
      assert.deepEqual(gathered(), []);
    });

  test('of another type is refused', async () => {
    assert.equal((await send(report, { 'content-type': 'application/x-www-form-urlencoded' })).status, 415);
  });

  test('from one network comes so often and no oftener', async () => {
    const ip = newNetwork();
    let last = 204;
    for (let times = 0; times <= 120; times += 1) last = (await send(report, { 'x-forwarded-for': ip })).status;
    assert.equal(last, 429);
    assert.equal((await send(report)).status, 204);
  });
});

test('pages beyond so many a day are counted together; those that were there go on', async () => {
  const partner = (await app.deps.storage.partnerBySlug('ville'))!;
  const { tallies } = app.deps;
  app.clock.time += 86_400_000;
  const add = (at: number) => tallies.add(partner.id, 'story_seen', `${partnerOrigin}/${at}`, '');
  for (let at = 0; at < statisticsLimits.pagesPerDay; at += 1) add(at);
  await flushTallies(app.deps, tallies);
  for (const at of [0, 1, 9001, 9002]) add(at);
  await flushTallies(app.deps, tallies);
  const today = rows(app.dir, 'tally').filter(({ day }) => day === 20261124);
  assert.equal(today.length, statisticsLimits.pagesPerDay + 1);
  assert.equal(today.find(({ page }) => page === '')?.['count'], 2);
  assert.equal(today.find(({ page }) => page === `${partnerOrigin}/1`)?.['count'], 2);
});

test('what cannot be written is kept and written later', async () => {
  const { tallies, storage } = app.deps;
  const partner = (await storage.partnerBySlug('ville'))!;
  tallies.add(partner.id, 'story_seen', '', 'x', 7);
  tallies.badgeCheck(partnerOrigin);
  const broken = {
    ...app.deps,
    storage: { partners: () => storage.partners(), write: () => Promise.reject(new Error('full')) },
  };
  await assert.rejects(flushTallies(broken as never, tallies), /full/);
  tallies.add(partner.id, 'story_seen', '', 'x', 1);
  const counts = tallies.take().tallies.map(({ kind, count }) => [kind, count]);
  assert.deepEqual(counts, [
    ['story_seen', 8],
    ['badge_check', 1],
  ]);
});

test('an origin longer than any of a page is not kept, however many of them come', () => {
  const { tallies } = app.deps;
  tallies.take();
  for (let at = 0; at < 3; at += 1) tallies.badgeCheck(`https://${'a'.repeat(9000)}${at}.example`);
  assert.deepEqual([...tallies.take().checks], [['', 3]]);
});

describe('checks of badges', () => {
  const checks = async () => {
    await flushTallies(app.deps, app.deps.tallies);
    const slugs = new Map((await app.deps.storage.partners()).map(({ id, slug }) => [id, slug]));
    return rows(app.dir, 'tally')
      .filter(({ day }) => day === dayIn('Europe/Paris')(app.clock.time))
      .toSorted((a, b) => Number(b['count']) - Number(a['count']))
      .map(({ partner_id, kind, page, count }) => [slugs.get(partner_id as number), kind, page, count]);
  };

  test('are the partner’s whose page asked, else the club’s, from memory as from the route; visits are none', async () => {
    app.clock.time += 86_400_000;
    const server = await serveTestApp(app);
    const { publicId } = await issueBadge(app);
    const ask = (origin: string | undefined, path = `/b/${publicId}/status.json`) =>
      server.raw(requestBytes('GET', path, { origin }));
    for (let times = 0; times < 3; times += 1) await ask(partnerOrigin);
    // The site of the one person who has it: nobody's name in a statistic.
    for (let times = 0; times < 2; times += 1) await ask('https://odile.example');
    await ask(undefined);
    await ask(partnerOrigin, `/b/${publicId}.svg`);
    await ask(partnerOrigin, `/b/${'1'.repeat(22)}/status.json`);
    await server.close();
    assert.deepEqual(await checks(), [
      ['ville', 'badge_check', partnerOrigin, 3],
      ['club', 'badge_check', '', 2],
    ]);
  });

  test('by the page and by programs are counted too, and reading the page is not', async () => {
    app.clock.time += 86_400_000;
    const body = new FormData();
    body.set('text', 'no badge at all');
    await app.request('/verify', { method: 'POST', body, headers: { 'x-forwarded-for': newNetwork() } });
    await app.request('/v1/badge-checks', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    });
    await app.request('/verify?badge=nothing', { headers: { 'x-forwarded-for': newNetwork() } });
    assert.deepEqual(await checks(), [['club', 'badge_check', '', 2]]);
  });
});
