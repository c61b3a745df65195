import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diskStore } from '../../../api/media/disk-store.ts';
import { tempDir } from '../../support/temp.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('media on the disk', async () => {
  const dir = tempDir();
  return { store: diskStore(join(dir.path, 'media')), close: () => Promise.resolve(dir.remove()) };
});

test('files lie in two levels of folders, and no draft stays', async () => {
  const dir = tempDir();
  const store = diskStore(dir.path);
  await store.put('abcdef00000000000000000000000000.webp', 'image/webp', { bytes: Buffer.from('x') });
  await assert.rejects(store.put('abcdef00000000000000000000000001.webp', 'image/webp', { path: '/nowhere' }));
  const files = readdirSync(dir.path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  assert.deepEqual(
    files.map((one) => join(one.parentPath, one.name)),
    [join(dir.path, 'ab/cd/abcdef00000000000000000000000000.webp')],
  );
  dir.remove();
});
