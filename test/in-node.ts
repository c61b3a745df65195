/**
 * `node test/in-node.ts <file>`: every test that runs in Node, for `npm test`; the counts go into the file as JSON.
 * Node's own `--test` takes files by their name, and what takes minutes would begin last, beside idle processors.
 */
import { createWriteStream, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import count from './support/count-reporter.ts';
import { writeTogether } from './support/together.ts';

const [summary] = process.argv.slice(2);
if (!summary) throw new Error('Which file do the counts go into? node test/in-node.ts <file>. Nothing was run.');

/** These begin first, in this order: their files take longest. */
const slow = ['e2e/', 'dist/', 'demo/', 'api/storage/', 'api/media/'];
/** These have runners of their own. */
const elsewhere = ['widgets/', 'wordpress/'];
/** Here every test has what it needs for itself, and files share a process: the application is loaded a dozen times less. */
const sharing = ['contract', 'credentials', 'domain', 'http', 'jobs', 'lang', 'mail', 'net', 'pictures'].map(
  (folder) => `api/${folder}/`,
);
/** Not these: they set the clock, the time zone or the memory of a whole process, or start a database server. */
const alone = [
  'api/credentials/forgeries.test.ts',
  'api/credentials/independent.test.ts',
  'api/domain/badges/domains-postgres.test.ts',
  'api/domain/badges/postgres.test.ts',
  'api/http/badge-tools.test.ts',
  'api/http/beat.test.ts',
  'api/http/postgres.test.ts',
  'api/http/stories-postgres.test.ts',
  'api/jobs/processes.test.ts',
];

const isIn = (folders: string[], file: string) => folders.some((folder) => file.startsWith(folder));
const all = globSync('**/*.test.ts', { cwd: import.meta.dirname })
  .filter((file) => !isIn(elsewhere, file))
  .toSorted();
const shared = all.filter((file) => isIn(sharing, file) && !alone.includes(file));
const own = all.filter((file) => !shared.includes(file));
const scratch = mkdtempSync(join(tmpdir(), 'ambassador-together-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

const here = (file: string) => join(import.meta.dirname, file);
// What is short comes last, so that no processor waits for another at the end.
const files = [
  ...slow.flatMap((folder) => own.filter((file) => file.startsWith(folder)).map(here)),
  ...writeTogether(import.meta.dirname, shared, 10, scratch),
  ...own.filter((file) => !isIn(slow, file)).map(here),
];

// Most files wait for a browser, a database or a clock more than they compute.
const tests = run({ files, concurrency: 4 });
// A run that is cut short has not passed.
process.exitCode = 1;
tests.on('test:summary', ({ file, success }) => {
  if (file === undefined && success) process.exitCode = 0;
});
tests.compose(new spec()).pipe(process.stdout);
tests.compose(count).pipe(createWriteStream(summary));
