import { addressKey, parseAddress, suspendedKey, type Address } from '../addresses.ts';
import { award } from '../badges/award.ts';
import { messageId } from '../messages.ts';
import { countJoin } from '../statistics/count-joins.ts';
import type { Deps, Keys, Member, Transaction } from '../ports.ts';
import { hashToken, isToken } from '../tokens.ts';

export type Confirmation =
  | { outcome: 'open' | 'confirmed' | 'already'; member: Member }
  /** No such link, what it was for is gone, or every place of the invitation is taken. */
  | { outcome: 'unknown' | 'expired' | 'taken' };

/** What a confirmation link would do. Reads only: GET never changes anything. */
export async function previewConfirmation(
  deps: Pick<Deps, 'storage' | 'clock'>,
  token: unknown,
): Promise<Confirmation> {
  if (!isToken(token)) return { outcome: 'unknown' };
  const row = await deps.storage.tokenByHash(hashToken(token));
  if (row?.purpose !== 'confirm') return { outcome: 'unknown' };
  const member = await deps.storage.memberById(row.memberId);
  if (!member || member.status === 'left') return { outcome: 'unknown' };
  if (member.status === 'active') return { outcome: 'already', member };
  return row.expiresAt > deps.clock.now() ? { outcome: 'open', member } : { outcome: 'expired' };
}

/**
 * Makes a pending person a member: status, proof of consent, counters, badge and welcome mail in one
 * transaction. Pressing twice is fine: the second time answers `already`.
 */
export async function confirm(
  deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'ids' | 'cdn' | 'publicUrl' | 'club'>,
  token: unknown,
): Promise<Confirmation> {
  if (!isToken(token)) return { outcome: 'unknown' };
  const hash = hashToken(token);
  return deps.storage.write(async (tx): Promise<Confirmation> => {
    const now = deps.clock.now();
    const first = await tx.findToken(hash);
    const holder = first?.purpose === 'confirm' ? await tx.findMember(first.memberId) : undefined;
    const address = holder && parseAddress(holder.email);
    if (!address) return { outcome: 'unknown' };
    const key = addressKey(deps.keys, address);
    // A sign-up for the same address may be under way: what it changes is read after it ended.
    await tx.lockAddress(key);
    const row = await tx.findToken(hash);
    const member = await tx.findMember(holder.id);
    if (!row || !member || member.status === 'left') return { outcome: 'unknown' };
    if (member.status === 'active') return { outcome: 'already', member };
    if (row.expiresAt <= now) return { outcome: 'expired' };
    if (member.invitationId !== null && !(await tx.takeInvitation(member.invitationId))) return { outcome: 'taken' };
    await tx.activate(member.id, now);
    await tx.useToken(hash, now);
    await tx.confirmConsents(member.id, now);
    await tx.count(member.partnerId, 1);
    const { partnerId } = member;
    await countJoin(tx, deps, 'confirmation', { ...(await tx.attributionOf(member.id)), partnerId, at: now });
    if (!(await staysSuspended(tx, deps.keys, member, address, now))) await award(tx, deps, member, now);
    await tx.enqueueMail({
      kind: 'welcome',
      memberId: member.id,
      partnerId: member.partnerId,
      language: member.language,
      addressKey: key,
      formPrefix: null,
      messageId: messageId(deps),
      createdAt: now,
    });
    return { outcome: 'confirmed', member: { ...member, status: 'active', confirmedAt: now } };
  });
}

/** Leaving and coming back does not end a suspension: they are a member like any other, without a badge. */
async function staysSuspended(tx: Transaction, keys: Keys, member: Member, address: Address, now: number) {
  const { suppressed } = await tx.standing(member.address, addressKey(keys, address), suspendedKey(keys, address), now);
  return suppressed && tx.setSuspended(member.id, now);
}
