import { html } from 'hono/html';
import { joinUrl, paths } from '../../../contract/paths.ts';
import { slugPattern } from '../../../contract/text.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import { sourcesOf } from '../../../domain/partners/origins.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages } from '../../../lang/partners/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { statusOf } from '../../problem.ts';
import { flame, page, pageLocale } from '../layout.ts';

/** Is this one of the pages that partners show in a frame? */
export const isFrame = (path: string): boolean => path.startsWith(paths.embed(''));

/**
 * What stands in a frame while its partner is paused: a sentence and a real link, where the widget would be. The
 * partner's own pages may still show it; without that their visitors would see the browser's refusal.
 */
export async function pausedFrame(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const slug = c.req.query('partner') ?? '';
  const partner = slugPattern.test(slug) ? await deps.storage.partnerBySlug(slug) : undefined;
  const { title, text } = termsFor(locale).problems.partner_paused;
  const frameAncestors = partner && { frameAncestors: sourcesOf(partner) };
  const options = {
    title,
    locale,
    bare: true,
    sheets: ['partners.css'],
    noindex: true,
    status: statusOf('partner_paused'),
    ...frameAncestors,
  };
  return page(
    c,
    deps,
    options,
    html`<main class="paused-frame">
      <h1>${flame}${title}</h1>
      <p>
        ${text}
        <a href="${joinUrl(deps.publicUrl, clubPartnerSlug, locale)}" target="_blank" rel="noopener"
          >${partnerPages[locale].frame.link} <span class="aside">(${termsFor(locale).site.newTab})</span></a
        >
      </p>
    </main>`,
  );
}
