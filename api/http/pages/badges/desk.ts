import { html } from 'hono/html';
import { paths } from '../../../contract/paths.ts';
import { actorName, type StaffActor } from '../../../domain/actor.ts';
import { badgeIdIn } from '../../../domain/badges/badge-id.ts';
import { endByStaff } from '../../../domain/badges/end-by-staff.ts';
import { closeBadgeReport, openReports } from '../../../domain/badges/reported.ts';
import { readBadge } from '../../../domain/badges/view.ts';
import { DomainError } from '../../../domain/errors.ts';
import { createFormToken, requireFormToken } from '../../../domain/proofs/form-token.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { readForm } from '../../body.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { staffActor } from '../../guard.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, seeOther, withLang } from '../layout.ts';
import { badgeEntry, deskView, type DeskNote } from './desk-view.ts';

const notes: readonly DeskNote[] = ['closed', 'ended'];

/** Where staff read reports of badges, look one up by its address, and end what is misused. */
export function deskRoutes(deps: AppDeps, changed: () => void): Route[] {
  async function show(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const { title } = myBadges[locale].desk;
    const asked = c.req.query('badge')?.trim();
    const note = notes.find((one) => one === c.req.query('done'));
    const view = {
      deps,
      locale,
      now: deps.clock.now(),
      reports: await openReports(deps),
      token: createFormToken(deps, boundTo(staffActor(c))),
      ...(note && { note }),
      ...(asked && { asked, found: await readBadge(deps, badgeIdIn(asked) ?? '') }),
    };
    const options = { title, locale, languagePath: paths.badgeReports, badges: true, noindex: true };
    return page(c, deps, options, deskView(view));
  }

  /** Asks once more: what is ended is revoked for good. */
  async function askToEnd(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const badge = await readBadge(deps, c.req.param('id') ?? '');
    if (!badge) throw new DomainError('not_found');
    const { confirm, end } = myBadges[locale].desk;
    const token = createFormToken(deps, boundTo(staffActor(c)));
    return page(
      c,
      deps,
      { title: end, locale, badges: true, noindex: true },
      html`<section class="message badge-desk">
        <h1>${confirm.title}</h1>
        ${badgeEntry({ deps, locale, now: deps.clock.now() }, badge, false)}
        <p>${confirm.text}</p>
        <form method="post" action="${withLang(`${paths.badgeReports}/${badge.publicId}/end`, locale)}">
          <input type="hidden" name="token" value="${token}" />
          <button class="button">${confirm.button}</button>
        </form>
        <p><a href="${withLang(paths.badgeReports, locale)}">${confirm.back}</a></p>
      </section>`,
    );
  }

  /** A form of ours, from our page, in this session. */
  const taking = (work: (actor: StaffActor, id: string) => Promise<DeskNote>): Route['handler'] =>
    async function take(c) {
      const actor = staffActor(c);
      const values = await readForm(c);
      requireFormToken(deps, values.get('token'), boundTo(actor));
      const note = await work(actor, c.req.param('id') ?? '');
      return seeOther(deps, `${withLang(paths.badgeReports, pageLocale(c, deps))}&done=${note}`);
    };

  async function end(actor: StaffActor, id: string): Promise<DeskNote> {
    if ((await endByStaff(deps, id, actorName(actor))) === 'unknown') throw new DomainError('not_found');
    changed();
    deps.wakeSigner();
    return 'ended';
  }

  async function close(actor: StaffActor, id: string): Promise<DeskNote> {
    if (!/^[1-9]\d{0,14}$/.test(id)) throw new DomainError('not_found');
    await closeBadgeReport(deps, actor, Number(id));
    return 'closed';
  }

  const route = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'moderator',
    handler,
  });
  return [
    route('GET', paths.badgeReports, show),
    route('GET', `${paths.badgeReports}/:id/end`, askToEnd),
    route('POST', `${paths.badgeReports}/:id/end`, taking(end)),
    route('POST', `${paths.badgeReports}/:id/close`, taking(close)),
  ];
}

const boundTo = (actor: StaffActor) => `badge-desk:${actor.session}`;
