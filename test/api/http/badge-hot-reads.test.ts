/** Pictures and states that were asked for a moment ago, over a socket: from memory, and no otherwise than by the route. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { endIssued, issueBadge } from '../../support/issued-badges.ts';
import { requestBytes, serveTestApp, type TestServer } from '../../support/server.ts';

let app: TestApp;
let server: TestServer;
let id: string;
let reads = 0;
before(async () => {
  app = await openTestApp();
  server = await serveTestApp(app);
  id = (await issueBadge(app)).publicId;
  const { byPublicId } = app.deps.storage.badges;
  app.deps.storage.badges.byPublicId = (one) => {
    reads += 1;
    return byPublicId(one);
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

for (const file of ['.svg', '-seal-dark@2x.png', '/status.json', '/frame']) {
  test(`${file}: the second answer is the first, without the database`, async () => {
    const path = `/b/${id}${file}`;
    const first = await ask(path);
    const before = reads;
    const second = await ask(path);
    assert.equal(first.status, 200);
    assert.equal(second.status, 200);
    assert.equal(second.body, first.body);
    assert.deepEqual(told(second), told(first));
    assert.equal(reads, before);
    assert.equal((await ask(path, { 'if-none-match': first.headers.get('etag')! })).status, 304);
    const packed = await ask(path, { 'accept-encoding': 'br' });
    assert.equal(packed.headers.get('content-encoding'), ['.svg', '/frame'].includes(file) ? 'br' : undefined);
    // Everything that is not exactly that is the routes' to answer.
    assert.equal((await ask(path, { host: 'elsewhere.example' })).status, 421);
    assert.equal((await ask(path, {}, 'HEAD')).body, '');
    assert.equal((await ask(path, {}, 'POST')).status, 405);
    assert.equal((await ask(`${path}?x=1`)).body, first.body);
    assert.equal((await ask(`${path}%00`)).status, 404);
  });
}

test('what is nobody’s is never answered from memory', async () => {
  for (let i = 0; i < 2; i += 1) {
    for (const path of [
      `/b/${'1'.repeat(22)}.svg`,
      `/b/${'1'.repeat(22)}/status.json`,
      '/b/__proto__',
      '/b/constructor',
    ]) {
      assert.equal((await ask(path)).status, 404, path);
    }
  }
});

test('a badge that ends is seen to have ended a second later', async () => {
  const { publicId } = await issueBadge(app);
  const paths = [`/b/${publicId}.svg`, `/b/${publicId}/status.json`];
  const tags = await Promise.all(paths.map(async (path) => (await ask(path)).headers.get('etag')!));
  await endIssued(app, publicId);
  app.clock.time += 1000;
  for (const [index, path] of paths.entries()) {
    const answer = await ask(path, { 'if-none-match': tags[index]! });
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get('etag')!, /-ended-/);
  }
});
