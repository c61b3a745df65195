/** `npm run test:wordpress`: the plugin in a real WordPress, with Debian's packages of it, of PHP and of MariaDB. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { missingPackages } from './installed.ts';

const missing = missingPackages();
if (missing.length > 0) {
  console.error(`The tests of the WordPress plugin did not run. Install: apt-get install ${missing.join(' ')}`);
  process.exitCode = 1;
} else {
  const summary = process.env['TEST_SUMMARY'];
  const counts = summary
    ? ['--test-reporter=./test/support/count-reporter.ts', `--test-reporter-destination=${summary}`]
    : [];
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', ...counts];
  const child = spawn(process.execPath, ['--test', '--test-timeout=180000', ...reporters, 'test/wordpress/*.test.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
