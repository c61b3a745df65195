/**
 * What kept the page's main thread busy, by the clock and by processor time. The clock also counts the
 * time in which a busy machine did something else; processor time knows nothing of that.
 */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds, by the clock and by processor time. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** One task of the main thread, in milliseconds. */
export interface Task {
  clock: number;
  processor: number;
}

/** Starts noting every task. Call what is returned to end that and to learn of them. */
export async function watchTasks(page: Page): Promise<() => Promise<Task[]>> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline'] });
  return async () => {
    const trace = await page.tracing.stop();
    if (!trace) throw new Error('The browser gave no trace of its tasks.');
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
    return tasksOf(traceEvents);
  };
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(threadOf(event)));
  // Without a single measured task there is nothing to conclude from finding no long one.
  if (!tasks.some(({ tdur }) => tdur !== undefined)) throw new Error('The browser does not tell processor times.');
  // A thread's own clock moves in leaps: now and then a task has used more of it than it has lasted.
  return tasks.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: Math.min(dur, tdur) / 1000 }));
}
