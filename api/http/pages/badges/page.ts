import { html } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import { paths } from '../../../contract/paths.ts';
import { readBadge } from '../../../domain/badges/view.ts';
import { badgePages, type BadgePageTerms } from '../../../lang/badge-pages/index.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { negotiate } from '../../negotiate-badge.ts';
import type { ReadCache } from '../../read-cache.ts';
import type { ReadyBody } from '../../respond.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, withLang, type Html } from '../layout.ts';
import { elsewhere } from './elsewhere.ts';
import { badgeHead } from './head.ts';
import { endedPage, missingPage, waysOn } from './not-valid.ts';
import { qrCode } from './qr.ts';
import { badgeTools } from './tools.ts';
import { momentOf } from '../moment.ts';
import { altOf, badgeImage, domainOf, largeSeal, shortAddress, viewOf, type BadgeView } from './view.ts';

/** The page that a badge leads to: what is true of it at the moment of asking, and nothing from a cache. */
export function badgePageRoute(deps: AppDeps, cache: ReadCache<ReadyBody>): Route {
  const asFile = negotiate(deps, cache);
  // The same address answers programs with the signed badge, when they ask for it.
  const handler = async (c: AppContext) => (await asFile(c)) ?? showBadge(c, deps);
  return { method: 'GET', path: '/b/:id', role: 'public', handler };
}

async function showBadge(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const badge = await readBadge(deps, c.req.param('id') ?? '');
  const response = badge ? await livePage(c, deps, viewOf(deps, badge, locale)) : await missingPage(c, deps, locale);
  response.headers.set('vary', 'accept, accept-language');
  return response;
}

const livePage = (c: AppContext, deps: AppDeps, view: BadgeView): Promise<Response> =>
  view.status.state === 'valid' ? validPage(c, deps, view) : endedPage(c, deps, view);

function validPage(c: AppContext, deps: AppDeps, view: BadgeView): Promise<Response> {
  const { locale, badge } = view;
  const terms = badgePages[locale].page;
  const { tools } = myBadges[locale];
  const options = {
    title: terms.valid,
    locale,
    languagePath: badgePaths.page(badge.publicId),
    badges: true,
    noindex: true,
    head: badgeHead(view),
  };
  return page(
    c,
    deps,
    options,
    html`<article class="badge-page">
      ${verdict(view, terms)} ${facts(view, terms)} ${waysOn(view)} ${elsewhere(view, deps.credentials.did)}
      <details class="mine">
        <summary>${tools.mine}</summary>
        <p>${tools.mineText}</p>
        ${badgeTools(view)}
        <p><a href="${withLang(paths.myBadgesPage, locale)}">${tools.space}</a></p>
      </details>
    </article>`,
  );
}

/** What is true now, in words; the seal says where it can be checked. */
function verdict(view: BadgeView, terms: BadgePageTerms['page']): Html {
  const { deps, badge, locale, now } = view;
  const club = deps.club.name[locale];
  const domain = domainOf(view);
  const { day, time } = momentOf(deps.club, now);
  return html`<header class="verdict">
    <p class="seal">${badgeImage(view, 'seal', { alt: altOf(view), size: largeSeal })}</p>
    <div>
      <h1>${terms.valid}</h1>
      <p class="checked">
        <time datetime="${new Date(now).toISOString()}">${terms.checked(day, time)}</time>
      </p>
      <p class="lead">${badge.kind === 'business' ? terms.business(club) : terms.person(club)}</p>
      ${domain === null ? '' : html`<p class="lead only-on">${terms.onlyOn(domain)}</p>`}
    </div>
  </header>`;
}

function facts(view: BadgeView, terms: BadgePageTerms['page']): Html {
  const { deps, badge, status, locale } = view;
  const { labels } = terms;
  const circle = deps.club.circles.find(({ id }) => id === badge.circle);
  const address = shortAddress(view);
  const known: [label: string, value: string | null][] = [
    [labels.name, status.name],
    [labels.domain, domainOf(view)],
    [labels.circle, status.circle && (circle?.name[locale] ?? status.circle)],
    [labels.since, terms.day(status.since)],
    [labels.until, status.until && terms.day(status.until)],
  ];
  return html`<section class="badge-facts">
    <div>
      <dl class="facts">
        ${known.map(([label, value]) =>
          value === null
            ? ''
            : html`<div>
                <dt>${label}</dt>
                <dd><bdi>${value}</bdi></dd>
              </div>`,
        )}
        <div>
          <dt>${labels.club}</dt>
          <dd><a href="${withLang(paths.home, locale)}">${deps.club.name[locale]}</a></dd>
        </div>
      </dl>
      ${status.name === null ? html`<p class="hint">${terms.nameless}</p>` : ''}
    </div>
    <figure class="code">
      ${qrCode(new URL(badgePaths.page(status.id), deps.publicUrl).href, terms.code(address))}
      <figcaption class="hint">${terms.scan}</figcaption>
    </figure>
  </section>`;
}
