import { embedPaths } from '../../../contract/embed.ts';
import { isLocale } from '../../../contract/locales.ts';
import type { FieldProblem } from '../../../contract/codes.ts';
import { partnerLimits } from '../../../contract/limits.ts';
import type { StaffActor } from '../../../domain/actor.ts';
import { DomainError } from '../../../domain/errors.ts';
import { requirePartner } from '../../../domain/partners/access.ts';
import { removeLogo } from '../../../domain/partners/logo.ts';
import { addPartner, changePartner, setPartnerPaused } from '../../../domain/partners/manage.ts';
import { clubPartnerSlug, partnerName } from '../../../domain/partners/name.ts';
import { addPerson, peopleOf, removePerson } from '../../../domain/partners/people.ts';
import { createFormToken, requireFormToken } from '../../../domain/proofs/form-token.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import { readForm } from '../../body.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { staffActor } from '../../guard.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, seeOther, withLang, type Html } from '../layout.ts';
import { askState, editView, newView } from './edit-view.ts';
import { listView } from './list.ts';
import { readLogoForm, takeLogo } from './logo.ts';
import { mendable } from './mendable.ts';
import { noteOf } from './parts.ts';
import { staffFieldsOf, valuesOf } from './values.ts';

/** What was sent and not taken: it is shown again, with what is wrong. */
interface Sent {
  values: Map<string, string>;
  errors: readonly FieldProblem[];
  /** The form that says everything of a partner: what is not in it was not ticked. */
  whole?: boolean;
}

/**
 * Where staff add partners, say who they are and whose pages may carry the widgets, let their people in, and pause
 * them. Moderators read; admins change.
 */
