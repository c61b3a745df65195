/** The words of webhooks. No zod. */

/**
 * What a webhook can be told of. Events say that something happened and to which row, by public ids; never a name, an
 * address or a text: who needs those asks for them with a session of their own.
 */
export const webhookEvents = [
  'membership.requested',
  'membership.confirmed',
  'membership.left',
  'story.published',
  'story.unpublished',
  'badge.awarded',
  'badge.ended',
  /** Sent when somebody presses "try it". */
  'ping',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What is posted, as JSON. The signature covers exactly these bytes. */
export interface WebhookBody {
  /** The same for every try: who has seen it before has nothing to do. */
  id: string;
  type: WebhookEvent;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Short name of the partner that it concerns, if any. */
  partner: string | null;
  data: Readonly<Record<string, string | number | boolean | null>>;
}

export const webhookLimits = {
  /** Of the club, and of each partner. */
  most: 10,
  url: 500,
  /** Milliseconds that an answer may take. */
  patience: 10_000,
  /** Tries, over about three days; then the delivery is on the dead-letter list. */
  tries: 12,
} as const;
