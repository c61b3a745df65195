/** The operator's commands: `npm run cli -- <command>`. What, where, and the command that mends it. */
import { runCommand } from './cli/run.ts';

process.exitCode = await runCommand(process.argv.slice(2), process.env, { out: process.stdout, err: process.stderr });
