/** Badges as members have them, made by the verbs that make them: for tests of what is shown of them. */
import { activate } from '../../api/domain/badges/activate.ts';
import { award } from '../../api/domain/badges/award.ts';
import { newBadgeId } from '../../api/domain/badges/badge-id.ts';
import { endBadge } from '../../api/domain/badges/end.ts';
import type { Badge, BadgeChange } from '../../api/domain/badges/ports.ts';
import type { BadgeEndReason } from '../../api/contract/badge-words.ts';
import type { NewMember } from '../../api/domain/ports.ts';
import type { TestApp } from './app.ts';
import { addMember } from './session.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request'>;

/** An active member's badge, with whatever is changed of it. */
export async function issueBadge(on: On, changes: BadgeChange = {}, member: Partial<NewMember> = {}): Promise<Badge> {
  const { deps, clock } = on;
  const memberId = await addMember(on, member);
  return deps.storage.write(async (tx) => {
    const badge = await award(tx, deps, (await tx.findMember(memberId))!, clock.now());
    await tx.badges.change(badge.id, changes, { resign: true });
    return (await tx.badges.find(badge.publicId))!;
  });
}

/** A business badge whose domain was proven. */
export async function issueBusinessBadge(on: On, domain: string, changes: BadgeChange = {}): Promise<Badge> {
  const badge = await askForBadge(on, domain);
  const { deps, clock } = on;
  return deps.storage.write(async (tx) => {
    await activate(tx, deps, badge, clock.now(), changes);
    return (await tx.badges.find(badge.publicId))!;
  });
}

/** A business badge that waits for its domain. */
export async function askForBadge(on: On, domain: string): Promise<Badge> {
  const { deps, clock } = on;
  const memberId = await addMember(on);
  const publicId = newBadgeId(deps);
  const choices = { language: 'fr', circle: deps.club.circles[0]!.id, showsName: false, showsCircle: false } as const;
  return deps.storage.write(async (tx) => {
    await tx.badges.insert({ publicId, memberId, kind: 'business', domain, name: null, ...choices }, clock.now());
    return (await tx.badges.find(publicId))!;
  });
}

/** Ends a badge as a job or the staff would: no route of this application knows of it. */
export async function endIssued(on: On, publicId: string, reason: BadgeEndReason = 'suspended'): Promise<void> {
  const { deps, clock } = on;
  await deps.storage.write(async (tx) => {
    await endBadge(tx, deps, (await tx.badges.find(publicId))!, reason, clock.now());
  });
}

/** Changes a badge as its holder would. */
export async function changeIssued(on: On, publicId: string, change: BadgeChange): Promise<void> {
  await on.deps.storage.write(async (tx) => {
    await tx.badges.change((await tx.badges.find(publicId))!.id, change, { resign: true });
  });
}
