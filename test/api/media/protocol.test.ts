/** Uploads on the wire: cuts, two tabs, other people, and a program that is started again in the middle. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { Upload as ClientUpload } from 'tus-js-client';
import { durations } from '../../../api/contract/limits.ts';
import { paths } from '../../../api/contract/paths.ts';
import type { MyStories } from '../../../api/contract/story.ts';
import { patience } from '../../../api/http/patience.ts';
import { createUploadProtocol } from '../../../api/media/tus.ts';
import { createApp } from '../../../api/app.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { serveTestApp, type TestServer } from '../../support/server.ts';
import { signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';
import { announce, append, ask, draftFor, upload, type Sent } from '../../support/uploads.ts';

let app: TestApp;
let server: TestServer;
let odile: SignedIn;
before(async () => {
  app = await openTestApp();
  server = await serveTestApp(app, { limits: { ...patience, uploadWindow: 1_500, uploadBytes: 1_000 } });
  odile = await signedInMember(app);
});
after(async () => {
  await server.close();
  await app.remove();
});

const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => index % 251));

async function begun(who = odile): Promise<Sent> {
  const story = await draftFor(app, who.id);
  const sent = await announce(app, who, bytes.length, { story, kind: 'photo', filename: 'a.jpg' });
  assert.equal(sent.status, 201);
  return sent;
}

/** A PATCH over a real connection, that the test writes itself. */
function patch(
  location: string,
  offset: number,
  length: number,
): { out: ClientRequest; answer: Promise<IncomingMessage> } {
  const out = httpRequest({
    port: server.port,
    method: 'PATCH',
    path: location,
    headers: {
      ...odile.headers,
      host: new URL(publicUrl).host,
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'content-length': String(length),
    },
  });
  const answer = once(out, 'response').then(([response]) => response as IncomingMessage);
  answer.catch(() => undefined);
  out.on('error', () => undefined);
  return { out, answer };
}

const offsetOf = async (location: string) => {
  const response = await ask(app, odile, 'HEAD', location);
  return response.status === 200 ? Number(response.headers.get('upload-offset')) : undefined;
};

/** Waits until so many bytes have come. */
async function arrived(id: string, least: number): Promise<void> {
  while (((await app.deps.uploads.size(id)) ?? 0) < least) await sleep(5);
}

const stored = (id: string) => readFileSync(app.deps.uploads.path(id));

describe('an upload that is cut', () => {
  test('goes on where it was', { timeout: 120_000 }, async () => {
    const sent = await begun();
    const { out } = patch(sent.location, 0, bytes.length);
    out.write(bytes.subarray(0, 150_000));
    await arrived(sent.id, 150_000);
    out.destroy();
    let offset: number | undefined;
    while ((offset = await offsetOf(sent.location)) === undefined) await sleep(5);
    assert.equal(offset, 150_000);
    const rest = await append(app, odile, sent.location, bytes.subarray(offset), offset);
    assert.equal(rest.status, 204);
    assert.equal(rest.headers.get('upload-offset'), String(bytes.length));
    assert.ok(stored(sent.id).equals(bytes));
    assert.equal((await app.deps.storage.media.upload(sent.id))?.finishedAt, app.clock.now());
  });

  test(
    'is listed for its author with where it goes on, and no more once it is whole',
    { timeout: 120_000 },
    async () => {
      const sent = await begun();
      const left = async () => {
        const { stories } = (await (await odile.request('GET', paths.myStories)).json()) as MyStories;
        return stories.flatMap(({ media }) => media).find(({ id }) => id === sent.media)?.upload;
      };
      assert.deepEqual(await left(), { id: sent.id, size: bytes.length });
      await append(app, odile, sent.location, bytes, 0);
      assert.equal(await left(), null);
    },
  );

  test('goes on after the program was started again', { timeout: 120_000 }, async () => {
    const sent = await begun();
    await append(app, odile, sent.location, bytes.subarray(0, 1000));
    const folder = join(app.dir, 'uploads');
    const again = createApp({ ...app.deps, uploadProtocol: createUploadProtocol({ folder, path: paths.uploads }) });
    const next = {
      ...app,
      request: (path: string, init: RequestInit = {}) => Promise.resolve(again.request(publicUrl + path, init)),
    };
    const rest = await append(next as TestApp, odile, sent.location, bytes.subarray(1000), 1000);
    assert.equal(rest.status, 204);
    assert.ok(stored(sent.id).equals(bytes));
  });

  test('by silence is let go of, and keeps what had come', { timeout: 120_000 }, async () => {
    const sent = await begun();
    const { out } = patch(sent.location, 0, bytes.length);
    out.write(bytes.subarray(0, 50_000));
    await once(out, 'close');
    let offset: number | undefined;
    while ((offset = await offsetOf(sent.location)) === undefined) await sleep(5);
    assert.equal(offset, 50_000);
  });

  test('may take its time as long as something comes', { timeout: 120_000 }, async () => {
    const sent = await begun();
    const { out, answer } = patch(sent.location, 0, 40_000);
    // Longer than silence may last, in small pieces.
    for (let at = 0; at < 40_000; at += 1_000) {
      out.write(bytes.subarray(at, at + 1_000));
      await sleep(50);
    }
    out.end();
    assert.equal((await answer).statusCode, 204);
  });
});

