import type { CounterView } from '../../contract/counter.ts';
import type { Locale } from '../../contract/locales.ts';
import { partnerName } from '../partners/name.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';

/** Confirmed members, the goal, and what one partner brought, which is called as it is in this language. */
export async function readCounter(
  deps: Pick<Deps, 'storage' | 'club'>,
  partner?: Partner,
  locale: Locale = deps.club.defaultLanguage,
): Promise<CounterView> {
  const counts = await deps.storage.counts(partner?.id);
  const { members, date } = deps.club.goal;
  return {
    members: counts.members,
    goal: { members, date },
    ...(partner && { partner: { slug: partner.slug, name: partnerName(partner, locale), members: counts.partner } }),
  };
}
