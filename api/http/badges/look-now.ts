import { checkDomain } from '../../domain/badges/check-domain.ts';
import { readOwnBadge, type Holder } from '../../domain/badges/own.ts';
import type { Badge } from '../../domain/badges/ports.ts';
import type { AppDeps } from '../env.ts';
import type { RateLimits } from '../rate-limits.ts';

/**
 * Looks for the proof of a domain because its holder asks, by API or page: never oftener than the limit allows.
 * @throws {DomainError} rate_limited, and as `checkDomain`
 */
export async function lookNow(deps: AppDeps, limits: RateLimits, actor: Holder, id: string): Promise<Badge> {
  // Whose is it? Looks at domains are counted for badges that are there.
  const { publicId } = await readOwnBadge(deps, actor, id);
  await limits.domainLook(actor.memberId, publicId);
  return checkDomain(deps, actor, publicId);
}