test('the client that the widget uses gets its file here, with a stop in between', { timeout: 120_000 }, async () => {
  const story = await draftFor(app, odile.id);
  const options = {
    endpoint: `http://127.0.0.1:${server.port}/v1/uploads`,
    chunkSize: 100_000,
    headers: { ...odile.headers, host: new URL(publicUrl).host },
    metadata: { story, kind: 'photo', filename: 'Flèche.jpg', filetype: 'image/jpeg' },
    retryDelays: [10, 20, 50, 100, 500],
  };
  const url = await new Promise<string>((resolve, reject) => {
    const stop = () => void client.abort().then(() => resolve(client.url!));
    const client = new ClientUpload(bytes, { ...options, onError: reject, onChunkComplete: stop });
    client.start();
  });
  const id = url.split('/').at(-1)!;
  assert.ok((await app.deps.uploads.size(id))! >= 100_000);
  assert.equal((await app.deps.storage.media.upload(id))?.finishedAt, null);
  await new Promise<void>((resolve, reject) => {
    const onSuccess = () => resolve();
    new ClientUpload(bytes, { ...options, uploadUrl: url, onError: reject, onSuccess }).start();
  });
  assert.ok(stored(id).equals(bytes));
  assert.equal((await app.deps.storage.media.waiting(99)).filter((one) => one.id === id).length, 1);
});

test('two tabs on one upload: the second is told so, the first goes on', { timeout: 120_000 }, async () => {
  const sent = await begun();
  const { out, answer } = patch(sent.location, 0, bytes.length);
  out.write(bytes.subarray(0, 100_000));
  await arrived(sent.id, 100_000);
  for (const offset of [0, 100_000]) {
    const second = await append(app, odile, sent.location, bytes.subarray(offset), offset);
    assert.equal(second.status, 423);
    assert.equal(((await second.json()) as { code: string }).code, 'upload_locked');
    assert.equal(second.headers.get('retry-after'), '2');
  }
  out.end(bytes.subarray(100_000));
  assert.equal((await answer).statusCode, 204);
  assert.ok(stored(sent.id).equals(bytes));
});

test('an offset that is not where the file ends is refused as the protocol wants it, and nothing is written', async () => {
  const sent = await begun();
  await append(app, odile, sent.location, bytes.subarray(0, 1000));
  for (const offset of [0, 999, 1001, bytes.length]) {
    const response = await append(app, odile, sent.location, Buffer.alloc(5), offset);
    assert.equal(response.status, 409);
    const { status, code } = (await response.json()) as { status: number; code: string };
    assert.deepEqual([status, code], [409, 'upload_locked']);
  }
  assert.ok(stored(sent.id).equals(bytes.subarray(0, 1000)));
});

test('what is not yours is not there, and stays as it was', async () => {
  const sent = await begun();
  await append(app, odile, sent.location, bytes.subarray(0, 1000));
  const other = await signedInMember(app);
  const tables = everything(app.dir);
  for (const [who, status] of [
    [other, 404],
    [{ ...other, headers: { origin: publicUrl } }, 401],
    [{ ...other, headers: { ...odile.headers, origin: 'https://evil.example' } }, 403],
  ] as const) {
    assert.equal((await append(app, who, sent.location, Buffer.alloc(9), 1000)).status, status);
    assert.equal((await ask(app, who, 'DELETE', sent.location)).status, status);
    // Another page that sends a cookie along can read nothing of the answer.
    if (status !== 403) assert.equal((await ask(app, who, 'HEAD', sent.location)).status, status);
  }
  assert.deepEqual(everything(app.dir), tables);
  assert.ok(stored(sent.id).equals(bytes.subarray(0, 1000)));
});

