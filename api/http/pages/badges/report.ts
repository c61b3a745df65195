import { BadgeReportRequest } from '../../../contract/badge-requests.ts';
import { badgePaths } from '../../../contract/badge.ts';
import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import { reportBadge } from '../../../domain/badges/report.ts';
import { readBadge, type ShownBadge } from '../../../domain/badges/view.ts';
import { createFormToken, verifyFormToken } from '../../../domain/proofs/form-token.ts';
import { spendProof } from '../../../domain/proofs/spend.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { termsFor } from '../../../lang/index.ts';
import { readForm } from '../../body.ts';
import { header, type AppContext, type AppDeps } from '../../env.ts';
import { requireOwnPage } from '../../guard.ts';
import { statusOf, toDomainError } from '../../problem.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { onTheBeat } from '../../sign-up.ts';
import { fieldProblems } from '../../validate.ts';
import { visitorOf } from '../../visitor.ts';
import { page, pageLocale } from '../layout.ts';
import { missingPage } from './not-valid.ts';
import { reportDone, reportForm } from './report-form.ts';

/** 2,000 characters of any script twice, percent-encoded, and the rest of the form. */
const formBytes = 49_152;

/** Reporting the misuse of a badge, without a script and without an account. */
export function reportRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  const path = '/b/:id/report';
  return [
    { method: 'GET', path, role: 'public', handler: (c) => withBadge(c, deps, (badge) => render(c, deps, badge)) },
    {
      method: 'POST',
      path,
      role: 'public',
      handler: (c) => withBadge(c, deps, (badge) => take(c, deps, limits, badge)),
    },
  ];
}

/** A badge that has ended is reported like any other: who reports it learns nothing new. */
async function withBadge(
  c: AppContext,
  deps: AppDeps,
  then: (badge: ShownBadge) => Promise<Response>,
): Promise<Response> {
  const badge = await readBadge(deps, c.req.param('id') ?? '');
  return badge ? then(badge) : missingPage(c, deps, pageLocale(c, deps));
}

interface Sent {
  values: Map<string, string>;
  errors: FieldProblem[];
  problem?: ProblemCode;
}

function render(c: AppContext, deps: AppDeps, badge: ShownBadge, sent?: Sent): Promise<Response> {
  const locale = pageLocale(c, deps);
  const { report } = badgePages[locale];
  const path = badgePaths.report(badge.publicId);
  return page(
    c,
    deps,
    {
      title: sent ? `${termsFor(locale).join.errorPrefix}${report.title}` : report.title,
      locale,
      status: sent ? statusOf(sent.problem ?? 'invalid_request') : 200,
      noindex: true,
      badges: true,
      languagePath: path,
    },
    reportForm({
      badge,
      address: new URL(badgePaths.page(badge.publicId), deps.publicUrl).href,
      locale,
      values: sent?.values ?? new Map([['url', seenAt(c, deps)]]),
      errors: sent?.errors ?? [],
      problem: sent?.problem,
      token: createFormToken(deps, tokenFor(badge)),
    }),
  );
}

async function take(c: AppContext, deps: AppDeps, limits: RateLimits, badge: ShownBadge): Promise<Response> {
  const locale = pageLocale(c, deps);
  const visitor = visitorOf(c, deps);
  await limits.form(visitor.limitKey);
  requireOwnPage(c, deps);
  const values = await readForm(c, formBytes);
  const fields = fieldsOf(values);
  const parsed = BadgeReportRequest.safeParse(fields);
  if (!parsed.success) return render(c, deps, badge, { values, errors: fieldProblems(parsed.error, fields) });
  try {
    const spendable = verifyFormToken(deps, values.get('token') ?? '', tokenFor(badge));
    await onTheBeat(deps.answerBeat, () =>
      // Whoever fills in the field that people do not see is a robot, and learns nothing.
      values.get('website')
        ? spendProof(deps, spendable)
        : reportBadge(deps, {
            publicId: badge.publicId,
            request: parsed.data,
            ipPrefix: visitor.prefix,
            spendable,
          }),
    );
    deps.wakeMailer();
    return await thanks(c, deps, badge, locale);
  } catch (error) {
    const { code, errors } = toDomainError(error);
    if (code === 'not_found' || statusOf(code) >= 500) throw error;
    return render(c, deps, badge, { values, errors: errors ?? [], ...(!errors && { problem: code }) });
  }
}

function thanks(c: AppContext, deps: AppDeps, badge: ShownBadge, locale: Locale): Promise<Response> {
  const { title } = badgePages[locale].report.done;
  return page(c, deps, { title, locale, noindex: true }, reportDone(badge, locale));
}

/** A token is good for the report of this badge alone. */
const tokenFor = ({ publicId }: ShownBadge): string => `report badge ${publicId}`;

/** The page where the link was pressed, as far as its site says so; not our own, where every badge has one. */
function seenAt(c: AppContext, { publicUrl }: AppDeps): string {
  const referrer = header(c, 'referer') ?? '';
  if (!/^https?:\/\//.test(referrer) || referrer.length > 700 || !URL.canParse(referrer)) return '';
  return new URL(referrer).origin === new URL(publicUrl).origin ? '' : referrer;
}

function fieldsOf(values: Map<string, string>): Record<string, unknown> {
  // A form ends lines with two characters; they are kept with one.
  const text = (values.get('text') ?? '').replace(/\r\n?/g, '\n');
  const url = (values.get('url') ?? '').trim();
  return { reason: values.get('reason') ?? '', ...(url && { url }), ...(text.trim() && { text }) };
}
