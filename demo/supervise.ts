import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A program that is started again and again. */
export interface Supervised {
  /**
   * Stops it if it runs and starts it anew. Calls that come meanwhile are one more start.
   * @returns whether it said that it is ready; false when it ended first
   */
  restart(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Runs a module in a process of its own. It says `process.send('ready')` when it is, and ends on SIGTERM.
 * @param file path of the module
 */
export function supervise(file: string, env: Record<string, string | undefined> = process.env): Supervised {
  let child: ChildProcess | undefined;
  let starting: Promise<boolean> | undefined;
  let queued: Promise<boolean> | undefined;

  async function end(): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  async function start(): Promise<boolean> {
    await end();
    const started = fork(file, { env, execArgv: [] });
    child = started;
    return new Promise((resolve) => {
      started.once('message', () => resolve(true));
      started.once('exit', () => resolve(false));
    });
  }

  const run = (): Promise<boolean> => {
    starting = start().finally(() => (starting = undefined));
    return starting;
  };

  return {
    restart() {
      if (!starting) return run();
      // What changed while it started is not in it: start once more, however often it is asked.
      queued ??= starting.then(() => {
        queued = undefined;
        return run();
      });
      return queued;
    },
    async stop() {
      await (queued ?? starting);
      await end();
    },
  };
}
