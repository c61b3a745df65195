import { ambassadorKey, ambassadorOf, utmKeys, utmOf } from '../../contract/attribution.ts';
import type { FieldProblem, ProblemCode } from '../../contract/codes.ts';
import { limits as sizes } from '../../contract/limits.ts';
import { isLocale, type Locale } from '../../contract/locales.ts';
import { MembershipFields, type PageContext } from '../../contract/membership.ts';
import { paths } from '../../contract/paths.ts';
import type { JoinInput } from '../../domain/memberships/join-input.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { sourcesOf } from '../../domain/partners/origins.ts';
import { clubPartnerSlug, sharedWith } from '../../domain/partners/manage.ts';
import type { Partner } from '../../domain/ports.ts';
import { createFormToken, isFormToken, verifyFormToken } from '../../domain/proofs/form-token.ts';
import { termsFor } from '../../lang/index.ts';
import { readForm } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import { statusOf, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Route } from '../router.ts';
import { takeSignUp } from '../sign-up.ts';
import { fieldProblems } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';
import { isTicked, joinForm, sentMessage, type FormView } from './join-form.ts';
import { page, pageLocale, withLang } from './layout.ts';

const boxes = ['age15', 'newsletter', 'public', 'introductions'] as const;
const texts = [
  'firstName',
  'email',
  'circle',
  'invitation',
  'charter',
  'lastName',
  'place',
  'organisation',
  'sentence',
] as const;

/**
 * The sign-up form without JavaScript: our own page at `/join`, the same in a partner's frame at
 * `/embed/signup`, and the target of plain HTML forms on partner pages. Whoever arrives without a token
 * of our page (a plain HTML form cannot have one) gets the form back, filled in, to tick the boxes and send.
 */
export function joinRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  const routes = (path: string, framed: boolean): Route[] => [
    { method: 'GET', path, role: 'public', handler: (c) => show(c, deps, framed) },
    { method: 'POST', path, role: 'public', handler: (c) => take(c, deps, limits, framed) },
  ];
  return [...routes(paths.join, false), ...routes(paths.embed('signup'), true)];
}

async function show(c: AppContext, deps: AppDeps, framed: boolean): Promise<Response> {
  const slug = c.req.query('partner') ?? clubPartnerSlug;
  const partner = await admitPartner(deps, slug, { origin: null }, false);
  const values = new Map<string, string>();
  // An allow-list, as in the widget: nothing else of an address goes on.
  const utm = utmOf((key) => c.req.query(key));
  for (const key of utmKeys) if (utm?.[key]) values.set(`utm_${key}`, utm[key]);
  const ambassador = ambassadorOf(c.req.query(ambassadorKey));
  if (ambassador) values.set(ambassadorKey, ambassador);
  const circle = c.req.query('circle');
  if (circle) values.set('circle', circle);
  const referrer = originOf(header(c, 'referer'));
  if (referrer && referrer !== new URL(deps.publicUrl).origin) values.set('referrer', referrer);
  return render(c, deps, { partner, framed, values, errors: [], locale: pageLocale(c, deps) });
}

