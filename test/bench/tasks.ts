/**
 * Long tasks by the processor time they took. The browser's own record goes by the clock, which also
 * counts the time in which the machine did something else; on an idle machine both say the same.
 */
import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

/** Above this a page does not listen (Long Tasks API). */
const long = 50;

/** Starts noting every task. Call what is returned to learn the milliseconds of each long one. */
export async function watchTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.tracing.start({ categories: ['disabled-by-default-devtools.timeline'] });
  return async () => {
    const trace = await page.tracing.stop();
    if (!trace) throw new Error('The browser gave no trace of its tasks.');
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
    return longTasks(traceEvents);
  };
}

function longTasks(events: readonly TraceEvent[]): number[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(threadOf(event)));
  // Without a single measured task there is nothing to conclude from finding no long one.
  if (!tasks.some(({ tdur }) => tdur !== undefined)) throw new Error('The browser does not tell processor times.');
  return tasks.map(({ tdur = 0 }) => Math.round(tdur / 1000)).filter((milliseconds) => milliseconds >= long);
}
