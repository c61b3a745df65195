import { addressKey, parseAddress } from '../addresses.ts';
import { messageId } from '../messages.ts';
import type { Deps, Member } from '../ports.ts';
import { hashToken, isToken } from '../tokens.ts';

export type Confirmation =
  | { outcome: 'open' | 'confirmed' | 'already'; member: Member }
  /** No such link, or what it was for is gone. */
  | { outcome: 'unknown' | 'expired' };

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
 * Makes a pending person a member: status, proof of consent, counters and welcome mail in one
 * transaction. Pressing twice is fine: the second time answers `already`.
 */
export async function confirm(
  deps: Pick<Deps, 'storage' | 'clock' | 'keys' | 'ids' | 'publicUrl'>,
  token: unknown,
): Promise<Confirmation> {
  if (!isToken(token)) return { outcome: 'unknown' };
  const hash = hashToken(token);
  return deps.storage.write(async (tx): Promise<Confirmation> => {
    const now = deps.clock.now();
    const row = await tx.findToken(hash);
    if (row?.purpose !== 'confirm') return { outcome: 'unknown' };
    const member = await tx.findMember(row.memberId);
    if (!member || member.status === 'left') return { outcome: 'unknown' };
    if (member.status === 'active') return { outcome: 'already', member };
    if (row.expiresAt <= now) return { outcome: 'expired' };
    if (!(await tx.activate(member.id, now))) return { outcome: 'already', member };
    await tx.useToken(hash, now);
    await tx.confirmConsents(member.id, now);
    await tx.count(member.partnerId, 1);
    const address = parseAddress(member.email);
    if (address) {
      await tx.enqueueMail({
        kind: 'welcome',
        memberId: member.id,
        partnerId: member.partnerId,
        language: member.language,
        addressKey: addressKey(deps.keys, address),
        formPrefix: null,
        messageId: messageId(deps),
        createdAt: now,
      });
    }
    return { outcome: 'confirmed', member: { ...member, status: 'active', confirmedAt: now } };
  });
}
