/** What every place for media must do. Run by the disk and by the S3-compatible store. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { MediaStore } from '../../../api/domain/media/ports.ts';
import { tempDir } from '../../support/temp.ts';

const newName = (extension: string) => `${randomBytes(16).toString('hex')}.${extension}`;

async function read(store: MediaStore, name: string, range?: { start: number; end: number }) {
  const found = await store.get(name, range);
  return found && { ...found, body: Buffer.from(await new Response(found.body).arrayBuffer()) };
}

async function names(store: MediaStore): Promise<string[]> {
  const all: string[] = [];
  for await (const name of store.list()) all.push(name);
  return all.toSorted();
}

/** Paths, other people's names, nothing at all. */
const strange = ['../../etc/passwd', 'a/b.webp', '', `${'a'.repeat(32)}.svg`, `${'A'.repeat(32)}.webp`, 'x.webp\0.jpg'];

/** @param open a store that is empty and belongs to this suite */
export function storeSuite(name: string, open: () => Promise<{ store: MediaStore; close(): Promise<void> }>): void {
  describe(name, () => {
    let store: MediaStore;
    let close: () => Promise<void>;
    const dir = tempDir();
    before(async () => ({ store, close } = await open()));
    after(async () => {
      await close();
      dir.remove();
    });

    test('gives back what was put, with its type and length', async () => {
      const bytes = randomBytes(70_000);
      const [fromBytes, fromFile] = [newName('webp'), newName('mp4')];
      await store.put(fromBytes, 'image/webp', { bytes });
      writeFileSync(join(dir.path, 'film'), bytes);
      await store.put(fromFile, 'video/mp4', { path: join(dir.path, 'film') });
      assert.deepEqual(await read(store, fromBytes), { type: 'image/webp', bytes: 70_000, body: bytes });
      assert.deepEqual(await read(store, fromFile), { type: 'video/mp4', bytes: 70_000, body: bytes });
      assert.deepEqual(await store.stat(fromFile), { type: 'video/mp4', bytes: 70_000 });
    });

    test('gives a part, both ends included', async () => {
      const file = newName('mp4');
      await store.put(file, 'video/mp4', { bytes: Buffer.from('0123456789') });
      assert.deepEqual(await read(store, file, { start: 2, end: 5 }), {
        type: 'video/mp4',
        bytes: 10,
        body: Buffer.from('2345'),
      });
      assert.equal((await read(store, file, { start: 9, end: 9 }))?.body.toString(), '9');
    });

    test('keeps a file of many chunks whole', async () => {
      const file = newName('webm');
      const bytes = randomBytes(9_000_000);
      writeFileSync(join(dir.path, 'long'), bytes);
      await store.put(file, 'video/webm', { path: join(dir.path, 'long') });
      assert.ok((await read(store, file))?.body.equals(bytes));
    });

    test('what is not there is nothing, and may be removed', async () => {
      const file = newName('jpg');
      assert.equal(await store.get(file), undefined);
      assert.equal(await store.stat(file), undefined);
      await store.remove(file);
      await store.put(file, 'image/jpeg', { bytes: Buffer.from('x') });
      await store.remove(file);
      assert.equal(await store.get(file), undefined);
      assert.ok(!(await names(store)).includes(file));
    });

    test('putting again is no error: a job may have been cut off after it', async () => {
      const file = newName('vtt');
      for (const text of ['WEBVTT\n', 'WEBVTT\n']) await store.put(file, 'text/vtt', { bytes: Buffer.from(text) });
      assert.equal((await read(store, file))?.body.toString(), 'WEBVTT\n');
    });

    test('lists every name, and nothing else', async () => {
      const before = await names(store);
      const files = Array.from({ length: 12 }, () => newName('webp'));
      for (const file of files) await store.put(file, 'image/webp', { bytes: Buffer.from(file) });
      assert.deepEqual(await names(store), [...before, ...files].toSorted());
    });

    for (const one of strange) {
      test(`takes no other name: ${JSON.stringify(one.slice(0, 40))}`, async () => {
        const before = await names(store);
        await assert.rejects(store.put(one, 'image/webp', { bytes: Buffer.from('x') }), /no name of a stored file/);
        await assert.rejects(store.remove(one), /no name of a stored file/);
        assert.equal(await store.get(one), undefined);
        assert.equal(await store.stat(one), undefined);
        assert.deepEqual(await names(store), before);
      });
    }

    test('a source that cannot be read leaves nothing behind', async () => {
      const before = await names(store);
      await assert.rejects(store.put(newName('mp4'), 'video/mp4', { path: join(dir.path, 'not there') }));
      assert.deepEqual(await names(store), before);
    });
  });
}
