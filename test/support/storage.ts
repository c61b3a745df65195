import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../api/storage/sqlite.ts';
import type { OpenStorage } from '../../api/storage/storage.ts';
import { tempDir } from './temp.ts';

export interface TestStorage {
  storage: OpenStorage;
  /** The folder it lives in. */
  dir: string;
  /** Closes it and removes the folder. */
  remove(): Promise<void>;
}

/** A database whose tables are made, as a file. */
let empty: Promise<Buffer> | undefined;

/** Makes the tables once for all tests of a file, most of which open a database each: that is half of an opening. */
async function migrated(): Promise<Buffer> {
  const dir = tempDir();
  const file = join(dir.path, 'club.db');
  const storage = openSqlite({ file });
  await storage.migrate();
  // What has been written is in the file once it is closed.
  await storage.close();
  const content = readFileSync(file);
  dir.remove();
  return content;
}

/** A real SQLite storage in a folder of its own, its tables made, nothing in them. */
export async function openTestStorage(): Promise<TestStorage> {
  const dir = tempDir();
  const file = join(dir.path, 'club.db');
  empty ??= migrated();
  writeFileSync(file, await empty, { mode: 0o600 });
  const storage = openSqlite({ file });
  return {
    storage,
    dir: dir.path,
    async remove() {
      await storage.close();
      dir.remove();
    },
  };
}
