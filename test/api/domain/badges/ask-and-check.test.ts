/** A business asks for a badge, proves its domain, and gives it up. */
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { lookFindings } from '../../../../api/contract/badge-words.ts';
import { badgeLimits } from '../../../../api/contract/limits.ts';
import { askBusiness } from '../../../../api/domain/badges/ask-business.ts';
import { giveUp } from '../../../../api/domain/badges/give-up.ts';
import { readMyBadges } from '../../../../api/domain/badges/my-badges.ts';
import { pictureOf, readBadge, stateOf, statusOf } from '../../../../api/domain/badges/view.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import { testClub } from '../../../support/app.ts';
import { openDomains, type Domains } from './domains.ts';
import { day } from './life.ts';

let club: Domains;
const opened: Domains[] = [];
beforeEach(async () => {
  club = await openDomains();
  opened.push(club);
});
after(async () => {
  for (const one of opened) await one.remove();
});

const ask = (memberId: number, domain = 'shop.example') => askBusiness(club.deps, { memberId }, domain);
const drop = (memberId: number, id: string) => giveUp(club.deps, { memberId }, id);
const refused = (code: string) => (error: Error & { code?: string }) => error.code === code;
const suspend = async (memberId: number) => suspendMember(club.deps, await club.address(memberId));

test('what waits for its domain is there for its holder alone', async () => {
  const holder = await club.join();
  const badge = await ask(holder, 'https://Shop.example/carte');
  assert.deepEqual(
    [badge.status, badge.kind, badge.domain, badge.awardedAt],
    ['waiting', 'business', 'shop.example', null],
  );
  assert.deepEqual([badge.showsName, badge.showsCircle, badge.name], [false, false, null]);
  assert.equal(await readBadge(club.deps, badge.publicId), undefined);
  const [own, business] = await readMyBadges(club.deps, { memberId: holder });
  assert.equal(own!.kind, 'person');
  assert.equal(own!.proof, null);
  assert.deepEqual(business, {
    id: badge.publicId,
    kind: 'business',
    status: 'waiting',
    domain: 'shop.example',
    proof: {
      name: '_ambassador.shop.example',
      value: `ambassador-badge=${badge.publicId}`,
      file: 'https://shop.example/.well-known/ambassador-badge.txt',
      content: badge.publicId,
    },
    showsName: false,
    showsCircle: false,
    language: 'fr',
    provenAt: null,
    checkedAt: null,
    missingSince: null,
    awardedAt: null,
    validUntil: null,
    page: `https://club.example/b/${badge.publicId}`,
  });
});

test('asking again answers the same badge; another member’s claim of the same domain has another id', async () => {
  const [holder, rival] = [await club.join(), await club.join()];
  const [first, ...others] = await Promise.all([
    ask(holder),
    ask(holder, 'SHOP.example.'),
    ask(holder, 'https://www.shop.example/'),
  ]);
  for (const { id, domain } of others) assert.deepEqual([id, domain], [first.id, 'shop.example']);
  const theirs = await ask(rival);
  assert.notEqual(theirs.publicId, first.publicId);
  club.says.set('shop.example', 'dns');
  await club.check(holder, first.publicId);
  assert.equal((await ask(holder)).status, 'active');
});

test('five badges of a business at most, those that ended left out, however many are asked for at once', async () => {
  const holder = await club.join();
  const answers = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) => ask(holder, `shop-${index}.example`)),
  );
  const taken = answers.filter(({ status }) => status === 'fulfilled');
  assert.equal(taken.length, badgeLimits.business);
  for (const answer of answers) if (answer.status === 'rejected') assert.equal(answer.reason.code, 'badges_full');
  await assert.rejects(ask(holder, 'more.example'), refused('badges_full'));
  await drop(holder, (await ask(holder, 'shop-0.example')).publicId);
  await ask(holder, 'more.example');
  await assert.rejects(ask(holder, 'shop-0.example'), refused('badges_full'));
});

test('domains that are asked for and given up again and again come to an end', async () => {
  const holder = await club.join();
  for (let index = 0; index < badgeLimits.businessEver; index += 1) {
    await drop(holder, (await ask(holder, `shop-${index}.example`)).publicId);
  }
  await assert.rejects(ask(holder, 'one-more.example'), refused('badges_full'));
  assert.equal((await ask(holder, 'shop-7.example')).status, 'waiting', 'one that was there before may come back');
});

test('nonsense is refused by field; who was suspended or has left asks for nothing', async () => {
  const holder = await club.join();
  for (const typed of ['localhost', '127.0.0.1', 'shop.example:8080', '*.shop.example', 'a b']) {
    await assert.rejects(ask(holder, typed), (error: Error & { errors?: unknown }) => {
      assert.deepEqual(error.errors, [{ field: 'domain', code: 'domain_invalid' }]);
      return true;
    });
  }
  const { publicId } = await ask(holder);
  await suspend(holder);
  await assert.rejects(ask(holder), refused('suspended'));
  await assert.rejects(club.check(holder, publicId), refused('suspended'));
  await club.leave(holder);
  await assert.rejects(ask(holder), refused('unauthenticated'));
  await assert.rejects(club.check(holder, publicId), refused('not_found'));
  assert.deepEqual(await readMyBadges(club.deps, { memberId: holder }), []);
});

test('a check without a proof says so and why, notes when it was, and ends nothing', async () => {
  const holder = await club.join();
  const { publicId } = await ask(holder);
  for (const answer of [...lookFindings, 'unreachable'] as const) {
    club.says.set('shop.example', answer);
    club.clock.advance(60_000);
    const finding = answer === 'unreachable' ? 'no_answer' : answer;
    await assert.rejects(club.check(holder, publicId), { code: 'domain_unproven', finding });
    const badge = await club.badgeBy(publicId);
    assert.deepEqual([badge.status, badge.checkedAt, badge.provenAt], ['waiting', club.clock.now(), null]);
  }
});

