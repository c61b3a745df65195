/** The tables of the partner kit, as Kysely sees them: see `database.ts`. */
import type { Generated } from 'kysely';
import type { TallyKind } from '../contract/statistics.ts';
import type { WebhookEvent } from '../contract/webhook.ts';

/** Which partners somebody of theirs may see. */
export interface PartnerAccessTable {
  staff_id: number;
  partner_id: number;
  created_at: number;
}

/** So many of one kind on one day (`20261126`): of things, never of people. */
export interface TallyTable {
  partner_id: number;
  day: number;
  kind: TallyKind;
  page: string;
  campaign: string;
  count: number;
}

export interface WebhookTable {
  id: Generated<number>;
  public_id: string;
  partner_id: number | null;
  url: string;
  /** JSON array of events. */
  events: string;
  generation: number;
  rotated_at: number | null;
  status: 'active' | 'paused';
  created_at: number;
}

/** One event for one webhook. A leased delivery is queued, and due again when its lease ends. */
export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhook_id: number;
  event_id: string;
  event: WebhookEvent;
  body: string;
  status: 'queued' | 'sent' | 'dead';
  attempts: Generated<number>;
  due_at: number;
  created_at: number;
  ended_at: number | null;
  outcome: string | null;
}
