import { html } from 'hono/html';
import { badgePaths, badgeSizes, badgePicture, type BadgeForm } from '../../../contract/badge.ts';
import { embedPaths } from '../../../contract/embed.ts';
import { paths } from '../../../contract/paths.ts';
import { frameAncestors } from '../../../domain/badges/frame-ancestors.ts';
import { readBadge, type ShownBadge } from '../../../domain/badges/view.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { embedTerms } from '../../../lang/embed/index.ts';
import { termsFor } from '../../../lang/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import type { Route } from '../../router.ts';
import { altOf, domainOf, viewOf, type BadgeView } from '../badges/view.ts';
import { page, withLang, type Html } from '../layout.ts';
import { momentOf } from '../moment.ts';
import type { FrameView } from './asked.ts';
import { closedFrame } from './closed.ts';
import { framed } from './framed.ts';
import { frameOptions } from './options.ts';

/**
 * A badge, checked while the page is made: it is never kept, so what it says is true when it is seen. Drawn here
 * alone, with a script or without: the widget compares a business's domain with the page's own, which in a frame is
 * the club's, and what it unfolds would be cut off by the frame.
 */
export function badgeFrameRoute(deps: AppDeps): Route {
  const handler = framed(deps, 'badge', async (c, view) => {
    const badge = await readBadge(deps, view.choice.attributes['badge'] ?? '');
    return badge ? showBadge(c, deps, view, badge) : missingBadge(c, deps, view);
  });
  return { method: 'GET', path: embedPaths.frame('badge'), role: 'public', handler };
}

async function showBadge(c: AppContext, deps: AppDeps, frame: FrameView, badge: ShownBadge): Promise<Response> {
  const view = viewOf(deps, badge, frame.locale);
  const { state } = view.status;
  const terms = badgePages[frame.locale].page;
  const response = await page(
    c,
    deps,
    { title: terms[state], ...frameOptions(deps, frame) },
    html`<main class="embed-badge">
      ${picture(view, frame)}
      <details class="${state}">
        <summary>${terms[state]}</summary>
        ${facts(deps, view)}
      </details>
    </main>`,
  );
  // A browser that is given two policies keeps both: the partner's sites, and of those the badge's own domain.
  response.headers.append('content-security-policy', `frame-ancestors ${frameAncestors(badge, deps)}`);
  return response;
}

/** In the scheme of the frame, or in the reader's. */
function picture(view: BadgeView, { choice, locale }: FrameView): Html {
  const { badge, status } = view;
  const { theme } = choice;
  const form = (choice.attributes['variant'] ?? 'line') as BadgeForm;
  const { width, height } = badgeSizes[form];
  // For a minute the browser may still have the picture of before the end.
  const fresh = status.state === 'ended' ? '?ended' : '';
  const source = (scheme: 'light' | 'dark') => badgePicture(badge.publicId, 'svg', { form, scheme }) + fresh;
  return html`<a href="${withLang(badgePaths.page(badge.publicId), locale)}" target="_blank" rel="noopener"
    ><picture>
      ${theme === 'auto' ? html`<source srcset="${source('dark')}" media="(prefers-color-scheme: dark)" />` : ''}
      <img
        src="${source(theme === 'dark' ? 'dark' : 'light')}"
        width="${width}"
        height="${height}"
        alt="${altOf(view)}"
        lang="${badge.language}"
      /> </picture
  ></a>`;
}

/** What anybody may know of it, and where it can be checked. */
function facts(deps: Pick<AppDeps, 'club'>, view: BadgeView): Html {
  const { status, locale, badge, now } = view;
  const terms = badgePages[locale].page;
  const { day, time } = momentOf(deps.club, now);
  const known: [label: string, value: string | null][] = [
    [terms.labels.name, status.name],
    [terms.labels.circle, status.circle],
    [terms.labels.domain, domainOf(view)],
    [terms.labels.since, terms.day(status.since)],
    [terms.labels.until, status.until && terms.day(status.until)],
  ];
  return html`<p>${terms.checked(day, time)}</p>
    <dl>
      ${known.map(([label, value]) =>
        value === null
          ? ''
          : html`<div>
              <dt>${label}</dt>
              <dd><bdi>${value}</bdi></dd>
            </div>`,
      )}
    </dl>
    <p>
      <a href="${withLang(badgePaths.page(badge.publicId), locale)}" target="_blank" rel="noopener"
        >${embedTerms[locale].checkBadge}</a
      >
      <span class="aside">(${termsFor(locale).site.newTab})</span>
    </p>`;
}

function missingBadge(c: AppContext, deps: AppDeps, { partner, choice, locale }: FrameView): Promise<Response> {
  const { missing, meaning } = badgePages[locale].page;
  const link = { href: withLang(paths.badges, locale), text: meaning };
  return closedFrame(c, deps, { status: 404, message: missing, link, partner, theme: choice.theme });
}
