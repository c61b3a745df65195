import type { ParseArgsOptionsConfig } from 'node:util';
import { parseConfig, type Config } from '../config.ts';
import type { BuiltDeps } from '../deps.ts';
import { ensureClubPartner } from '../domain/partners/manage.ts';
import { openStorage, type OpenStorage } from '../storage/index.ts';
import { CliError } from './error.ts';

/** Options by name, as they were written. */
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;
/** The environment: `process.env` outside tests. */
export type Env = Record<string, string | undefined>;
/** Writes one line. */
export type Print = (line: string) => void;

/** One thing that an operator can ask for. */
export interface Command {
  /** The words that name it. */
  words: string[];
  usage: string;
  summary: string;
  options: ParseArgsOptionsConfig;
  /** Answers the exit code. */
  run(positionals: string[], values: Values, env: Env, print: Print): Promise<number>;
}

/** Opens what the configuration names, refuses an old database, and closes it whatever happens. */
export async function withDeps(
  env: Env,
  work: (deps: BuiltDeps, config: Config) => Promise<number>,
  { migrated = true }: { migrated?: boolean } = {},
): Promise<number> {
  const config = parseConfig(env);
  // Loaded when it is needed: decoders, signers and the rest weigh more than what most commands do.
  const { buildDeps } = await import('../deps.ts');
  const deps = await buildDeps(config);
  try {
    if (migrated) {
      await requireMigrated(deps.storage);
      await ensureClubPartner(deps);
    }
    return await work(deps, config);
  } finally {
    await deps.close();
  }
}

/** The same with the database alone, for commands that go through much of it and must stay small. */
export async function withStorage(env: Env, work: (storage: OpenStorage) => Promise<number>): Promise<number> {
  const { databaseUrl, dataDir } = parseConfig(env);
  const storage = openStorage({ databaseUrl, dataDir, lean: true });
  try {
    await requireMigrated(storage);
    return await work(storage);
  } finally {
    await storage.close();
  }
}

async function requireMigrated(storage: OpenStorage): Promise<void> {
  const pending = await storage.pending();
  if (pending.length === 0) return;
  throw new CliError(
    `The database lacks ${pending.length} migration(s): ${pending.join(', ')}. Nothing was changed. ` +
      'Make a backup, then run: npm run cli -- migrate',
  );
}

/** An argument that must be there. */
export function positional(values: string[], index: number, what: string): string {
  const value = values[index];
  if (value === undefined) throw new CliError(`${what} is missing. Nothing was changed. See: npm run cli -- --help`);
  return value;
}
