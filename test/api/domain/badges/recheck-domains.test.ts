/** The life of a proof by the clock: weekly, missing, back, lost; and what is no fault of the domain's. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { recheckDomains } from '../../../../api/domain/badges/recheck-domains.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import type { Badge } from '../../../../api/domain/badges/ports.ts';
import { openSqlite } from '../../../../api/storage/sqlite.ts';
import { domainDeps, openDomains, type Domains } from './domains.ts';
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

/** A valid badge of somebody new on a domain that is proven until a test says otherwise. */
async function onDomain(domain: string): Promise<Badge> {
  club.says.set(domain, 'dns');
  return club.business(await club.join(), domain);
}
const now = (badge: Badge) => club.badgeBy(badge.publicId);

test('a proof is looked for once a week', async () => {
  const badge = await onDomain('shop.example');
  await club.pass(6.9);
  assert.deepEqual(club.looked, []);
  await club.pass(15);
  assert.equal(club.looked.length, 3);
  const { status, provenAt, missingSince, version } = await now(badge);
  assert.deepEqual([status, missingSince, version], ['active', null, badge.version]);
  assert.ok(provenAt! > badge.provenAt! + 14 * day);
  assert.deepEqual(club.told(), []);
});

test('missing for thirteen days and back: told once, looked for daily, and all is well', async () => {
  const [badge] = [await onDomain('shop.example'), await onDomain('other.example')];
  await club.pass(6.9);
  club.says.set('shop.example', 'nothing_there');
  await club.pass(0.2);
  const { missingSince, status } = await now(badge);
  assert.ok(missingSince !== null);
  assert.equal(status, 'active');
  club.looked.length = 0;
  await club.pass(12.8);
  assert.equal(club.looked.filter((domain) => domain === 'shop.example').length, 12);
  assert.equal((await now(badge)).missingSince, missingSince);
  assert.deepEqual(club.told(), [`badge_domain_missing:${badge.id}`]);
  club.says.set('shop.example', 'file');
  await club.pass(2);
  const back = await now(badge);
  assert.deepEqual([back.status, back.missingSince, back.version], ['active', null, badge.version]);
  assert.equal(back.checkDueAt, back.provenAt! + 7 * day);
  // The next time is another time: it is told again, and the days count from the beginning.
  club.says.set('shop.example', 'nothing_there');
  await club.pass(8);
  assert.equal((await now(badge)).status, 'active');
  assert.equal(club.told().length, 2);
});

test('missing for fourteen days: ended, revoked, told, once', async () => {
  const [badge] = [await onDomain('shop.example'), await onDomain('other.example')];
  club.says.set('shop.example', 'nothing_there');
  await club.pass(7 + 13.9);
  assert.equal((await now(badge)).status, 'active');
  await club.pass(1);
  const lost = await now(badge);
  assert.deepEqual(
    [lost.status, lost.endReason, lost.credential, lost.domain],
    ['ended', 'domain_lost', null, 'shop.example'],
  );
  assert.equal(lost.endedAt! - lost.missingSince!, 14 * day);
  assert.equal(await club.revoked(badge), true);
  await club.pass(10);
  assert.deepEqual(club.told(), [`badge_domain_missing:${badge.id}`, `badge_domain_lost:${badge.id}`]);
});

test('silence says nothing, unless the file of another domain is read meanwhile', async () => {
  const [badge, other] = [await onDomain('shop.example'), await onDomain('other.example')];
  club.says.set('shop.example', 'unreachable');
  await club.pass(40);
  // Another's DNS was seen all the time: that does not prove that sites can be reached from here.
  assert.deepEqual([(await now(badge)).status, (await now(badge)).missingSince], ['active', null]);
  assert.deepEqual(club.told(), []);
  assert.ok(club.log.lines.some((line) => line.includes('Check that this server reaches DNS')));
  club.says.set(other.domain!, 'file');
  await club.pass(16);
  assert.equal((await now(badge)).endReason, 'domain_lost');
});

