/** Processes that read what strangers send: for so long, with so much memory, and not a moment more. */
import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';

export interface Bounds {
  /** Milliseconds of processor time, watched where the system tells (Linux): on a busy machine, work is not guilt. */
  processor: number;
  /** Milliseconds by the clock on the wall. */
  time: number;
  /** Bytes of memory in use. Watched where the system tells (Linux). */
  memory: number;
}

/** How a process ended. `failed`: by itself, with a code or a signal. */
export type End = 'done' | 'failed' | 'time' | 'memory' | 'stopped';

const lookEvery = 50;

/** Waits for the end of a process, and brings it about when it takes too much. Never throws. */
export function bounded(child: ChildProcess, bounds: Bounds, signal: AbortSignal): Promise<End> {
  let verdict: End | undefined;
  const end = (why: End) => {
    verdict ??= why;
    child.kill('SIGKILL');
  };
  const stop = () => end('stopped');
  const timer = setTimeout(end, bounds.time, 'time');
  const watch = setInterval(() => {
    void memoryOf(child.pid).then((bytes) => bytes > bounds.memory && end('memory'));
    void processorOf(child.pid).then((spent) => spent > bounds.processor && end('time'));
  }, lookEvery);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  yieldToOthers(child.pid);
  return new Promise((resolve) => {
    const done = (why: End) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener('abort', stop);
      resolve(verdict ?? why);
    };
    child.once('error', () => done('failed'));
    child.once('exit', (code) => done(code === 0 ? 'done' : 'failed'));
  });
}

/** Resident memory in bytes; 0 when nobody tells. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** Milliseconds of processor time; 0 when nobody tells. The kernel counts in hundredths of a second. */
async function processorOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Answering people goes first; and when memory runs out, this is what the system ends. */
function yieldToOthers(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Gone already, or not allowed here: it is only politeness.
  }
  void writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
}
