import { badgeDurations } from '../../contract/limits.ts';
import type { Deps } from '../ports.ts';
import type { Badge, DomainProofs } from './ports.ts';

type LookDeps = Pick<Deps, 'storage' | 'clock' | 'domainProofs' | 'log'>;

/** What a look at the domain of one badge found, as that badge was when it began. */
export interface Look {
  badge: Badge;
  found: Awaited<ReturnType<DomainProofs['look']>>;
}

const lanes = 4;
/** So many domains that were there lately do not vanish at once: when all do, it is us who do not see. */
const suspicious = 5;
/** How many badges are read to find those that were seen lately. */
const window = 500;

/** Was the proof there, in whichever way? */
export const wasSeen = ({ found }: Look) => found === 'dns' || found === 'file';
const wasRead = ({ found }: Look) => found === 'file';

/**
 * Looks at a few at a time.
 * @param signal begins no other look, so that a server that stops does not wait for strangers
 */
export async function lookAt({ domainProofs }: LookDeps, badges: Badge[], signal?: AbortSignal): Promise<Look[]> {
  const looks: Look[] = [];
  const queue = badges.values();
  const lane = async () => {
    for (const badge of queue) {
      if (signal?.aborted) return;
      if (badge.domain === null) continue;
      looks.push({ badge, found: await domainProofs.look(badge.domain, badge.publicId) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return looks;
}

/**
 * Whether not finding a proof says something about its domain, or perhaps about us.
 *
 * Silence counts only when another's file was read meanwhile, which takes both DNS and the way out: a site that nobody
 * reaches shows no badge either. Answers count by themselves, unless many domains are gone at once and not one is
 * there. No doubt lasts longer than two months.
 */
export async function judge(deps: LookDeps, looks: Look[], signal?: AbortSignal): Promise<(look: Look) => boolean> {
  const isClear = looks.some(wasSeen) && looks.every(({ found }) => found !== 'unreachable');
  if (isClear || looks.some(wasRead)) return () => true;
  const all = [...looks, ...(await lookAt(deps, await controls(deps, looks), signal))];
  const readsFiles = all.some(wasRead);
  const vanished = new Set(all.filter(({ badge }) => badge.missingSince === null).map(({ badge }) => badge.domain));
  const isBlind = !all.some(wasSeen) && vanished.size >= suspicious;
  const now = deps.clock.now();
  const counts = ({ found, badge: { provenAt } }: Look) =>
    now >= (provenAt ?? 0) + badgeDurations.domainDoubt || (found === 'unreachable' ? readsFiles : !isBlind);
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
async function controls({ storage, clock }: LookDeps, looks: Look[]): Promise<Badge[]> {
  const asked = new Set(looks.map(({ badge }) => badge.domain));
  const all = await storage.badges.domainsDue(clock.now() + badgeDurations.domainCheck, window);
  return all.filter(({ domain, missingSince }) => missingSince === null && !asked.has(domain)).slice(-suspicious);
}
