import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import { clubPartnerSlug } from '../partners/name.ts';
import { isOriginOf } from '../partners/origins.ts';
import { addTallies } from './add.ts';
import { dayIn } from './days.ts';
import type { Tally } from './ports.ts';
import type { TallyBook } from './tally-book.ts';

/**
 * Writes what was gathered, in one transaction. What cannot be written now is taken back and tried again.
 * @returns how many different counts were added to
 */
export async function flushTallies(
  { storage, clock, club }: Pick<Deps, 'storage' | 'clock' | 'club'>,
  book: TallyBook,
): Promise<number> {
  const { tallies, checks } = book.take();
  if (tallies.length === 0 && checks.size === 0) return 0;
  let all: Tally[] = tallies;
  try {
    all = [...tallies, ...checksOf(checks, await storage.partners(), dayIn(club.timeZone)(clock.now()))];
    await storage.write((tx) => addTallies(tx, all));
  } catch (error) {
    book.putBack(all);
    throw error;
  }
  return all.length;
}

/**
 * Checks of badges as counts: a partner's when one of its pages asked, else the club's. Other origins are not kept:
 * many a badge stands on the site of the one person who has it.
 */
function checksOf(checks: ReadonlyMap<string, number>, partners: readonly Partner[], day: number): Tally[] {
  const club = partners.find(({ slug }) => slug === clubPartnerSlug);
  return Array.from(checks).flatMap(([origin, count]) => {
    const partner = partners.find((one) => one !== club && isOriginOf({ ...one, allowsLocal: false }, origin));
    const whose = partner ?? club;
    if (!whose) return [];
    return { day, partnerId: whose.id, kind: 'badge_check' as const, page: partner ? origin : '', campaign: '', count };
  });
}
