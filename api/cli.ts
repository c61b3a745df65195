/** The operator's commands: `npm run cli -- <command>`. What, where, and the command that mends it. */
import { parseArgs } from 'node:util';
import { commands } from './cli/commands.ts';
import { ConfigError } from './config.ts';

const usage = `Usage: npm run cli -- <command>

${commands.map(({ usage: line, summary }) => `  ${line}\n      ${summary}`).join('\n')}
`;

/** An error whose message is written for the operator. */
async function run(argv: string[]): Promise<number> {
  const command = commands.find(({ words }) => words.every((word, index) => argv[index] === word));
  if (!command || argv.includes('--help')) {
    (argv.length === 0 || argv.includes('--help') ? process.stdout : process.stderr).write(usage);
    return argv.includes('--help') ? 0 : 2;
  }
  const { values, positionals } = parseArgs({
    args: argv.slice(command.words.length),
    options: command.options,
    allowPositionals: true,
  });
  return command.run(positionals, values, process.env);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const expected =
    error instanceof ConfigError || (error instanceof Error && ['CliError', 'TypeError'].includes(error.name));
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
