import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import { confirm, previewConfirmation, type Confirmation } from '../../domain/memberships/confirm.ts';
import { wayBack } from '../../domain/memberships/way-back.ts';
import type { Locale } from '../../contract/locales.ts';
import type { Member } from '../../domain/ports.ts';
import { termsFor } from '../../lang/index.ts';
import { myBadges } from '../../lang/my-badges/index.ts';
import { readForm } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { ReadCache } from '../read-cache.ts';
import type { ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { visitorOf } from '../visitor.ts';
import { clubPartnerSlug } from '../../domain/partners/name.ts';
import { backLink } from './way-back.ts';
import { flame, page, pageLocale, withLang, type Html } from './layout.ts';

/**
 * The page behind the confirmation mail. Mail scanners open links and run scripts, so opening shows one
 * button and changes nothing; pressing it confirms, and pressing it again is fine.
 */
export function confirmRoutes(deps: AppDeps, limits: RateLimits, cache: ReadCache<ReadyBody>): Route[] {
  async function show(c: AppContext): Promise<Response> {
    await limits.token(visitorOf(c, deps).limitKey);
    const token = c.req.query('token') ?? '';
    return render(c, deps, await previewConfirmation(deps, token), token);
  }
  async function press(c: AppContext): Promise<Response> {
    await limits.token(visitorOf(c, deps).limitKey);
    const token = (await readForm(c)).get('token') ?? '';
    const result = await confirm(deps, token);
    if (result.outcome === 'confirmed') {
      cache.clear();
      deps.wakeMailer();
      deps.wakeSigner();
    }
    return render(c, deps, result, token);
  }
  return [
    { method: 'GET', path: paths.confirm, role: 'public', handler: show },
    { method: 'POST', path: paths.confirm, role: 'public', handler: press },
  ];
}

/** Everything that the press agrees to: a link may stand for what somebody else typed. */
function answers(deps: AppDeps, locale: Locale, member: Member): Html {
  const terms = termsFor(locale);
  const circle = deps.club.circles.find((one) => one.id === member.circle);
  const consents = terms.consents(deps.club);
  const wishes = (['newsletter', 'public', 'introductions'] as const).filter((name) => member[name]);
  const more = (['lastName', 'place', 'organisation', 'sentence'] as const).filter((name) => member[name]);
  return html`<div class="who">
    <p>${terms.confirm.yourAnswers}</p>
    <ul>
      <li><bdi>${member.firstName}</bdi>${circle ? html` · ${circle.name[locale]}` : ''}</li>
      ${more.map((name) => html`<li><span class="mark">${terms.join.labels[name]}</span> <bdi>${member[name]}</bdi></li>`)}
      ${wishes.map((name) => html`<li>${consents[name]}</li>`)}
    </ul>
  </div>`;
}

const statusByOutcome = { open: 200, confirmed: 200, already: 200, expired: 410, taken: 409, unknown: 404 } as const;

async function render(c: AppContext, deps: AppDeps, result: Confirmation, token: string): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = termsFor(locale);
  const { confirm: texts, home } = terms;
  const message = texts[result.outcome];
  const joinPath = withLang(`${paths.join}?partner=${clubPartnerSlug}`, locale);
  let rest: Html = html`<p><a class="button" href="${joinPath}">${texts.joinAgain}</a></p>`;
  if (result.outcome === 'open') {
    rest = html`${answers(deps, locale, result.member)}
      <form method="post" action="${withLang(paths.confirm, locale)}">
        <input type="hidden" name="token" value="${token}" />
        <button class="button">${texts.open.button}</button>
      </form>
      <p class="hint">${texts.open.otherwise}</p>`;
  } else if (result.outcome === 'confirmed' || result.outcome === 'already') {
    const points = result.outcome === 'confirmed' ? texts.confirmed.points : [];
    const { card: badge } = myBadges[locale].mine;
    rest = html`${
        points.length > 0
          ? html`<ul class="points">
              ${points.map((point) => html`<li>${point}</li>`)}
            </ul>`
          : ''
      }
      <h2>${badge.title}</h2>
      <p>${badge.text}</p>
      <p><a class="button" href="${withLang(paths.myBadgesPage, locale)}">${badge.link}</a></p>
      ${backLink(await wayBack(deps, result.member), locale)}
      <p><a href="${withLang(paths.home, locale)}">${terms.site.home}</a></p>`;
  }
  return page(
    c,
    deps,
    {
      title: message.title,
      locale,
      status: statusByOutcome[result.outcome],
      referrerPolicy: 'no-referrer',
      noindex: true,
    },
    html`<section class="message" aria-label="${home.title(deps.club.city[locale])}">
      ${flame}
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
      ${rest}
    </section>`,
  );
}
