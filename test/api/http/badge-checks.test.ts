/** The check of a badge for programs, which says what the page says. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BadgeCheck } from '../../../api/contract/badge.ts';
import type { Problem } from '../../../api/contract/codes.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { statusOf, isShown } from '../../../api/domain/badges/view.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { awardBusiness, awardPerson, type AwardedBadge } from '../../support/badges.ts';
import { drawSmall } from '../../support/small-pictures.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let person: AwardedBadge;
let business: AwardedBadge;
let unchanged: ReturnType<typeof everything>;
before(async () => {
  app = await openTestApp();
  person = await awardPerson(app, { shown: { showsName: true } });
  business = await awardBusiness(app, 'shop.example');
  unchanged = everything(app.dir);
});
after(async () => {
  assert.deepEqual(everything(app.dir), unchanged, 'a check has written something');
  await app.remove();
});

const post = (body: BodyInit, type: string, query = '', headers: Record<string, string> = {}) =>
  app.request(`/v1/badge-checks${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, origin: 'https://anywhere.example', ...headers },
  });

async function answerTo(...[body, type, query]: Parameters<typeof post>): Promise<BadgeCheck> {
  const response = await post(body, type, query);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return (await response.json()) as BadgeCheck;
}

test('every form of a badge is checked, and the badge is told as it stands now', async () => {
  const { credentials, storage, clock } = app.deps;
  const plain = await drawSmall.png(undefined as never, 1);
  const forms: [body: BodyInit, type: string][] = [
    [person.credential, 'application/json'],
    [person.credential, 'application/vc+ld+json'],
    [person.credential, 'text/plain;charset=UTF-8'],
    [person.jwt, 'text/plain'],
    [`club.example/b/${person.id}`, 'text/plain'],
    [credentials.bakePng(plain, person.credential), 'image/png'],
    [credentials.bakeSvg(drawSmall.svg(undefined as never), person.credential), 'image/svg+xml'],
  ];
  const badge = await storage.badges.byPublicId(person.id);
  assert.ok(badge && isShown(badge) && badge.name);
  const now = statusOf(badge, app.deps, clock.now());
  for (const [body, type] of forms) assert.deepEqual(await answerTo(body, type), { verdict: 'valid', badge: now });
});

test('a badge of a business is checked on the site where it was seen', async () => {
  const verdictOn = async (site: string) =>
    (await answerTo(business.credential, 'application/json', `?site=${encodeURIComponent(site)}`)).verdict;
  assert.equal(await verdictOn('https://www.shop.example/x'), 'valid');
  assert.equal(await verdictOn('shop.example.evil.example'), 'wrong_domain');
});

test('nothing is told of a badge that somebody has forged', async () => {
  const forged = person.credential.replace('"Membership"', '"Mayor"');
  assert.deepEqual(await answerTo(forged, 'application/json'), { verdict: 'tampered' });
});

describe('refused', () => {
  test('what is too large', async () => {
    for (const headers of [{}, { 'content-length': String(badgeLimits.verifyBytes + 1) }]) {
      const response = await post('x'.repeat(badgeLimits.verifyBytes + 1), 'text/plain', '', headers);
      assert.deepEqual([response.status, await response.json()], [413, { verdict: 'too_large' }]);
    }
  });

  test('a site that is none', async () => {
    const response = await post(person.credential, 'application/json', '?site=not%20a%20site');
    const problem = (await response.json()) as Problem;
    assert.deepEqual([response.status, problem.errors], [422, [{ field: 'site', code: 'domain_invalid' }]]);
  });

  for (const type of ['image/jpeg', 'multipart/form-data; boundary=x', 'application/jsonx', '', 'text/html']) {
    test(`a body of type "${type}"`, async () => {
      const response = await post('x', type);
      const problem = (await response.json()) as Problem;
      assert.deepEqual([response.status, problem.code], [415, 'unsupported_media_type']);
    });
  }

  test('a compressed body', async () => {
    const response = await post('x', 'text/plain', '', { 'content-encoding': 'gzip' });
    assert.equal(response.status, 415);
  });
});

test('browsers may ask from any page', async () => {
  const response = await app.request('/v1/badge-checks', {
    method: 'OPTIONS',
    headers: { origin: 'https://anywhere.example', 'access-control-request-method': 'POST' },
  });
  assert.equal(response.status, 204);
  assert.match(response.headers.get('access-control-allow-methods')!, /POST/);
});
