import { utmOf, type UtmTexts } from '../../contract/attribution.ts';
import { pagePathOf } from '../../contract/page-path.ts';
import type { AttributionRecord } from '../ports.ts';
import type { JoinInput } from './join-input.ts';

/**
 * What is kept of where somebody came from. What widgets leave out is left out here again: not every page that
 * sends has one of ours.
 * @param referredBy the member whose link was followed
 */
export function attributionOf(
  { partner, pageOrigin, page }: Pick<JoinInput, 'partner' | 'pageOrigin' | 'page'>,
  memberId: number,
  referredBy: number | undefined,
  at: number,
): AttributionRecord {
  const last = known(page?.utm);
  const first = known(page?.first?.utm);
  return {
    memberId,
    partnerId: partner.id,
    pageOrigin,
    pagePath: pathOf(page?.path),
    referrerOrigin: page?.referrer ?? null,
    utmSource: last.source ?? null,
    utmMedium: last.medium ?? null,
    utmCampaign: last.campaign ?? null,
    utmTerm: last.term ?? null,
    utmContent: last.content ?? null,
    firstPath: pathOf(page?.first?.path),
    firstUtmSource: first.source ?? null,
    firstUtmMedium: first.medium ?? null,
    firstUtmCampaign: first.campaign ?? null,
    firstUtmTerm: first.term ?? null,
    firstUtmContent: first.content ?? null,
    referredBy: referredBy ?? null,
    widget: page?.widget ?? null,
    at,
  };
}

function pathOf(path: string | undefined): string | null {
  return path === undefined ? null : pagePathOf(path);
}

function known(utm: UtmTexts | undefined): UtmTexts {
  return utmOf((key) => utm?.[key.slice('utm_'.length) as keyof UtmTexts]) ?? {};
}
