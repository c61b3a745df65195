import { swipe as swipeAcross } from './shared/commands.ts';
import type { StoryView } from '../../api/contract/story.ts';
import type { AmbassadorTestimonials } from '../../widgets/testimonials/testimonials.ts';
import '../../widgets/testimonials/define.ts';
import { fakeApi, json, problem, type Answer, type SeenRequest } from './shared/fake-api.ts';
import { mount, settle, untilDrawn } from './shared/mount.ts';
import { feed, stories } from './shared/stories.ts';
import { challengeFor } from './shared/challenge.ts';
import { waitUntil } from './shared/wait-until.ts';

/** A challenge that is solved at once. */
export const challenge: Answer = async () => json(await challengeFor(1));

/** The API: a feed, its stories one by one, and what a report needs. */
export function api(
  list: StoryView[] = stories(5),
  next: string | null = null,
  challenges: Answer = () => problem('busy', 503),
  reports: Answer = () => problem('not_found', 404),
): SeenRequest[] {
  return fakeApi((request) => {
    const { path } = request;
    if (path === '/v1/stories') return json(feed(list, next));
    if (path === '/v1/challenges') return challenges(request);
    if (path.endsWith('/reports')) return reports(request);
    const one = list.find(({ id }) => path === `/v1/stories/${id}`);
    return one ? json(one) : problem('not_found', 404);
  });
}

/** An element without light DOM, which may show its stories at once, in a holder of a width. */
export async function testimonials(attributes = '', width = 500): Promise<AmbassadorTestimonials> {
  const holder = await mount<HTMLElement>(
    `<div><ambassador-testimonials partner="ville" ${attributes}></ambassador-testimonials></div>`,
  );
  holder.style.inlineSize = `${width}px`;
  const element = holder.firstElementChild as AmbassadorTestimonials;
  await untilDrawn(element);
  await still(element);
  return element;
}

/** Everything that matches in the element's root. */
export const all = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E[] =>
  Array.from(element.shadowRoot!.querySelectorAll<E>(selector));

/** One thing in the element's root, which has to be there. */
export function get<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${element.localName}.`);
  return found;
}

export const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;

/** Waits until the track has stood still for a while, and what that means is drawn. */
export async function still(element: AmbassadorTestimonials): Promise<void> {
  const track = element.shadowRoot?.querySelector('.track');
  for (let calm = 0, last = -1; track && calm < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    calm = track.scrollLeft === last ? calm + 1 : 0;
    last = track.scrollLeft;
  }
  await settle();
  await element.updateComplete;
}

/** Presses a button, and waits until the carousel stands still. */
export async function press(element: AmbassadorTestimonials, selector: string): Promise<void> {
  get(element, selector).click();
  await still(element);
}

/** Numbers of the slides that can be reached, from 1. */
export const reachable = (element: Element): number[] =>
  all(element, '.track > .card').flatMap((slide, index) => (slide.inert ? [] : index + 1));

/** Where the carousel says that it stands. */
export const position = (element: Element): string =>
  get(element, '.position').textContent!.replaceAll(/\s+/g, ' ').trim();

/** A finger that swipes over the track. */
export async function swipe(element: Element, by: number): Promise<void> {
  const { left, top, width, height } = get(element, '.track').getBoundingClientRect();
  // From one side to the other: what leaves the track is no longer a swipe over it.
  const [x, y] = [Math.round(by < 0 ? left + width - 20 : left + 20), Math.round(top + Math.min(height, 200) / 2)];
  await swipeAcross(x, y, by);
}

/** A clock for what waits six seconds and longer: rotation, and nothing else. */
export interface LongTimers {
  /** How long the timers that run wait, in milliseconds. */
  waiting(): number[];
  /** Lets all of them ring that are set now. */
  ring(): void;
}

/** Takes the place of `setTimeout` for long waits, of so many milliseconds at least, until the test ends. */
export function longTimers(from = 6000): LongTimers {
  const timers = new Map<number, { run: () => void; wait: number }>();
  let last = 1e9;
  const { setTimeout: set, clearTimeout: clear } = window;
  const fakeSet = (run: () => void, wait = 0) => {
    // The runner's own time-out is longer.
    if (wait < from || wait >= 20_000) return set(run, wait);
    timers.set(++last, { run, wait });
    return last;
  };
  Object.assign(window, {
    setTimeout: fakeSet,
    clearTimeout: (id: number) => void (timers.delete(id) || clear(id)),
  });
  undo.push(() => Object.assign(window, { setTimeout: set, clearTimeout: clear }));
  return {
    waiting: () => [...timers.values()].map(({ wait }) => wait),
    ring() {
      // Those that are set while these ring are for the next time.
      const due = Array.from(timers.values());
      timers.clear();
      for (const { run } of due) run();
    },
  };
}

const undo: (() => void)[] = [];
afterEach(() => {
  while (undo.length) undo.pop()!();
});

/** Replaces a property until the test ends. */
export function stub(target: object, key: string, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, ...descriptor });
  undo.push(() => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  });
}

/** Waits until something is in the element's root. */
export async function until(element: Element, selector: string): Promise<HTMLElement> {
  await waitUntil(() => element.shadowRoot?.querySelector(selector), `${selector} appears`);
  return get(element, selector);
}
