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

/** A real SQLite storage in a folder of its own, its tables made, nothing in them. */
export async function openTestStorage(): Promise<TestStorage> {
  const dir = tempDir();
  const storage = openSqlite({ file: join(dir.path, 'club.db') });
  await storage.migrate();
  return {
    storage,
    dir: dir.path,
    async remove() {
      await storage.close();
      dir.remove();
    },
  };
}
