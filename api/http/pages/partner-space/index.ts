import type { FieldProblem } from '../../../contract/codes.ts';
import { embedPaths } from '../../../contract/embed.ts';
import { partnerLimits } from '../../../contract/limits.ts';
import { paths } from '../../../contract/paths.ts';
import type { StaffActor } from '../../../domain/actor.ts';
import { DomainError } from '../../../domain/errors.ts';
import { partnersOf, requirePartner } from '../../../domain/partners/access.ts';
import { removeLogo } from '../../../domain/partners/logo.ts';
import { changeOwnPartner } from '../../../domain/partners/manage.ts';
import { partnerName } from '../../../domain/partners/name.ts';
import { createFormToken, requireFormToken } from '../../../domain/proofs/form-token.ts';
import { endToken } from '../../../domain/sessions/end.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { termsFor } from '../../../lang/index.ts';
import { partnerPages, type PartnerNote } from '../../../lang/partners/index.ts';
import { readForm } from '../../body.ts';
import { clearCookie } from '../../cookies.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { cookie, partnerHere, requireOwnPage, staffActor, staffCookie } from '../../guard.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, seeOther, withLang } from '../layout.ts';
import { readLogoForm, takeLogo } from '../partners/logo.ts';
import { mendable } from '../partners/mendable.ts';
import { noteOf } from '../partners/parts.ts';
import { ownFieldsOf, valuesOf } from '../partners/values.ts';
import { partnerSignInRoutes } from './sign-in.ts';
import { choiceView, spaceView } from './view.ts';

/** What was sent and not taken. `whole`: what is not in it was not ticked. */
interface Sent {
  values: Map<string, string>;
  errors: readonly FieldProblem[];
  whole?: boolean;
}

const look = { media: true, noindex: true, sheets: ['partners.css'] };

/** What a partner’s own people see: theirs, and nothing else. */
export function partnerSpaceRoutes(deps: AppDeps, limits: RateLimits, changed: () => void): Route[] {
  const { defaultLanguage: first } = deps.club;
  const theirs = (c: AppContext) => requirePartner(deps, staffActor(c), c.req.param('slug') ?? '');

  async function choose(c: AppContext): Promise<Response> {
    const locale = pageLocale(c, deps);
    const partners = await partnersOf(deps, staffActor(c));
    if (partners.length === 1) return seeOther(deps, withLang(embedPaths.partnerHome(partners[0]!.slug), locale));
    const { title } = partnerPages[locale].space;
    const options = { ...look, title, locale, languagePath: embedPaths.partnerSpace };
    return page(c, deps, options, choiceView(deps, locale, partners));
  }

  async function show(c: AppContext, partner: Partner, sent?: Sent): Promise<Response> {
    const locale = pageLocale(c, deps);
    const actor = staffActor(c);
    const person = await deps.storage.sessions.staffById(actor.staffId);
    if (!person) throw new DomainError('unauthenticated');
    const view = {
      deps,
      locale,
      first,
      partner,
      person,
      partners: await partnersOf(deps, actor),
      members: (await deps.storage.counts(partner.id)).partner,
      values: sent?.whole ? sent.values : new Map([...valuesOf(partner, first), ...(sent?.values ?? [])]),
      errors: sent?.errors ?? [],
      token: createFormToken(deps, boundTo(actor)),
      note: sent ? undefined : noteOf(c.req.query('done')),
    };
    const name = partnerName(partner, locale);
    const title = sent ? `${termsFor(locale).join.errorPrefix}${name}` : name;
    const languagePath = sent ? {} : { languagePath: embedPaths.partnerHome(partner.slug) };
    return page(c, deps, { ...look, title, locale, status: sent ? 422 : 200, ...languagePath }, spaceView(view));
  }

  function done(c: AppContext, partner: Partner, note: PartnerNote, at = ''): Response {
    changed();
    const home = withLang(embedPaths.partnerHome(partner.slug), pageLocale(c, deps));
    return seeOther(deps, `${home}&done=${note}${at}`);
  }

  function checkToken(actor: StaffActor, values: Map<string, string>): void {
    requireFormToken(deps, values.get('token'), boundTo(actor));
  }

  async function save(c: AppContext): Promise<Response> {
    const actor = staffActor(c);
    const values = await readForm(c, partnerLimits.formBytes);
    checkToken(actor, values);
    const partner = await theirs(c);
    try {
      await changeOwnPartner(deps, actor, partner, ownFieldsOf(values));
    } catch (error) {
      return show(c, partner, { values, errors: mendable(error), whole: true });
    }
    return done(c, partner, 'saved');
  }

  async function sendLogo(c: AppContext): Promise<Response> {
    const actor = staffActor(c);
    await limits.upload(`staff-${actor.staffId}`);
    const partner = await theirs(c);
    try {
      const form = await readLogoForm(c);
      checkToken(actor, form.values);
      await takeLogo(deps, actor, partner, form);
    } catch (error) {
      return show(c, partner, { values: new Map(), errors: mendable(error) });
    }
    return done(c, partner, 'logo_set', '#logo-section');
  }

  async function dropLogo(c: AppContext): Promise<Response> {
    const actor = staffActor(c);
    checkToken(actor, await readForm(c));
    const partner = await theirs(c);
    await removeLogo(deps, actor, partner);
    return done(c, partner, 'logo_removed', '#logo-section');
  }

  /** Public: whoever has been signed out meanwhile and presses the button is signed out, and that is all. */
  async function signOut(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    const home = withLang(paths.home, pageLocale(c, deps));
    // Somebody of the club's own staff signs out at the console.
    if (await partnerHere(c, deps)) await endToken(deps, cookie(c, staffCookie));
    else return seeOther(deps, home);
    return seeOther(deps, home, [clearCookie(staffCookie)]);
  }

  const one = `${embedPaths.partnerSpace}/:slug`;
  const own = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    method,
    path,
    role: 'partner',
    handler,
  });
  return [
    ...partnerSignInRoutes(deps, limits),
    { method: 'POST', path: embedPaths.partnerSignOut, role: 'public', handler: signOut },
    own('GET', embedPaths.partnerSpace, choose),
    own('GET', one, async (c) => show(c, await theirs(c))),
    own('POST', one, save),
    own('POST', `${one}/logo`, sendLogo),
    own('POST', `${one}/logo/remove`, dropLogo),
  ];
}

const boundTo = ({ session }: StaffActor) => `partner-space:${session}`;
