/** Stories on the three partners' pages, as a visitor finds them: by the widget twice, in a frame once. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { storyPaths } from '../../api/contract/paths.ts';
import type { TestDemo } from './demo.ts';
import { appears, until } from './until.ts';

/** A page of a partner that shows stories. */
export interface PartnerPage {
  slug: string;
  /** Opens it at a story and answers what holds that story, or nothing when it is not shown. */
  open(demo: TestDemo, page: Page, story: { id: string; text: string }): Promise<ElementHandle<Element> | undefined>;
}

async function inWidget(page: Page, id: string): Promise<ElementHandle<Element> | undefined> {
  const tag = 'ambassador-testimonials';
  await appears(page, tag);
  const go = () => page.$eval(tag, (element) => element.scrollIntoView({ behavior: 'instant' }));
  const isAnswered = (path: string) =>
    page.evaluate(
      (end) => performance.getEntriesByType('resource').some(({ name }) => new URL(name).pathname === end),
      path,
    );
  await go();
  await until(
    () => isAnswered(storyPaths.stories),
    () => 'the club is asked for no stories.',
  );
  // What was in view when the stories came has stayed as it was: they are drawn once nobody looks at their place.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await appears(page, `${tag} >>> .card`);
  await go();
  // One that the address names and that is not among the first is asked for by itself.
  const story = () => page.$(`${tag} >>> #story-${id}`);
  await until(
    async () => (await story()) ?? (await isAnswered(storyPaths.story(id))),
    () => `the club is not asked for the story ${id}.`,
  );
  await nextPicture(page);
  return (await story()) ?? undefined;
}

/** What has been answered is drawn by then. */
const nextPicture = (page: Page) =>
  page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn))));

const widget = (slug: string): PartnerPage => ({
  slug,
  async open(demo, page, { id }) {
    await page.goto('about:blank');
    await page.goto(`${demo.origins[slug]}/#story-${id}`);
    return inWidget(page, id);
  },
});

export const partnerPages: readonly PartnerPage[] = [
  widget('ville-de-mulhouse'),
  widget('chambre-des-entrepreneurs'),
  {
    slug: 'boulangerie-du-klapperstein',
    async open(demo, page, { id, text }) {
      await page.goto(demo.origins['boulangerie-du-klapperstein']!);
      await page.$eval('iframe.stories', (element) => element.scrollIntoView({ behavior: 'instant' }));
      const frame = (await (await appears(page, 'iframe.stories'))!.contentFrame()) as Frame;
      // What the server has drawn goes as soon as the widget has drawn something of its own.
      await appears(frame, 'figure, ambassador-testimonials');
      // More than one are turned over in the widget, which stands in the place of what the server has drawn.
      if ((await frame.$('ambassador-testimonials')) !== null) {
        await appears(frame, 'ambassador-testimonials >>> .card');
        return (await frame.$(`ambassador-testimonials >>> #story-${id}`)) ?? undefined;
      }
      for (const figure of await frame.$$('figure')) {
        if (await figure.evaluate((one, words) => one.textContent?.includes(words), text)) return figure;
      }
      return undefined;
    },
  },
];

/** The widths of every picture in a story, once each has come: 0 for one that is none. */
export function pictureWidths(story: ElementHandle<Element>): Promise<number[]> {
  return story.evaluate((element) =>
    Promise.all(
      [...element.querySelectorAll('img')].map(async (image) => {
        image.scrollIntoView({ behavior: 'instant', block: 'center' });
        await image.decode().catch(() => {});
        return image.naturalWidth;
      }),
    ),
  );
}

/** Starts the film of a story as a visitor does, and waits until it plays with its captions. */
export async function playFilm(
  page: Page,
  story: ElementHandle<Element>,
): Promise<{ readyState: number; cues: string[] }> {
  // The widget has a button in the film's place; in the frame the film has the browser's own.
  const button = (await story.$('button.film, video')) as ElementHandle<HTMLElement>;
  // What is out of view takes no focus, and what has been scrolled to is in view from the next picture on.
  await until(
    () =>
      button.evaluate((one) => {
        one.scrollIntoView({ behavior: 'instant', block: 'center' });
        one.focus({ preventScroll: true });
        return (one.getRootNode() as Document | ShadowRoot).activeElement === one;
      }),
    () => button.evaluate((one) => `nothing can be pressed, ${one.outerHTML.slice(0, 200)} has no focus`),
  );
  await page.keyboard.press('Space');
  const look = () =>
    story.evaluate((element) => {
      const film = element.querySelector('video');
      const cues = [...(film?.querySelector('track')?.track.cues ?? [])].map((cue) => (cue as VTTCue).text);
      return { readyState: film?.readyState ?? -1, cues };
    });
  return until(
    async () => {
      const seen = await look();
      return seen.readyState >= 1 && seen.cues.length > 0 ? seen : undefined;
    },
    async () => `the film does not play: ${JSON.stringify(await look())}`,
  );
}
