import { html } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, withLang, type Html } from '../layout.ts';

/** What the badge means, how one gets it and what ends it. Every signed badge names a part of this page. */
export function meaningRoute(deps: AppDeps): Route {
  return { method: 'GET', path: paths.badges, role: 'public', handler: (c) => showMeaning(c, deps) };
}

function showMeaning(c: AppContext, deps: AppDeps): Promise<Response> {
  const { club } = deps;
  const locale = pageLocale(c, deps);
  const { meaning: terms } = badgePages[locale];
  const part = ({ title, text }: { title: string; text: string }, id?: string): Html =>
    html`<section ${id === undefined ? '' : html`id="${id}"`}>
      <h2>${title}</h2>
      <p>${text}</p>
    </section>`;
  return page(
    c,
    deps,
    { title: terms.title, locale, languagePath: paths.badges, badges: true },
    html`<article class="document badge-meaning">
      <h1>${terms.title}</h1>
      <p class="lead">${terms.lead(club.city[locale])}</p>
      ${part(terms.what)} ${part(terms.not)}
      <section>
        <h2>${terms.criteria.title}</h2>
        <p>${deps.texts.badge(locale).criteria}</p>
      </section>
      ${part(terms.member, 'member')}
      <section>
        <h2>${terms.circles.title}</h2>
        <p>${terms.circles.text}</p>
        <ul class="cards">
          ${club.circles.map(
            ({ id, name, description, byInvitation }) =>
              html`<li id="${id}">
                <h3>${name[locale]}</h3>
                <p>${description[locale]}</p>
                ${byInvitation ? html`<p class="tag">${terms.circles.byInvitation}</p>` : ''}
              </li>`,
          )}
        </ul>
      </section>
      ${part(terms.business, 'business')}
      <section id="check">
        <h2>${terms.check.title}</h2>
        <ol>
          ${terms.check.points(new URL(deps.publicUrl).host).map((point) => html`<li>${point}</li>`)}
        </ol>
        <p><a class="button" href="${withLang(paths.verify, locale)}">${terms.check.verify}</a></p>
      </section>
      <section>
        <h2>${terms.ends.title}</h2>
        <ul class="points">
          ${terms.ends.points.map((point) => html`<li>${point}</li>`)}
        </ul>
        <p>${terms.ends.text}</p>
      </section>
      ${part(terms.privacy)}
      <p><a href="${withLang(paths.myBadgesPage, locale)}">${terms.mine}</a></p>
    </article>`,
  );
}
