/** Two processes on one database, which has locks of its own: whatever they do at once, one order of it is true. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { awardMissing } from '../../../../api/domain/badges/award-missing.ts';
import { chooseShown } from '../../../../api/domain/badges/choose.ts';
import { endByStaff } from '../../../../api/domain/badges/end-by-staff.ts';
import { expireBadges } from '../../../../api/domain/badges/expire.ts';
import { lockBadges } from '../../../../api/domain/badges/lock.ts';
import { remindHolders } from '../../../../api/domain/badges/remind.ts';
import { DomainError } from '../../../../api/domain/errors.ts';
import { leaveSignedIn } from '../../../../api/domain/memberships/leave.ts';
import { reinstateMember } from '../../../../api/domain/memberships/reinstate.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import { renewBadges } from '../../../../api/domain/badges/renew.ts';
import type { OpenStorage } from '../../../../api/storage/index.ts';
import { openPostgres } from '../../../../api/storage/postgres.ts';
import { startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { checkPlaces, type PlaceRow, type Seen } from './invariants.ts';
import { beginLife, day, type Life, type LifeDeps } from './life.ts';

let server: TestPostgres;
let client: pg.Client;
let storage: OpenStorage;
let other: OpenStorage;
let life: Life;
/** What another process has: the same database, the same clock. */
let there: LifeDeps;

before(async () => {
  server = await startPostgres();
  const url = await server.createDatabase();
  storage = openPostgres({ url });
  other = openPostgres({ url });
  await storage.migrate();
  client = new pg.Client({ connectionString: url });
  await client.connect();
  life = await beginLife(storage);
  there = { ...life.deps, storage: other };
});
after(async () => {
  await client.end();
  await storage.close();
  await other.close();
  await server.stop();
});
beforeEach(() => awardMissing(life.deps));

const number = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]!.n);

async function places(): Promise<PlaceRow[]> {
  const { rows } = await client.query<Record<keyof PlaceRow, string | null>>(
    'select list, position, badge_id, revoked_at from status_entry',
  );
  return rows.map((row) => ({
    list: Number(row.list),
    position: Number(row.position),
    badge_id: Number(row.badge_id),
    revoked_at: row.revoked_at === null ? null : Number(row.revoked_at),
  }));
}

async function everyBadge() {
  const { rows } = await client.query<{ id: string }>('select id from member');
  return (await Promise.all(rows.map(({ id }) => storage.badges.ofMember(Number(id))))).flat();
}

test('of two who award what is missing, each member gets one badge', async () => {
  for (let index = 0; index < 30; index += 1) await life.found();
  const done = await Promise.all([awardMissing(life.deps), awardMissing(there)]);
  assert.equal(done[0] + done[1], 30);
  assert.equal(
    await number('select count(*) as n from (select member_id from badge group by 1 having count(*) > 1) t'),
    0,
  );
});

test('of two who remind and two who expire, one does', async () => {
  const before = await number('select count(*) as n from badge');
  life.clock.advance(370 * day);
  const told = await Promise.all([remindHolders(life.deps), remindHolders(there)]);
  assert.equal(told[0] + told[1], before);
  assert.equal(await number("select count(*) as n from outbox where kind = 'badge_ending'"), before);
  life.clock.advance(30 * day);
  const ended = await Promise.all([expireBadges(life.deps), expireBadges(there)]);
  assert.equal(ended[0] + ended[1], before);
  assert.equal(await number("select count(*) as n from audit where action = 'badge.expired'"), before);
});

test('whoever chooses, signs in, suspends, reinstates and leaves at once leaves no place open', async () => {
  const seen: Seen = new Map();
  const outcomes = new Set<string>();
  for (let round = 0; round < 25; round += 1) {
    const id = await life.join({ email: `round-${round}@example.org` });
    const { publicId } = (await life.own(id))!;
    const address = await life.address(id);
    await chooseShown(life.deps, { memberId: id }, publicId, { showsName: true, showsCircle: true, language: 'fr' });
    life.clock.advance(40 * day);
    const nothing = { showsName: false, showsCircle: false, language: 'fr' } as const;
    const work = [
      () => chooseShown(life.deps, { memberId: id }, publicId, nothing),
      () => other.write((tx) => renewBadges(tx, there, id, life.clock.now())),
      () => suspendMember(there, address),
      () => chooseShown(there, { memberId: id }, publicId, { ...nothing, showsName: true }),
      () => reinstateMember(life.deps, address),
      ...(round % 3 === 0 ? [() => leaveSignedIn(there, { memberId: id })] : []),
    ];
    const done = await Promise.allSettled(work.map((one) => one()));
    for (const one of done) {
      if (one.status === 'rejected' && !(one.reason instanceof DomainError)) throw one.reason;
    }
    checkPlaces(await everyBadge(), await places(), seen, `round ${round}`);
    const badge = await life.badgeBy(publicId);
    outcomes.add(badge.endReason ?? badge.status);
  }
  assert.ok(outcomes.has('active') && outcomes.has('left'), [...outcomes].join());
});

test('staff who end a badge and a holder who is at it wait for each other in one order', async () => {
  const id = await life.join();
  const { publicId } = (await life.own(id))!;
  let tries = 0;
  const counted = { ...other, badges: other.badges } as OpenStorage;
  counted.write = (work) => other.write((tx) => ((tries += 1), work(tx)));
  let ending: Promise<unknown> | undefined;
  await storage.write(async (tx) => {
    await lockBadges(tx, id, () => false);
    ending = endByStaff({ ...there, storage: counted }, publicId);
    while ((await number("select count(*) as n from pg_stat_activity where wait_event_type = 'Lock'")) === 0);
    assert.equal((await lockBadges(tx, id)).length, 1);
  });
  assert.equal(await ending, 'ended');
  assert.equal(tries, 1, 'the database had nothing to undo');
});
