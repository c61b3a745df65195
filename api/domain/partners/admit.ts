import { slugPattern } from '../../contract/text.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from './partner.ts';
import { isOriginOf } from './origins.ts';

/** Where a request says that it comes from. */
export interface Caller {
  /** The `Origin` header; null when the request had none. */
  origin: string | null;
}

/**
 * Finds a partner by the name that a visitor sent. What is no name is not looked up: a database may refuse
 * the very question (PostgreSQL knows no NUL).
 * @throws {DomainError} partner_unknown, partner_paused
 */
export async function findPartner(deps: Pick<Deps, 'storage'>, slug: string): Promise<Partner> {
  const partner = slugPattern.test(slug) ? await deps.storage.partnerBySlug(slug) : undefined;
  if (!partner) throw new DomainError('partner_unknown');
  if (partner.status === 'paused') throw new DomainError('partner_paused');
  return partner;
}

/**
 * Finds a partner and checks that the caller's page may speak for it. This is the check that counts:
 * CORS only decides what a browser may read. The club's own pages may speak for every partner.
 * @param requireOrigin refuse a request without `Origin`: set for everything that writes
 * @throws {DomainError} partner_unknown, partner_paused, origin_not_allowed
 */
export async function admitPartner(
  deps: Pick<Deps, 'storage' | 'publicUrl'>,
  slug: string,
  caller: Caller,
  requireOrigin: boolean,
): Promise<Partner> {
  const partner = await findPartner(deps, slug);
  if (!mayUse(partner, caller.origin, deps.publicUrl, requireOrigin)) throw new DomainError('origin_not_allowed');
  return partner;
}

function mayUse(partner: Partner, origin: string | null, publicUrl: string, requireOrigin: boolean): boolean {
  // Same-origin GETs carry no Origin header; nothing that writes goes without one.
  if (origin === null) return !requireOrigin;
  return origin === new URL(publicUrl).origin || isOriginOf(partner, origin);
}

/**
 * Checks that a page may hold a session of its own: one of the club's pages, or of any partner whose widgets run.
 * @returns the origin that the session will be good for
 * @throws {DomainError} origin_not_allowed
 */
export async function admitOrigin(deps: Pick<Deps, 'storage' | 'publicUrl'>, { origin }: Caller): Promise<string> {
  if (origin === null) throw new DomainError('origin_not_allowed');
  if (origin === new URL(deps.publicUrl).origin) return origin;
  const partners = await deps.storage.partners();
  if (partners.some((partner) => partner.status === 'active' && isOriginOf(partner, origin))) return origin;
  throw new DomainError('origin_not_allowed');
}
