import { html } from 'hono/html';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { StoryView } from '../../../contract/story.ts';
import { DomainError } from '../../../domain/errors.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { readStory } from '../../../domain/stories/read.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, withLang, type Html } from '../layout.ts';
import { momentOf } from '../moment.ts';
import { storyFigure } from './figure.ts';
import { storyHead } from './head.ts';

/** One story, whole, with all that belongs to it. */
export function storyRoute(deps: AppDeps): Route {
  return { method: 'GET', path: '/stories/:id', role: 'public', handler: (c) => showStory(c, deps) };
}

async function showStory(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = storyPages[locale].story;
  let story: StoryView;
  try {
    story = await readStory(deps, c.req.param('id') ?? '', 'club', locale);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return gonePage(c, deps, locale);
    throw error;
  }
  const { author, partner, tags } = story;
  return page(
    c,
    deps,
    {
      title: terms.title(author.name),
      locale,
      languagePath: paths.storyPage(story.id),
      media: true,
      stories: true,
      head: storyHead(deps, story, locale),
    },
    html`<article class="story-page">
      <h1>${terms.title(author.name)}</h1>
      ${storyFigure(deps, story, { locale, sizes: '(min-width: 44rem) 40rem, 92vw', eager: true })}
      <p class="hint">
        <time datetime="${new Date(story.publishedAt).toISOString()}"
          >${terms.published(momentOf(deps.club, story.publishedAt).day)}</time
        >
        ${partner ? html`<span>${terms.partner(partner)}</span>` : ''}
      </p>
      ${tagLinks(deps, tags, locale)} ${share(deps, story, locale)}
      <p class="story-end">
        <a href="${withLang(paths.storiesPage, locale)}">${terms.all}</a>
        <a href="${withLang(paths.storyReport(story.id), locale)}" rel="nofollow">${terms.report}</a>
      </p>
    </article>`,
  );
}

/** A story that is no longer there, or never was: nobody learns which. */
export function gonePage(c: AppContext, deps: AppDeps, locale: Locale): Promise<Response> {
  const { gone, all } = storyPages[locale].story;
  return page(
    c,
    deps,
    { title: gone.title, locale, status: 404, noindex: true },
    html`<section class="message">
      <h1>${gone.title}</h1>
      <p>${gone.text}</p>
      <p><a href="${withLang(paths.storiesPage, locale)}">${all}</a></p>
    </section>`,
  );
}

function tagLinks({ club }: AppDeps, tags: string[], locale: Locale): Html | string {
  const known = club.tags.filter(({ id }) => tags.includes(id));
  if (known.length === 0) return '';
  return html`<ul class="tags">
    ${known.map(
      ({ id, name }) =>
        html`<li><a href="${withLang(`${paths.storiesPage}?tag=${id}`, locale)}">${name[locale]}</a></li>`,
    )}
  </ul>`;
}

/** Plain links: nothing of the networks is loaded before somebody goes there. */
function share({ publicUrl }: AppDeps, story: StoryView, locale: Locale): Html {
  const terms = storyPages[locale].story;
  const title = terms.title(story.author.name);
  const { text } = excerptOf(story.text, 200);
  const say = encodeURIComponent;
  const sites: [name: string, href: string][] = [
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${say(story.url)}`],
    ['WhatsApp', `https://wa.me/?text=${say(`${title}\n${story.url}`)}`],
    ['LinkedIn', `https://www.linkedin.com/sharing/share-offsite/?url=${say(story.url)}`],
  ];
  const mail = `mailto:?subject=${say(title)}&body=${say(`${text}\n\n${story.url}`)}`;
  return html`<section class="share" aria-labelledby="share-title">
    <h2 id="share-title">${terms.share.title}</h2>
    <ul>
      ${sites.map(
        ([name, href]) =>
          html`<li>
            <a href="${href}" rel="noopener noreferrer nofollow" aria-label="${terms.share.on(name)}">${name}</a>
          </li>`,
      )}
      <li><a href="${mail}">${terms.share.mail}</a></li>
    </ul>
    <p class="address"><span>${new URL(paths.storyPage(story.id), publicUrl).href}</span></p>
  </section>`;
}
