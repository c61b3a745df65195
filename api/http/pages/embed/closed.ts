import { html } from 'hono/html';
import type { EmbedTheme } from '../../../contract/embed.ts';
import { joinUrl } from '../../../contract/paths.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import { sourcesOf } from '../../../domain/partners/origins.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { termsFor } from '../../../lang/index.ts';
import type { Message } from '../../../lang/parts.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { statusOf } from '../../problem.ts';
import { page, pageLocale } from '../layout.ts';

/** Nothing in this page can be misused by whoever shows it: a sentence, and a link out. */
const anybody = ['https:', 'http:'];

/** Why a frame has nothing to show, and where to go on. */
export interface ClosedFrame {
  status: number;
  message: Message;
  link: { href: string; text: string };
  partner?: Partner | undefined;
  theme: EmbedTheme;
}

/** A short page in a frame that has nothing to show. Never empty: whoever reads it has a way on. */
export function closedFrame(c: AppContext, deps: AppDeps, closed: ClosedFrame): Promise<Response> {
  const { status, message, link, partner, theme } = closed;
  const locale = pageLocale(c, deps, partner?.languages);
  const { site } = termsFor(locale);
  const sources = partner ? sourcesOf(partner) : [];
  const frame = { bare: true, noindex: true, theme, sheets: ['frame.css'], scripts: ['frame-child.js'] };
  return page(
    c,
    deps,
    {
      title: message.title,
      locale,
      status,
      frameAncestors: partner ? sources : anybody,
      ...frame,
      head: html`<meta name="ambassador-sources" content="${sources.join(' ')}" />`,
    },
    html`<main class="embed-closed">
      <h1>${message.title}</h1>
      <p>${message.text}</p>
      <p>
        <a href="${link.href}" target="_blank" rel="noopener">${link.text}</a>
        <span class="aside">(${site.newTab})</span>
      </p>
    </main>`,
  );
}

/** A partner that is unknown or paused: its frames lead to the club's own form. */
export function closedPartner(
  c: AppContext,
  deps: AppDeps,
  code: 'partner_unknown' | 'partner_paused',
  more: Pick<ClosedFrame, 'partner' | 'theme'>,
): Promise<Response> {
  const locale = pageLocale(c, deps, more.partner?.languages);
  const { problems, join } = termsFor(locale);
  return closedFrame(c, deps, {
    status: statusOf(code),
    message: problems[code],
    link: { href: joinUrl(deps.publicUrl, clubPartnerSlug, locale), text: join.title(deps.club.city[locale]) },
    ...more,
  });
}
