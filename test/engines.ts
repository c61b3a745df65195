/**
 * `npm run test:engines`: the tests of the widgets in every other engine that this machine has, one after the other.
 * What is left out says why: a command that an engine does not know (`widgets/shared/commands.ts`), and here, files
 * whose subject is not the engine's own.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { installedEngines } from './support/engines.ts';

const root = join(import.meta.dirname, '..');

/** The console and the making of films need what only Chromium can be given without hands. */
const chromiumAlone: [RegExp, string][] = [
  [/console/, 'the console is signed in by a passkey, which WebKitGTK has not and Firefox asks a person for'],
  [/story-form-(?:media|parts)/, 'a test picture in place of a camera, and its recording, are switches of Chromium'],
];

const all = globSync('test/widgets/**/*.test.ts', { cwd: root }).sort();
const files = all.filter((file) => !chromiumAlone.some(([pattern]) => pattern.test(file)));
const engines = installedEngines().filter((engine) => engine !== 'chromium');
if (engines.length === 0) {
  console.error('There is no other engine here. Debian: apt-get install firefox-esr webkit2gtk-driver xvfb');
  process.exitCode = 1;
}
for (const engine of engines) {
  console.log(`\n── ${engine}: ${files.length} of ${all.length} files`);
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(
      join(root, 'node_modules/.bin/wtr'),
      ['--config', 'test/web-test-runner.config.js', '--files', ...files],
      { cwd: root, stdio: 'inherit', env: { ...process.env, BROWSERS: engine } },
    );
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
for (const [pattern, reason] of chromiumAlone)
  console.log(`Left to Chromium: ${all.filter((file) => pattern.test(file)).length} files. Why: ${reason}.`);
