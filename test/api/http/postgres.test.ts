/** The whole way of a sign-up on PostgreSQL, with two applications on one database as two processes have it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { codeTries, durations } from '../../../api/contract/limits.ts';
import { openStorage, type OpenStorage } from '../../../api/storage/index.ts';
import { createApp } from '../../../api/app.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { mailedCode, otherCode, postJson } from '../../support/sign-in.ts';
import { mintProof } from '../../support/proof.ts';

let server: TestPostgres;
let databaseUrl: string;
let storages: OpenStorage[];
let app: TestApp;
let other: ReturnType<typeof createApp>;

before(async () => {
  server = await startPostgres();
  databaseUrl = await server.createDatabase();
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

const withHost = (init: RequestInit & { headers?: Record<string, string> } = {}) => ({
  ...init,
  headers: { host: new URL(publicUrl).host, ...init.headers },
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

test('a press while others sign the same address up again: one consent, confirmed, as it was mailed', async () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let round = 0; round < 10; round += 1) {
      const email = `race-${round}@example.org`;
      await app.signUp({ email, proof: await mintProof(app) });
      const [mail] = await deliver(app);
      app.clock.time += durations.mailGap + 1;
      const proofs = await Promise.all([1, 2, 3].map(() => mintProof(app)));
      await Promise.all([
        pressOn(other, tokenIn(mail, '/confirm')),
        ...proofs.map((proof) => app.signUp({ email, proof, newsletter: true }, {}, app.app)),
      ]);
      const { rows } = await client.query<{ status: string; newsletter: number; confirmed: number; withdrawn: number }>(
        `select m.status, m.newsletter::int, count(c.confirmed_at) filter (where c.withdrawn_at is null)::int as confirmed,
           count(c.withdrawn_at)::int as withdrawn
         from member m join consent c on c.member_id = m.id where m.email = $1 group by m.id`,
        [email],
      );
      // Either the press came first and nothing was changed, or the sign-up did and its mail is the one to press.
      const [found] = rows;
      const pressed = { status: 'active', newsletter: 0, confirmed: 1, withdrawn: 0 };
      const replaced = { status: 'pending', newsletter: 1, confirmed: 0, withdrawn: 1 };
      assert.deepEqual(found, found?.status === 'active' ? pressed : replaced);
      await deliver(app);
    }
  } finally {
    await client.end();
  }
});

test('fifty tries of one code on both applications open one session; wrong ones are all counted', async () => {
  const email = 'code@example.org';
  await app.signUp({ email });
  await pressOn(other, tokenIn((await deliver(app))[0], '/confirm'));
  await deliver(app);
  const signIn = (mailed: { request: string; code: string }) => (_: unknown, index: number) => {
    const request = (index % 2 ? other : app.app).request.bind(index % 2 ? other : app.app);
    return postJson(
      { request: async (path, init) => request(publicUrl + path, withHost(init)) },
      '/v1/sessions',
      mailed,
    );
  };
  const right = await mailedCode(app, email);
  const opened = await Promise.all(Array.from({ length: 50 }, signIn(right)));
  assert.equal(opened.filter(({ status }) => status === 201).length, 1);
  const mailed = await mailedCode(app, email);
  const wrong = { ...mailed, code: otherCode(mailed.code) };
  const refused = await Promise.all(Array.from({ length: 50 }, signIn(wrong)));
  const codes = await Promise.all(refused.map(async (one) => ((await one.json()) as { code: string }).code));
  assert.equal(codes.filter((code) => code === 'code_invalid').length, codeTries - 1);
  assert.equal((await signIn(mailed)(undefined, 0)).status, 403);
});

test('a name with a NUL in it, which this database cannot be asked for, is no partner', async () => {
  for (const path of ['/v1/counter', '/v1/challenges', '/embed/counter', '/embed/signup', '/join']) {
    assert.equal((await app.request(`${path}?partner=%00`)).status, 404, path);
  }
  assert.equal((await app.request('/v1/partners/%00')).status, 404);
});
