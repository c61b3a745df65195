// Tests replace the page's timers and clock; waiting goes by those that were there first.
const { setTimeout } = window;
const now = performance.now.bind(performance);

/** Shorter than the runner's own time-out, so that what is missing is named. */
const patience = 15_000;

/**
 * Waits until something holds, however slow the machine is.
 * @param what what is waited for, for the message
 * @throws {Error} when it never does
 */
export async function waitUntil(holds: () => unknown, what: string): Promise<void> {
  const { stack } = new Error();
  for (const end = now() + patience; !(await holds());) {
    if (now() > end) throw Object.assign(new Error(`Never: ${what}.`), { stack });
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
