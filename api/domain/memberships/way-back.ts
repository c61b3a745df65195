import { usualReturnUrl } from '../partners/return-urls.ts';
import type { Deps, Member } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';

/** The site that somebody joined from. */
export interface WayBack {
  partner: Partner;
  url: string;
}

/** Where a member came from, when that partner has said where its visitors are led back to, and takes part. */
export async function wayBack(
  { storage }: Pick<Deps, 'storage'>,
  { id, partnerId }: Pick<Member, 'id' | 'partnerId'>,
): Promise<WayBack | undefined> {
  const partner = await storage.partnerById(partnerId);
  if (partner?.status !== 'active' || partner.returnUrls.length === 0) return undefined;
  const url = usualReturnUrl(partner, await storage.originOf(id));
  return url === undefined ? undefined : { partner, url };
}
