import { html } from 'hono/html';
import { embedPaths } from '../../../contract/embed.ts';
import { paths } from '../../../contract/paths.ts';
import { requestPartnerCode } from '../../../domain/sessions/request-code.ts';
import { signInStaff } from '../../../domain/sessions/verify-code.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages } from '../../../lang/partners/index.ts';
import type { AppDeps } from '../../env.ts';
import { partnerHere, staffCookie } from '../../guard.ts';
import { nextPartnerPage } from '../../next.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { withLang } from '../layout.ts';
import { doorRoutes } from '../sign-in.ts';

/** Where a partner's people sign in: the same two forms as members', for which the code is enough. */
export function partnerSignInRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  return doorRoutes(deps, limits, {
    form: 'page:partner-sign-in',
    ask: embedPaths.partnerSignIn,
    code: embedPaths.partnerSignInCode,
    session: staffCookie,
    nextPage: nextPartnerPage,
    isHere: async (c) => (await partnerHere(c, deps)) !== undefined,
    request: requestPartnerCode,
    signIn: (attempt) => signInStaff(deps, attempt, 'partner'),
    words(locale) {
      const { ask, code } = termsFor(locale).signIn;
      const { signIn } = partnerPages[locale];
      return { ask: { ...ask, ...signIn.ask }, code: { ...code, ...signIn.code } };
    },
    stranger: (locale) => ({ text: termsFor(locale).signIn.ask.title, path: withLang(paths.signIn, locale) }),
    // The cookie is withheld from whoever follows a link of another site.
    more(locale) {
      const { already, open } = partnerPages[locale].signIn;
      return html`<p class="hint">${already} <a href="${withLang(embedPaths.partnerSpace, locale)}">${open}</a></p>`;
    },
  });
}
