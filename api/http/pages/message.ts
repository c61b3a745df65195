import { html } from 'hono/html';
import type { ProblemCode } from '../../contract/codes.ts';
import type { Locale } from '../../contract/locales.ts';
import { embedPaths } from '../../contract/embed.ts';
import { joinUrl, paths } from '../../contract/paths.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import { termsFor } from '../../lang/index.ts';
import { myBadges } from '../../lang/my-badges/index.ts';
import { partnerPages } from '../../lang/partners/index.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { isPartnerPage } from '../next.ts';
import { statusOf } from '../problem.ts';
import { requestIdOf } from '../request-id.ts';
import { page, pageLocale, withLang, type Html } from './layout.ts';

/** A page that says what happened, what to do, and what it means for the data. */
export async function messagePage(
  c: AppContext,
  deps: AppDeps,
  code: ProblemCode,
  retryAfter?: number,
): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = termsFor(locale);
  const message = terms.problems[code];
  const status = statusOf(code);
  const response = await page(
    c,
    deps,
    { title: message.title, locale, status, noindex: true },
    html`<section class="message">
      <h1>${message.title}</h1>
      <p>${message.text}</p>
      ${retryAfter === undefined ? '' : html`<p>${terms.retryAfter(retryAfter)}</p>`}
      ${code === 'unauthenticated' ? signInLinks(c, locale) : ''}
      ${code === 'partner_unknown' || code === 'partner_paused' ? ownForm(deps, locale) : ''}
      <p><a href="${withLang(paths.home, locale)}">${terms.site.home}</a></p>
      ${status >= 500 ? html`<p class="request-id">${requestIdOf(c)}</p>` : ''}
    </section>`,
  );
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  return response;
}

/** The club's own form: what the words promise to whoever came from a partner that is closed. */
function ownForm(deps: AppDeps, locale: Locale): Html {
  const href = joinUrl(deps.publicUrl, clubPartnerSlug, locale);
  return html`<p><a class="button" href="${href}">${termsFor(locale).join.title(deps.club.city[locale])}</a></p>`;
}

/** Where one signs in. Browsers withhold the session of staff from whoever follows a link of another site. */
function signInLinks(c: AppContext, locale: Locale): Html {
  if (!c.req.path.startsWith(`${paths.console}/`)) {
    const isPartners = isPartnerPage(c.req.path);
    const [path, title] = isPartners
      ? [embedPaths.partnerSignIn, partnerPages[locale].signIn.ask.title]
      : [paths.signIn, termsFor(locale).signIn.ask.title];
    return html`<p>
      <a class="button" href="${withLang(path, locale)}">${title}</a>
    </p>`;
  }
  const { desk } = myBadges[locale];
  return html`<p><a class="button" href="${withLang(paths.console, locale)}">${desk.console}</a></p>
    ${
      c.req.method === 'GET'
        ? html`<p>${desk.outside} <a href="${withLang(c.req.path, locale)}">${desk.again}</a></p>`
        : ''
    }`;
}
