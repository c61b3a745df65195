import type { ElementHandle, Frame, Page } from 'puppeteer-core';

/**
 * How long one thing is waited for at most, in milliseconds: two cores share a browser, a club and its decoder with three
 * other test files. Each wait ends and says what for; no limit is set to their sum, which would measure the machine.
 */
export const patience = 60_000;

/**
 * Looks until something holds.
 * @param instead what is there instead, for the message
 * @throws {Error} when it never does
 */
export async function until<T>(
  look: () => T | Promise<T>,
  instead: () => unknown,
  interval = 50,
): Promise<NonNullable<T>> {
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, interval))) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`In vain: ${String(await instead())}`);
  }
}

/**
 * Waits until an element is there. Puppeteer's own waiting watches the shadow roots that there are when it begins: on a
 * slow machine an element gets its own only then, when its script has come, and would be waited for in vain.
 */
export function appears(where: Page | Frame, selector: string): Promise<ElementHandle<Element>> {
  return until(
    // A page that is just leaving has nothing.
    () => where.$(selector).catch(() => undefined),
    () => `there is no ${selector} at ${where.url()}.`,
  );
}
