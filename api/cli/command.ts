import type { ParseArgsOptionsConfig } from 'node:util';
import { parseConfig, type Config } from '../config.ts';
import { buildDeps, type BuiltDeps } from '../deps.ts';
import { ensureClubPartner } from '../domain/partners/manage.ts';
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
  const deps = await buildDeps(config);
  try {
    if (migrated) {
      const pending = await deps.storage.pending();
      if (pending.length > 0) {
        throw new CliError(
          `The database lacks ${pending.length} migration(s): ${pending.join(', ')}. Nothing was changed. ` +
            'Make a backup, then run: npm run cli -- migrate',
        );
      }
      await ensureClubPartner(deps);
    }
    return await work(deps, config);
  } finally {
    await deps.close();
  }
}

/** An argument that must be there. */
export function positional(values: string[], index: number, what: string): string {
  const value = values[index];
  if (value === undefined) throw new CliError(`${what} is missing. Nothing was changed. See: npm run cli -- --help`);
  return value;
}
