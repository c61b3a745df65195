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
  log?: Pick<Log, 'warn'>;
}

/** The storage that the configuration asks for. Makes no tables: see `pending` and `migrate`. */
export function openStorage({ databaseUrl, dataDir, log }: StorageOptions): OpenStorage {
  const options = log && { log };
  if (databaseUrl) return openPostgres({ url: databaseUrl, ...options });
  return openSqlite({ file: join(dataDir, 'club.db'), ...options });
}
