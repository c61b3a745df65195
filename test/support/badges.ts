/** Badges that were really awarded, proven and signed, for tests of what is done with them. */
import type { BadgeChoices } from '../../api/contract/badge-requests.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { award } from '../../api/domain/badges/award.ts';
import { askBusiness } from '../../api/domain/badges/ask-business.ts';
import { checkDomain } from '../../api/domain/badges/check-domain.ts';
import { chooseShown } from '../../api/domain/badges/choose.ts';
import type { Badge } from '../../api/domain/badges/ports.ts';
import { signDue } from '../../api/domain/badges/sign-due.ts';
import { signLists } from '../../api/domain/badges/sign-lists.ts';
import { credentialId } from '../../api/domain/badges/credential.ts';
import type { NewMember } from '../../api/domain/ports.ts';
import type { TestApp } from './app.ts';
import { addMember } from './session.ts';

export interface AwardedBadge {
  memberId: number;
  id: string;
  /** What was signed, as it is served. */
  credential: string;
  jwt: string;
}

/** A person's badge. Shows nothing of its holder unless it is chosen. */
export async function awardPerson(
  app: TestApp,
  { shown, ...member }: Partial<NewMember> & { shown?: Partial<BadgeChoices> } = {},
): Promise<AwardedBadge> {
  const { deps, clock } = app;
  const memberId = await addMember(app, member);
  const { publicId } = await deps.storage.write(async (tx) => {
    const holder = await tx.findMember(memberId);
    return award(tx, deps, holder!, clock.now());
  });
  if (shown) await choose(app, memberId, publicId, shown);
  return signedBadge(app, memberId, publicId);
}

/** A business badge, its domain proven. */
export async function awardBusiness(
  app: TestApp,
  domain: string,
  { shown, ...member }: Partial<NewMember> & { shown?: Partial<BadgeChoices> } = {},
): Promise<AwardedBadge> {
  const memberId = await addMember(app, member);
  const { publicId } = await askBusiness(app.deps, { memberId }, domain);
  const domainProofs = { look: () => Promise.resolve('dns' as const) };
  await checkDomain({ ...app.deps, domainProofs }, { memberId }, publicId);
  if (shown) await choose(app, memberId, publicId, shown);
  return signedBadge(app, memberId, publicId);
}

/** What a holder chooses to show; the rest is off. */
export function choose(
  { deps }: TestApp,
  memberId: number,
  publicId: string,
  { showsName = false, showsCircle = false, language = 'fr' as Locale }: Partial<BadgeChoices>,
): Promise<Badge> {
  return chooseShown(deps, { memberId }, publicId, { showsName, showsCircle, language });
}

/** Signs whatever is to be signed, and reads what became of one badge. */
export async function signedBadge(app: TestApp, memberId: number, id: string): Promise<AwardedBadge> {
  await signDue(app.deps);
  await signLists(app.deps);
  const badge = await app.deps.storage.badges.byPublicId(id);
  if (!badge?.credential || !badge.jwt) throw new Error(`test badge ${id} was not signed`);
  return { memberId, id, credential: badge.credential, jwt: badge.jwt };
}

/** The name of its credential. */
export const nameOf = ({ deps }: TestApp, id: string): string => credentialId(deps.publicUrl, id);