async function take(c: AppContext, deps: AppDeps, limits: RateLimits, framed: boolean): Promise<Response> {
  const visitor = visitorOf(c, deps);
  await limits.form(visitor.limitKey);
  const values = await readForm(c);
  const origin = header(c, 'origin') ?? null;
  const partner = await admitPartner(deps, values.get('partner') ?? clubPartnerSlug, { origin }, true);
  const given = values.get('language');
  const locale: Locale = isLocale(given) ? given : pageLocale(c, deps);
  const view = { partner, framed, values, locale };

  const token = values.get('token') ?? '';
  if (!isFormToken(deps, token, partner.slug)) {
    return render(c, deps, { ...view, values: withoutTicks(values), errors: [], problem: 'proof_invalid' });
  }
  const fields = fieldsOf(values);
  const parsed = MembershipFields.safeParse(fields);
  if (!parsed.success) return render(c, deps, { ...view, errors: fieldProblems(parsed.error, fields) });
  try {
    const spendable = verifyFormToken(deps, token, partner.slug);
    const input: JoinInput = {
      partner,
      language: locale,
      fields: parsed.data,
      notice: deps.club.notice.version,
      method: 'page',
      pageOrigin: callerOrigin(origin, deps.publicUrl),
      page: pageContext(values, framed ? paths.embed('signup') : paths.join),
      ipPrefix: visitor.prefix,
      spendable,
    };
    await limits.partnerForm(String(partner.id), () => takeSignUp(deps, input, values.get('website')));
  } catch (error) {
    const refusal = toDomainError(error);
    // What the visitor can mend is shown in the form, with everything they typed; the rest is not ours to hide.
    if (statusOf(refusal.code) >= 500) throw error;
    const problem = refusal.errors ? {} : { problem: refusal.code };
    const response = await render(c, deps, { ...view, errors: refusal.errors ?? [], ...problem });
    if (refusal.retryAfter !== undefined) response.headers.set('retry-after', String(refusal.retryAfter));
    return response;
  }
  const terms = termsFor(locale);
  return page(
    c,
    deps,
    { title: terms.join.sent.title, locale, ...frameOptions(partner, framed), noindex: true },
    sentMessage({ locale, email: parsed.data.email, again: formPath(framed, partner, locale), framed }),
  );
}

interface JoinView {
  partner: Partner;
  framed: boolean;
  locale: Locale;
  values: Map<string, string>;
  errors: FieldProblem[];
  /** What was wrong with the request as a whole. */
  problem?: ProblemCode;
}

function render(c: AppContext, deps: AppDeps, view: JoinView): Promise<Response> {
  const { partner, framed, locale, errors, problem } = view;
  const terms = termsFor(locale);
  const title = terms.join.title(deps.club.city[locale]);
  const failed = errors.length > 0 || problem !== undefined;
  const form: FormView = {
    ...view,
    club: deps.club,
    publicUrl: deps.publicUrl,
    consent: deps.texts.consent(locale, sharedWith(partner)),
    action: withLang(framed ? paths.embed('signup') : paths.join, locale),
    token: createFormToken(deps, partner.slug),
    title,
    via: sharedWith(partner),
  };
  let status = 200;
  if (errors.length > 0) status = 422;
  // A form that came from a plain page was not wrong: it only has to be sent from here.
  else if (problem && problem !== 'proof_invalid') status = statusOf(problem);
  return page(
    c,
    deps,
    {
      title: failed ? `${terms.join.errorPrefix}${title}` : title,
      locale,
      status,
      ...frameOptions(partner, framed),
      languagePath: `${paths.join}?partner=${partner.slug}`,
    },
    joinForm(form),
  );
}

function frameOptions(partner: Partner, framed: boolean) {
  return framed ? { bare: true, frameAncestors: sourcesOf(partner), noindex: true } : {};
}

function formPath(framed: boolean, partner: Partner, locale: Locale): string {
  return withLang(`${framed ? paths.embed('signup') : paths.join}?partner=${partner.slug}`, locale);
}

function fieldsOf(values: Map<string, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  // An empty optional field was not filled in; an empty required one is reported by its schema.
  for (const name of texts) if (values.get(name)) fields[name] = values.get(name);
  for (const name of boxes) if (isTicked(values, name)) fields[name] = true;
  return fields;
}

/** What was ticked on a page that is not ours may have been ticked by the page: agreeing is done here. */
function withoutTicks(values: Map<string, string>): Map<string, string> {
  const ticks = new Set<string>([...boxes, 'charter']);
  return new Map(Array.from(values).filter(([name]) => !ticks.has(name)));
}

function pageContext(values: Map<string, string>, path: string): PageContext {
  const utm = utmOf((key) => values.get(key));
  const ambassador = ambassadorOf(values.get(ambassadorKey));
  const referrer = originOf(values.get('referrer'));
  return { path, ...(utm && { utm }), ...(ambassador && { ambassador }), ...(referrer && { referrer }) };
}

/** The origin of a web address, or nothing: what cannot be stored as it is says nothing. */
function originOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && origin.length <= sizes.origin ? origin : undefined;
}
