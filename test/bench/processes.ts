/** The processes of a bench over HTTP: servers, and the one that loads them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../demo/build.ts';
import { publicUrl, secret } from './club.ts';
import type { LoadOrder, LoadReport } from './load.ts';
import type { Usage } from './usage.ts';

/** A server in a process of its own. */
export interface BenchServer {
  port: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** The options that `npm start` gives to Node: how much memory a server takes depends on them. */
function startOptions(): string[] {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

function start(file: string, env: Record<string, string>, execArgv: string[]): ChildProcess {
  const { PATH, TMPDIR } = process.env;
  // Nothing else is inherited: a developer's own settings must not change the numbers.
  const inherited = { ...(PATH !== undefined && { PATH }), ...(TMPDIR !== undefined && { TMPDIR }) };
  return fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...inherited, ...env }, execArgv });
}

/** The next message of a child, or why there will be none. */
async function answer<T>(child: ChildProcess): Promise<T> {
  const gone = new AbortController();
  const exit = once(child, 'exit', { signal: gone.signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with ${String(code)}. See above for what it said.`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: gone.signal }), exit])) as [T];
    return message;
  } finally {
    exit.catch(() => undefined);
    gone.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

async function startServer(file: string, env: Record<string, string>): Promise<BenchServer> {
  const child = start(file, env, startOptions());
  const { port } = await answer<{ port: number }>(child);
  return {
    port,
    usage() {
      child.send('usage');
      return answer<Usage>(child);
    },
    stop: () => stop(child),
  };
}

/**
 * Starts the club as in production, on a new database.
 * @param dataDir where the database will be
 * @param env what is different this time
 */
export async function startClub(dataDir: string, env: Record<string, string> = {}): Promise<BenchServer> {
  await buildIfStale();
  return startServer('club-server.ts', {
    MODE: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    SECRET_KEY: secret,
    SMTP_URL: 'smtp://127.0.0.1:9',
    TRUSTED_PROXIES: '0',
    CLUB_FILE: fileURLToPath(new URL('../../demo/club.json', import.meta.url)),
    DATA_DIR: join(dataDir, 'club'),
    SIGNUPS_PER_MINUTE: '1000000',
    ...env,
  });
}

/** Starts a server that answers this body at this path, as JSON, and does nothing else. */
export function startBare(path: string, body: unknown): Promise<BenchServer> {
  return startServer('bare-server.ts', { BENCH_PATH: path, BENCH_BODY: JSON.stringify(body) });
}

/** The same with a text of another type. */
export function startBareText(path: string, text: string, type: string): Promise<BenchServer> {
  return startServer('bare-server.ts', { BENCH_PATH: path, BENCH_BODY: text, BENCH_TYPE: type });
}

/** The process that loads servers. */
export interface Loader {
  /** Answers a second. */
  rate(order: LoadOrder): Promise<number>;
  stop(): Promise<void>;
}

export function startLoader(): Loader {
  const child = start('load.ts', {}, []);
  return {
    async rate(order) {
      child.send(order);
      const report = await answer<LoadReport>(child);
      if ('error' in report) throw new Error(report.error);
      return report.rate;
    },
    stop: () => stop(child),
  };
}
