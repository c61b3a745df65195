/** The whole way of a sign-up on PostgreSQL, with two applications on one database as two processes have it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openStorage, type OpenStorage } from '../../../api/storage/index.ts';
import { createApp } from '../../../api/app.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { mintProof } from '../../support/proof.ts';

let server: TestPostgres;
let storages: OpenStorage[];
let app: TestApp;
let other: ReturnType<typeof createApp>;

before(async () => {
  server = await startPostgres();
  const databaseUrl = await server.createDatabase();
  storages = [1, 2].map(() => openStorage({ databaseUrl, dataDir: 'unused' }));
  await storages[0]!.migrate();
  app = await openTestApp({ storage: storages[0]! });
  other = createApp({ ...app.deps, storage: storages[1]! });
});
after(async () => {
  await app?.remove();
  await Promise.all(storages?.map((storage) => storage.close()) ?? []);
  await server?.stop();
});

const pressOn = (on: typeof other, token: string) =>
  on.request(`${publicUrl}/confirm`, {
    method: 'POST',
    headers: { host: new URL(publicUrl).host, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token }).toString(),
  });

test('joins, mails, confirms once over two applications, and counts', async () => {
  const response = await app.signUp({ email: 'odile@example.org', sentence: '‮Mìlhüsa 🔥' });
  assert.equal(response.status, 202);
  const [mail] = await deliver(app);
  const token = tokenIn(mail, '/confirm');
  const presses = await Promise.all(
    Array.from({ length: 20 }, (_, index) => pressOn(index % 2 ? other : app.app, token)),
  );
  assert.deepEqual([...new Set(presses.map(({ status }) => status))], [200]);
  const counter = await (await app.request('/v1/counter?partner=ville')).json();
  assert.deepEqual(counter.members, 1);
  assert.deepEqual(counter.partner.members, 1);
  const mails = await deliver(app);
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['odile@example.org'],
    'one welcome',
  );
});

test('forty sign-ups for one address at once, on both applications, are one mail', async () => {
  const proofs = await Promise.all(Array.from({ length: 40 }, () => mintProof(app)));
  const answers = await Promise.all(
    proofs.map((proof, index) => {
      const on = index % 2 ? other : app.app;
      return app.signUp({ email: `vi.viane+${index}@example.org`, proof }, {}, on);
    }),
  );
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [202]);
  assert.equal((await deliver(app)).length, 1);
});
