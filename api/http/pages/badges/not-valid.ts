import { html } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { page, withLang, type Html } from '../layout.ts';
import { badgeHead } from './head.ts';
import { momentOf } from '../moment.ts';
import { badgeImage, largeSeal, type BadgeView } from './view.ts';

/** One that has ended: when, and nothing of whose it was. Programs that count statuses are told that it is gone. */
export function endedPage(c: AppContext, deps: AppDeps, view: BadgeView): Promise<Response> {
  const { badge, locale, now } = view;
  const terms = badgePages[locale].page;
  const { day, time } = momentOf(deps.club, now);
  const endedAt = badge.endedAt ?? badge.validUntil;
  return page(
    c,
    deps,
    {
      title: terms.ended,
      locale,
      status: 410,
      languagePath: badgePaths.page(badge.publicId),
      badges: true,
      noindex: true,
      head: badgeHead(view),
    },
    html`<article class="badge-page">
      <header class="verdict ended">
        <p class="seal">${badgeImage(view, 'seal', { alt: '', size: largeSeal })}</p>
        <div>
          <h1>${terms.ended}</h1>
          <p class="checked">
            <time datetime="${new Date(now).toISOString()}">${terms.checked(day, time)}</time>
          </p>
          <p class="lead">${terms.endedOn(momentOf(deps.club, endedAt).day)}</p>
          <p>${terms.endedText}</p>
        </div>
      </header>
      ${waysOn(view)}
    </article>`,
  );
}

/** No badge has this address: somebody has mistyped it, or made it up. */
export function missingPage(c: AppContext, deps: AppDeps, locale: Locale): Promise<Response> {
  const { missing, meaning } = badgePages[locale].page;
  return page(
    c,
    deps,
    { title: missing.title, locale, status: 404, noindex: true },
    html`<section class="message">
      <h1>${missing.title}</h1>
      <p class="lead">${missing.text}</p>
      <ul class="points">
        ${missing.points.map((point) => html`<li>${point}</li>`)}
      </ul>
      <p><a class="button" href="${withLang(paths.verify, locale)}">${missing.verify}</a></p>
      <p><a href="${withLang(paths.badges, locale)}">${meaning}</a></p>
    </section>`,
  );
}

/** Where to read on, and to say that something is wrong. */
export function waysOn({ badge, locale }: BadgeView): Html {
  const { meaning, report } = badgePages[locale].page;
  return html`<p class="badge-links">
    <a href="${withLang(paths.badges, locale)}">${meaning}</a>
    <a href="${withLang(badgePaths.report(badge.publicId), locale)}" rel="nofollow">${report}</a>
  </p>`;
}
