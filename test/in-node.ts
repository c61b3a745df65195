/**
 * `node test/in-node.ts <file>`: every test that runs in Node, for `npm test`; the counts go into the file as JSON.
 * Node's own `--test` takes files by their name, and what takes minutes would begin last, beside idle processors.
 */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import type { Counts } from './support/counts.ts';
import { writeTogether } from './support/together.ts';

const [summary] = process.argv.slice(2);
if (!summary) throw new Error('Which file do the counts go into? node test/in-node.ts <file>. Nothing was run.');

/** These drive a browser, or programs of their own. */
const browsing = ['e2e/', 'dist/', 'demo/'];
/** These begin first, in this order: their files take longest. */
const slow = [...browsing, 'api/storage/', 'api/media/'];
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

/** Runs files, and says how the tests of each have ended. */
function ends(files: string[], concurrency: number): Promise<{ good: boolean; counts: Map<string, Counts> }> {
  // What breaks off says nothing more: it has failed until it says otherwise.
  const counts = new Map<string, Counts>(files.map((file) => [file, { passed: 0, failed: 1, skipped: 0 }]));
  const tests = run({ files, concurrency });
  tests.compose(new spec()).pipe(process.stdout);
  return new Promise((resolve) => {
    tests.on('test:summary', ({ file, success, counts: { tests: all, passed, skipped, todo } }) => {
      if (file === undefined) resolve({ good: success, counts });
      else counts.set(file, { passed, failed: all - passed - skipped - todo, skipped: skipped + todo });
    });
  });
}

// A run that is cut short has not passed.
process.exitCode = 1;
// Most files wait for a browser, a database or a clock more than they compute.
const { counts, ...first } = await ends(files, 4);
// A browser that shares two processors with three others may fail for that alone: it gets one more chance, with nothing
// beside it, and is named at the end. More than a few are no chance.
const shaky = files.filter((file) => counts.get(file)?.failed && isIn(browsing, relative(import.meta.dirname, file)));
const second = shaky.length > 0 && shaky.length <= 3 ? await ends(shaky, 1) : undefined;
for (const [file, own] of second?.counts ?? []) counts.set(file, own);

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const { passed, failed, skipped } of counts.values()) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}
const again = second ? shaky.filter((file) => counts.get(file)?.failed === 0) : [];
writeFileSync(summary, JSON.stringify({ ...sum, again: again.map((file) => relative(process.cwd(), file)) }));
if (sum.failed === 0 && (second ?? first).good) process.exitCode = 0;
