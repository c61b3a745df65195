/** What axe finds wrong with a page: the criteria of WCAG 2.2 A and AA that a machine can check. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What another colour scheme can change. */
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * The same page in the other colour scheme: nothing but colours is looked at again.
 * @returns as `violations`
 */
export async function violationsOfScheme(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    // Colours that are still on their way are none that anybody reads.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  return violations(page, colours);
}

/** One line for each violation, with the elements that have it. Open shadow roots are looked into. */
export async function violations(page: Page, runOnly: unknown = everything): Promise<string[]> {
  // As large as a widget is small: a page that is looked at twice is given it once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  // A frame has no background of its own: the browser paints its scheme's canvas behind it, which axe takes for white.
  await page.evaluate(() => {
    if (document.body.classList.contains('bare')) document.body.style.background = 'Canvas';
  });
  const found = (await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } };
    // What passes need not be described, nor sent over here.
    const { violations: all } = await axe.run({
      // Frames are pages of their own, and those without an origin cannot be asked.
      iframes: false,
      runOnly: only,
      resultTypes: ['violations'],
    });
    return all;
  }, runOnly)) as AxeResults['violations'];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
