import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import type { Env } from './command.ts';
import { commands } from './commands.ts';

/** Where a command writes: the operator's terminal, or a test. */
export interface Terminal {
  out: { write(text: string): unknown };
  err: { write(text: string): unknown };
}

const usage = `Usage: npm run cli -- <command>

${commands.map(({ usage: line, summary }) => `  ${line}\n      ${summary}`).join('\n')}
`;

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 refused or in part, 2 not a command
 */
export async function runCommand(argv: string[], env: Env, { out, err }: Terminal): Promise<number> {
  try {
    const command = commands.find(({ words }) => words.every((word, index) => argv[index] === word));
    if (!command || argv.includes('--help')) {
      (argv.length === 0 || argv.includes('--help') ? out : err).write(usage);
      return argv.includes('--help') ? 0 : 2;
    }
    const { values, positionals } = parseArgs({
      args: argv.slice(command.words.length),
      options: command.options,
      allowPositionals: true,
    });
    return await command.run(positionals, values, env, (line) => out.write(`${line}\n`));
  } catch (error) {
    err.write(`${explain(error)}\n`);
    return 1;
  }
}

/** Refusals speak for themselves; what nobody foresaw comes with its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || ['CliError', 'KeysError'].includes(error.name)) return error.message;
  // What `parseArgs` says of an unknown option.
  if (String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) {
    return `${error.message}. Nothing was changed. See: npm run cli -- --help`;
  }
  return error.stack ?? error.message;
}
