import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import S3rver from 's3rver';
import { parseS3Url, s3Store } from '../../../api/media/s3-store.ts';
import { tempDir } from '../../support/temp.ts';
import { storeSuite } from './store-suite.ts';

const bucket = 'club-media';
const keys = 'S3RVER:S3RVER';

async function openServer() {
  const dir = tempDir();
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: dir.path,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    port,
    async close() {
      await server.close();
      dir.remove();
    },
  };
}

storeSuite('media in an S3-compatible store', async () => {
  const server = await openServer();
  const store = s3Store(parseS3Url(`http://${keys}@127.0.0.1:${server.port}/${bucket}`));
  return {
    store,
    async close() {
      await store.close();
      await server.close();
    },
  };
});

test('a key that the store does not know is an error', async () => {
  const server = await openServer();
  const store = s3Store(parseS3Url(`http://NOBODY:wrong@127.0.0.1:${server.port}/${bucket}`));
  const bytes = Buffer.from('x');
  await assert.rejects(store.put(`${'a'.repeat(32)}.webp`, 'image/webp', { bytes }), /answered 403/);
  await store.close();
  await server.close();
});

test('what fails for a moment is tried again, three times at most', async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    response.statusCode = asked < 3 ? 503 : 200;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const store = s3Store(parseS3Url(`http://${keys}@127.0.0.1:${port}/${bucket}`));
  const put = () => store.put(`${'b'.repeat(32)}.webp`, 'image/webp', { bytes: Buffer.from('x') });
  await put();
  assert.equal(asked, 3);
  asked = -10;
  await assert.rejects(put(), /answered 503/);
  assert.equal(asked, -7);
  await store.close();
  server.close();
});

test('an address says everything: keys with any characters, bucket, region', () => {
  assert.deepEqual(parseS3Url('https://k%2Fey:s%3Aecret@s3.example.org:9000/photos?region=eu-west-3'), {
    endpoint: 'https://s3.example.org:9000',
    bucket: 'photos',
    region: 'eu-west-3',
    accessKeyId: 'k/ey',
    secretAccessKey: 's:ecret',
  });
});
