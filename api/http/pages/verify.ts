/**
 * Where anybody checks a badge, without script and without account. The verdict is the answer, so that every check
 * that was done answers 200, whatever it found; 413 is what was too large to be read, 422 a form with nothing in it.
 */
import { badgeLimits } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { siteHost } from '../../domain/badges/verify/address.ts';
import { verifyBadge, type Verified, type VerifyInput } from '../../domain/badges/verify/verify-badge.ts';
import { DomainError } from '../../domain/errors.ts';
import { verifyPages } from '../../lang/verdicts/index.ts';
import { readForm, readMultipart, type FormWithFiles } from '../body.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Route } from '../router.ts';
import { visitorOf } from '../visitor.ts';
import { page, pageLocale } from './layout.ts';
import { markOf, verifyStyle, verifyView, type Problem, type TypedIn } from './verify-view.ts';

/** The largest badge as a form sends it, with its other fields. */
const formBytes = badgeLimits.verifyBytes + 16_384;

/** The same when every byte is written as three characters. */
const encodedBytes = 3 * formBytes;

export function verifyRoutes(deps: AppDeps, limits: RateLimits): Route[] {
  return [
    { method: 'GET', path: paths.verify, role: 'public', handler: (c) => show(c, deps, limits) },
    { method: 'POST', path: paths.verify, role: 'public', handler: (c) => take(c, deps, limits) },
  ];
}

/** The empty form, or the check of one address: pictures and widgets lead here. */
async function show(c: AppContext, deps: AppDeps, limits: RateLimits): Promise<Response> {
  const typed: TypedIn = { address: c.req.query('badge') ?? '', text: '', site: c.req.query('site') ?? '' };
  if (!typed.address) return render(c, deps, typed);
  await limits.check(visitorOf(c, deps).limitKey);
  return check(c, deps, limits, typed, { address: typed.address });
}

async function take(c: AppContext, deps: AppDeps, limits: RateLimits): Promise<Response> {
  await limits.check(visitorOf(c, deps).limitKey);
  let form: FormWithFiles;
  try {
    form = await readAny(c);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'body_too_large')) throw error;
    return render(c, deps, { address: '', text: '', site: '' }, { result: { verdict: 'too_large' } });
  }
  const value = (name: string) => form.values.get(name) ?? '';
  const site = value('site');
  const bytes = form.files.get('file');
  if (bytes) return check(c, deps, limits, { address: '', text: '', site, hadFile: true }, { bytes });
  const typed: TypedIn = { address: value('address'), text: value('text'), site };
  const meant = meantOf(typed, value('before'));
  if (meant.length !== 1) return render(c, deps, typed, { problem: meant.length === 0 ? 'nothing' : 'several' });
  const input = { [meant[0]!]: typed[meant[0]!] };
  return check(c, deps, limits, { address: '', text: '', ...input, site }, input);
}

/**
 * Which of the two fields is to be checked. The form comes back with what was checked before: whoever fills in the
 * other one then, means that one.
 */
function meantOf(typed: TypedIn, before: string): ('address' | 'text')[] {
  const given = (['address', 'text'] as const).filter((name) => typed[name].trim() !== '');
  const fresh = given.filter((name) => markOf(typed[name]) !== before);
  return fresh.length > 0 ? fresh : given;
}

async function check(
  c: AppContext,
  deps: AppDeps,
  limits: RateLimits,
  typed: TypedIn,
  input: VerifyInput,
): Promise<Response> {
  const site = typed.site.trim() || undefined;
  if (site !== undefined && siteHost(site) === undefined) return render(c, deps, typed, { problem: 'site' });
  const result = await limits.checking(() => verifyBadge(deps, { ...input, site }));
  if (c.req.method === 'POST') deps.tallies.badgeCheck(header(c, 'origin'));
  return render(c, deps, typed, { result });
}

function readAny(c: AppContext): Promise<FormWithFiles> {
  if (/^multipart\//i.test(header(c, 'content-type') ?? '')) return readMultipart(c, formBytes);
  return readForm(c, encodedBytes).then((values) => ({ values, files: new Map() }));
}

interface Outcome {
  result?: Verified;
  problem?: Problem;
}

function render(c: AppContext, deps: AppDeps, typed: TypedIn, { result, problem }: Outcome = {}): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = verifyPages[locale];
  const query = new URLSearchParams({
    ...(result && typed.address && { badge: typed.address }),
    ...(result && typed.site && { site: typed.site }),
  }).toString();
  return page(
    c,
    deps,
    {
      title: result ? terms.verdicts[result.verdict].title : terms.title,
      locale,
      status: problem ? 422 : result?.verdict === 'too_large' ? 413 : 200,
      noindex: result !== undefined || problem !== undefined,
      head: verifyStyle,
      languagePath: c.req.method === 'GET' && query ? `${paths.verify}?${query}` : paths.verify,
    },
    verifyView(deps, { locale, typed, result, problem, now: deps.clock.now() }),
  );
}
