/** What axe finds wrong with a page: the criteria of WCAG 2.2 A and AA that a machine can check. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line for each violation, with the elements that have it. Open shadow roots are looked into. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // A frame has no background of its own: the browser paints its scheme's canvas behind it, which axe takes for white.
  await page.evaluate(() => {
    if (document.body.classList.contains('bare')) document.body.style.background = 'Canvas';
  });
  const results = (await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: unknown): Promise<unknown> } }).axe.run({
      // Frames are pages of their own, and those without an origin cannot be asked.
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  )) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
