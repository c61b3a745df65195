/** A server whose signing keys are lost does not start, and says what to do. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseConfig } from '../../../api/config.ts';
import { startServer, StartError } from '../../../api/server.ts';
import { runCommand } from '../../../api/cli/run.ts';
import { tempDir } from '../../support/temp.ts';

let dir: ReturnType<typeof tempDir>;
before(() => (dir = tempDir()));
after(() => dir.remove());

test('starts with keys that it makes, not without them, and again when new ones were made', async () => {
  const env = {
    DATA_DIR: dir.path,
    PORT: '0',
    LOG_LEVEL: 'silent',
    CREDENTIAL_KEYS_FILE: join(dir.path, 'apart', 'keys.json'),
  };
  const start = async () => {
    const server = await startServer(parseConfig(env));
    const made = await server.deps.credentials.secrets.list();
    await server.stop();
    return made.length;
  };
  assert.equal(await start(), 3);
  assert.equal(await start(), 3);
  rmSync(env.CREDENTIAL_KEYS_FILE);
  await assert.rejects(start(), (error: Error) => {
    assert(error instanceof StartError);
    assert.match(error.message, /apart\/keys\.json.*Nothing was started.*npm run cli -- rotate-key --now/s);
    return true;
  });
  const nowhere = { write: () => true };
  assert.equal(await runCommand(['rotate-key', '--now'], env, { out: nowhere, err: nowhere }), 0);
  assert.equal(await start(), 3);
});