test('no doubt is for ever: what nobody has seen for two months is missing', async () => {
  const badge = await onDomain('shop.example');
  club.says.set('shop.example', 'unreachable');
  await club.pass(59);
  assert.deepEqual(club.told(), []);
  await club.pass(16);
  assert.equal((await now(badge)).endReason, 'domain_lost');
});

test('the only badge of a club ends by answers alone', async () => {
  const badge = await onDomain('shop.example');
  club.says.set('shop.example', 'nothing_there');
  await club.pass(22);
  assert.equal((await now(badge)).endReason, 'domain_lost');
});

test('an outage of ours ends nobody’s badge, and is told to whoever runs the club', async () => {
  const badges = [];
  for (let index = 0; index < 7; index += 1) badges.push(await onDomain(`shop-${index}.example`));
  const [gone, ...others] = badges as [Badge, ...Badge[]];
  club.says.set(gone.domain!, 'nothing_there');
  await club.pass(8);
  const since = (await now(gone)).missingSince;
  assert.ok(since !== null);
  // From here on nothing is seen: by silence, or by a name server that knows nothing of the world and says so.
  for (const answer of ['unreachable', 'nothing_there'] as const) {
    for (const { domain } of badges) club.says.set(domain!, answer);
    await club.pass(10);
  }
  assert.equal((await now(gone)).status, 'active');
  for (const badge of others) assert.equal((await now(badge)).missingSince, null);
  assert.ok(club.log.lines.some((line) => line.includes('Check that this server reaches DNS')));
  assert.ok(club.log.lines.every((line) => !line.includes('shop-')));
  assert.deepEqual(club.told(), [`badge_domain_missing:${gone.id}`]);
  // It is over: what was missing before and still is, has been for long.
  for (const { domain } of others) club.says.set(domain!, 'file');
  await club.pass(2);
  assert.equal((await now(gone)).endReason, 'domain_lost');
  for (const badge of others) assert.equal((await now(badge)).missingSince, null);
});

test('many that are really gone end, as long as one that is not due can be seen', async () => {
  const badges = [];
  for (let index = 0; index < 6; index += 1) badges.push(await onDomain(`shop-${index}.example`));
  await club.pass(3);
  const other = await onDomain('other.example');
  for (const { domain } of badges) club.says.set(domain!, 'nothing_there');
  await club.pass(4 + 15);
  for (const badge of badges) assert.equal((await now(badge)).endReason, 'domain_lost');
  assert.equal((await now(other)).status, 'active');
});

test('who leaves or is suspended while we look is left alone, and told nothing', async () => {
  await onDomain('other.example');
  for (const [reason, happens] of [
    ['left', (holder: number) => club.leave(holder)],
    ['suspended', async (holder: number) => suspendMember(club.deps, await club.address(holder))],
  ] as [string, (holder: number) => Promise<unknown>][]) {
    const badge = await onDomain('shop.example');
    club.says.set('shop.example', 'nothing_there');
    await club.pass(7 + 13);
    club.during.look = async (domain) => void (domain === 'shop.example' && (await happens(badge.memberId)));
    await club.pass(3);
    club.during.look = async () => {};
    const { status, endReason, missingSince } = await now(badge);
    assert.deepEqual([status, endReason], ['ended', reason]);
    assert.ok(missingSince !== null);
    assert.ok(!club.told().includes(`badge_domain_lost:${badge.id}`));
  }
});

test('a holder’s own look ends nothing: what it misses, the job counts by its rules', async () => {
  const [badge] = [await onDomain('shop.example'), await onDomain('other.example')];
  club.clock.advance(2 * day);
  club.says.set('shop.example', 'nothing_there');
  await assert.rejects(club.check(badge.memberId, badge.publicId), { code: 'domain_unproven' });
  assert.deepEqual([(await now(badge)).missingSince, club.told()], [null, []]);
  await club.recheck();
  assert.equal((await now(badge)).missingSince, club.clock.now());
  assert.deepEqual(club.told(), [`badge_domain_missing:${badge.id}`]);
  // Mended, and looked at by the holder: the days are forgotten.
  club.says.set('shop.example', 'file');
  await club.check(badge.memberId, badge.publicId);
  assert.equal((await now(badge)).missingSince, null);
});

