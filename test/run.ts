/**
 * `npm test`: everything, in one command. Checks, build, tests in Node, tests in a browser. Each suite
 * says how many it ran; the last line is the sum. A suite that could not run has failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Counts } from './support/counts.ts';
import { engines, installedEngines } from './support/engines.ts';
import { missingPackages } from './wordpress/installed.ts';

/** What a runner leaves of its suite. */
interface Suite extends Counts {
  /** Files that failed beside others and passed when they were run once more, alone. */
  again?: string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules/.bin');
const scratch = mkdtempSync(join(tmpdir(), 'ambassador-test-'));
// Two hundred processes load the same modules: what the first has compiled, the others take.
const compiled = join(scratch, 'compiled');
// What tests that open a demo begin with.
const prepared = join(scratch, 'demo');
const results: { name: string; counts: Suite; seconds: number }[] = [];

/** Runs a program in the project's root, its output shown as it comes. */
function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, NODE_COMPILE_CACHE: compiled, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** One command that passes or fails as a whole. */
async function check(name: string, command: string, args: string[]): Promise<void> {
  await suite(name, async () => {
    const code = await run(command, args);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  });
}

/** A runner that leaves its counts in a file. No file, no tests, or a bad exit is a failure. */
async function counted(name: string, go: (summary: string) => Promise<number>): Promise<void> {
  await suite(name, async () => {
    const summary = join(scratch, `${name.replace(/\W+/g, '-')}.json`);
    const code = await go(summary);
    let counts: Suite = { passed: 0, failed: 0, skipped: 0 };
    try {
      counts = { ...counts, ...(JSON.parse(readFileSync(summary, 'utf8')) as Suite) };
    } catch {
      console.error(`${name}: the runner left no counts: it could not run.`);
    }
    const broken = code !== 0 || counts.passed + counts.failed === 0;
    return broken && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  });
}

async function suite(name: string, go: () => Promise<Suite>): Promise<void> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await go();
  results.push({ name, counts, seconds: (performance.now() - start) / 1000 });
}

const node = process.execPath;
/** What the other engines run here: hostile pages, and the form that people fill in. */
const engineFiles = ['test/widgets/hostile-engines.test.ts', 'test/widgets/signup-form.test.ts'];
const howToGet: Record<string, string> = {
  firefox: 'Debian: apt-get install firefox-esr',
  webkit: 'Debian: apt-get install webkit2gtk-driver xvfb',
};

/** What is checked while the rest is built, on the other core: together they take as long as that. */
async function checksOfText(): Promise<void> {
  await check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  await check('types in test', 'tsc', ['-p', 'test']);
}

async function everythingElse(): Promise<void> {
  await check('lint', 'oxlint', ['--config', 'test/oxlint.json']);
  await check('unused code', 'knip', ['--config', 'test/knip.json']);
  for (const folder of ['api', 'widgets', 'demo']) await check(`types in ${folder}`, 'tsc', ['-p', folder]);
  await check('build', node, ['widgets/build.ts']);
  await check('a demo made ready', node, ['test/prepare-demo.ts', prepared]);
}
await Promise.all([checksOfText(), everythingElse()]);
await counted('tests in Node', (summary) =>
  run(node, ['test/in-node.ts', summary], {
    NODE_ENV: 'test',
    BUILT_WIDGETS: join(root, 'dist/widgets'),
    PREPARED_DEMO: prepared,
  }),
);
await counted('tests in a browser', (summary) =>
  run('wtr', ['--config', 'test/web-test-runner.config.js'], { TEST_SUMMARY: summary }),
);
const missing = missingPackages();
if (missing.length === 0) {
  await counted('WordPress', (summary) => run(node, ['test/wordpress/run.ts'], { TEST_SUMMARY: summary }));
}

const others = engines.filter((engine) => engine !== 'chromium');
const installed = installedEngines().filter((engine) => engine !== 'chromium');
for (const engine of installed)
  await counted(`the same in ${engine}`, (summary) =>
    run('wtr', ['--config', 'test/web-test-runner.config.js', '--files', ...engineFiles], {
      TEST_SUMMARY: summary,
      BROWSERS: engine,
    }),
  );

rmSync(scratch, { recursive: true, force: true });
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
console.log('\n── summary');
for (const { name, counts, seconds } of results) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const mark = counts.failed > 0 ? '✗' : '✓';
  console.log(`${mark} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds.toFixed(0)} s)`);
  for (const file of counts.again ?? []) console.log(`  Not steady: ${file} failed beside others, and passed alone.`);
}
for (const engine of others.filter((each) => !installed.includes(each)))
  console.log(`Not installed here, so not run: ${engine}. ${howToGet[engine]}`);
if (installed.length > 0) console.log(`In ${installed.join(' and ')}: a choice. Everything: npm run test:engines`);
if (missing.length > 0) {
  console.log(`Not installed: ${missing.join(', ')}. With them, here and on its own: npm run test:wordpress`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