for (const found of ['dns', 'file'] as const) {
  test(`a proof by ${found} makes it valid, in a place of the status list, and due in a week`, async () => {
    const holder = await club.join();
    const { publicId } = await ask(holder);
    club.says.set('shop.example', found);
    const badge = await club.check(holder, publicId);
    const now = club.clock.now();
    assert.equal(badge.status, 'active');
    assert.deepEqual(
      [badge.awardedAt, badge.provenAt, badge.checkedAt, badge.missingSince, badge.checkDueAt],
      [now, now, now, null, now + 7 * day],
    );
    assert.equal(await club.revoked(badge), false);
    const shown = (await readBadge(club.deps, publicId))!;
    assert.equal(stateOf(shown, now), 'valid');
    assert.equal(statusOf(shown, { club: testClub }, now).domain, 'shop.example');
    // Looking again changes nothing that is signed.
    club.clock.advance(day);
    const again = await club.check(holder, publicId);
    assert.deepEqual([again.version, again.provenAt], [badge.version, club.clock.now()]);
  });
}

test('a domain is shown in its own letters, and one that could pass for another in punycode', async () => {
  const holder = await club.join();
  for (const [typed, shown] of [
    ['Bäckerei.example', 'bäckerei.example'],
    ['аррӏе.example', 'xn--80ak6aa92e.example'],
  ] as const) {
    const { publicId, domain } = await ask(holder, typed);
    club.says.set(domain!, 'dns');
    await club.check(holder, publicId);
    const badge = (await readBadge(club.deps, publicId))!;
    const facts = { club: testClub, publicUrl: 'https://club.example' };
    assert.equal(pictureOf(badge, facts, club.clock.now(), 'line', 'light').domain, shown);
  }
});

test('somebody else’s badge is not there; a person’s has no domain to look at and is not given up', async () => {
  const [holder, stranger] = [await club.join(), await club.join()];
  const { publicId } = await ask(holder);
  for (const id of [publicId, 'unknown', '', 'A'.repeat(22), `${publicId}\0`]) {
    await assert.rejects(club.check(stranger, id), refused('not_found'), id);
    await assert.rejects(drop(stranger, id), refused('not_found'), id);
  }
  const own = (await club.own(holder))!;
  await assert.rejects(club.check(holder, own.publicId), refused('wrong_state'));
  await assert.rejects(drop(holder, own.publicId), refused('wrong_state'));
  assert.deepEqual(club.looked, []);
  assert.equal((await club.own(holder))!.status, 'active');
});

test('given up, a badge is revoked at once; one that nobody saw is forgotten', async () => {
  const holder = await club.join();
  const waiting = await ask(holder, 'other.example');
  const { publicId } = await ask(holder);
  club.says.set('shop.example', 'dns');
  const badge = await club.check(holder, publicId);
  await drop(holder, publicId);
  await drop(holder, publicId);
  await drop(holder, waiting.publicId);
  assert.equal(await club.revoked(badge), true);
  const shown = (await readBadge(club.deps, publicId))!;
  assert.equal(stateOf(shown, club.clock.now()), 'ended');
  await assert.rejects(club.check(holder, publicId), refused('badge_ended'));
  const mine = await readMyBadges(club.deps, { memberId: holder });
  assert.deepEqual(
    mine.map(({ kind, status }) => `${kind} ${status}`),
    ['person active', 'business ended'],
  );
  assert.equal(mine[1]!.validUntil, null);
});

test('asked for again, a badge keeps its address, reads "ended" until it is proven, and gets another place', async () => {
  const holder = await club.join();
  const { publicId } = await ask(holder);
  club.says.set('shop.example', 'dns');
  const before = await club.check(holder, publicId);
  await drop(holder, publicId);
  const again = await ask(holder);
  assert.deepEqual([again.publicId, again.status], [publicId, 'waiting']);
  const meanwhile = (await readBadge(club.deps, publicId))!;
  assert.equal(statusOf(meanwhile, { club: testClub }, club.clock.now()).state, 'ended');
  assert.equal(meanwhile.endedAt, club.clock.now(), 'and when it did');
  club.clock.advance(day);
  const after = await club.check(holder, publicId);
  assert.deepEqual([after.status, after.awardedAt, after.validFrom], ['active', before.awardedAt, club.clock.now()]);
  assert.equal(after.endedAt, null);
  assert.notDeepEqual([after.list, after.position], [before.list, before.position]);
  assert.deepEqual([await club.revoked(before), await club.revoked(after)], [true, false]);
});

test('what the staff have ended does not come back by asking', async () => {
  const holder = await club.join();
  const badge = await club.business(holder, 'shop.example');
  await suspend(holder);
  await club.storage.write((tx) => tx.setSuspended(holder, null));
  await assert.rejects(ask(holder), refused('suspended'));
  assert.equal((await club.badgeBy(badge.publicId)).status, 'ended');
});

test('what happens while we look counts: given up, suspended, gone', async () => {
  for (const [happens, code] of [
    [(holder: number, id: string) => drop(holder, id), 'badge_ended'],
    [(holder: number) => suspend(holder), 'suspended'],
    [(holder: number) => club.leave(holder), 'not_found'],
  ] as [(holder: number, id: string) => Promise<unknown>, string][]) {
    const holder = await club.join();
    const { publicId } = await ask(holder, 'proven.example');
    club.says.set('proven.example', 'dns');
    club.during.look = async () => void (await happens(holder, publicId));
    await assert.rejects(club.check(holder, publicId), refused(code), code);
    assert.notEqual((await club.badgeBy(publicId)).status, 'active', code);
  }
});
