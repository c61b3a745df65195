// npm run test:widgets                                     Chromium: installed, else the one from npm
// BROWSERS=chromium,firefox,webkit npm run test:widgets    further engines, which must then be there
// TEST_SUMMARY=<file>                                      writes the counts as JSON
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { launch, pressTogether, sizeWindow } from './support/engine-launchers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const browsers = await launch((process.env.BROWSERS ?? 'chromium').split(','));

/** @returns {import('@web/test-runner').TestResult[]} the tests of a suite and of the suites in it */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

const reporters = [defaultReporter()];
if (process.env.TEST_SUMMARY) {
  reporters.push({
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap((session) => (session.testResults ? testsOf(session.testResults) : []));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      // A file that did not load has no tests, and one whose hooks threw no failed ones: each is a failure.
      const broken = sessions.filter(
        (session) =>
          !session.passed &&
          !testsOf(session.testResults ?? { tests: [], suites: [] }).some((test) => !test.passed && !test.skipped),
      ).length;
      const failed = tests.length - passed - skipped + broken;
      writeFileSync(process.env.TEST_SUMMARY, JSON.stringify({ suite: 'widgets', passed, failed, skipped }));
    },
  });
}

/** What a build does for browsers: one package is CommonJS and not needed, another has a file for Node alone. */
const browserPackages = {
  name: 'browser-packages',
  serve: ({ path }) => (path.endsWith('/mediabunny/dist/modules/src/node.js') ? { body: 'export {};' } : undefined),
  resolveImport: ({ source }) => (source === 'url-parse' ? '/widgets/story-form/parts/native-url.ts' : undefined),
};

/** Every test file watches the console: what is not expected by a test fails it. */
const quietConsole = {
  name: 'quiet-console',
  transform(context) {
    if (!context.path.endsWith('.test.ts')) return undefined;
    return {
      body: `import '/test/widgets/shared/commands.ts';import '/test/widgets/shared/quiet.ts';${context.body}`,
    };
  },
};

/** A finger that swipes, which the runner's own commands do not have. Chromium alone can be told. */
const swipePlugin = {
  name: 'swipe-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'swipe') return undefined;
    const { x, y, by } = payload;
    const { touchscreen } = session.browser.getPage(session.id);
    await touchscreen.touchStart(x, y);
    for (let step = 1; step <= 10; step++) await touchscreen.touchMove(x + (by * step) / 10, y);
    await touchscreen.touchEnd();
    return true;
  },
};

export default {
  rootDir: root,
  files: 'test/widgets/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers,
  concurrency: 2,
  concurrentBrowsers: 1,
  reporters,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  browserStartTimeout: 60_000,
  testFramework: { config: { timeout: 20_000 } },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
    browserPackages,
    quietConsole,
    sizeWindow,
    pressTogether,
    a11ySnapshotPlugin(),
    swipePlugin,
  ],
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="fr">
  <head><meta charset="utf-8"><title>test</title></head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
};
