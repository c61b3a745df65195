import type { AttributionRecord } from '../ports.ts';
import type { JoinInput } from './join-input.ts';

/**
 * What is kept of where somebody came from.
 * @param referredBy the member whose link was followed
 */
export function attributionOf(
  { partner, pageOrigin, page }: Pick<JoinInput, 'partner' | 'pageOrigin' | 'page'>,
  memberId: number,
  referredBy: number | undefined,
  at: number,
): AttributionRecord {
  const { utm: last, first } = page ?? {};
  return {
    memberId,
    partnerId: partner.id,
    pageOrigin,
    pagePath: page?.path ?? null,
    referrerOrigin: page?.referrer ?? null,
    utmSource: last?.source ?? null,
    utmMedium: last?.medium ?? null,
    utmCampaign: last?.campaign ?? null,
    utmTerm: last?.term ?? null,
    utmContent: last?.content ?? null,
    firstPath: first?.path ?? null,
    firstUtmSource: first?.utm?.source ?? null,
    firstUtmMedium: first?.utm?.medium ?? null,
    firstUtmCampaign: first?.utm?.campaign ?? null,
    firstUtmTerm: first?.utm?.term ?? null,
    firstUtmContent: first?.utm?.content ?? null,
    referredBy: referredBy ?? null,
    widget: page?.widget ?? null,
    at,
  };
}
