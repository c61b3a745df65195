/** Configuration to running server: open, check, serve, and stop without losing anyone. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { version } from './contract/version.ts';
import { buildDeps, mailFolder, type BuiltDeps } from './deps.ts';
import { KeysError } from './domain/badges/credential-ports.ts';
import { followAddress } from './domain/badges/follow-address.ts';
import { startKeys } from './domain/badges/start-keys.ts';
import type { Log } from './domain/ports.ts';
import { ensureClubPartner, moveClubPartner } from './domain/partners/manage.ts';
import { dayIn } from './domain/statistics/days.ts';
import { flushTallies } from './domain/statistics/flush.ts';
import { TallyBook } from './domain/statistics/tally-book.ts';
import type { AppDeps } from './http/env.ts';
import { patience, watchRequests } from './http/patience.ts';
import { openWidgetArchive, type WidgetArchive } from './http/widget-archive.ts';
import { readWidgetFiles, type WidgetFiles } from './http/widget-files.ts';
import { badgeJobs } from './jobs/badge-jobs.ts';
import { cdnJobs } from './jobs/cdn-jobs.ts';
import { domainJobs } from './jobs/domain-jobs.ts';
import { createJobs, outbox } from './jobs/jobs.ts';
import { mediaJob, mediaJobs } from './jobs/media-jobs.ts';
import { signing, signingJobs } from './jobs/signing-jobs.ts';
import { tallyJobs } from './jobs/tally-jobs.ts';
import { webhookJobs } from './jobs/webhook-jobs.ts';
import { readMailbox } from './mail/mailbox.ts';
import { createPictures } from './pictures/pictures.ts';
import { createPlots } from './pictures/plots/index.ts';

/** A start that was refused; `message` says what, why and the command that mends it. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

export interface StartOptions {
  /** What only the demo adds: its documentation pages. */
  demoPages?: AppDeps['demoPages'];
  /** Runs after the migrations and before the first request, on a database that may be new. */
  prepare?: (deps: BuiltDeps) => Promise<void>;
}

export interface RunningServer {
  port: number;
  deps: BuiltDeps;
  /** Stops accepting, finishes what was begun (at most ten seconds), keeps the rest for the next start. */
  stop(): Promise<void>;
}

const widgetFolder = fileURLToPath(new URL('../dist/widgets', import.meta.url));
/** The WordPress plugin, offered for download beside the widgets. */
const pluginFolder = fileURLToPath(new URL('../dist/wordpress', import.meta.url));

/** How long requests may take to finish when the server stops, in milliseconds. */
const drainTime = 10_000;

/** @throws {StartError} pending migrations in production, missing widgets, signing keys that are lost, port in use */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const built = readWidgetFiles(widgetFolder);
  if (built.size === 0) {
    throw new StartError('The widgets are not built. Nothing was started. Run: npm run build');
  }
  const widgets = new Map([...built, ...readWidgetFiles(pluginFolder)]);
  const deps = await buildDeps(config);
  try {
    await prepareDatabase(config, deps);
    await options.prepare?.(deps);
    const widgetArchive = openArchive(config, built, deps.log);
    const tallies = new TallyBook(() => deps.clock.now(), dayIn(deps.club.timeZone));
    const jobs = createJobs(deps, Math.random, [
      ...mediaJobs(deps),
      ...badgeJobs(deps),
      ...domainJobs(deps),
      ...signingJobs(deps),
      ...cdnJobs(deps),
      ...webhookJobs(deps),
      ...tallyJobs(deps, tallies),
    ]);
    const app = createApp({
      ...deps,
      mode: config.mode,
      trustedProxies: config.trustedProxies,
      signupsPerMinute: config.signupsPerMinute,
      answerBeat: config.answerBeat,
      widgets,
      widgetArchive,
      tallies,
      pictures: createPictures(),
      plots: createPlots(),
      wakeMailer: () => jobs.wake(outbox),
      wakeMedia: () => jobs.wake(mediaJob),
      wakeSigner: () => jobs.wake(signing),
      ...(config.mailbox && { readMailbox: () => readMailbox(mailFolder(config)) }),
      ...(config.mode === 'demo' && options.demoPages && { demoPages: options.demoPages }),
    });
    const server = await listen(app.fetch, config);
    jobs.start();
    return {
      port: (server.address() as { port: number }).port,
      deps,
      async stop() {
        await drain(server);
        await jobs.stop(drainTime);
        await flushTallies(deps, tallies);
        await deps.close();
      },
    };
  } catch (error) {
    await deps.close();
    throw error;
  }
}

async function prepareDatabase(config: Config, deps: BuiltDeps): Promise<void> {
  const pending = await deps.storage.pending();
  if (pending.length > 0 && config.mode === 'production') {
    throw new StartError(
      `The database lacks ${pending.length} migration(s): ${pending.join(', ')}. Nothing was started and nothing was changed. ` +
        'Make a backup, then run: npm run cli -- migrate',
    );
  }
  if (pending.length > 0) await deps.storage.migrate();
  await ensureClubPartner(deps);
  await moveClubPartner(deps);
  try {
    await startKeys(deps);
    await followAddress(deps);
  } catch (error) {
    throw error instanceof KeysError ? new StartError(error.message) : error;
  }
}

function openArchive({ widgetArchive: folder, mode }: Config, built: WidgetFiles, log: Log): WidgetArchive {
  try {
    return openWidgetArchive({ built, folder, version, follows: mode === 'demo', log });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The released widgets cannot be kept in ${folder} (${reason}). Nothing was started. ` +
        'Make that folder writable, or choose another: WIDGETS_ARCHIVE=<folder>',
    );
  }
}

/**
 * Opens the port.
 * @throws {StartError} port in use
 */
export async function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  config: Pick<Config, 'host' | 'port'>,
  allowed = patience,
): Promise<Server> {
  const { headersTimeout, uploadTimeout, connectionsCheckingInterval, maxHeaderSize } = allowed;
  const serverOptions = { headersTimeout, requestTimeout: uploadTimeout, connectionsCheckingInterval, maxHeaderSize };
  const server = serve({ fetch, hostname: config.host, port: config.port, serverOptions }) as Server;
  watchRequests(server, allowed);
  try {
    if (!server.listening) await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${config.port} on ${config.host} is in use. Nothing was started. Choose another: PORT=${config.port + 10} npm start`,
      );
    }
    throw error;
  }
  return server;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), drainTime);
  await closed;
  clearTimeout(deadline);
}
