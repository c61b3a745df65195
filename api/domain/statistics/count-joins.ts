import type { AttributionRecord, Deps, Transaction } from '../ports.ts';
import { addTallies } from './add.ts';
import { dayIn } from './days.ts';

type From = Pick<AttributionRecord, 'partnerId' | 'at'> &
  Partial<Pick<AttributionRecord, 'pageOrigin' | 'pagePath' | 'utmCampaign'>>;

/** Counts a sign-up or a confirmation where it came from, in the transaction that makes it true. */
export function countJoin(
  tx: Pick<Transaction, 'statistics'>,
  { club }: Pick<Deps, 'club'>,
  kind: 'signup' | 'confirmation',
  { partnerId, at, pageOrigin, pagePath, utmCampaign }: From,
): Promise<void> {
  const page = pageOrigin ? pageOrigin + (pagePath ?? '') : '';
  return addTallies(tx, [
    { day: dayIn(club.timeZone)(at), partnerId, kind, page, campaign: utmCampaign ?? '', count: 1 },
  ]);
}
