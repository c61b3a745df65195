import { html } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import { readBadge } from '../../../domain/badges/view.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, withLang, type Html } from '../layout.ts';
import { badgePicture, badgeSizes } from '../../../contract/badge.ts';
import { endedPage, missingPage } from './not-valid.ts';
import { qrCode } from './qr.ts';
import { absolute, domainOf, shortAddress, viewOf, type BadgeView } from './view.ts';

const sizes = ['a5', 'a4'] as const;
type Size = (typeof sizes)[number];

/** A sheet for the window: the seal, whose it is as far as they show it, and a code that leads to the live page. */
export function printRoute(deps: AppDeps): Route {
  return { method: 'GET', path: '/b/:id/print', role: 'public', handler: (c) => showSheet(c, deps) };
}

async function showSheet(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const badge = await readBadge(deps, c.req.param('id') ?? '');
  if (!badge) return missingPage(c, deps, locale);
  const view = viewOf(deps, badge, locale);
  if (view.status.state === 'ended') return endedPage(c, deps, view);
  const size = sizes.find((one) => one === c.req.query('size')) ?? 'a5';
  const { title } = badgePages[locale].print;
  const options = { title, locale, badges: true, bare: true, noindex: true };
  return page(c, deps, options, sheet(view, size));
}

function sheet(view: BadgeView, size: Size): Html {
  const { deps, badge, status, locale } = view;
  const terms = badgePages[locale].print;
  const own = badge.language;
  const path = `${badgePaths.page(badge.publicId)}/print`;
  const whose = [status.name, domainOf(view), status.circle].filter((one) => one !== null);
  // What is printed is in the badge's language, like its picture; what stands around it in the reader's.
  return html`<main class="print-page" id="main">
    <header class="no-print">
      <h1>${terms.title}</h1>
      <p>${terms.hint}</p>
      <ul>
        ${sizes.map((one) => {
          const here = one === size;
          return html`<li>
            ${
              here
                ? html`<strong>${terms.sizes[one]}</strong>`
                : html`<a href="${withLang(`${path}?size=${one}`, locale)}">${terms.sizes[one]}</a>`
            }
          </li>`;
        })}
      </ul>
      <p><a href="${withLang(badgePaths.page(badge.publicId), locale)}">${terms.back}</a></p>
    </header>
    <section class="sheet ${size}" lang="${own}">
      <img
        src="${badgePicture(badge.publicId, 'svg', { form: 'seal' })}"
        width="${badgeSizes.seal.width}"
        height="${badgeSizes.seal.height}"
        alt=""
      />
      <h2>${badgePages[own].print.member(deps.club.city[own])}</h2>
      ${whose.map((one) => html`<p class="whose"><bdi>${one}</bdi></p>`)}
      <div class="scan">
        ${qrCode(absolute(view, badgePaths.page(badge.publicId)), badgePages[own].page.code(shortAddress(view)))}
        <p>
          <strong>${badgePages[own].print.scan}</strong>
          <span>${shortAddress(view)}</span>
        </p>
      </div>
      <p class="club">${deps.club.name[own]}</p>
    </section>
  </main>`;
}
