import { durations } from '../../contract/limits.ts';
import { parseAddress, suppressionKey } from '../../domain/addresses.ts';
import type { MemberStatus, OutgoingMail, QueuedMail } from '../../domain/ports.ts';
import { hashToken } from '../../domain/tokens.ts';
import { compose, purposes, type MembershipMail, type Tokens } from '../../mail/compose.ts';
import type { MailDeps } from './deps.ts';

/** Links to leave or to unsubscribe work for longer than a year of mails. */
const departureLife = 400 * 24 * 60 * 60_000;

const expected: Record<MembershipMail['kind'], MemberStatus> = {
  confirmation: 'pending',
  welcome: 'active',
  already_member: 'active',
};

/** Mails of joining, with their tokens kept. */
export async function membershipMail(
  deps: MailDeps,
  order: QueuedMail & MembershipMail,
): Promise<OutgoingMail | string> {
  const { storage, ids, clock } = deps;
  const member = order.memberId === null ? undefined : await storage.memberById(order.memberId);
  if (!member) return 'member gone';
  if (member.status !== expected[order.kind]) return `member ${member.status}`;
  const address = parseAddress(member.email);
  if (!address) return 'address unusable';
  const partner = order.partnerId === null ? undefined : await storage.partnerById(order.partnerId);
  // Tokens are made now and not when the mail was ordered, so that only their hashes are ever at rest.
  const tokens: Tokens = Object.fromEntries(purposes(order, member).map((purpose) => [purpose, ids.token()]));
  const mail = compose(deps, { order, member, partner, recipient: address.deliverable, tokens });
  const suppressed = await storage.write(async (tx) => {
    const now = clock.now();
    const key = suppressionKey(deps.keys, address);
    if ((await tx.standing(member.address, order.addressKey, key, now)).suppressed) return true;
    for (const purpose of purposes(order, member)) {
      const life = purpose === 'confirm' ? durations.confirmationLife : departureLife;
      await tx.insertToken(hashToken(tokens[purpose]!), { memberId: member.id, purpose, expiresAt: now + life });
    }
    return false;
  });
  return suppressed ? 'address suppressed' : mail;
}
