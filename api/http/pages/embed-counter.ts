import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import { readCounter } from '../../domain/counter/read.ts';
import { findPartner } from '../../domain/partners/admit.ts';
import { sourcesOf } from '../../domain/partners/origins.ts';
import { termsFor } from '../../lang/index.ts';
import type { AppDeps } from '../env.ts';
import type { Route } from '../router.ts';
import { flame, page, pageLocale } from './layout.ts';

/** The counter for a page without JavaScript: a frame that only this partner's sites may show. */
export function embedCounterRoute(deps: AppDeps): Route {
  return {
    method: 'GET',
    path: paths.embed('counter'),
    role: 'public',
    handler: async (c) => {
      const partner = await findPartner(deps, c.req.query('partner') ?? '');
      const locale = pageLocale(c, deps);
      const { counter } = termsFor(locale);
      const { members, goal, partner: share } = await readCounter(deps, partner, locale);
      const sentence = counter.sentence(members, goal.members, goal.date);
      return page(
        c,
        deps,
        { title: sentence, locale, bare: true, frameAncestors: sourcesOf(partner), noindex: true },
        html`<main class="embed-counter">
          <p>${flame}<span>${sentence}</span></p>
          <progress max="${goal.members}" value="${Math.min(members, goal.members)}" aria-hidden="true"></progress>
          ${share && share.members > 0 ? html`<p class="share">${counter.share(share.members, share.name)}</p>` : ''}
        </main>`,
      );
    },
  };
}
