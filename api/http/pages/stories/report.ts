import type { FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import { ReportRequest, type StoryView } from '../../../contract/story.ts';
import { DomainError } from '../../../domain/errors.ts';
import { admitPartner, findPartner } from '../../../domain/partners/admit.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { createFormToken, verifyFormToken } from '../../../domain/proofs/form-token.ts';
import { spendProof } from '../../../domain/proofs/spend.ts';
import { readStory, siteOf } from '../../../domain/stories/read.ts';
import { newReceipt, reportStory } from '../../../domain/stories/report.ts';
import { termsFor } from '../../../lang/index.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import { readForm } from '../../body.ts';
import { header, type AppContext, type AppDeps } from '../../env.ts';
import { statusOf, toDomainError } from '../../problem.ts';
import type { RateLimits } from '../../rate-limits.ts';
import type { Route } from '../../router.ts';
import { onTheBeat } from '../../sign-up.ts';
import { fieldProblems } from '../../validate.ts';
import { visitorOf } from '../../visitor.ts';
import { page, pageLocale } from '../layout.ts';
import { reportDone, reportForm } from './report-form.ts';
import { gonePage } from './story.ts';

/** The form has no proof of work, and no partner but the one in its address. */
const Fields = ReportRequest.omit({ proof: true, partner: true, website: true });

/** Reporting a story without JavaScript and without an account. */
export function reportPageRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  const path = '/stories/:id/report';
  return [
    { method: 'GET', path, role: 'public', handler: (c) => withStory(c, deps, (seen) => render(c, deps, seen)) },
    { method: 'POST', path, role: 'public', handler: (c) => withStory(c, deps, (seen) => take(c, deps, limits, seen)) },
  ];
}

/** What is reported, and on whose pages it was seen. */
interface Seen {
  story: StoryView;
  partner: Partner;
  locale: Locale;
}

async function withStory(c: AppContext, deps: AppDeps, then: (seen: Seen) => Promise<Response>): Promise<Response> {
  const locale = pageLocale(c, deps);
  const partner = await findPartner(deps, c.req.query('partner') ?? clubPartnerSlug);
  try {
    const story = await readStory(deps, c.req.param('id') ?? '', siteOf(partner), locale);
    return await then({ story, partner, locale });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return gonePage(c, deps, locale);
    throw error;
  }
}

interface Sent {
  values: Map<string, string>;
  errors: FieldProblem[];
  problem?: ProblemCode;
}

function render(c: AppContext, deps: AppDeps, seen: Seen, sent?: Sent): Promise<Response> {
  const { story, partner, locale } = seen;
  const { report } = storyPages[locale];
  const failed = sent !== undefined;
  const values = new Map(sent?.values ?? [['url', seenAt(c, seen)]]);
  const wrong = sent?.problem ? statusOf(sent.problem) : 422;
  return page(
    c,
    deps,
    {
      title: failed ? `${termsFor(locale).join.errorPrefix}${report.title}` : report.title,
      locale,
      status: failed ? wrong : 200,
      noindex: true,
      stories: true,
      media: true,
      languagePath: actionOf(seen),
    },
    reportForm({
      story,
      locale,
      values,
      errors: sent?.errors ?? [],
      problem: sent?.problem,
      action: actionOf(seen),
      token: createFormToken(deps, tokenFor(story, partner)),
    }),
  );
}

async function take(c: AppContext, deps: AppDeps, limits: RateLimits, seen: Seen): Promise<Response> {
  const { story, partner, locale } = seen;
  const visitor = visitorOf(c, deps);
  await limits.form(visitor.limitKey);
  await admitPartner(deps, partner.slug, { origin: header(c, 'origin') ?? null }, true);
  const values = await readForm(c);
  const fields = fieldsOf(values, locale);
  const parsed = Fields.safeParse(fields);
  if (!parsed.success) return render(c, deps, seen, { values, errors: fieldProblems(parsed.error, fields) });
  const { goodFaith: _said, ...request } = parsed.data;
  try {
    const spendable = verifyFormToken(deps, values.get('token') ?? '', tokenFor(story, partner));
    const receipt = await onTheBeat(deps.answerBeat, async () => {
      if (!values.get('website')) {
        const input = { storyId: story.id, partner, request, ipPrefix: visitor.prefix, spendable };
        return (await reportStory(deps, input)).receipt;
      }
      // Whoever fills in the field that people do not see is a robot, and learns nothing.
      await spendProof(deps, spendable);
      return newReceipt(deps);
    });
    deps.wakeMailer();
    const { done } = storyPages[locale].report;
    return await page(c, deps, { title: done.title, locale, noindex: true }, reportDone(story, locale, receipt));
  } catch (error) {
    const refusal = toDomainError(error);
    if (refusal.code === 'not_found' || statusOf(refusal.code) >= 500) throw error;
    const problem = refusal.errors ? {} : { problem: refusal.code };
    return render(c, deps, seen, { values, errors: refusal.errors ?? [], ...problem });
  }
}

/** A token is good for the report of this story on these pages. */
const tokenFor = (story: StoryView, partner: Partner): string => `report ${story.id} ${partner.slug}`;

function actionOf({ story, partner }: Seen): string {
  const path = paths.storyReport(story.id);
  return partner.slug === clubPartnerSlug ? path : `${path}?partner=${partner.slug}`;
}

/** The page where the link was pressed, as far as its site says so; the story's own page otherwise. */
function seenAt(c: AppContext, { story }: Seen): string {
  const referrer = header(c, 'referer') ?? '';
  return /^https?:\/\//.test(referrer) && referrer.length <= 700 && URL.canParse(referrer) ? referrer : story.url;
}

function fieldsOf(values: Map<string, string>, language: Locale): Record<string, unknown> {
  // A form ends lines with two characters; they are kept with one.
  const text = (values.get('text') ?? '').replace(/\r\n?/g, '\n');
  return {
    reason: values.get('reason') ?? '',
    text,
    url: values.get('url') ?? '',
    ...(values.get('name') && { name: values.get('name') }),
    ...(values.get('email') && { email: values.get('email') }),
    ...(values.get('goodFaith') === 'on' && { goodFaith: true }),
    language,
  };
}
