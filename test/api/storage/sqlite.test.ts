import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openTestStorage } from '../../support/storage.ts';
import type { Opened } from './fixtures.ts';
import { storageSuite } from './suite.ts';

storageSuite('SQLite', async (): Promise<Opened> => {
  const { storage, dir, remove } = await openTestStorage();
  return {
    storage,
    place: { dataDir: dir },
    async rows(sql) {
      const db = new BetterSqlite3(join(dir, 'club.db'), { readonly: true });
      try {
        return db.prepare<[], Record<string, unknown>>(sql).all();
      } finally {
        db.close();
      }
    },
    remove,
  };
});
