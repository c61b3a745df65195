import { utmOf, type UtmTexts } from '../../contract/attribution.ts';
import type { Utm } from '../../contract/membership.ts';
import { pagePathOf } from '../../contract/page-path.ts';
import type { AttributionRecord } from '../ports.ts';
import type { JoinInput } from './join-input.ts';

/**
 * What is kept of where somebody came from. Widgets leave out what looks like somebody's; it is left out here as well,
 * for whoever asks without one, or with one from before they did.
 * @param referredBy the member whose link was followed
 */
export function attributionOf(
  { partner, pageOrigin, page }: Pick<JoinInput, 'partner' | 'pageOrigin' | 'page'>,
  referredBy: number | undefined,
  at: number,
): Omit<AttributionRecord, 'memberId'> {
  const { first } = page ?? {};
  const last = campaignOf(page?.utm);
  const begun = campaignOf(first?.utm);
  return {
    partnerId: partner.id,
    pageOrigin,
    pagePath: pathOf(page?.path),
    referrerOrigin: page?.referrer ?? null,
    utmSource: last?.source ?? null,
    utmMedium: last?.medium ?? null,
    utmCampaign: last?.campaign ?? null,
    utmTerm: last?.term ?? null,
    utmContent: last?.content ?? null,
    firstPath: pathOf(first?.path),
    firstUtmSource: begun?.source ?? null,
    firstUtmMedium: begun?.medium ?? null,
    firstUtmCampaign: begun?.campaign ?? null,
    firstUtmTerm: begun?.term ?? null,
    firstUtmContent: begun?.content ?? null,
    referredBy: referredBy ?? null,
    widget: page?.widget ?? null,
    at,
  };
}

/** Behind an origin, what does not begin with a slash would be another host. */
const pathOf = (path: string | undefined) => (path?.startsWith('/') ? pagePathOf(path) : null);

const campaignOf = (utm: Utm | undefined): UtmTexts | undefined =>
  utm && utmOf((key) => utm[key.slice('utm_'.length) as keyof Utm]);
