import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import { paths } from '../../../contract/paths.ts';
import { embedTerms } from '../../../lang/embed/index.ts';
import { termsFor } from '../../../lang/index.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { flame, page, withLang } from '../layout.ts';
import type { FrameView } from './asked.ts';
import { framed } from './framed.ts';
import { frameOptions } from './options.ts';
import { widgetAround } from './widget.ts';

/**
 * The story form. Without a script it is a link to the club's own page, where stories are told without one: browsers
 * keep the session that it takes out of a frame on another site.
 */
export function storyFormFrameRoute(deps: AppDeps): Route {
  const handler = framed(deps, 'story-form', (c, view) => showForm(c, deps, view));
  return { method: 'GET', path: embedPaths.frame('story-form'), role: 'public', handler };
}

function showForm(c: AppContext, deps: AppDeps, view: FrameView): Promise<Response> {
  const { locale, choice } = view;
  const { tell } = storyPages[locale].list;
  const { story } = embedTerms[locale];
  // The frame is there for the form: it is open, unless it was asked to be small.
  const open: Record<string, string> = choice.attributes['compact'] === undefined ? { open: '' } : {};
  const fallback = html`<h1>${flame}${tell}</h1>
    <p>${story.lead}</p>
    <p>
      <a class="button" href="${withLang(paths.myStoriesPage, locale)}" target="_blank" rel="noopener">${story.link}</a>
      <span class="aside">(${termsFor(locale).site.newTab})</span>
    </p>`;
  return page(
    c,
    deps,
    { title: tell, ...frameOptions(deps, view), media: true, widgets: true },
    html`<main class="embed-story">${widgetAround(view, fallback, open)}</main>`,
  );
}
