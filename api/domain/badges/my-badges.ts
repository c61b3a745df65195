import { badgePaths } from '../../contract/badge.ts';
import type { MyBadge } from '../../contract/badge-requests.ts';
import type { Deps } from '../ports.ts';
import { proofFile, proofRecordName, proofRecordValue } from './domain-proof.ts';
import { ownBadges, type Holder } from './own.ts';
import type { Badge } from './ports.ts';

/** A member's badges as only they see them: their own, then those of their business by age. */
export async function readMyBadges(deps: Pick<Deps, 'storage' | 'publicUrl'>, actor: Holder): Promise<MyBadge[]> {
  return (await ownBadges(deps, actor)).map((badge) => myBadgeView(badge, deps));
}

/** One badge for its holder. A business is told what proves its domain for as long as it has to be there. */
export function myBadgeView(badge: Badge, { publicUrl }: Pick<Deps, 'publicUrl'>): MyBadge {
  const { publicId, kind, status, domain, showsName, showsCircle, language } = badge;
  return {
    id: publicId,
    kind,
    status,
    domain,
    proof:
      domain === null
        ? null
        : {
            name: proofRecordName(domain),
            value: proofRecordValue(publicId),
            file: proofFile(domain),
            content: publicId,
          },
    showsName,
    showsCircle,
    language,
    provenAt: time(badge.provenAt),
    checkedAt: time(badge.checkedAt),
    missingSince: time(badge.missingSince),
    awardedAt: time(badge.awardedAt),
    validUntil: time(status === 'active' ? badge.validUntil : null),
    page: new URL(badgePaths.page(publicId), publicUrl).href,
  };
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
