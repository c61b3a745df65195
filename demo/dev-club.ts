/** The club in a process of its own, for `dev.ts`, which starts it again when a source changes. */
import { ConfigError, parseConfig } from '../api/config.ts';
import { StartError } from '../api/server.ts';
import { startClub } from './club.ts';

try {
  const { stop } = await startClub(parseConfig(process.env));
  process.send?.('ready');
  const end = () => void stop().then(() => process.exit(0));
  process.once('SIGTERM', end);
  // The terminal's Ctrl+C reaches this process too: `dev.ts` stops it in order.
  process.on('SIGINT', () => undefined);
  // Without its parent it would hold the port for ever.
  process.once('disconnect', end);
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
