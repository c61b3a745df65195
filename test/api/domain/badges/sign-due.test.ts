/** The signer's round: what it signs, what it leaves, whom it lets come in between. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readCredential } from '../../../../api/domain/badges/read-credential.ts';
import { signDue } from '../../../../api/domain/badges/sign-due.ts';
import { signingJobs } from '../../../../api/jobs/signing-jobs.ts';
import { awardBadge, badgeId } from '../../../support/awarded-badge.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';

let app: TestApp;
beforeEach(async () => (app = await openTestApp()));
afterEach(() => app.remove());

const stored = async (n = 1) => (await app.deps.storage.badges.byPublicId(badgeId(n)))!;
const check = async (text: string) =>
  app.deps.credentials.checkProof(JSON.parse(text) as Record<string, unknown>, await app.deps.storage.badges.keys());

describe('signing what is due', () => {
  test('signs each badge once, in both forms, under the key of the moment', async () => {
    for (const n of [1, 2, 3]) await awardBadge(app.deps, n);
    assert.equal(await signDue(app.deps), 3);
    assert.equal(await signDue(app.deps), 0);
    const badge = await stored(2);
    assert.equal(badge.signedVersion, badge.version);
    assert.equal(badge.signedKey, 'key-2026-11');
    assert.equal(await check(badge.credential!), 'ok');
    const keys = await app.deps.storage.badges.keys();
    assert.equal((await app.deps.credentials.checkJwt(badge.jwt!, keys)).check, 'ok');
  });

  test('signs anew what has changed', async () => {
    const { id } = await awardBadge(app.deps);
    await signDue(app.deps);
    const before = (await stored()).credential!;
    await app.deps.storage.write((tx) => tx.badges.change(id, { language: 'de' }, { resign: true }));
    assert.equal(await signDue(app.deps), 1);
    const after = (await stored()).credential!;
    assert.notEqual(after, before);
    assert.match(after, /"inLanguage":"de"/);
  });

  test('keeps nothing that was changed while it was signed', async () => {
    const { id } = await awardBadge(app.deps);
    const { credentials, storage } = app.deps;
    const slow = {
      ...credentials,
      signBadge: async (...args: Parameters<typeof credentials.signBadge>) => {
        const signed = await credentials.signBadge(...args);
        await storage.write((tx) => tx.badges.change(id, { language: 'en' }, { resign: true }));
        return signed;
      },
    };
    await signDue({ ...app.deps, credentials: slow }, { most: 1 });
    assert.equal((await stored()).credential, null);
    await signDue(app.deps);
    assert.match((await stored()).credential!, /"inLanguage":"en"/);
  });

  test('tells of a badge that cannot be signed, by its id alone, and goes on with the others', async () => {
    for (let n = 1; n <= 60; n += 1) await awardBadge(app.deps, n, { showsName: true, name: 'Smile :-}' });
    await awardBadge(app.deps, 61);
    const unfit = new Set<number>();
    assert.equal(await signDue(app.deps, { unfit }), 1);
    assert.equal(unfit.size, 60);
    assert.equal((await stored(61)).signedVersion, 1);
    const told = app.log.lines.filter((line) => line.includes('cannot be signed'));
    assert.equal(told.length, 60);
    assert(told[0]!.includes(badgeId(1)));
    assert.doesNotMatch(told.join(), /Smile/);
  });

  test('stops when it is asked to, and when it has done its share', async () => {
    for (const n of [1, 2, 3, 4]) await awardBadge(app.deps, n);
    const stop = new AbortController();
    stop.abort();
    assert.equal(await signDue(app.deps, { signal: stop.signal }), 0);
    assert.equal(await signDue(app.deps, { most: 3 }), 3);
    assert.equal((await app.deps.storage.badges.unsigned(10)).length, 1);
  });

  test('lets whoever waits come in after each signature', async () => {
    for (let n = 1; n <= 8; n += 1) await awardBadge(app.deps, n);
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await signDue(app.deps);
    isDone = true;
    assert(turns >= 8, String(turns));
  });

  test('has the cache in front forget what it signs anew, and leaves it alone with what is new', async () => {
    const fronted = { ...app.deps, cdn: { purge: () => Promise.resolve() } };
    await awardBadge(app.deps);
    await signDue(fronted);
    // Thousands of them, from a list of founders, would stand in line before somebody's revocation.
    assert.equal(await app.deps.storage.badges.nextPurgeAt(), undefined);
    await app.deps.storage.write((tx) => tx.badges.resignUnder('key-2026-11'));
    await signDue(fronted);
    const now = app.clock.now();
    const claimed = await app.deps.storage.write((tx) => tx.badges.claimPurges(now, now + 1000, 10));
    assert.deepEqual(
      claimed.map(({ tag }) => tag),
      [`badge-${badgeId(1)}`],
    );
    assert.equal(await app.deps.storage.badges.nextPurgeAt(), now + 1000);
  });

  test('is done twice at most when two processes do it: both give the same badge', async () => {
    for (const n of [1, 2, 3]) await awardBadge(app.deps, n);
    await Promise.all([signDue(app.deps), signDue(app.deps)]);
    assert.equal(await signDue(app.deps), 0);
    for (const n of [1, 2, 3]) assert.equal(await check((await stored(n)).credential!), 'ok');
  });
});

describe('the job', () => {
  test('signs lists and all badges, more than its share at once', async () => {
    for (let n = 1; n <= 53; n += 1) await awardBadge(app.deps, n);
    const [job] = signingJobs(app.deps);
    await job!.run(new AbortController().signal);
    assert.deepEqual(await app.deps.storage.badges.unsigned(100), []);
    assert.notEqual((await app.deps.storage.badges.statusList(1))?.credential ?? null, null);
  });

  test('ends at once when it is stopped', async () => {
    await awardBadge(app.deps);
    const stop = new AbortController();
    stop.abort();
    await signingJobs(app.deps)[0]!.run(stop.signal);
    assert.equal((await app.deps.storage.badges.unsigned(9)).length, 1);
  });
});

describe('reading a credential', () => {
  test('gives what was signed, to the letter', async () => {
    await awardBadge(app.deps);
    await signDue(app.deps);
    const { credential, jwt } = await readCredential(app.deps, badgeId(1));
    assert.deepEqual([credential, jwt], [(await stored()).credential, (await stored()).jwt]);
  });

  test('signs for the answer what the signer has not come to, and keeps nothing', async () => {
    const { id } = await awardBadge(app.deps);
    assert.equal(await check((await readCredential(app.deps, badgeId(1))).credential), 'ok');
    await signDue(app.deps);
    const before = (await stored()).credential;
    await app.deps.storage.write((tx) => tx.badges.change(id, { language: 'de' }, { resign: true }));
    const { credential } = await readCredential(app.deps, badgeId(1));
    assert.match(credential, /"inLanguage":"de"/);
    assert.equal(await check(credential), 'ok');
    assert.equal((await stored()).credential, before);
  });

  test('is refused for badges that are none, wait, or have ended', async () => {
    const refused = (code: string) => ({ name: 'DomainError', code });
    await assert.rejects(readCredential(app.deps, badgeId(1)), refused('not_found'));
    await assert.rejects(readCredential(app.deps, '../../etc/passwd'), refused('not_found'));
    const { id } = await awardBadge(app.deps, 1);
    await app.deps.storage.write((tx) => tx.badges.change(id, { status: 'waiting' }));
    await assert.rejects(readCredential(app.deps, badgeId(1)), refused('badge_ended'));
    const never = { awardedAt: null, validFrom: null, validUntil: null };
    await app.deps.storage.write((tx) => tx.badges.change(id, never));
    await assert.rejects(readCredential(app.deps, badgeId(1)), refused('not_found'));
    await awardBadge(app.deps, 2, {}, { status: 'ended', endedAt: app.clock.now(), endReason: 'left' });
    await assert.rejects(readCredential(app.deps, badgeId(2)), refused('badge_ended'));
    await awardBadge(app.deps, 3, {}, { validUntil: app.clock.now() });
    await assert.rejects(readCredential(app.deps, badgeId(3)), refused('badge_ended'));
  });
});
