/** Business badges on PostgreSQL, in two processes at the same moment. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { badgeLimits } from '../../../../api/contract/limits.ts';
import { askBusiness } from '../../../../api/domain/badges/ask-business.ts';
import { checkDomain } from '../../../../api/domain/badges/check-domain.ts';
import { giveUp } from '../../../../api/domain/badges/give-up.ts';
import { recheckDomains } from '../../../../api/domain/badges/recheck-domains.ts';
import { openStorage, type OpenStorage } from '../../../../api/storage/index.ts';
import { startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { domainDeps } from './domains.ts';
import { beginLife, day, type Life } from './life.ts';

let server: TestPostgres;
let storages: OpenStorage[];
let club: Life;
/** The two processes. */
let both: ReturnType<typeof domainDeps>[];
let found: 'dns' | 'nothing_there' = 'dns';

before(async () => {
  server = await startPostgres();
  const databaseUrl = await server.createDatabase();
  storages = [1, 2].map(() => openStorage({ databaseUrl, dataDir: 'unused' }));
  await storages[0]!.migrate();
  club = await beginLife(storages[0]!);
  both = storages.map((storage) => domainDeps(club, storage, async () => found));
});
after(async () => {
  await Promise.all(storages?.map((storage) => storage.close()) ?? []);
  await server?.stop();
});

/** Every mail about a domain that waits; each is taken out. */
async function told(): Promise<string[]> {
  const mails = await storages[0]!.claimMails(club.clock.now(), club.clock.now() + 60_000, 1000);
  for (const { id } of mails) await storages[0]!.mailSent(id, club.clock.now());
  return mails.map(({ kind }) => kind).filter((kind) => kind.startsWith('badge_domain'));
}

test('of many that ask at once, nobody gets more than five, and a domain has one badge', async () => {
  const memberId = await club.join();
  const wanted = Array.from({ length: 24 }, (_, index) => `shop-${Math.floor(index / 3)}.example`);
  const answers = await Promise.allSettled(
    wanted.map((domain, index) => askBusiness(both[index % 2]!, { memberId }, domain)),
  );
  const badges = await storages[0]!.badges.ofMember(memberId);
  const domains = badges.flatMap(({ domain }) => domain ?? []);
  assert.equal(domains.length, badgeLimits.business);
  assert.equal(new Set(domains).size, badgeLimits.business);
  for (const answer of answers) if (answer.status === 'rejected') assert.equal(answer.reason.code, 'badges_full');
});

test('a proof that is found by two at once gives one place; one that is given up meanwhile ends', async () => {
  const memberId = await club.join();
  found = 'dns';
  const { publicId } = await askBusiness(both[0]!, { memberId }, 'shop.example');
  await Promise.all(both.map((deps) => checkDomain(deps, { memberId }, publicId)));
  const badge = await club.badgeBy(publicId);
  assert.equal(badge.version, 2);
  for (let round = 0; round < 5; round += 1) {
    await Promise.allSettled([giveUp(both[0]!, { memberId }, publicId), checkDomain(both[1]!, { memberId }, publicId)]);
    assert.equal((await club.badgeBy(publicId)).status, 'ended');
    assert.equal(await club.revoked(await club.badgeBy(publicId)), true);
    await askBusiness(both[0]!, { memberId }, 'shop.example');
    await checkDomain(both[1]!, { memberId }, publicId);
    assert.equal(await club.revoked(await club.badgeBy(publicId)), false);
  }
});

test('two processes that look at everything tell and end each once', async () => {
  const memberId = await club.join();
  for (let index = 0; index < 3; index += 1) await club.business(memberId, `lost-${index}.example`);
  await told();
  found = 'nothing_there';
  club.clock.advance(7 * day);
  await Promise.all(both.map((deps) => recheckDomains(deps)));
  const missing = await told();
  assert.equal(missing.length, new Set((await due()).map(({ id }) => id)).size);
  for (let passed = 0; passed < 14; passed += 1) {
    club.clock.advance(day);
    await Promise.all(both.map((deps) => recheckDomains(deps)));
  }
  assert.deepEqual(await told(), Array(missing.length).fill('badge_domain_lost'));
  for (const badge of await storages[0]!.badges.ofMember(memberId)) {
    if (badge.kind === 'business')
      assert.deepEqual([badge.endReason, await club.revoked(badge)], ['domain_lost', true]);
  }
});

/** Everything that is looked at daily or weekly. */
const due = () => storages[0]!.badges.domainsDue(club.clock.now() + 30 * day, 100);
