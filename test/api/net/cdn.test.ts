/** What is said to a cache in front of us, and what counts as heard. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { createCdnPurger } from '../../../api/net/cdn.ts';

const token = 'a-token-of-the-tests';
let server: Server;
let url: string;
let asked: {
  method: string;
  path: string;
  authorization: string | undefined;
  type: string | undefined;
  body: unknown;
}[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

before(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      asked.push({
        method: request.method!,
        path: request.url!,
        authorization: request.headers.authorization,
        type: request.headers['content-type'],
        body: text === '' ? undefined : JSON.parse(text),
      });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.writeHead(200).end('{"done":true}');
});

const purge = (patience = 60_000) => createCdnPurger({ url, token, patience }).purge(['badge-a', 'status-1']);

test('posts the tags as JSON under its token', async () => {
  await purge();
  const body = { tags: ['badge-a', 'status-1'] };
  assert.deepEqual(asked, [
    { method: 'POST', path: '/purge', authorization: `Bearer ${token}`, type: 'application/json', body },
  ]);
});

test('any answer that says it was done will do', async () => {
  for (const status of [200, 202, 204]) {
    answer = (_, response) => response.writeHead(status).end();
    await purge();
  }
});

test('a refusal is an error that names the status, and never the token', async () => {
  for (const status of [400, 401, 403, 404, 429, 500, 503]) {
    answer = (_, response) => response.writeHead(status).end(`no: ${token}`);
    await assert.rejects(purge(), (error: Error) => {
      assert.match(error.message, new RegExp(String(status)));
      assert.ok(!JSON.stringify([error.message, error.stack, String(error.cause)]).includes(token));
      return true;
    });
  }
});

test('a redirect is not followed: nobody else gets the token', async () => {
  for (const status of [301, 302, 307, 308]) {
    asked = [];
    answer = (_, response) => response.writeHead(status, { location: '/elsewhere' }).end();
    await assert.rejects(purge(), /3\d\d/);
    assert.deepEqual(
      asked.map(({ path }) => path),
      ['/purge'],
    );
  }
});

test('a cache that does not answer, or hangs up, has forgotten nothing', async () => {
  answer = () => {};
  await assert.rejects(purge(200));
  answer = (request) => request.socket.destroy();
  await assert.rejects(purge());
  await assert.rejects(createCdnPurger({ url: 'http://127.0.0.1:9/purge', token }).purge(['badge-a']));
});
