import { webhookLimits } from '../../contract/webhook.ts';
import type { Deps } from '../ports.ts';
import type { WebhookDelivery, WebhookOutcome } from './ports.ts';
import { signedHeaders } from './sign.ts';

type DeliverDeps = Pick<Deps, 'storage' | 'clock' | 'keys' | 'log' | 'webhookSender'>;

const minute = 60_000;
const hour = 60 * minute;

/** Longer than a try may take. A process that dies meanwhile lets go by itself, and the event is told once more. */
const lease = webhookLimits.patience + 20_000;
/** At once: a receiver that hangs holds up three others, for ten seconds. */
const together = 4;
/** Between the tries, about three days in all. */
const waits = [
  10_000,
  minute,
  5 * minute,
  15 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  18 * hour,
  24 * hour,
];

/**
 * Sends what is due, however many processes do this at once. What was received and could not be noted is sent again,
 * under the same id.
 * @param random from 0 up to 1: spreads the tries, so that what failed together does not come back together
 * @returns how many arrived
 */
export async function deliverWebhooks(
  deps: DeliverDeps,
  random: () => number = Math.random,
  signal?: AbortSignal,
): Promise<number> {
  const { storage, clock } = deps;
  let arrived = 0;
  while (!signal?.aborted) {
    const due = await storage.webhooks.nextDueAt();
    if (due === undefined || due > clock.now()) break;
    const now = clock.now();
    const claimed = await storage.write((tx) => tx.webhooks.claim(now, now + lease, together));
    if (claimed.length === 0) break;
    const done = await Promise.all(claimed.map((one) => deliver(deps, one, random)));
    arrived += done.filter(Boolean).length;
  }
  return arrived;
}

async function deliver(deps: DeliverDeps, delivery: WebhookDelivery, random: () => number): Promise<boolean> {
  const { storage, clock, keys, log, webhookSender } = deps;
  const webhook = await storage.write((tx) => tx.webhooks.find(delivery.webhookId));
  // Removed while we held it: its deliveries went with it.
  if (!webhook) return false;
  const headers = signedHeaders(keys, webhook, delivery, clock.now());
  const outcome = await webhookSender.post(webhook.url, headers, delivery.body);
  const said = 'status' in outcome ? String(outcome.status) : outcome.failed;
  const now = clock.now();
  const { id, attempts } = delivery;
  if (isReceived(outcome)) {
    await storage.write((tx) => tx.webhooks.sent(id, now, said));
    return true;
  }
  const wait = waits[attempts - 1];
  if (isFinal(outcome) || wait === undefined || attempts >= webhookLimits.tries) {
    log.warn(
      { webhook: webhook.publicId, event: delivery.event, outcome: said, attempts },
      'A webhook was given up. It waits on the list of dead letters, at /console/webhooks.',
    );
    await storage.write((tx) => tx.webhooks.dead(id, now, said));
  } else {
    await storage.write((tx) => tx.webhooks.retry(id, now + Math.round(wait * (0.75 + random() / 2)), said));
  }
  return false;
}

const isReceived = (outcome: WebhookOutcome) => 'status' in outcome && outcome.status >= 200 && outcome.status < 300;

/** `410 Gone` says that nobody wants it any more (Standard Webhooks 1.0). */
const isFinal = (outcome: WebhookOutcome) => 'status' in outcome && outcome.status === 410;
