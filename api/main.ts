/** The program of a club in operation. The only file of the API that does something when it is imported, with `cli.ts`. */
import { ConfigError, parseConfig } from './config.ts';
import { startServer, StartError } from './server.ts';

try {
  const config = parseConfig(process.env);
  const server = await startServer(config);
  const stop = (signal: string) => {
    server.deps.log.info({ signal }, 'closing: finishing what was begun');
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Said last: whoever waits for it may stop us at once.
  server.deps.log.info({ host: config.host, port: server.port, url: config.publicUrl }, 'the club is open');
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
