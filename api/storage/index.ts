import { join } from 'node:path';
import type { Log } from '../domain/ports.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { OpenStorage } from './storage.ts';

export type { OpenStorage } from './storage.ts';

export interface StorageOptions {
  /** `postgres://…`; without it, SQLite in one file. */
  databaseUrl?: string | undefined;
  dataDir: string;
  /**
   * For a process that goes through much and must stay small: SQLite’s file is not read where the system keeps it in
   * memory, which is faster, and counts as memory of whoever does it.
   */
  lean?: boolean;
  log?: Pick<Log, 'warn'>;
}

/** The storage that the configuration asks for. Makes no tables: see `pending` and `migrate`. */
export function openStorage({ databaseUrl, dataDir, lean = false, log }: StorageOptions): OpenStorage {
  const options = log && { log };
  if (databaseUrl) return openPostgres({ url: databaseUrl, ...options });
  return openSqlite({ file: join(dataDir, 'club.db'), lean, ...options });
}
