import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import { paths } from '../../../contract/paths.ts';
import type { StoryView } from '../../../contract/story.ts';
import { DomainError } from '../../../domain/errors.ts';
import { readFeed, readStory, siteOf } from '../../../domain/stories/read.ts';
import { termsFor } from '../../../lang/index.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { filterOf } from '../../routes/stories.ts';
import { page, withLang, type Html } from '../layout.ts';
import { storyFigure } from '../stories/figure.ts';
import type { FrameView } from './asked.ts';
import { closedFrame } from './closed.ts';
import { framed } from './framed.ts';
import { frameOptions } from './options.ts';
import { widgetBefore } from './widget.ts';

/** Stories in a frame: what one turns over by hand, when nobody says how many. */
const usual = '12';

/** How wide a story's picture is shown, by layout. */
const sizes: Record<string, string> = {
  carousel: '(min-width: 44rem) 24rem, 84vw',
  wall: '(min-width: 44rem) 20rem, 92vw',
};

/** Stories, to read without a script; with one, those that are turned over have the widget's buttons. */
export function storiesFrameRoute(deps: AppDeps): Route {
  const handler = framed(deps, 'testimonials', (c, view) => showStories(c, deps, view));
  return { method: 'GET', path: embedPaths.frame('testimonials'), role: 'public', handler };
}

async function showStories(c: AppContext, deps: AppDeps, view: FrameView): Promise<Response> {
  const { locale } = view;
  const { attributes } = view.choice;
  const terms = storyPages[locale];
  const stories = await storiesOf(deps, view);
  if (!stories) return goneStory(c, deps, view);
  const title = terms.embed.title(deps.club.name[locale]);
  const layout = attributes['story'] === undefined ? (attributes['layout'] ?? 'carousel') : 'single';
  const shown = layout === 'single' ? stories.slice(0, 1) : stories;
  const drawn = list(deps, view, shown, { layout, title });
  // What is read from top to bottom is whole as it is; what is turned over has buttons in the widget.
  const turns = layout === 'carousel' && shown.length > 1;
  return page(
    c,
    deps,
    { title, ...frameOptions(deps, view), media: true, stories: true, ...(turns && { widgets: true }) },
    html`<main class="embed-stories">
      ${shown.length === 0 ? html`<p>${terms.list.none}</p>` : ''}
      ${turns ? widgetBefore(view, drawn, { limit: attributes['limit'] ?? usual }) : drawn}
    </main>`,
  );
}

/** Nothing when the one story that was chosen is not to be shown here. */
async function storiesOf(deps: AppDeps, { choice, partner, locale }: FrameView): Promise<StoryView[] | undefined> {
  const { story, circle, kind, language, tag, order, limit = usual, ...rest } = choice.attributes;
  if (story !== undefined) {
    try {
      return [await readStory(deps, story, siteOf(partner), locale)];
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not_found') return undefined;
      throw error;
    }
  }
  // A subject that the club has given up since has no stories.
  if (tag !== undefined && !deps.club.tags.some(({ id }) => id === tag)) return [];
  const from = rest['only-partner'] === undefined ? undefined : partner.slug;
  const asked = Object.entries({ partner: partner.slug, circle, kind, language, tag, order, limit, from });
  const filter = await filterOf(deps, Object.fromEntries(asked.map(([name, value]) => [name, value ?? ''])));
  return (await readFeed(deps, filter, locale)).feed.stories;
}

function list(
  deps: AppDeps,
  { partner, locale }: FrameView,
  stories: readonly StoryView[],
  { layout, title }: { layout: string; title: string },
): Html {
  const { story: terms } = storyPages[locale];
  const { newTab } = termsFor(locale).site;
  const report = (id: string) => withLang(`${paths.storyReport(id)}?partner=${partner.slug}`, locale);
  const isRow = layout === 'carousel';
  const items = stories.map(
    (story) =>
      html`<li>
        ${storyFigure(deps, story, {
          locale,
          scrolls: isRow,
          sizes: sizes[layout] ?? '(min-width: 44rem) 40rem, 92vw',
          links: html`<a class="report" href="${report(story.id)}" target="_blank" rel="noopener nofollow"
            >${terms.report} <span class="aside">(${newTab})</span></a
          >`,
        })}
      </li>`,
  );
  // What scrolls has to be reached by the keyboard.
  return isRow
    ? html`<ul class="story-row" tabindex="0" aria-label="${title}">
        ${items}
      </ul>`
    : html`<ul class="story-${layout}" aria-label="${title}">
        ${items}
      </ul>`;
}

function goneStory(c: AppContext, deps: AppDeps, { partner, choice, locale }: FrameView): Promise<Response> {
  const { gone, all } = storyPages[locale].story;
  const href = withLang(paths.storiesPage, locale);
  return closedFrame(c, deps, { status: 404, message: gone, link: { href, text: all }, partner, theme: choice.theme });
}
