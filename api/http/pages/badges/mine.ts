import { html } from 'hono/html';
import { BadgeChoices } from '../../../contract/badge-requests.ts';
import type { ProblemCode } from '../../../contract/codes.ts';
import { badgeLimits } from '../../../contract/limits.ts';
import { paths } from '../../../contract/paths.ts';
import type { MemberActor } from '../../../domain/actor.ts';
import { askBusiness } from '../../../domain/badges/ask-business.ts';
import { chooseShown } from '../../../domain/badges/choose.ts';
import { giveUp } from '../../../domain/badges/give-up.ts';
import { heldBadges } from '../../../domain/badges/held.ts';
import { DomainError, refuseField } from '../../../domain/errors.ts';
import { createFormToken, requireFormToken } from '../../../domain/proofs/form-token.ts';
import { signedInMember } from '../../../domain/sessions/me.ts';
import { termsFor } from '../../../lang/index.ts';
import { myBadges, type BadgeNote } from '../../../lang/my-badges/index.ts';
import { lookNow } from '../../badges/look-now.ts';
import { readForm } from '../../body.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { memberActor } from '../../guard.ts';
import { statusOf, toDomainError } from '../../problem.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { validate } from '../../validate.ts';
import { flame, page, pageLocale, seeOther, withLang } from '../layout.ts';
import type { Failure } from './mine-state.ts';
import { mineView } from './mine-view.ts';

/** Does something with what was posted. Answers the badge that it was about, and what is said on the next page. */
type Work = (posted: Posted) => Promise<{ id: string; note: BadgeNote }>;

interface Posted {
  actor: MemberActor;
  id: string;
  values: Map<string, string>;
}

const notes: readonly BadgeNote[] = ['saved', 'asked', 'proven', 'given_up'];

/** A holder's badges: what they show, how to show them, and those of a business. */
export function mineRoutes(deps: AppDeps, limits: RateLimits, changed: () => void): Route[] {
  async function show(c: AppContext, failure?: Failure): Promise<Response> {
    const actor = onPage(c);
    const locale = pageLocale(c, deps);
    const member = await signedInMember(deps, actor);
    const { title } = myBadges[locale].mine;
    const done = failure ? undefined : notes.find((one) => one === c.req.query('done'));
    const view = {
      deps,
      locale,
      member,
      held: await heldBadges(deps, actor),
      now: deps.clock.now(),
      token: createFormToken(deps, boundTo(actor)),
      ...(done && { done: { note: done, id: c.req.query('badge') ?? '' } }),
      ...(failure && { failure }),
    };
    const status = failure ? statusOf(failure.code) : 200;
    const options = {
      title: failure ? `${termsFor(locale).join.errorPrefix}${title}` : title,
      locale,
      status,
      languagePath: paths.myBadgesPage,
      badges: true,
      widgets: true,
      noindex: true,
    };
    return page(
      c,
      deps,
      options,
      html`<article class="my-badges">
        <h1>${flame}${title}</h1>
        ${mineView(view)}
      </article>`,
    );
  }

  /** A form of ours, from our page, in this session. What was refused is shown again as it was typed. */
  const taking = (work: Work): Route['handler'] =>
    async function take(c) {
      const actor = onPage(c);
      await limits.member(`member-${actor.memberId}`);
      const values = await readForm(c);
      const id = c.req.param('id') ?? '';
      try {
        requireFormToken(deps, values.get('token'), boundTo(actor));
        const done = await work({ actor, id, values });
        changed();
        deps.wakeSigner();
        const to = withLang(paths.myBadgesPage, pageLocale(c, deps));
        return seeOther(deps, `${to}&done=${done.note}&badge=${done.id}#b-${done.id}`);
      } catch (error) {
        const { code, errors, finding } = toDomainError(error);
        if (!isSaidHere(code)) throw error;
        return show(c, { id, code, values, errors: errors ?? [], finding });
      }
    };

  const { ask, choose, check, drop } = verbs(deps, limits);
  const one = `${paths.myBadgesPage}/:id`;
  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'member',
    handler,
  });
  return [
    route('GET', paths.myBadgesPage, (c) => show(c)),
    route('POST', paths.myBadgesPage, taking(ask)),
    route('POST', `${one}/choices`, taking(choose)),
    route('POST', `${one}/check`, taking(check)),
    route('POST', `${one}/give-up`, taking(drop)),
  ];
}

/** What the forms do, each by the verb that the API uses. */
function verbs(deps: AppDeps, limits: RateLimits): Record<'ask' | 'choose' | 'check' | 'drop', Work> {
  return {
    async ask({ actor, values }) {
      const domain = values.get('domain') ?? '';
      if (domain.length > badgeLimits.url) refuseField('domain', 'domain_invalid');
      const { publicId } = await askBusiness(deps, actor, domain);
      return { id: publicId, note: 'asked' };
    },
    async choose({ actor, id, values }) {
      const choices = validate(BadgeChoices, {
        showsName: values.has('showsName'),
        showsCircle: values.has('showsCircle'),
        language: values.get('language'),
      });
      await chooseShown(deps, actor, id, choices);
      return { id, note: 'saved' };
    },
    async check({ actor, id }) {
      await lookNow(deps, limits, actor, id);
      return { id, note: 'proven' };
    },
    async drop({ actor, id }) {
      await giveUp(deps, actor, id);
      return { id, note: 'given_up' };
    },
  };
}

/** Refusals that the page says beside what was posted; the others are pages of their own. */
function isSaidHere(code: ProblemCode): boolean {
  return statusOf(code) < 500 && code !== 'not_found' && code !== 'unauthenticated';
}

/** Pages are for people with a cookie. */
function onPage(c: AppContext): MemberActor {
  const actor = memberActor(c);
  if (actor.via !== 'cookie') throw new DomainError('unauthenticated');
  return actor;
}

/** A form works in the session that it was drawn for. */
const boundTo = (actor: MemberActor) => `my-badges:${actor.session}`;