test('no address of an upload ever gives the file back, and no other id leads anywhere', async () => {
  const sent = await begun();
  await append(app, odile, sent.location, bytes);
  for (const query of ['', '?download=1']) {
    const response = await ask(app, odile, 'GET', sent.location + query);
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'HEAD, PATCH, DELETE');
  }
  for (const id of ['..%2F..%2Fclub.db', `${sent.id}.json`, sent.id.toUpperCase(), '%00', 'a'.repeat(32)]) {
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      assert.ok([404, 405].includes((await ask(app, odile, method, `/v1/uploads/${id}`)).status), `${method} ${id}`);
    }
  }
});

test('a widget on a partner’s page uploads with its token, from that page alone', async () => {
  const widget = await signedInWidget(app);
  const story = await draftFor(app, widget.id);
  assert.equal((await upload(app, widget, bytes, { story, kind: 'photo' })).status, 204);
  const elsewhere = { ...widget, headers: { ...widget.headers, origin: 'https://evil.example' } };
  assert.equal((await announce(app, elsewhere, 9, { story, kind: 'photo' })).status, 401);
});

test('what is given up is gone at once: rows, bytes, and what the protocol keeps beside them', async () => {
  const sent = await begun();
  await append(app, odile, sent.location, bytes.subarray(0, 1000));
  assert.equal((await ask(app, odile, 'DELETE', sent.location)).status, 204);
  assert.ok(!(await app.deps.uploads.list()).includes(sent.id));
  assert.equal(await app.deps.storage.media.byPublicId(sent.media), undefined);
  assert.equal((await ask(app, odile, 'HEAD', sent.location)).status, 404);
});

test('an upload lives as long as somebody goes on with it, and a day longer', async () => {
  const sent = await begun();
  const expiry = async () => Date.parse((await ask(app, odile, 'HEAD', sent.location)).headers.get('upload-expires')!);
  assert.equal(await expiry(), app.clock.now() + durations.uploadLife);
  app.clock.time += durations.uploadLife - 60_000;
  const later = { ...odile, ...(await signedInMember(app, { memberId: odile.id })) };
  await append(app, later, sent.location, bytes.subarray(0, 10));
  app.clock.time += durations.uploadLife - 60_000;
  const fresh = await signedInMember(app, { memberId: odile.id });
  assert.equal((await append(app, fresh, sent.location, bytes.subarray(10, 20), 10)).status, 204);
  app.clock.time += durations.uploadLife;
  const last = await signedInMember(app, { memberId: odile.id });
  assert.equal((await append(app, last, sent.location, bytes.subarray(20, 30), 20)).status, 410);
  odile = last;
});

test('a page of a partner is told what it may send and read', async () => {
  const headers = { origin: partnerOrigin, 'access-control-request-method': 'PATCH' };
  const preflight = await app.request('/v1/uploads/x', { method: 'OPTIONS', headers });
  assert.equal(preflight.status, 204);
  for (const method of ['POST', 'HEAD', 'PATCH', 'DELETE']) {
    assert.match(preflight.headers.get('access-control-allow-methods')!, new RegExp(method));
  }
  for (const name of ['authorization', 'tus-resumable', 'upload-offset', 'upload-length', 'upload-metadata']) {
    assert.match(preflight.headers.get('access-control-allow-headers')!, new RegExp(name));
  }
  assert.equal(preflight.headers.get('tus-version'), '1.0.0');
  const story = await draftFor(app, odile.id);
  const created = await app.request('/v1/uploads', {
    method: 'POST',
    headers: {
      ...odile.headers,
      'tus-resumable': '1.0.0',
      'upload-length': '9',
      'upload-metadata': `story ${btoa(story)},kind ${btoa('photo')}`,
    },
  });
  assert.equal(created.status, 201);
  assert.equal(created.headers.get('access-control-allow-origin'), '*');
  assert.match(created.headers.get('access-control-expose-headers')!, /location.*upload-offset.*upload-media/);
  assert.match(created.headers.get('location')!, /^\/v1\/uploads\/[0-9a-f]{32}$/);
  assert.equal(created.headers.get('tus-resumable'), '1.0.0');
});
