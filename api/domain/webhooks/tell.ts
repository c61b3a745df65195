import { createHash } from 'node:crypto';
import type { WebhookBody, WebhookEvent } from '../../contract/webhook.ts';
import type { Transaction } from '../ports.ts';

/** Something that has happened, by the numbers of its rows: who reads them has an export to look them up in. */
export interface Happening {
  /** By whom or where it came about; null when no partner is concerned. */
  partnerId: number | null;
  /** What makes it this one and no other: `member:7`. */
  subject: string;
  at: number;
  /** What every webhook is told. */
  data: WebhookBody['data'];
  /** What the club's own are told besides: partners learn no number of a person's. */
  inside?: WebhookBody['data'];
}

/**
 * Orders an event for whoever wants to know, in the transaction that makes it true: what was undone is told to nobody,
 * and what is told has happened. Costs one look when nobody listens.
 */
export async function tellWebhooks(
  tx: Pick<Transaction, 'webhooks' | 'partners'>,
  event: WebhookEvent,
  { partnerId, subject, at, data, inside }: Happening,
): Promise<void> {
  const listening = await tx.webhooks.listening(event, partnerId);
  if (listening.length === 0) return;
  const eventId = eventIdOf(event, subject, at);
  const partner = partnerId === null ? undefined : await tx.partners.find(partnerId);
  for (const { id: webhookId, partnerId: of } of listening) {
    const body: WebhookBody = {
      id: eventId,
      type: event,
      createdAt: new Date(at).toISOString(),
      partner: partner?.slug ?? null,
      data: of === null ? { ...data, ...inside } : data,
    };
    await tx.webhooks.enqueue({ eventId, webhookId, event, body: JSON.stringify(body), createdAt: at });
  }
}

/** The same happening has the same id, however often it is told. */
function eventIdOf(event: WebhookEvent, subject: string, at: number): string {
  return `evt_${createHash('sha256').update(`${event} ${subject} ${at}`).digest('base64url').slice(0, 22)}`;
}
