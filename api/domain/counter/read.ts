import type { CounterView } from '../../contract/counter.ts';
import type { Deps, Partner } from '../ports.ts';

/** Confirmed members, the goal, and what one partner brought. */
export async function readCounter(deps: Pick<Deps, 'storage' | 'club'>, partner?: Partner): Promise<CounterView> {
  const counts = await deps.storage.counts(partner?.id);
  const { members, date } = deps.club.goal;
  return {
    members: counts.members,
    goal: { members, date },
    ...(partner && { partner: { slug: partner.slug, name: partner.name, members: counts.partner } }),
  };
}
