/** The program itself, told to stop in the middle of an upload and started again: the same file arrives, and is made. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createKeys } from '../../../api/keys.ts';
import { openStorage } from '../../../api/storage/index.ts';
import { tempDir } from '../../support/temp.ts';
import { testClub, type TestApp } from '../../support/app.ts';
import { compiled } from '../../support/run.ts';
import { signedInMember } from '../../support/session.ts';
import { announce, append, ask, draftFor } from '../../support/uploads.ts';
import { gpsPhoto } from './samples.ts';

const dir = tempDir();
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  dir.remove();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the program as an operator does, and waits until it is open. */
async function start(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../api/main.ts', import.meta.url))], {
    env: { TZ: 'UTC', ...compiled, DATA_DIR: dir.path, PORT: String(port), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let out = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  while (!out.includes('the club is open')) {
    assert.equal(child.exitCode, null, `the program has ended: ${out}`);
    await sleep(20);
  }
  return child;
}

async function stop(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  running.delete(child);
  return code;
}

test('a photo that is on its way when the program is told to stop', { timeout: 120_000 }, async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  let program = await start(port);
  const storage = openStorage({ databaseUrl: undefined, dataDir: dir.path });
  const clock = { time: 0, now: () => Date.now() };
  const partner = { slug: 'ville', kind: 'city', name: 'Ville (démo)', origins: [], status: 'active' as const };
  await storage.insertPartner(partner, clock.now());
  let count = 0;
  const ids = { token: () => `${(count += 1)}`.padStart(43, 'r') };
  const deps = { storage, clock, ids, keys: createKeys('x'.repeat(40)), club: testClub };
  const request = (path: string, init: RequestInit = {}) => fetch(publicUrl + path, init);
  const app = { deps, clock, request, dir: dir.path } as unknown as TestApp;

  const odile = await signedInMember(app);
  odile.headers['origin'] = publicUrl;
  const story = await draftFor(app, odile.id);
  const photo = await gpsPhoto({ width: 1200, height: 900 });
  const sent = await announce(app, odile, photo.length, { story, kind: 'photo' });
  assert.equal(sent.status, 201);

  // Half of it, and then nothing: the connection is open when the program is told to stop.
  const headers = { ...odile.headers, host: `localhost:${port}`, 'tus-resumable': '1.0.0', 'upload-offset': '0' };
  const type = { 'content-type': 'application/offset+octet-stream', 'content-length': String(photo.length) };
  const out = httpRequest({ port, method: 'PATCH', path: sent.location, headers: { ...headers, ...type } });
  out.on('error', () => undefined);
  const half = Math.floor(photo.length / 2);
  out.write(photo.subarray(0, half));
  const arrived = join(dir.path, 'uploads', sent.id);
  while ((statSync(arrived, { throwIfNoEntry: false })?.size ?? 0) < half) await sleep(20);
  assert.equal(await stop(program), 0);

  program = await start(port);
  const offset = Number((await ask(app, odile, 'HEAD', sent.location)).headers.get('upload-offset'));
  assert.equal(offset, half);
  assert.equal((await append(app, odile, sent.location, photo.subarray(offset), offset)).status, 204);
  const status = async () => (await storage.media.byPublicId(sent.media))?.status;
  while ((await status()) === 'processing') await sleep(50);
  assert.equal(await status(), 'ready');
  const mine = (await (await request(`/v1/me/stories/${story}`, { headers: odile.headers })).json()) as {
    media: { images: { url: string }[] }[];
  };
  const [first] = mine.media[0]!.images;
  const shown = await fetch(first!.url);
  assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/webp']);
  assert.equal((await fetch(first!.url.split('?')[0]!)).status, 404);
  assert.equal(await stop(program), 0);
  await storage.close();
});
