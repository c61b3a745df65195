import type { Transaction } from '../ports.ts';
import { tellWebhooks } from '../webhooks/tell.ts';
import type { Badge } from './ports.ts';

/** Says that a badge is valid, or has ended. It is nobody's but its holder's: partners are not told. */
export function tellOfBadge(
  tx: Transaction,
  event: 'badge.awarded' | 'badge.ended',
  { publicId, kind, memberId }: Badge,
  at: number,
): Promise<void> {
  return tellWebhooks(tx, event, {
    partnerId: null,
    at,
    data: { badge: publicId, kind },
    inside: { member: memberId },
  });
}
