/** The number that was asked for a moment ago, over a socket: from memory, and no otherwise than by the route. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { paths } from '../../../api/contract/paths.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { requestBytes, serveTestApp, type TestServer } from '../../support/server.ts';

let app: TestApp;
let server: TestServer;
/** How often the database was asked for a number. */
let reads = 0;
/** How often a route was looked for. */
let routed = 0;

before(async () => {
  app = await openTestApp();
  server = await serveTestApp(app);
  const { storage } = app.deps;
  const counts = storage.counts.bind(storage);
  storage.counts = (partner) => {
    reads += 1;
    return counts(partner);
  };
  // With the first request, the router becomes what it then is.
  await ask('/healthz');
  const { router } = app.app;
  const match = router.match.bind(router);
  router.match = (...asked) => {
    routed += 1;
    return match(...asked);
  };
});
after(async () => {
  await server.close();
  await app.remove();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.raw(requestBytes(method, path, headers));
const told = ({ headers }: { headers: Map<string, string> }) =>
  [...headers].filter(([name]) => name !== 'date').toSorted(([a], [b]) => (a < b ? -1 : 1));

for (const query of ['?partner=ville', '?partner=ville&lang=de']) {
  test(`${query}: the second answer is the first, and no route is looked for`, async () => {
    const path = paths.counter + query;
    const first = await ask(path);
    const before = { reads, routed };
    const second = await ask(path, { origin: 'https://anybody.example' });
    assert.deepEqual({ reads, routed }, before);
    assert.equal(second.status, 200);
    assert.equal(second.body, first.body);
    assert.deepEqual(told(second), told(first));
    assert.equal((await ask(path, { 'if-none-match': first.headers.get('etag')! })).status, 304);
    // Everything that is not exactly that is the routes' to answer.
    assert.equal((await ask(path, { host: 'elsewhere.example' })).status, 421);
    assert.equal((await ask(path, {}, 'HEAD')).body, '');
    assert.equal((await ask(path, {}, 'POST')).status, 405);
    assert.equal((await ask(`${path}&x=1`)).body, first.body);
    assert.equal(routed, before.routed + 4);
  });
}

test('a partner’s name in another language is not the one of the club’s own', async () => {
  const { id } = (await app.deps.storage.partnerBySlug('ville'))!;
  await app.deps.storage.write((tx) => tx.partners.change(id, { names: { de: 'Stadt Mülhausen' } }));
  app.clock.time += 1000;
  const name = async (query: string) =>
    (JSON.parse((await ask(paths.counter + query)).body) as { partner: { name: string } }).partner.name;
  for (let i = 0; i < 2; i += 1) {
    assert.equal(await name('?partner=ville&lang=de'), 'Stadt Mülhausen');
    assert.notEqual(await name('?partner=ville'), 'Stadt Mülhausen');
  }
});

test('a partner that nobody has, or whose name is written otherwise, is never answered from memory', async () => {
  await ask(`${paths.counter}?partner=ville&lang=de`);
  for (const query of ['?partner=nobody', '?partner=ville%26lang=de', '?partner=__proto__', '?partner=ville%00']) {
    for (let i = 0; i < 2; i += 1) assert.equal((await ask(paths.counter + query)).status, 404, query);
  }
});

test('what another process changed is seen a second later, and a paused partner has no number', async () => {
  const path = `${paths.counter}?partner=ville`;
  const number = async () => (JSON.parse((await ask(path)).body) as { members: number }).members;
  const before = await number();
  const { id } = (await app.deps.storage.partnerBySlug('ville'))!;
  await app.deps.storage.write((tx) => tx.count(id, 5));
  assert.equal(await number(), before);
  app.clock.time += 1000;
  assert.equal(await number(), before + 5);
  await app.deps.storage.write((tx) => tx.partners.change(id, { status: 'paused' }));
  app.clock.time += 1000;
  assert.equal((await ask(path)).status, 403);
});
