import { isLocale, type Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { emailProblem } from '../../contract/text.ts';
import { refuseField, type DomainError } from '../../domain/errors.ts';
import { createFormToken, verifyFormToken } from '../../domain/proofs/form-token.ts';
import { signInMember } from '../../domain/sessions/verify-code.ts';
import { isToken } from '../../domain/tokens.ts';
import { termsFor } from '../../lang/index.ts';
import { askCode } from '../ask-code.ts';
import { readForm } from '../body.ts';
import { clearCookie, setCookie, signInCookie } from '../cookies.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { cookie, memberCookie, memberHere, requireOwnPage } from '../guard.ts';
import { nextPage, withNext } from '../next.ts';
import { statusOf, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Route } from '../router.ts';
import { onTheBeat } from '../sign-up.ts';
import { visitorOf } from '../visitor.ts';
import { page, pageLocale, seeOther, withLang } from './layout.ts';
import { addressForm, codeForm, type Refusal } from './sign-in-form.ts';

/** What the form's token is bound to: no partner can have this name. */
const form = 'page:sign-in';

/**
 * Signing in on the club's own pages, without JavaScript: an address, a mail, six digits, a cookie. Between
 * the two forms a cookie of ten minutes says which code was asked for, so that the second page can be loaded
 * again: a phone often drops it while its owner reads the mail.
 */
export function signInRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  async function showAddress(c: AppContext): Promise<Response> {
    const next = nextPage(c.req.query('next'));
    if (await memberHere(c, deps)) return seeOther(deps, next);
    return renderAddress(c, deps, { next, locale: pageLocale(c, deps), email: '' });
  }

  async function takeAddress(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    const visitor = visitorOf(c, deps);
    await limits.codeForm(visitor.limitKey);
    const values = await readForm(c);
    const view = viewOf(c, deps, values);
    const email = values.get('email') ?? '';
    try {
      const wrong = emailProblem(email);
      if (wrong) refuseField('email', wrong);
      const spendable = verifyFormToken(deps, values.get('token') ?? '', form);
      const input = { email, partnerId: null, ipPrefix: visitor.prefix, spendable, repeatable: true };
      const { request } = await askCode(deps, input, values.get('website'));
      const there = withNext(paths.signInCode, view.next, view.locale);
      return seeOther(deps, there, [setCookie(signInCookie, request)]);
    } catch (error) {
      return renderAddress(c, deps, { ...view, email, refusal: mendable(error) });
    }
  }

  async function showCode(c: AppContext): Promise<Response> {
    const next = nextPage(c.req.query('next'));
    const locale = pageLocale(c, deps);
    if (!isToken(cookie(c, signInCookie))) return seeOther(deps, withNext(paths.signIn, next, locale));
    return renderCode(c, deps, { next, locale });
  }

  async function takeCode(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    await limits.session(visitorOf(c, deps).limitKey);
    const values = await readForm(c);
    const view = viewOf(c, deps, values);
    // People write it in two groups of three.
    const code = (values.get('code') ?? '').replace(/[\s.-]/g, '');
    try {
      if (!/^\d{6}$/.test(code)) refuseField('code', 'invalid');
      const attempt = { request: cookie(c, signInCookie) ?? '', code, replaces: cookie(c, memberCookie) };
      const how = { kind: 'cookie', origin: null } as const;
      const { token } = await onTheBeat(deps.answerBeat, () => signInMember(deps, attempt, how));
      return seeOther(deps, withLang(view.next, view.locale), [
        setCookie(memberCookie, token),
        clearCookie(signInCookie),
      ]);
    } catch (error) {
      return renderCode(c, deps, { ...view, refusal: mendable(error) });
    }
  }

  return [
    { method: 'GET', path: paths.signIn, role: 'public', handler: showAddress },
    { method: 'POST', path: paths.signIn, role: 'public', handler: takeAddress },
    { method: 'GET', path: paths.signInCode, role: 'public', handler: showCode },
    { method: 'POST', path: paths.signInCode, role: 'public', handler: takeCode },
  ];
}

interface View {
  next: string;
  locale: Locale;
  refusal?: DomainError;
}

function viewOf(c: AppContext, deps: AppDeps, values: Map<string, string>): View {
  const given = values.get('language');
  return { next: nextPage(values.get('next')), locale: isLocale(given) ? given : pageLocale(c, deps) };
}

/** What a person can mend stands in the form; the rest is not ours to hide. */
function mendable(error: unknown): DomainError {
  const refusal = toDomainError(error);
  if (statusOf(refusal.code) >= 500) throw error;
  return refusal;
}

function refusalOf(view: View): Refusal | undefined {
  const { refusal } = view;
  if (!refusal) return undefined;
  return refusal.errors ? { field: refusal.errors[0]!.code } : { problem: refusal.code };
}

function renderAddress(c: AppContext, deps: AppDeps, view: View & { email: string }): Promise<Response> {
  const { title } = termsFor(view.locale).signIn.ask;
  const token = createFormToken(deps, form);
  const languagePath = withNext(paths.signIn, view.next);
  return render(c, deps, view, title, addressForm({ ...view, token, refusal: refusalOf(view) }), languagePath);
}

function renderCode(c: AppContext, deps: AppDeps, view: View): Promise<Response> {
  const { title } = termsFor(view.locale).signIn.code;
  const languagePath = withNext(paths.signInCode, view.next);
  return render(c, deps, view, title, codeForm({ ...view, refusal: refusalOf(view) }), languagePath);
}

async function render(
  c: AppContext,
  deps: AppDeps,
  { locale, refusal }: View,
  title: string,
  main: ReturnType<typeof codeForm>,
  languagePath: string,
): Promise<Response> {
  const shown = refusal ? `${termsFor(locale).join.errorPrefix}${title}` : title;
  const status = refusal ? statusOf(refusal.code) : 200;
  const response = await page(c, deps, { title: shown, locale, status, noindex: true, languagePath }, main);
  if (refusal?.retryAfter !== undefined) response.headers.set('retry-after', String(refusal.retryAfter));
  return response;
}
