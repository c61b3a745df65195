/** How a person uses a page with the keyboard alone, in whatever root the focus is. */
import type { Page } from 'puppeteer-core';

export interface Focused {
  tag: string;
  name: string | null;
  text: string;
  /** The widget that it is in or belongs to. */
  widget: string | null;
}

/** What has the focus, looked up through open shadow roots. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let element = document.activeElement;
    const widget = element?.closest('ambassador-signup, ambassador-counter')?.localName ?? null;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return {
      tag: element?.localName ?? '',
      name: element?.getAttribute('name') ?? null,
      text: (element?.textContent ?? '').trim().replace(/\s+/g, ' '),
      widget,
    };
  });
}

/**
 * Presses Tab until what has the focus fits.
 * @throws {Error} when nothing fits after a whole page of pressing: then nobody can get there either
 */
export async function tabTo(page: Page, fits: (one: Focused) => boolean, what: string): Promise<Focused> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    const one = await focused(page);
    if (fits(one)) return one;
    seen.push(`${one.tag}[${one.name ?? one.text.slice(0, 20)}]`);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard never reached ${what}. It passed: ${seen.join(', ')}`);
}

export interface Answers {
  firstName: string;
  email: string;
  sentence?: string;
}

/** Fills in the form that has the focus in its first field, and sends it with Enter. No mouse anywhere. */
export async function joinByKeyboard(page: Page, answers: Answers): Promise<void> {
  const field = (name: string) => tabTo(page, (one) => one.name === name, name);
  await field('firstName');
  await page.keyboard.type(answers.firstName);
  await field('email');
  await page.keyboard.type(answers.email);
  await field('circle');
  await page.keyboard.press('Space');
  if (answers.sentence !== undefined) {
    await tabTo(page, (one) => one.tag === 'summary', 'the optional fields');
    await page.keyboard.press('Enter');
    await field('sentence');
    await page.keyboard.type(answers.sentence);
  }
  await field('age15');
  await page.keyboard.press('Space');
  await field('charter');
  await page.keyboard.press('Space');
  await tabTo(page, (one) => one.tag === 'button', 'the button');
  await page.keyboard.press('Enter');
}

/** The text of a widget as a person sees it: its shadow root, else what stands between its tags. */
export function widgetText(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) =>
    ((element.shadowRoot?.textContent ?? '') + ' ' + (element.textContent ?? '')).replace(/\s+/g, ' ').trim(),
  );
}
