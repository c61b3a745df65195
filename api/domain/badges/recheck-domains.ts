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
/** So many domains that were there lately do not vanish at once: when all do, it is us who do not see. */
const suspicious = 5;
/** How many badges are read to find those that were seen lately. */
const window = 500;

/**
 * Looks again at the domains that are due, a few at a time and outside of any transaction. A proof that is missing is
 * told to the holder once, looked for daily, and ends the badge after 14 days.
 *
 * A fault of ours must not end everybody's badge. Silence counts only when another's file was read meanwhile, which
 * takes both DNS and the way out: a site that nobody reaches shows no badge either. Answers count by themselves, unless
 * many domains are gone at once and not one is there. No doubt lasts longer than two months.
 * @returns how many badges were ended
 */
export async function recheckDomains(deps: RecheckDeps, signal?: AbortSignal): Promise<number> {
  const done = new Set<number>();
  let ended = 0;
  while (!signal?.aborted) {
    const due = await deps.storage.badges.domainsDue(deps.clock.now(), batch);
    const next = due.filter(({ id }) => !done.has(id));
    if (next.length === 0) break;
    for (const { id } of next) done.add(id);
    const looks = await lookAt(deps, next);
    const counts = await judge(deps, looks);
    for (const look of looks) {
      if (await settle(deps, look, counts(look))) ended += 1;
    }
  }
  return ended;
}

const wasSeen = ({ found }: Look) => found === 'dns' || found === 'file';
const wasRead = ({ found }: Look) => found === 'file';

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

/** Whether not finding a proof says something about its domain, or perhaps about us. */
async function judge(deps: RecheckDeps, looks: Look[]): Promise<(look: Look) => boolean> {
  const isClear = looks.some(wasSeen) && looks.every(({ found }) => found !== 'unreachable');
  if (isClear || looks.some(wasRead)) return () => true;
  const all = [...looks, ...(await lookAt(deps, await controls(deps, looks)))];
  const readsFiles = all.some(wasRead);
  const vanished = new Set(all.filter(({ badge }) => badge.missingSince === null).map(({ badge }) => badge.domain));
  const isBlind = !all.some(wasSeen) && vanished.size >= suspicious;
  const now = deps.clock.now();
  const counts = ({ found, badge: { provenAt } }: Look) =>
    now >= (provenAt ?? 0) + durations.domainDoubt || (found === 'unreachable' ? readsFiles : !isBlind);
  const doubtful = looks.filter((look) => !wasSeen(look) && !counts(look)).length;
  if (doubtful > 0) {
    deps.log.warn(
      { domains: doubtful, blind: isBlind },
      'Domains of business badges could not be looked at. The fault may be ours, so that it is not counted against ' +
        'them. Check that this server reaches DNS, and the internet on port 443.',
    );
  }
  return counts;
}

/** Badges that are not due and whose domains were seen last. */
async function controls({ storage, clock }: RecheckDeps, looks: Look[]): Promise<Badge[]> {
  const asked = new Set(looks.map(({ badge }) => badge.domain));
  const all = await storage.badges.domainsDue(clock.now() + durations.domainCheck, window);
  return all.filter(({ domain, missingSince }) => missingSince === null && !asked.has(domain)).slice(-suspicious);
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
