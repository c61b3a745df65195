import type { MemberActor } from '../actor.ts';
import { departureKey, parseAddress, suspendedKey } from '../addresses.ts';
import { endBadgesOf } from '../badges/end.ts';
import { lockBadges } from '../badges/lock.ts';
import type { Deps, Keys, Member, TokenPurpose, Transaction } from '../ports.ts';
import { tellOfStory } from '../stories/move.ts';
import { hashToken, isToken } from '../tokens.ts';
import { tellWebhooks } from '../webhooks/tell.ts';
import { happened } from './happened.ts';

export type Departure = { outcome: 'open' | 'done'; member: Member } | { outcome: 'unknown' };

/** What a link to leave the club or the newsletter would do. Reads only. */
export async function previewDeparture(
  deps: Pick<Deps, 'storage' | 'clock'>,
  token: unknown,
  purpose: TokenPurpose,
): Promise<Departure> {
  if (!isToken(token)) return { outcome: 'unknown' };
  const row = await deps.storage.tokenByHash(hashToken(token));
  if (row?.purpose !== purpose || row.expiresAt <= deps.clock.now()) return { outcome: 'unknown' };
  const member = await deps.storage.memberById(row.memberId);
  if (!member) return { outcome: 'unknown' };
  const open = member.status === 'active' && (purpose === 'leave' || member.newsletter);
  return { outcome: open ? 'open' : 'done', member };
}

/** Ends a membership: as short as joining. Personal fields are emptied; the proof of consent stays, withdrawn. */
export function leave(deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'cdn'>, token: unknown): Promise<Departure> {
  return withToken(deps, token, 'leave', (tx, member, now) => depart(tx, deps, member, now));
}

/** The same for somebody who is signed in and needs no link. */
export function leaveSignedIn(
  deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'cdn'>,
  { memberId }: Pick<MemberActor, 'memberId'>,
): Promise<boolean> {
  return deps.storage.write(async (tx) => {
    const member = await tx.findMember(memberId);
    return member !== undefined && depart(tx, deps, member, deps.clock.now());
  });
}

/** What leaving is, whoever asks for it. False when the person is no member. */
export async function depart(
  tx: Transaction,
  deps: Pick<Deps, 'keys' | 'cdn'>,
  member: Member,
  now: number,
): Promise<boolean> {
  if (member.status !== 'active') return false;
  const barred = await lockBadges(tx, member.id, ({ endReason }) => endReason === 'suspended');
  await endBadgesOf(tx, deps, member.id, 'left', now);
  for (const story of await tx.stories.publishedOf(member.id)) await tellOfStory(tx, 'story.unpublished', story, now);
  if (!(await tx.leave(member.id, now))) return false;
  // A badge that the staff have ended does not come back as another one: they ask first.
  const suspendedAt = member.suspendedAt ?? (barred.length > 0 ? now : null);
  await keepAway(tx, deps.keys, { ...member, suspendedAt }, now);
  await tx.withdrawConsents(member.id, now);
  await tx.count(member.partnerId, -1);
  await tellWebhooks(tx, 'membership.left', happened(member, now));
  await tx.audit('member.left', `member:${member.id}`, now);
  return true;
}

/** No list brings this person in again; they themselves may come whenever they like, suspended as they were. */
export async function keepAway(tx: Transaction, keys: Keys, member: Member, now: number): Promise<void> {
  const address = parseAddress(member.email);
  if (!address) return;
  await tx.suppress(departureKey(keys, address), 'left', now);
  if (member.suspendedAt !== null) await tx.suppress(suspendedKey(keys, address), 'suspended', now);
}

/** Ends the newsletter only (RFC 8058 one-click, or the button on our page). */
export function unsubscribe(deps: Pick<Deps, 'storage' | 'clock'>, token: unknown): Promise<Departure> {
  return withToken(deps, token, 'unsubscribe', async (tx, member, now) => {
    if (!member.newsletter) return false;
    await tx.endNewsletter(member.id, now);
    await tx.audit('newsletter.left', `member:${member.id}`, now);
    return true;
  });
}

/** Answers false when there was nothing left to do: pressing a hundred times writes once. */
type Work = (tx: Transaction, member: Member, now: number) => Promise<boolean>;

async function withToken(
  deps: Pick<Deps, 'storage' | 'clock'>,
  token: unknown,
  purpose: TokenPurpose,
  work: Work,
): Promise<Departure> {
  if (!isToken(token)) return { outcome: 'unknown' };
  const hash = hashToken(token);
  return deps.storage.write(async (tx): Promise<Departure> => {
    const now = deps.clock.now();
    const row = await tx.findToken(hash);
    if (row?.purpose !== purpose || row.expiresAt <= now) return { outcome: 'unknown' };
    const member = await tx.findMember(row.memberId);
    if (!member) return { outcome: 'unknown' };
    if (await work(tx, member, now)) await tx.useToken(hash, now);
    return { outcome: 'done', member };
  });
}