export function partnerDeskRoutes(deps: AppDeps, limits: RateLimits, changed: () => void): Route[] {
  const { defaultLanguage: first } = deps.club;

  function show(c: AppContext, title: string, main: Html, failed = false, languagePath?: string): Promise<Response> {
    const locale = pageLocale(c, deps);
    const shown = failed ? `${termsFor(locale).join.errorPrefix}${title}` : title;
    const options = { locale, media: true, noindex: true, sheets: ['partners.css'] };
    return page(
      c,
      deps,
      { ...options, title: shown, status: failed ? 422 : 200, ...(languagePath !== undefined && { languagePath }) },
      main,
    );
  }

  const partnerHere = (c: AppContext) => requirePartner(deps, staffActor(c), c.req.param('slug') ?? '');
  const tokenFor = (c: AppContext) => createFormToken(deps, boundTo(staffActor(c)));
  const mayChange = (c: AppContext) => staffActor(c).role === 'admin';

  async function list(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const partners = await Promise.all(
      (await deps.storage.partners()).map(async (partner) => ({ partner, members: await brought(partner) })),
    );
    const note = noteOf(c.req.query('done'));
    const view = { deps, locale, partners, mayChange: mayChange(c), note };
    return show(c, partnerPages[locale].desk.title, listView(view), false, embedPaths.partners);
  }

  const brought = async ({ id }: Partner) => (await deps.storage.counts(id)).partner;

  function blank(c: AppContext, sent?: Sent): Promise<Response> {
    const locale = pageLocale(c, deps);
    const values = sent?.values ?? new Map([['kind', 'business']]);
    const view = { locale, first, values, errors: sent?.errors ?? [], token: tokenFor(c) };
    const path = sent ? undefined : embedPaths.newPartner;
    return show(c, partnerPages[locale].desk.add.title, newView(view), sent !== undefined, path);
  }

  async function edit(c: AppContext, partner: Partner, sent?: Sent): Promise<Response> {
    const locale = pageLocale(c, deps);
    const view = {
      deps,
      locale,
      first,
      partner,
      // What was typed into one form of the page stands beside what is kept in the others.
      values: sent?.whole ? sent.values : new Map([...valuesOf(partner, first), ...(sent?.values ?? [])]),
      errors: sent?.errors ?? [],
      members: await brought(partner),
      people: await peopleOf(deps, partner),
      mayChange: mayChange(c),
      token: tokenFor(c),
      note: sent ? undefined : noteOf(c.req.query('done')),
    };
    const path = sent ? undefined : embedPaths.partner(partner.slug);
    return show(c, partnerName(partner, locale), editView(view), sent !== undefined, path);
  }

  async function ask(c: AppContext, paused: boolean): Promise<Response> {
    const partner = await partnerHere(c);
    if (partner.slug === clubPartnerSlug) throw new DomainError('not_found');
    const locale = pageLocale(c, deps);
    const { pause, resume } = partnerPages[locale].desk;
    return show(c, (paused ? pause : resume).title, askState(locale, partner, tokenFor(c), paused));
  }

  /** Something was done: what was read before is forgotten, and the page says so. */
  function done(c: AppContext, path: string, note: PartnerNote, at = ''): Response {
    changed();
    return seeOther(deps, `${withLang(path, pageLocale(c, deps))}&done=${note}${at}`);
  }

  async function take(c: AppContext): Promise<Map<string, string>> {
    const values = await readForm(c, partnerLimits.formBytes);
    checkToken(staffActor(c), values);
    return values;
  }

  function checkToken(actor: StaffActor, values: Map<string, string>): void {
    requireFormToken(deps, values.get('token'), boundTo(actor));
  }

  async function add(c: AppContext): Promise<Response> {
    const values = await take(c);
    const slug = (values.get('slug') ?? '').trim();
    try {
      await addPartner(deps, staffActor(c), slug, staffFieldsOf(values));
    } catch (error) {
      return blank(c, { values, errors: mendable(error) });
    }
    return done(c, embedPaths.partner(slug), 'added');
  }

  /** What changes one partner, from one of the forms of its page. */
  const changing = (
    note: PartnerNote,
    work: (
      actor: StaffActor,
      partner: Partner,
      values: Map<string, string>,
      c: AppContext,
    ) => Promise<PartnerNote | void>,
    at = '',
  ): Route['handler'] =>
    async function change(c) {
      const values = await take(c);
      const partner = await partnerHere(c);
      try {
        const other = await work(staffActor(c), partner, values, c);
        return done(c, embedPaths.partner(partner.slug), other ?? note, at);
      } catch (error) {
        return edit(c, partner, { values, errors: mendable(error), whole: note === 'saved' });
      }
    };

  async function sendLogo(c: AppContext): Promise<Response> {
    const actor = staffActor(c);
    await limits.upload(`staff-${actor.staffId}`);
    const partner = await partnerHere(c);
    try {
      const form = await readLogoForm(c);
      checkToken(actor, form.values);
      await takeLogo(deps, actor, partner, form);
    } catch (error) {
      return edit(c, partner, { values: new Map(), errors: mendable(error) });
    }
    return done(c, embedPaths.partner(partner.slug), 'logo_set', '#logo-section');
  }

  const one = `${embedPaths.partners}/:slug`;
  const read = (path: string, handler: Route['handler']): Route => ({
    method: 'GET',
    path,
    role: 'moderator',
    handler,
  });
  const admin = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'admin',
    handler,
  });
  return [
    read(embedPaths.partners, list),
    admin('GET', embedPaths.newPartner, (c) => blank(c)),
    admin('POST', embedPaths.newPartner, add),
    read(one, async (c) => edit(c, await partnerHere(c))),
    admin(
      'POST',
      one,
      changing('saved', (actor, partner, values) => changePartner(deps, actor, partner, staffFieldsOf(values))),
    ),
    admin('POST', `${one}/logo`, sendLogo),
    admin(
      'POST',
      `${one}/logo/remove`,
      changing('logo_removed', (actor, partner) => removeLogo(deps, actor, partner)),
    ),
    admin(
      'POST',
      `${one}/people`,
      changing('person_added', async (actor, partner, values) => {
        const language = values.get('personLanguage');
        const person = {
          name: values.get('personName') ?? '',
          email: values.get('personEmail') ?? '',
          language: isLocale(language) ? language : first,
        };
        return (await addPerson(deps, actor, partner, person)) === 'there' ? 'person_there' : 'person_added';
      }),
    ),
    admin(
      'POST',
      `${one}/people/:id/remove`,
      changing('person_removed', (actor, partner, _values, c) => removePerson(deps, actor, partner, idOf(c))),
    ),
    admin('GET', `${one}/pause`, (c) => ask(c, true)),
    admin('GET', `${one}/resume`, (c) => ask(c, false)),
    admin(
      'POST',
      `${one}/pause`,
      changing('paused', (actor, partner) => setPartnerPaused(deps, actor, partner, true)),
    ),
    admin(
      'POST',
      `${one}/resume`,
      changing('resumed', (actor, partner) => setPartnerPaused(deps, actor, partner, false)),
    ),
  ];
}

const boundTo = ({ session }: StaffActor) => `partner-desk:${session}`;

/** @throws {DomainError} not_found: no id of ours */
function idOf(c: AppContext): number {
  const id = c.req.param('id') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new DomainError('not_found');
  return Number(id);
}
