/** The pages that say who we are and what holds here: charter, privacy, legal notice, accessibility. */
import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import { termsFor, type ServerTerms } from '../../lang/index.ts';
import type { PagePart } from '../../lang/parts.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { Route } from '../router.ts';
import { conformity, page, pageLocale, type Html } from './layout.ts';
import type { Locale } from '../../contract/locales.ts';

interface Document {
  title: string;
  lead?: string;
  parts: PagePart[];
  closing?: string;
}

export function documentRoutes(deps: AppDeps): Route[] {
  const { club } = deps;
  const route = (path: string, make: (terms: ServerTerms, locale: Locale) => Document): Route => ({
    method: 'GET',
    path,
    role: 'public',
    handler: (c) => render(c, deps, path, make),
  });
  return [
    route(paths.charter, (terms, locale) => ({
      title: terms.charter.title,
      lead: terms.charter.lead,
      parts: club.charter.articles.map(({ title, text }) => ({ title: title[locale], paragraphs: [text[locale]] })),
      closing: `${terms.charter.agree} ${terms.charter.version(club.charter.version)}`,
    })),
    route(paths.privacy, (terms) => ({
      title: terms.privacy.title,
      lead: terms.privacy.lead,
      parts: terms.notice(club).map(({ title, text }) => ({ title, paragraphs: [text] })),
      closing: terms.privacy.version(club.notice.version),
    })),
    route(paths.legal, (terms) => ({ title: terms.legal.title, parts: terms.legal.parts(club) })),
    route(paths.accessibility, (terms) => ({
      title: terms.accessibility.title,
      parts: terms.accessibility.parts(club, conformity, deps.publicUrl),
    })),
  ];
}

function render(
  c: AppContext,
  deps: AppDeps,
  path: string,
  make: (terms: ServerTerms, locale: Locale) => Document,
): Promise<Response> {
  const locale = pageLocale(c, deps);
  const document = make(termsFor(locale), locale);
  return page(
    c,
    deps,
    { title: document.title, locale, languagePath: path },
    html`<article class="document">
      <h1>${document.title}</h1>
      ${document.lead ? html`<p class="lead">${document.lead}</p>` : ''} ${document.parts.map(renderPart)}
      ${document.closing ? html`<p class="hint">${document.closing}</p>` : ''}
    </article>`,
  );
}

function renderPart(part: PagePart): Html {
  return html`<section>
    <h2>${part.title}</h2>
    ${part.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${
      part.points
        ? html`<ul>
            ${part.points.map((point) => html`<li>${point}</li>`)}
          </ul>`
        : ''
    }
  </section>`;
}