test('what is found while the job looks is newer than what the job has seen', async () => {
  const badge = await onDomain('shop.example');
  club.clock.advance(7 * day);
  club.during.look = async () => {
    club.during.look = async () => {};
    club.says.set('shop.example', 'dns');
    await club.check(badge.memberId, badge.publicId);
    club.says.set('shop.example', 'nothing_there');
  };
  await club.recheck();
  const { missingSince, provenAt } = await now(badge);
  assert.deepEqual([missingSince, provenAt], [null, club.clock.now()]);
  assert.deepEqual(club.told(), []);
});

test('a badge that is due for nothing is not looked at: those of a demo', async () => {
  const badge = await onDomain('bakery.localhost');
  await club.storage.write((tx) => tx.badges.change(badge.id, { checkDueAt: null }));
  club.says.set('bakery.localhost', 'nothing_there');
  await assert.rejects(club.check(badge.memberId, badge.publicId), { code: 'domain_unproven' });
  await club.pass(60);
  assert.deepEqual([(await now(badge)).status, (await now(badge)).missingSince], ['active', null]);
});

test('hundreds that are due at once are all looked at, four at a time', async () => {
  const holder = await club.join();
  for (let index = 0; index < 90; index += 1) {
    club.says.set(`shop-${index}.example`, index % 9 === 0 ? 'nothing_there' : 'dns');
    await club.business(holder, `shop-${index}.example`);
  }
  club.clock.advance(7 * day);
  let [at, most] = [0, 0];
  club.during.look = async () => {
    at += 1;
    most = Math.max(most, at);
    await new Promise(setImmediate);
    at -= 1;
  };
  await club.recheck();
  assert.equal(new Set(club.looked).size, 90);
  assert.equal(most, 4);
  assert.equal(club.told().length, 10);
  await club.recheck();
  assert.ok(club.looked.length <= 90 + 3);
});

test('a server that stops begins no other look, and concludes nothing from half of them', async () => {
  const badges = [];
  for (let index = 0; index < 12; index += 1) badges.push(await onDomain(`shop-${index}.example`));
  for (const { domain } of badges) club.says.set(domain!, 'nothing_there');
  club.clock.advance(7 * day);
  const stopping = new AbortController();
  club.during.look = async () => stopping.abort();
  await recheckDomains(club.deps, stopping.signal);
  assert.ok(club.looked.length <= 4);
  for (const badge of badges) assert.equal((await now(badge)).checkedAt, badge.checkedAt);
});

test('two processes at the same write it down once, and tell it once', async () => {
  const badges = [];
  for (let index = 0; index < 12; index += 1) badges.push(await onDomain(`shop-${index}.example`));
  const second = openSqlite({ file: join(club.dir, 'club.db') });
  try {
    // Each looks at everything before the other writes anything.
    let waiting: (() => void)[] = [];
    const both = async (domain: string) => {
      if (domain !== 'shop-11.example') return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const go of waiting.splice(0)) go();
      });
    };
    club.during.look = both;
    const other = domainDeps(club, second, async (domain) => {
      await both(domain);
      return club.says.get(domain) ?? 'nothing_there';
    });
    for (const { domain } of badges.slice(0, 8)) club.says.set(domain!, 'nothing_there');
    club.clock.advance(7 * day);
    await Promise.all([club.recheck(), recheckDomains(other)]);
    assert.equal(club.told().length, 8);
    club.during.look = async () => {};
    await club.pass(13.5);
    waiting = [];
    club.clock.advance(0.6 * day);
    club.during.look = async () => {};
    const ended = await Promise.all([
      club.recheck(),
      recheckDomains({ ...other, domainProofs: { look: async (domain) => club.says.get(domain) ?? 'nothing_there' } }),
    ]);
    assert.equal(ended[0] + ended[1], 8);
    assert.equal(club.told().length, 16);
  } finally {
    await second.close();
  }
});
