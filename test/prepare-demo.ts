/**
 * `node test/prepare-demo.ts <folder>`: the demo as it is once its film is decoded, its pictures are prepared and its
 * badges are signed. Tests that open a demo begin with a copy (`PREPARED_DEMO=<folder>`): a dozen of them would each
 * spend half a minute of a processor on the same pictures.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseConfig } from '../api/config.ts';
import { startClub } from '../demo/club.ts';
import { freePorts } from './support/demo.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder? node test/prepare-demo.ts <folder>. Nothing was made.');

const config = parseConfig({
  MODE: 'demo',
  PORT: String(await freePorts(4)),
  DATA_DIR: folder,
  LOG_LEVEL: 'silent',
});
const { deps, stop } = await startClub(config);
const until = Date.now() + 300_000;
try {
  while ((await deps.storage.media.waiting(1)).length > 0 || (await deps.storage.badges.unsigned(1)).length > 0) {
    if (Date.now() > until) throw new Error('The demo was not ready after five minutes.');
    await delay(200);
  }
} finally {
  await stop();
}
