import { html } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import { findPartner } from '../../../domain/partners/admit.ts';
import { sourcesOf } from '../../../domain/partners/origins.ts';
import { readFeed } from '../../../domain/stories/read.ts';
import { termsFor } from '../../../lang/index.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { filterOf } from '../../routes/stories.ts';
import { page, pageLocale, withLang } from '../layout.ts';
import { storyFigure } from './figure.ts';

/** Stories in a frame: what one turns over by hand. */
const most = 12;

/** Stories for a page without JavaScript: a frame that only this partner's sites may show. */
export function embedStoriesRoute(deps: AppDeps): Route {
  return {
    method: 'GET',
    path: paths.embed('testimonials'),
    role: 'public',
    handler: (c) => showFrame(c, deps),
  };
}

async function showFrame(c: AppContext, deps: AppDeps): Promise<Response> {
  const partner = await findPartner(deps, c.req.query('partner') ?? '');
  const locale = pageLocale(c, deps);
  const terms = storyPages[locale];
  const asked = Object.fromEntries(
    ['circle', 'kind', 'language', 'tag'].map((name) => [name, c.req.query(name) ?? '']),
  );
  const filter = await filterOf(deps, { ...asked, partner: partner.slug, limit: String(most) });
  const { feed } = await readFeed(deps, filter, locale);
  const title = terms.embed.title(deps.club.name[locale]);
  const report = (id: string) => withLang(`${paths.storyReport(id)}?partner=${partner.slug}`, locale);
  return page(
    c,
    deps,
    { title, locale, bare: true, frameAncestors: sourcesOf(partner), noindex: true, media: true, stories: true },
    html`<main class="embed-stories">
      ${
        feed.stories.length === 0
          ? html`<p>${terms.list.none}</p>`
          : html`<ul class="story-row" tabindex="0" aria-label="${title}">
              ${feed.stories.map(
                (story) =>
                  html`<li>
                    ${storyFigure(deps, story, {
                      locale,
                      scrolls: true,
                      sizes: '(min-width: 44rem) 24rem, 84vw',
                      links: html`<a class="report" href="${report(story.id)}" target="_blank" rel="noopener nofollow"
                        >${terms.story.report} <span class="aside">(${termsFor(locale).site.newTab})</span></a
                      >`,
                    })}
                  </li>`,
              )}
            </ul>`
      }
    </main>`,
  );
}
