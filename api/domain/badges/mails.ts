import { addressKey, parseAddress } from '../addresses.ts';
import { messageId } from '../messages.ts';
import type { Deps, MailKind, Member, Transaction } from '../ports.ts';
import type { Badge } from './ports.ts';

/** Mails to a badge's holder. */
export type HolderMail = Extract<MailKind, 'badge_ending' | 'badge_domain_missing' | 'badge_domain_lost'>;

/**
 * Orders a mail to a badge's holder, in their language. No address is in the order: the mailer looks it up, and asks
 * once more whether the mail is still needed.
 * @param member the holder, as they are inside this transaction
 */
export async function orderHolderMail(
  tx: Transaction,
  deps: Pick<Deps, 'ids' | 'keys' | 'publicUrl'>,
  kind: HolderMail,
  badge: Pick<Badge, 'id'>,
  member: Member,
  now: number,
): Promise<void> {
  const address = parseAddress(member.email);
  if (!address || member.status !== 'active') return;
  await tx.enqueueMail({
    kind,
    memberId: member.id,
    subjectId: badge.id,
    partnerId: member.partnerId,
    language: member.language,
    addressKey: addressKey(deps.keys, address),
    formPrefix: null,
    messageId: messageId(deps),
    createdAt: now,
  });
}
