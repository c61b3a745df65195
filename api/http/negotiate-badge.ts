/**
 * `/b/<id>` is a page for people, and the credential for programs that say so: a verifier that is given the address
 * under the QR code finds what it can read (RFC 9110 §12.5.1).
 */
import { badgePaths } from '../contract/badge.ts';
import { credentialFile, credentialType, readSigned } from './badges/signed.ts';
import { header, type AppContext, type AppDeps } from './env.ts';
import { problem, toDomainError } from './problem.ts';
import type { ReadCache } from './read-cache.ts';
import { apiHeaders, type ReadyBody } from './respond.ts';

const machineTypes = [credentialType, 'application/vc', 'application/ld+json', 'application/json'];

interface Range {
  type: string;
  weight: number;
}

/** Media ranges with their weights. What is not written as the standard says counts as not wanted. */
function rangesOf(accept: string): Range[] {
  return accept
    .slice(0, 2000)
    .toLowerCase()
    .split(',')
    .slice(0, 40)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((one) => one.trim());
      const given = parameters.find((one) => one.startsWith('q='))?.slice(2);
      const weight = given === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given) : 0;
      return { type, weight };
    });
}

/**
 * Does this request ask for the credential rather than the page? Only who names a type of the credential does, and
 * wants no page as much: a browser names `text/html`, and `curl`, which takes anything, is used by people.
 */
export function wantsCredential(c: AppContext): boolean {
  const accept = header(c, 'accept');
  if (accept === undefined || !/json|vc/i.test(accept)) return false;
  const ranges = rangesOf(accept);
  const named = Math.max(0, ...ranges.filter(({ type }) => machineTypes.includes(type)).map(({ weight }) => weight));
  if (named === 0) return false;
  const page = ranges.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  if (page) return named > page.weight;
  // Named by nobody: a wildcard that would also take the page says less than a type that was named.
  const any = ranges.find(({ type }) => type === 'text/*') ?? ranges.find(({ type }) => type === '*/*');
  return named >= (any?.weight ?? 0);
}

/**
 * Answers a request for `/b/<id>` with the credential when that is what it asks for; nothing otherwise, and then the
 * page has to say `Vary: Accept` too. Nobody keeps this answer: caches that do not look at `Vary` would show people
 * a file. What may be kept has an address of its own, and shares with this one what was signed.
 */
export function negotiate(
  deps: AppDeps,
  cache: ReadCache<ReadyBody>,
): (c: AppContext) => Promise<Response | undefined> {
  return async (c) => {
    if (!wantsCredential(c)) return undefined;
    const id = c.req.param('id') ?? '';
    const common = { vary: 'accept', 'cache-control': 'no-store' };
    try {
      const { plain } = await readSigned(deps, cache, credentialFile, id);
      const headers = {
        ...apiHeaders,
        'content-type': credentialType,
        'content-location': `${badgePaths.page(id)}/${credentialFile.file}`,
        ...common,
      };
      return new Response(plain, { headers });
    } catch (error) {
      const refusal = toDomainError(error);
      if (refusal.code !== 'not_found' && refusal.code !== 'badge_ended') throw error;
      return problem(c, refusal.code, { headers: common });
    }
  };
}
