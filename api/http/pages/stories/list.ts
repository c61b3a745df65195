import { html, raw } from 'hono/html';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { storyKinds, storyLanguages } from '../../../contract/vocabulary.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { readFeed } from '../../../domain/stories/read.ts';
import type { StoryView } from '../../../contract/story.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import { sealCursor } from '../../cursor.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { filterOf } from '../../routes/stories.ts';
import { page, pageLocale, withLang, type Html } from '../layout.ts';
import { languageName, storyFigure } from './figure.ts';

const filters = ['circle', 'kind', 'language', 'tag'] as const;
type Filter = (typeof filters)[number];
type Chosen = Partial<Record<Filter, string>>;

/** Stories on one page. */
const perPage = 12;
/** Longer stories are cut here and go on on their own page. */
const longest = 420;

/** All stories, from the featured ones, page by page. */
export function storyListRoute(deps: AppDeps): Route {
  return { method: 'GET', path: paths.storiesPage, role: 'public', handler: (c) => showList(c, deps) };
}

async function showList(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = storyPages[locale].list;
  const chosen = chosenOf(c);
  const after = c.req.query('after') ?? '';
  const filter = await filterOf(deps, { ...chosen, after, limit: String(perPage) });
  const { feed, end } = await readFeed(deps, filter, locale);
  const next = end && sealCursor(deps.keys, 'stories', [end.featured, end.publishedAt, end.id]);
  const canonical = new URL(listPath(chosen), deps.publicUrl).href;
  return page(
    c,
    deps,
    {
      title: terms.title,
      locale,
      languagePath: listPath(chosen),
      media: true,
      stories: true,
      // Search engines find each story by its own page; what is further down has nothing of its own.
      noindex: after !== '',
      head: html`<link rel="canonical" href="${canonical}" />`,
    },
    html`<section class="stories-head">
        <h1>${terms.title}</h1>
        <p class="lead">${terms.lead(deps.club.city[locale])}</p>
        ${filterForm(deps, locale, chosen)}
      </section>
      ${
        feed.stories.length === 0
          ? html`<p class="none">${terms.none}</p>`
          : html`<ul class="story-wall">
              ${feed.stories.map((story, index) => item(deps, story, locale, index < 3))}
            </ul>`
      }
      <nav class="story-pages" aria-label="${terms.title}">
        ${after ? html`<a href="${withLang(listPath(chosen), locale)}">${terms.first}</a>` : ''}
        ${next ? html`<a class="button" rel="next" href="${withLang(listPath({ ...chosen, after: next }), locale)}">${terms.more}</a>` : ''}
        <a href="${withLang(`${paths.join}?partner=${clubPartnerSlug}`, locale)}">${terms.tell}</a>
      </nav>`,
  );
}

function item(deps: AppDeps, story: StoryView, locale: Locale, eager: boolean): Html {
  const terms = storyPages[locale].list;
  const { isCut } = excerptOf(story.text, longest);
  const says = isCut ? terms.readOn(story.author.name) : terms.open(story.author.name);
  return html`<li id="story-${story.id}">
    ${storyFigure(deps, story, {
      locale,
      most: longest,
      sizes: '(min-width: 68rem) 21rem, (min-width: 44rem) 46vw, 92vw',
      plays: false,
      eager,
      links: html`<a class="open" href="${withLang(paths.storyPage(story.id), locale)}">${says}</a>`,
    })}
  </li>`;
}

/** What is not a filter of ours is no filter; a value that nobody knows is refused by `filterOf`. */
function chosenOf(c: AppContext): Chosen {
  return Object.fromEntries(
    filters.flatMap((name) => {
      const value = c.req.query(name);
      return value ? [[name, value]] : [];
    }),
  );
}

function listPath(query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${paths.storiesPage}?${search}` : paths.storiesPage;
}

function filterForm(deps: AppDeps, locale: Locale, chosen: Chosen): Html {
  const terms = storyPages[locale].list;
  const { club } = deps;
  const choices: Record<Filter, [value: string, name: string][]> = {
    circle: club.circles.map(({ id, name }) => [id, name[locale]]),
    kind: storyKinds.map((kind) => [kind, terms.kinds[kind]]),
    language: storyLanguages.map((language) => [language, languageName(language)]),
    tag: club.tags.map(({ id, name }) => [id, name[locale]]),
  };
  return html`<form
    class="filters"
    method="get"
    action="${paths.storiesPage}"
    role="search"
    aria-label="${terms.filter}"
  >
    <input type="hidden" name="lang" value="${locale}" />
    ${filters.map((name) =>
      choices[name].length === 0
        ? ''
        : html`<label
            ><span>${terms.labels[name]}</span>
            <select name="${name}">
              <option value="">${terms.any[name]}</option>
              ${choices[name].map(
                ([value, text]) =>
                  html`<option
                    value="${value}"
                    ${chosen[name] === value ? raw('selected') : ''}
                    ${name === 'language' ? html`lang="${value}"` : ''}
                  >
                    ${text}
                  </option>`,
              )}
            </select></label
          >`,
    )}
    <button class="button quiet">${terms.apply}</button>
    ${Object.keys(chosen).length > 0 ? html`<a href="${withLang(paths.storiesPage, locale)}">${terms.reset}</a>` : ''}
  </form>`;
}
