/** Hands on a page: what they press is there, can be used, lies open and stands still, and the press has come to it. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Looks for something, anew each time: what a page draws again is another element. */
export type Find = () => Promise<ElementHandle<Element> | null | undefined>;

/** A mouse or a finger. */
export type Hand = 'click' | 'tap';

/**
 * Presses something as soon as it can be pressed. A page that moves it away from under the press is pressed again.
 * @param what it is called when it never can
 */
export async function pressFound(find: Find, what: string, hand: Hand = 'click'): Promise<void> {
  let obstacle = '';
  await until(
    async () => {
      const element = await find().catch(() => undefined);
      obstacle = element ? await obstacleOf(element).catch(() => 'has just been drawn anew') : 'is not there';
      if (!element || obstacle) return false;
      obstacle = 'moves away from under every press';
      return comesTo(element, hand);
    },
    () => `${what} ${obstacle}.`,
  );
}

/** The same for what a selector finds; `>>>` goes into shadow roots. */
export const press = (where: Page | Frame, selector: string, hand?: Hand): Promise<void> =>
  pressFound(() => where.$(selector), selector, hand);

/** Presses what leads to another page, and waits for that one. */
export async function follow(where: Page | Frame, selector: string, hand?: Hand): Promise<void> {
  await Promise.all([where.waitForNavigation(), press(where, selector, hand)]);
}

/** Writes into a field, whatever it said before. */
export async function write(where: Page | Frame, selector: string, text: string, hand?: Hand): Promise<void> {
  await writeFound(() => where.$(selector), selector, text, hand);
}

/** The same for a field that is looked up. */
export async function writeFound(find: Find, what: string, text: string, hand?: Hand): Promise<void> {
  await pressFound(find, what, hand);
  let said = '';
  await until(
    async () => {
      const field = (await find()) as ElementHandle<HTMLInputElement>;
      await field.evaluate((one) => one.select());
      await pageOf(field).keyboard.type(text);
      said = await field.evaluate((one) => one.value);
      return said === text;
    },
    () => `${what} says "${said}".`,
    300,
  );
}

const pageOf = (element: ElementHandle): Page => element.frame.page();

/** Why something cannot be pressed yet; nothing when it can. */
async function obstacleOf(element: ElementHandle<Element>): Promise<string> {
  if (!(await element.isIntersectingViewport({ threshold: 1 }))) await element.scrollIntoView();
  const before = await element.boundingBox();
  // The browser answers when it has drawn its next picture.
  await element.isIntersectingViewport();
  const now = await element.boundingBox();
  if (!before || !now) return 'cannot be seen';
  if (before.x !== now.x || before.y !== now.y) return 'never stands still';
  return element.evaluate((one) => {
    if (one.matches(':disabled, [aria-disabled=true]')) return 'cannot be used';
    const box = [...one.getClientRects()].find(({ width, height }) => width >= 1 && height >= 1);
    if (!box) return 'has no size';
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    // Nothing that is inert or covered is found at its own place.
    const found = (one.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
    const isOpen = found && (one.contains(found) || found.closest('label')?.control === one);
    return isOpen ? '' : `lies under ${found?.outerHTML.slice(0, 120)}`;
  });
}

/** Presses, and says whether the press has come to the element: a finger's does a moment after it was lifted. */
async function comesTo(element: ElementHandle<Element>, hand: Hand): Promise<boolean> {
  if (!pageOf(element).isJavaScriptEnabled()) {
    await element[hand]();
    return true;
  }
  const press = await element.evaluateHandle((one) => {
    const state = { at: '' };
    const listen = (event: Event) => {
      if (!event.isTrusted) return;
      if (event.composedPath().includes(one)) state.at = 'here';
      state.at ||= 'elsewhere';
      // What is pressed on a label comes to its field in the same task.
      setTimeout(() => removeEventListener('click', listen, true));
    };
    addEventListener('click', listen, true);
    return state;
  });
  await element[hand]();
  // A page that is left by a press has heard it.
  const heard = await until(
    () => press.evaluate(({ at }) => at).catch(() => 'here'),
    () => 'the page never heard of the press',
  );
  return heard === 'here';
}
