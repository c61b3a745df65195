import { isLocale, type Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { emailProblem } from '../../contract/text.ts';
import { refuseField, type DomainError } from '../../domain/errors.ts';
import { createFormToken, verifyFormToken } from '../../domain/proofs/form-token.ts';
import type { requestCode } from '../../domain/sessions/request-code.ts';
import { signInMember, type CodeAttempt } from '../../domain/sessions/verify-code.ts';
import { isToken } from '../../domain/tokens.ts';
import { termsFor } from '../../lang/index.ts';
import { askCode } from '../ask-code.ts';
import { readForm } from '../body.ts';
import { clearCookie, setCookie, signInCookie } from '../cookies.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { cookie, memberCookie, memberHere, requireOwnPage, type staffCookie } from '../guard.ts';
import { nextPage, withNext } from '../next.ts';
import { statusOf, toDomainError } from '../problem.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Route } from '../router.ts';
import { onTheBeat } from '../sign-up.ts';
import { visitorOf } from '../visitor.ts';
import { page, pageLocale, seeOther, withLang } from './layout.ts';
import { addressForm, codeForm, joinPath, type Door, type Refusal } from './sign-in-form.ts';

/** One of the doors that people sign in at. */
export interface SignInDoor extends Door {
  /** What the form's token is bound to: no partner can have this name. */
  form: string;
  /** The cookie that whoever comes in is given. */
  session: typeof memberCookie | typeof staffCookie;
  /** Where it leads to: a page of ours that was asked for, else the first. */
  nextPage(asked: string | undefined): string;
  isHere(c: AppContext): Promise<boolean>;
  request?: typeof requestCode;
  signIn(attempt: CodeAttempt): Promise<{ token: string }>;
}

/** Members sign in on the club's own pages. */
export function signInRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  const how = { kind: 'cookie', origin: null } as const;
  return doorRoutes(deps, limits, {
    form: 'page:sign-in',
    ask: paths.signIn,
    code: paths.signInCode,
    session: memberCookie,
    nextPage,
    isHere: async (c) => (await memberHere(c, deps)) !== undefined,
    signIn: (attempt) => signInMember(deps, attempt, how),
    words: (locale) => termsFor(locale).signIn,
    stranger: (locale) => ({ text: termsFor(locale).signIn.ask.join, path: joinPath(locale) }),
  });
}

/**
 * Signing in without JavaScript: an address, a mail, six digits, a cookie. Between
 * the two forms a cookie of ten minutes says which code was asked for, so that the second page can be loaded
 * again: a phone often drops it while its owner reads the mail.
 */
export function doorRoutes(deps: AppDeps, limits: RateLimits, door: SignInDoor): Route[] {
  const { form, nextPage } = door;
  async function showAddress(c: AppContext): Promise<Response> {
    const next = nextPage(c.req.query('next'));
    if (await door.isHere(c)) return seeOther(deps, next);
    return renderAddress(c, deps, door, { next, locale: pageLocale(c, deps), email: '' });
  }

  async function takeAddress(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    const visitor = visitorOf(c, deps);
    await limits.codeForm(visitor.limitKey);
    const values = await readForm(c);
    const view = viewOf(c, deps, door, values);
    const email = values.get('email') ?? '';
    try {
      const wrong = emailProblem(email);
      if (wrong) refuseField('email', wrong);
      const spendable = verifyFormToken(deps, values.get('token') ?? '', form);
      const input = { email, partnerId: null, ipPrefix: visitor.prefix, spendable, repeatable: true };
      const { request } = await askCode(deps, input, values.get('website'), door.request);
      const there = withNext(door.code, view.next, view.locale);
      return seeOther(deps, there, [setCookie(signInCookie, request)]);
    } catch (error) {
      return renderAddress(c, deps, door, { ...view, email, refusal: mendable(error) });
    }
  }

  async function showCode(c: AppContext): Promise<Response> {
    const next = nextPage(c.req.query('next'));
    const locale = pageLocale(c, deps);
    if (!isToken(cookie(c, signInCookie))) return seeOther(deps, withNext(door.ask, next, locale));
    return renderCode(c, deps, door, { next, locale });
  }

  async function takeCode(c: AppContext): Promise<Response> {
    requireOwnPage(c, deps);
    await limits.session(visitorOf(c, deps).limitKey);
    const values = await readForm(c);
    const view = viewOf(c, deps, door, values);
    // People write it in two groups of three.
    const code = (values.get('code') ?? '').replace(/[\s.-]/g, '');
    try {
      if (!/^\d{6}$/.test(code)) refuseField('code', 'invalid');
      const attempt = { request: cookie(c, signInCookie) ?? '', code, replaces: cookie(c, door.session) };
      const { token } = await onTheBeat(deps.answerBeat, () => door.signIn(attempt));
      return seeOther(deps, withLang(view.next, view.locale), [
        setCookie(door.session, token),
        clearCookie(signInCookie),
      ]);
    } catch (error) {
      return renderCode(c, deps, door, { ...view, refusal: mendable(error) });
    }
  }

  return [
    { method: 'GET', path: door.ask, role: 'public', handler: showAddress },
    { method: 'POST', path: door.ask, role: 'public', handler: takeAddress },
    { method: 'GET', path: door.code, role: 'public', handler: showCode },
    { method: 'POST', path: door.code, role: 'public', handler: takeCode },
  ];
}

interface View {
  next: string;
  locale: Locale;
  refusal?: DomainError;
}

function viewOf(c: AppContext, deps: AppDeps, { nextPage }: SignInDoor, values: Map<string, string>): View {
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

function renderAddress(
  c: AppContext,
  deps: AppDeps,
  door: SignInDoor,
  view: View & { email: string },
): Promise<Response> {
  const { title } = door.words(view.locale).ask;
  const token = createFormToken(deps, door.form);
  const languagePath = withNext(door.ask, view.next);
  return render(c, deps, view, title, addressForm(door, { ...view, token, refusal: refusalOf(view) }), languagePath);
}

function renderCode(c: AppContext, deps: AppDeps, door: SignInDoor, view: View): Promise<Response> {
  const { title } = door.words(view.locale).code;
  const languagePath = withNext(door.code, view.next);
  return render(c, deps, view, title, codeForm(door, { ...view, refusal: refusalOf(view) }), languagePath);
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
