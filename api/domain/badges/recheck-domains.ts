import { durations } from '../../contract/limits.ts';
import type { Deps, Transaction } from '../ports.ts';
import { proven } from './check-domain.ts';
import { endBadge } from './end.ts';
import { lockBadges } from './lock.ts';
import { orderHolderMail } from './mails.ts';
import type { Badge, DomainProofs } from './ports.ts';

type RecheckDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'cdn' | 'publicUrl' | 'domainProofs' | 'log'>;

/** What a look at the domain of one badge found, as that badge was when it began. */
interface Look {
  badge: Badge;
  found: Awaited<ReturnType<DomainProofs['look']>>;
}

const batch = 20;
const lanes = 4;
/** Badges whose domain was seen lately, to look at when nobody else can be seen. */
const controls = 3;
/** How many are read to find those. */
const window = 500;

/**
 * Looks again at the domains that are due, a few at a time and outside of any transaction. A proof that is missing is
 * told to the holder once, looked for daily, and ends the badge after 14 days.
 *
 * Where nothing can be seen, the fault may be ours. So what is missing counts only when another badge's domain was
 * seen meanwhile. A club without another such badge takes an answer from DNS or the site for enough; a domain that
 * nobody can reach shows no badge either.
 * @returns how many badges were ended
 */
export async function recheckDomains(deps: RecheckDeps, signal?: AbortSignal): Promise<number> {
  const done = new Set<number>();
  let ended = 0;
  while (!signal?.aborted) {
    const due = await deps.storage.badges.domainsDue(deps.clock.now(), batch);
    const next = due.filter(({ id }) => !done.has(id));
    if (next.length === 0) break;
    const looks = await lookAt(deps, next);
    const seesOthers = looks.some(wasSeen) || (await seesControls(deps, next));
    for (const look of looks) {
      done.add(look.badge.id);
      const counts = seesOthers ?? look.found === 'missing';
      if (await settle(deps, look, counts)) ended += 1;
    }
  }
  return ended;
}

const wasSeen = ({ found }: Look) => found === 'dns' || found === 'file';

async function lookAt({ domainProofs }: RecheckDeps, badges: Badge[]): Promise<Look[]> {
  const looks: Look[] = [];
  const queue = badges.values();
  const lane = async () => {
    for (const badge of queue) {
      if (badge.domain === null) continue;
      looks.push({ badge, found: await domainProofs.look(badge.domain, badge.publicId) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return looks;
}

/** Are those to be seen that were seen last? Undefined when there are none. */
async function seesControls(deps: RecheckDeps, due: Badge[]): Promise<boolean | undefined> {
  const asked = new Set(due.map(({ domain }) => domain));
  const all = await deps.storage.badges.domainsDue(deps.clock.now() + durations.domainCheck, window);
  const others = all.filter(({ domain, missingSince }) => missingSince === null && !asked.has(domain));
  if (others.length === 0) return undefined;
  // Those that are due last were seen last.
  const sees = (await lookAt(deps, others.slice(-controls))).some(wasSeen);
  if (!sees) {
    deps.log.warn(
      { domains: due.length },
      'Not one domain of a business badge was seen, not even those that were there lately. This is taken for a fault ' +
        'of ours: no badge ends by it. Check that this server reaches DNS, and the internet on port 443.',
    );
  }
  return sees;
}

/**
 * Writes down what a look found, if the badge is still as it was then: of two processes, one does. One that has ended
 * meanwhile, because its holder left or was suspended, stays as it is.
 * @param counts whether not finding it says something about the domain
 * @returns whether the badge was ended
 */
function settle(deps: RecheckDeps, look: Look, counts: boolean): Promise<boolean> {
  const { badge: seen } = look;
  return deps.storage.write(async (tx) => {
    const isSame = (one: Badge) =>
      one.id === seen.id && one.status === 'active' && one.domain === seen.domain && one.checkDueAt === seen.checkDueAt;
    const [badge] = await lockBadges(tx, seen.memberId, isSame);
    if (!badge) return false;
    const now = deps.clock.now();
    if (wasSeen(look)) await tx.badges.change(badge.id, proven(now));
    else if (counts) return miss(tx, deps, badge, now);
    else await tx.badges.change(badge.id, { checkedAt: now, checkDueAt: now + durations.domainRetry });
    return false;
  });
}

async function miss(tx: Transaction, deps: RecheckDeps, badge: Badge, now: number): Promise<boolean> {
  const since = badge.missingSince ?? now;
  const isLost = now >= since + durations.domainGrace;
  await tx.badges.change(badge.id, {
    checkedAt: now,
    missingSince: since,
    checkDueAt: isLost ? null : now + durations.domainRetry,
  });
  if (isLost) await endBadge(tx, deps, badge, 'domain_lost', now);
  if (!isLost && badge.missingSince !== null) return false;
  const member = await tx.findMember(badge.memberId);
  const kind = isLost ? 'badge_domain_lost' : 'badge_domain_missing';
  if (member) await orderHolderMail(tx, deps, kind, badge, member, now);
  return isLost;
}
