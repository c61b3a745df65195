import type { Log } from '../domain/ports.ts';

/** Work that comes round again. It must be safe to run in several processes at once and to be cut off. */
export interface Job {
  name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  every: number;
  run(signal: AbortSignal): Promise<unknown>;
}

export interface Runner {
  /** Runs every job now and then again and again. */
  start(): void;
  /** Runs a job now, or once more right after the run that is under way. Unknown names are a mistake of ours. */
  wake(name: string): void;
  /**
   * Starts nothing new and waits for what is running.
   * @param deadline milliseconds to wait at most
   * @returns whether everything had ended
   */
  stop(deadline: number): Promise<boolean>;
}

/**
 * Runs jobs inside this process. A job never overlaps itself, a failure is logged and tried again at the
 * next turn, and timers keep no process alive.
 */
export function createRunner(jobs: Job[], log: Log): Runner {
  const stopping = new AbortController();
  const turns = new Map(jobs.map((job) => [job.name, createTurn(job, log, stopping.signal)]));
  return {
    start: () => turns.forEach((turn) => turn.wake()),
    wake(name) {
      const turn = turns.get(name);
      if (!turn) throw new Error(`jobs: there is no job "${name}". Nothing was started.`);
      turn.wake();
    },
    async stop(deadline) {
      stopping.abort();
      const ended = Promise.all([...turns.values()].map((turn) => turn.end())).then(() => true);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, deadline, false)));
      return Promise.race([ended, late]).finally(() => clearTimeout(timer));
    },
  };
}

function createTurn(job: Job, log: Log, signal: AbortSignal) {
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async () => {
    // Not in the same turn: a job that throws at once would end before it is noted as running.
    await Promise.resolve();
    do {
      again = false;
      try {
        await job.run(signal);
      } catch (error) {
        log.error({ job: job.name, err: error }, 'A job failed. It runs again at its next turn.');
      }
    } while (again && !signal.aborted);
    running = undefined;
    if (!signal.aborted) timer = setTimeout(wake, job.every).unref();
  };

  const wake = () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    if (running) again = true;
    else running = run();
  };

  return {
    wake,
    async end() {
      clearTimeout(timer);
      await running;
    },
  };
}
