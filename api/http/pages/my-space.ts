import { html } from 'hono/html';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { leaveSignedIn } from '../../domain/memberships/leave.ts';
import type { Member } from '../../domain/ports.ts';
import { endEverySession, endToken } from '../../domain/sessions/end.ts';
import { signedInMember } from '../../domain/sessions/me.ts';
import { termsFor } from '../../lang/index.ts';
import { myBadges } from '../../lang/my-badges/index.ts';
import { ambassadorKey } from '../../contract/attribution.ts';
import { codeOf } from '../../domain/memberships/referral.ts';
import { numberIn } from '../../lang/format.ts';
import { statisticsTerms } from '../../lang/statistics/index.ts';
import { readForm } from '../body.ts';
import { clearCookie } from '../cookies.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { cookie, memberActor, memberCookie, memberHere, requireOwnPage } from '../guard.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { copyField } from './badges/tools.ts';
import { flame, page, pageLocale, seeOther, withLang, type Html } from './layout.ts';

/** The member's own page: who they are, where their stories are, how to go. */
export function mySpaceRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  async function show(c: AppContext): Promise<Response> {
    const member = await signedInMember(deps, memberActor(c));
    const locale = pageLocale(c, deps);
    const title = termsFor(locale).signIn.space.title(member.firstName);
    const came = await deps.storage.statistics.referredBy(member.id);
    // For the fields that can be copied.
    const options = { title, locale, noindex: true, languagePath: paths.mySpace, badges: true };
    return page(c, deps, options, space(c, deps, member, came));
  }

  async function askToLeave(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const { leave } = termsFor(locale).signIn;
    const main = html`<section class="message">
      <h1>${leave.title}</h1>
      <p class="lead">${leave.text}</p>
      <form method="post" action="${withLang(paths.leaveSignedIn, locale)}">
        <button class="button">${leave.button}</button>
      </form>
      <p class="hint">${leave.otherwise}</p>
      <p><a href="${withLang(paths.mySpace, locale)}">${termsFor(locale).signIn.back}</a></p>
    </section>`;
    return page(c, deps, { title: leave.title, locale, noindex: true }, main);
  }

  async function leave(c: AppContext): Promise<Response> {
    await leaveSignedIn(deps, memberActor(c));
    cache.clear();
    const locale = pageLocale(c, deps);
    const terms = termsFor(locale);
    const { title, text } = terms.leave.done;
    const main = html`<section class="message">
      ${flame}
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a href="${withLang(paths.home, locale)}">${terms.site.home}</a></p>
    </section>`;
    const response = await page(c, deps, { title, locale, noindex: true }, main);
    response.headers.append('set-cookie', clearCookie(memberCookie));
    return response;
  }

  /** Public: whoever has been signed out meanwhile and presses the button is signed out, and that is all. */
  async function signOut(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    const everywhere = (await readForm(c)).get('everywhere') !== undefined;
    const actor = everywhere ? await memberHere(c, deps) : undefined;
    await (actor ? endEverySession(deps, actor) : endToken(deps, cookie(c, memberCookie)));
    return seeOther(deps, withLang(paths.home, pageLocale(c, deps)), [clearCookie(memberCookie)]);
  }

  return [
    { method: 'GET', path: paths.mySpace, role: 'member', handler: show },
    { method: 'GET', path: paths.leaveSignedIn, role: 'member', handler: askToLeave },
    { method: 'POST', path: paths.leaveSignedIn, role: 'member', handler: leave },
    { method: 'POST', path: paths.signOut, role: 'public', handler: signOut },
  ];
}

function space(c: AppContext, deps: AppDeps, member: Member, came: number): Html {
  const locale = pageLocale(c, deps);
  const { space: texts } = termsFor(locale).signIn;
  const { card: badge } = myBadges[locale].mine;
  const circle = deps.club.circles.find(({ id }) => id === member.circle);
  const facts: [string, string | null | undefined][] = [
    [texts.labels.email, member.email],
    [texts.labels.circle, circle?.name[locale]],
    [texts.labels.place, member.place],
  ];
  const signOut = withLang(paths.signOut, locale);
  return html`<div class="my-space">
    <h1>${flame}<bdi>${texts.title(member.firstName)}</bdi></h1>
    <section class="card">
      <h2>${texts.stories.title}</h2>
      <p>${texts.stories.text}</p>
      <p><a class="button" href="${withLang(paths.myStoriesPage, locale)}">${texts.stories.link}</a></p>
    </section>
    <section class="card">
      <h2>${badge.title}</h2>
      <p>${badge.text}</p>
      <p><a class="button" href="${withLang(paths.myBadgesPage, locale)}">${badge.link}</a></p>
    </section>
    ${referral(deps, member, came, locale)}
    <section>
      <h2>${texts.about}</h2>
      <dl class="facts">
        ${facts.map(([name, value]) =>
          value
            ? html`<div>
                <dt>${name}</dt>
                <dd><bdi>${value}</bdi></dd>
              </div>`
            : '',
        )}
      </dl>
      <p class="hint">${texts.change(deps.club.legal.email)}</p>
    </section>
    <section class="ways">
      <form method="post" action="${signOut}"><button class="button quiet">${texts.signOut}</button></form>
      <form method="post" action="${signOut}">
        <button class="button quiet" name="everywhere" value="1" aria-describedby="everywhere">
          ${texts.signOutEverywhere}
        </button>
      </form>
      <p class="hint" id="everywhere">${texts.everywhere}</p>
      <p><a href="${withLang(paths.leaveSignedIn, locale)}">${texts.leave}</a></p>
    </section>
  </div>`;
}

/** The member's own link, and how many came by it: never who. */
function referral(deps: AppDeps, member: Member, came: number, locale: Locale): Html {
  const texts = statisticsTerms[locale].referral;
  const { tools } = myBadges[locale];
  const query = `${ambassadorKey}=${codeOf(deps, member.id)}`;
  const link = new URL(`${paths.join}?${query}`, deps.publicUrl).href;
  return html`<section class="card referral">
    <h2>${texts.title}</h2>
    <p>${texts.text}</p>
    ${copyField({ id: 'referral-link', label: texts.label, value: link }, tools)}
    <p>${texts.elsewhere}</p>
    ${copyField({ id: 'referral-query', label: texts.elsewhereLabel, value: `?${query}` }, tools)}
    <p>${texts.came(came, numberIn(locale)(came))}</p>
  </section>`;
}
