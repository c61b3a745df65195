import { ambassadorKey, ambassadorOf, utmKeys, utmOf } from '../../contract/attribution.ts';
import type { FieldProblem, ProblemCode } from '../../contract/codes.ts';
import { limits as sizes } from '../../contract/limits.ts';
import { isLocale, type Locale } from '../../contract/locales.ts';
import { MembershipFields, type PageContext } from '../../contract/membership.ts';
import { joinUrl, paths } from '../../contract/paths.ts';
import type { JoinInput } from '../../domain/memberships/join-input.ts';
import { admitPartner } from '../../domain/partners/admit.ts';
import { clubPartnerSlug, sharedWith } from '../../domain/partners/name.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { createFormToken, isFormToken, verifyFormToken } from '../../domain/proofs/form-token.ts';
import { termsFor } from '../../lang/index.ts';
import { readForm } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import { statusOf, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Handler, Route } from '../router.ts';
import { takeSignUp } from '../sign-up.ts';
import { fieldProblems } from '../validate.ts';
import { callerOrigin, visitorOf } from '../visitor.ts';
import { frameView, type FrameView } from './embed/asked.ts';
import { partnerDiscovery } from './embed/discovery.ts';
import { framed, framedForm } from './embed/framed.ts';
import { frameOptions } from './embed/options.ts';
import { isTicked, joinForm, sentMessage, type FormView } from './join-form.ts';
import { page, pageLocale, withLang } from './layout.ts';
import { backLine, backLink, returnKey, wayBackOf } from './way-back.ts';

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
  const inFrame = paths.embed('signup');
  const route = (method: 'GET' | 'POST', path: string, handler: Handler): Route => ({
    method,
    path,
    role: 'public',
    handler,
  });
  return [
    route('GET', paths.join, async (c) => {
      const slug = c.req.query('partner') ?? clubPartnerSlug;
      return show(c, deps, await admitPartner(deps, slug, { origin: null }, false));
    }),
    route('POST', paths.join, (c) => take(c, deps, limits, false)),
    route(
      'GET',
      inFrame,
      framed(deps, 'signup', (c, frame) => show(c, deps, frame.partner, frame)),
    ),
    route(
      'POST',
      inFrame,
      framedForm(deps, 'signup', (c) => take(c, deps, limits, true)),
    ),
  ];
}

/**
 * In a frame, too, this form stays what it is when there is a script: the widget could only take its place by moving
 * what somebody may be typing into, and would add nothing that signs up better.
 */
function show(c: AppContext, deps: AppDeps, partner: Partner, frame?: FrameView): Promise<Response> {
  const values = new Map<string, string>();
  // An allow-list, as in the widget: nothing else of an address goes on.
  const utm = utmOf((key) => c.req.query(key));
  for (const key of utmKeys) if (utm?.[key]) values.set(`utm_${key}`, utm[key]);
  const ambassador = ambassadorOf(c.req.query(ambassadorKey));
  if (ambassador) values.set(ambassadorKey, ambassador);
  const asked = c.req.query(returnKey);
  if (asked) values.set(returnKey, asked);
  const circle = c.req.query('circle');
  if (circle) values.set('circle', circle);
  const referrer = originOf(header(c, 'referer'));
  if (referrer && referrer !== new URL(deps.publicUrl).origin) values.set('referrer', referrer);
  return render(c, deps, { partner, frame, values, errors: [], locale: frame?.locale ?? pageLocale(c, deps) });
}

async function take(c: AppContext, deps: AppDeps, limits: RateLimits, inFrame: boolean): Promise<Response> {
  const visitor = visitorOf(c, deps);
  await limits.form(visitor.limitKey);
  const values = await readForm(c);
  const origin = header(c, 'origin') ?? null;
  const partner = await admitPartner(deps, values.get('partner') ?? clubPartnerSlug, { origin }, true);
  const given = values.get('language');
  const locale: Locale = isLocale(given) ? given : pageLocale(c, deps);
  const frame = inFrame ? frameView(c, deps, 'signup', partner, values.get('referrer')) : undefined;
  const view = { partner, frame, values, locale, errors: [] };

  const token = values.get('token') ?? '';
  if (!isFormToken(deps, token, partner.slug)) {
    return render(c, deps, { ...view, values: withoutTicks(values), problem: 'proof_invalid' });
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
      page: pageContext(values, frame ? paths.embed('signup') : paths.join),
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
    { title: terms.join.sent.title, ...(frame && frameOptions(deps, frame)), locale, noindex: true },
    sentMessage({
      locale,
      email: parsed.data.email,
      again: actionPath(view),
      framed: frame !== undefined,
      back: backLine(wayOf(view), locale),
    }),
  );
}

interface JoinView {
  partner: Partner;
  /** How it is shown in a frame; nothing on the club's own page. */
  frame: FrameView | undefined;
  locale: Locale;
  values: Map<string, string>;
  errors: FieldProblem[];
  /** What was wrong with the request as a whole. */
  problem?: ProblemCode;
}

function render(c: AppContext, deps: AppDeps, view: JoinView): Promise<Response> {
  const { partner, frame, locale, errors, problem } = view;
  const terms = termsFor(locale);
  const title = terms.join.title(deps.club.city[locale]);
  const failed = errors.length > 0 || problem !== undefined;
  const way = wayOf(view);
  const form: FormView = {
    ...view,
    framed: frame !== undefined,
    club: deps.club,
    publicUrl: deps.publicUrl,
    consent: deps.texts.consent(locale, sharedWith(partner, locale)),
    action: actionPath(view),
    token: createFormToken(deps, partner.slug),
    title,
    via: sharedWith(partner, locale),
    back: backLink(way, locale),
    returnUrl: way?.url,
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
      ...(frame
        ? frameOptions(deps, frame)
        : { head: partnerDiscovery(deps.publicUrl, partner.slug, joinUrl(deps.publicUrl, partner.slug)) }),
      locale,
      status,
      languagePath: `${paths.join}?partner=${partner.slug}${returnQuery(view)}`,
    },
    joinForm(form),
  );
}

/** Where the form is sent to. It stays as it looks, also when its partner is paused meanwhile: what was chosen for the frame goes with it. */
function actionPath(view: JoinView): string {
  const { frame, partner, locale } = view;
  if (!frame) return withLang(`${paths.join}?partner=${partner.slug}${returnQuery(view)}`, locale);
  const path = withLang(`${paths.embed('signup')}?partner=${partner.slug}`, locale);
  const looks = new URLSearchParams({
    ...(frame.choice.theme !== 'auto' && { theme: frame.choice.theme }),
    ...(frame.choice.accent !== undefined && { accent: frame.choice.accent }),
  }).toString();
  return looks === '' ? path : `${path}&${looks}`;
}

/** Where the visitor came from; nothing in a frame, around which their page still is. */
const wayOf = ({ frame, partner, values }: JoinView) => (frame ? undefined : wayBackOf(partner, values));

/** What was asked for goes on to other languages and another try, once it is known to be the partner's. */
function returnQuery(view: JoinView): string {
  const way = view.values.has(returnKey) ? wayOf(view) : undefined;
  return way ? `&${returnKey}=${encodeURIComponent(way.url)}` : '';
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
