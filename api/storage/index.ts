import { join } from 'node:path';
import type { Log } from '../domain/ports.ts';
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
export function openStorage({ dataDir, log }: StorageOptions): OpenStorage {
  return openSqlite({ file: join(dataDir, 'club.db'), ...(log && { log }) });
}
