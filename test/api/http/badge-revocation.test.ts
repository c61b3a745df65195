/** A badge that ends, seen from outside: every address says so once the jobs have had their turn. */
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { badgePaths } from '../../../api/contract/badge.ts';
import { badgeDurations } from '../../../api/contract/limits.ts';
import { startKeys } from '../../../api/domain/badges/start-keys.ts';
import { purgeCached } from '../../../api/jobs/cdn-jobs.ts';
import { signingJobs } from '../../../api/jobs/signing-jobs.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { endIssued, issueBadge } from '../../support/issued-badges.ts';
import { everything } from '../../support/tables.ts';

const purged: string[][] = [];
let app: TestApp;
before(async () => {
  app = await openTestApp({ cdn: { purge: (tags) => Promise.resolve(void purged.push(tags)) } });
  await startKeys(app.deps);
});
after(() => app.remove());

/** One turn of the jobs that sign and that purge. */
async function work(): Promise<void> {
  for (const job of signingJobs(app.deps)) await job.run(new AbortController().signal);
  await purgeCached(app.deps);
}

/** Whether the bit of a place is set in the list, as a verifier reads it. */
async function isRevoked(list: number, position: number): Promise<boolean> {
  const credential = (await (await app.request(`/status/${list}`)).json()) as {
    credentialSubject: { encodedList: string };
  };
  const bits = gunzipSync(Buffer.from(credential.credentialSubject.encodedList.slice(1), 'base64url'));
  return (bits[position >> 3]! & (128 >> (position & 7))) !== 0;
}

describe('a badge that ends', () => {
  test('has ended in picture, status and list within seconds, and the cache in front is told of both', async () => {
    const { publicId, list, position } = await issueBadge(app);
    await work();
    const svg = `/b/${publicId}.svg`;
    const state = async () =>
      ((await (await app.request(badgePaths.status(publicId))).json()) as { state: string }).state;
    const before = await app.request(svg);
    assert.equal(await state(), 'valid');
    assert.equal(await isRevoked(list!, position!), false);
    assert.equal((await app.request(`/b/${publicId}/credential.json`)).status, 200);
    app.clock.time += 60_000;
    await work();
    purged.length = 0;

    await endIssued(app, publicId);
    const ended = app.clock.time;
    app.clock.time += 5000;
    await work();
    const after = await app.request(svg, { headers: { 'if-none-match': before.headers.get('etag')! } });
    assert.equal(after.status, 200);
    assert.notEqual(await after.text(), await before.text());
    assert.equal(await state(), 'ended');
    assert.equal(await isRevoked(list!, position!), true);
    assert.equal((await app.request(`/b/${publicId}/credential.json`)).status, 410);
    assert.ok(app.clock.time - ended <= 60_000);
    assert.deepEqual(new Set(purged.flat()), new Set([`badge-${publicId}`, `status-${list}`]));
    purged.length = 0;
    app.clock.time += badgeDurations.purgeAgain;
    await work();
    assert.ok(purged.flat().includes(`badge-${publicId}`), 'twice, for what was read while the first was under way');
  });

  test('leaves the others in its list as they are', async () => {
    const [one, other] = [await issueBadge(app), await issueBadge(app)];
    await endIssued(app, one.publicId);
    app.clock.time += 5000;
    await work();
    assert.equal(await isRevoked(one.list!, one.position!), true);
    assert.equal(await isRevoked(other.list!, other.position!), false);
  });
});

test('reading writes nothing, whatever is read, signed or not', async () => {
  const { publicId } = await issueBadge(app);
  const before = everything(app.dir);
  const files = [
    'credential.json',
    'credential.jwt',
    'baked.png',
    'baked.svg',
    'status.json',
    'frame',
    'og.png',
    'github.svg',
  ];
  for (const path of [
    ...files.map((file) => `/b/${publicId}/${file}`),
    `/b/${publicId}.svg`,
    `/b/${publicId}-seal@2x.png`,
    `/v1/badges/${publicId}`,
    '/status/1',
    '/.well-known/did.json',
    '/badges/mark.png',
  ]) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const response = await app.request(path, { method });
      assert.ok(response.status < 300, `${method} ${path} → ${response.status}`);
      assert.equal(response.headers.get('set-cookie'), null);
      await response.arrayBuffer();
    }
  }
  assert.deepEqual(everything(app.dir), before);
});

describe('/healthz/badges', () => {
  const health = async () => {
    app.clock.time += 10_000;
    const response = await app.request('/healthz/badges');
    return [response.status, await response.text()];
  };

  test('is well while lists are signed and keys are there', async () => {
    await work();
    assert.deepEqual(await health(), [200, 'ok\n']);
  });

  test('says which list nobody signs any more, and tells the log', async () => {
    await work();
    app.clock.time += 3 * badgeDurations.statusSigning;
    const [status, text] = await health();
    assert.equal(status, 503);
    assert.match(String(text), /status list 1 was last signed 3 hours ago/);
    assert.match(app.log.lines.at(-1)!, /cannot check badges/);
    // Who sends visitors here need not send them elsewhere.
    assert.equal((await app.request('/readyz')).status, 200);
    assert.equal((await app.request('/healthz')).status, 200);
    await work();
    assert.deepEqual(await health(), [200, 'ok\n']);
  });

  test('says that a revocation has waited for more than a minute', async () => {
    const { publicId } = await issueBadge(app);
    await work();
    await endIssued(app, publicId);
    assert.equal((await health())[0], 200);
    app.clock.time += 60_000;
    assert.deepEqual(await health(), [503, 'a status list lacks its last revocations\n']);
    await work();
    assert.equal((await health())[0], 200);
  });

  test('says that no key is published', async () => {
    const own = await openTestApp();
    try {
      await startKeys(own.deps);
      for (const { id } of await own.deps.storage.badges.keys()) {
        await own.deps.storage.write((tx) => tx.badges.removeKey(id, own.clock.now()));
      }
      const response = await own.request('/healthz/badges', { headers: { host: '10.0.0.7:4000' } });
      assert.equal(response.status, 503);
      assert.match(await response.text(), /no key of the role badge is published\nno key of the role status/);
    } finally {
      await own.remove();
    }
  });

  test('is well in a club that has issued nothing, and asks the database no more often than needed', async () => {
    const own = await openTestApp();
    try {
      let reads = 0;
      const { keys } = own.deps.storage.badges;
      own.deps.storage.badges.keys = () => {
        reads += 1;
        return keys();
      };
      for (let i = 0; i < 50; i += 1) assert.equal((await own.request('/healthz/badges')).status, 200);
      assert.equal(reads, 1);
      own.deps.storage.badges.keys = () => Promise.reject(new Error('away'));
      own.clock.time += 10_000;
      assert.equal((await own.request('/healthz/badges')).status, 503);
    } finally {
      await own.remove();
    }
  });
});
