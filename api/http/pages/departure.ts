import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import { leave, previewDeparture, unsubscribe, type Departure } from '../../domain/memberships/leave.ts';
import type { TokenPurpose } from '../../domain/ports.ts';
import { termsFor } from '../../lang/index.ts';
import { readForm } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { visitorOf } from '../visitor.ts';
import { page, pageLocale, withLang } from './layout.ts';

type Purpose = Extract<TokenPurpose, 'leave' | 'unsubscribe'>;

/**
 * Leaving the club, and the newsletter alone: one page, one button, no sign-in. `POST /unsubscribe?token=`
 * is also what a mail program presses by itself (RFC 8058), so the token may come in the address.
 */
export function departureRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  const routes = (purpose: Purpose, path: string, verb: typeof leave): Route[] => [
    {
      method: 'GET',
      path,
      role: 'public',
      handler: async (c) => {
        await limits.token(visitorOf(c, deps).limitKey);
        const token = c.req.query('token') ?? '';
        return render(c, deps, purpose, path, await previewDeparture(deps, token, purpose), token);
      },
    },
    {
      method: 'POST',
      path,
      role: 'public',
      handler: async (c) => {
        await limits.token(visitorOf(c, deps).limitKey);
        // Mail programs post multipart bodies (RFC 8058 §3.2): a token in the address needs none to be read.
        const token = c.req.query('token') ?? (await readForm(c)).get('token') ?? '';
        const result = await verb(deps, token);
        cache.clear();
        return render(c, deps, purpose, path, result, token);
      },
    },
  ];
  return [...routes('leave', paths.leave, leave), ...routes('unsubscribe', paths.unsubscribe, unsubscribe)];
}

function render(
  c: AppContext,
  deps: AppDeps,
  purpose: Purpose,
  path: string,
  result: Departure,
  token: string,
): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = termsFor(locale);
  const texts = terms[purpose];
  const message = texts[result.outcome];
  return page(
    c,
    deps,
    {
      title: message.title,
      locale,
      status: result.outcome === 'unknown' ? 404 : 200,
      referrerPolicy: 'no-referrer',
      noindex: true,
    },
    html`<section class="message">
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
      ${
        result.outcome === 'open'
          ? html`<form method="post" action="${withLang(path, locale)}">
                <input type="hidden" name="token" value="${token}" />
                <button class="button">${texts.open.button}</button>
              </form>
              <p class="hint">${texts.open.otherwise}</p>`
          : ''
      }
      <p><a href="${withLang(paths.home, locale)}">${terms.site.home}</a></p>
    </section>`,
  );
}
