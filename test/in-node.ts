/**
 * `node test/in-node.ts <file>`: every test that runs in Node, for `npm test`; the counts go into the file as JSON.
 * Node's own `--test` takes files by their name, and what takes minutes would begin last, beside idle processors.
 */
import { createWriteStream, globSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import count from './support/count-reporter.ts';

const [summary] = process.argv.slice(2);
if (!summary) throw new Error('Which file do the counts go into? node test/in-node.ts <file>. Nothing was run.');

/** These begin first, in this order: their files take longest. */
const slow = ['e2e', 'dist', 'demo'];
/** These have runners of their own. */
const elsewhere = ['widgets', 'wordpress'];

const folderOf = (file: string) => file.split('/')[0]!;
const rank = (file: string) => (slow.indexOf(folderOf(file)) + slow.length + 1) % (slow.length + 1);
const files = globSync('**/*.test.ts', { cwd: import.meta.dirname })
  .filter((file) => !elsewhere.includes(folderOf(file)))
  .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  .map((file) => join(import.meta.dirname, file));

// Most files wait for a browser, a database or a clock more than they compute.
const tests = run({ files, concurrency: 4 });
// A run that is cut short has not passed.
process.exitCode = 1;
tests.on('test:summary', ({ file, success }) => {
  if (file === undefined && success) process.exitCode = 0;
});
tests.compose(new spec()).pipe(process.stdout);
tests.compose(count).pipe(createWriteStream(summary));
