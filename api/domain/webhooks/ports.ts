/** What webhooks ask of the storage and of the net. */
import type { WebhookEvent } from '../../contract/webhook.ts';

export interface Webhook {
  id: number;
  /** What leaves the house. */
  publicId: string;
  /** Null: the club's own, told of everything. */
  partnerId: number | null;
  url: string;
  events: WebhookEvent[];
  /** Which secret signs: secrets are derived from it, none is stored. Goes up with every rotation. */
  generation: number;
  /** When it went up: for a while the one before signs as well. */
  rotatedAt: number | null;
  status: 'active' | 'paused';
  createdAt: number;
}

export interface WebhookDelivery {
  id: number;
  /** The event's id, as the receiver sees it: the same for every try. */
  eventId: string;
  webhookId: number;
  event: WebhookEvent;
  /** JSON, as it is signed and sent. */
  body: string;
  status: 'queued' | 'sent' | 'dead';
  /** So far, this one included. */
  attempts: number;
  dueAt: number;
  createdAt: number;
  endedAt: number | null;
  /** What came of the last try, in a word: a status, or why there was none. Never anything that was answered. */
  outcome: string | null;
}

export interface WebhookReads {
  all(): Promise<Webhook[]>;
  byPublicId(publicId: string): Promise<Webhook | undefined>;
  /** The newest first. */
  deliveries(webhookId: number, max: number): Promise<WebhookDelivery[]>;
  /** The dead-letter list, the newest first, over all webhooks. */
  dead(max: number): Promise<WebhookDelivery[]>;
  /** How many are dead, of each webhook that has any. */
  deadCounts(): Promise<{ webhookId: number; count: number }[]>;
  nextDueAt(): Promise<number | undefined>;
}

export interface WebhookWrites {
  insert(webhook: Omit<Webhook, 'id'>): Promise<number>;
  change(
    id: number,
    change: Partial<Pick<Webhook, 'url' | 'events' | 'generation' | 'rotatedAt' | 'status'>>,
  ): Promise<boolean>;
  /** With all its deliveries. */
  remove(id: number): Promise<boolean>;
  /** Active ones that want this event: those of the club, and those of the partner. */
  listening(event: WebhookEvent, partnerId: number | null): Promise<Webhook[]>;
  enqueue(delivery: Pick<WebhookDelivery, 'eventId' | 'webhookId' | 'event' | 'body' | 'createdAt'>): Promise<void>;
  /** Leases what is due and whose webhook is active; nobody else sees it until `leaseUntil`. Oldest first. */
  claim(now: number, leaseUntil: number, max: number): Promise<WebhookDelivery[]>;
  find(webhookId: number): Promise<Webhook | undefined>;
  sent(id: number, at: number, outcome: string): Promise<void>;
  retry(id: number, dueAt: number, outcome: string): Promise<void>;
  dead(id: number, at: number, outcome: string): Promise<void>;
  /** Queues a dead delivery again, its tries forgotten. False when it is not dead. */
  replay(id: number, at: number): Promise<boolean>;
  /** The same for all that are dead of one webhook. */
  replayAll(webhookId: number, at: number): Promise<void>;
}

/**
 * What came of one try. `refused`: nobody is there, or the certificate is another's, or the address leads into our own
 * house; whoever set it learns no more than that. Of an answer nothing but its status is read.
 */
export type WebhookOutcome = { status: number } | { failed: 'refused' | 'timeout' | 'redirected' };

/** Posts to an address that somebody wrote: to the public internet alone, looked up once, following nothing. */
export interface WebhookSender {
  /** Never throws. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<WebhookOutcome>;
}
