import type { BadgeForm, BadgeScheme, BadgeState, BadgeStatus } from '../../contract/badge.ts';
import { badgeIdPattern, badgePaths } from '../../contract/badge.ts';
import type { Club } from '../../contract/club.ts';
import type { Deps } from '../ports.ts';
import { shownDomain } from './domain-name.ts';
import type { Badge } from './ports.ts';
import type { BadgePictureContent } from '../pictures/badge-ports.ts';

export type ShownBadge = Badge & { awardedAt: number; validFrom: number; validUntil: number };

/**
 * A badge that the public may see, by its id; one that was never valid does not exist for anybody but its holder.
 * @throws nothing for ids that are none of ours: they are `undefined`, like unknown ones
 */
export async function readBadge({ storage }: Pick<Deps, 'storage'>, publicId: string): Promise<ShownBadge | undefined> {
  if (!badgeIdPattern.test(publicId)) return undefined;
  const badge = await storage.badges.byPublicId(publicId);
  return badge && isShown(badge) ? badge : undefined;
}

/** One that was valid before, and is asked for again, waits as one that has ended. */
export function isShown(badge: Badge): badge is ShownBadge {
  return badge.awardedAt !== null && badge.validFrom !== null && badge.validUntil !== null;
}

/** What anybody is told: whatever is not certainly valid has ended. */
export function stateOf(badge: Badge, now: number): BadgeState {
  return badge.status === 'active' && badge.validUntil !== null && now < badge.validUntil ? 'valid' : 'ended';
}

/** Name of the circle in the badge's language, when the holder shows it. A circle that the club gave up has none. */
export function circleOf(badge: Badge, club: Club): string | null {
  const circle = badge.showsCircle ? club.circles.find(({ id }) => id === badge.circle) : undefined;
  return circle?.name[badge.language] ?? null;
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The live state, as `/b/:id/status.json` says it. Nothing of the holder is left in one that has ended. */
export function statusOf(badge: ShownBadge, { club }: Pick<Deps, 'club'>, now: number): BadgeStatus {
  const state = stateOf(badge, now);
  const valid = state === 'valid';
  return {
    id: badge.publicId,
    state,
    circle: valid ? circleOf(badge, club) : null,
    name: valid ? badge.name : null,
    domain: badge.domain,
    since: day(badge.awardedAt),
    until: valid ? day(badge.validUntil) : null,
  };
}

/** What its picture shows. The year is that of the first award. */
export function pictureOf(
  badge: ShownBadge,
  { club, publicUrl }: Pick<Deps, 'club' | 'publicUrl'>,
  now: number,
  form: BadgeForm,
  scheme: BadgeScheme,
): BadgePictureContent {
  const state = stateOf(badge, now);
  return {
    form,
    scheme,
    state,
    language: badge.language,
    city: club.city[badge.language],
    club: club.name[badge.language],
    circle: state === 'valid' ? circleOf(badge, club) : null,
    year: new Date(badge.awardedAt).getUTCFullYear(),
    domain: badge.domain === null ? null : shownDomain(badge.domain),
    address: new URL(publicUrl).host + badgePaths.page(badge.publicId),
    accent: club.colours.accent,
    accentDark: club.colours.accentDark,
  };
}
