import { randomBytes } from 'node:crypto';
import type { WebhookBody, WebhookEvent } from '../../contract/webhook.ts';
import type { Transaction } from '../ports.ts';

/** Something that has happened, by the numbers of its rows: who reads them has an export to look them up in. */
export interface Happening {
  /** By whom or where it came about; null when no partner is concerned. */
  partnerId: number | null;
  at: number;
  /** What every webhook is told. */
  data: WebhookBody['data'];
  /** What the club's own are told besides: partners learn no number of a person's. */
  inside?: WebhookBody['data'];
  /** Told to the partner's own webhooks alone: for the club nothing has happened. */
  isOutside?: boolean;
}

/**
 * Orders an event for whoever wants to know, in the transaction that makes it true: what was undone is told to nobody,
 * and what is told has happened. Costs one look when nobody listens.
 */
export async function tellWebhooks(
  tx: Pick<Transaction, 'webhooks' | 'partners'>,
  event: WebhookEvent,
  { partnerId, at, data, inside, isOutside = false }: Happening,
): Promise<void> {
  const all = await tx.webhooks.listening(event, partnerId);
  const listening = isOutside ? all.filter((one) => one.partnerId !== null) : all;
  if (listening.length === 0) return;
  // Made of nothing: from a fingerprint of a member's number, partners would reckon the number.
  const eventId = `evt_${randomBytes(16).toString('base64url')}`;
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
