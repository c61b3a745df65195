/**
 * Signatures as Standard Webhooks 1.0 has them: HMAC-SHA256 over `id.timestamp.body`, with the secret in base64 behind
 * `whsec_`, several signatures with a space between. No secret is stored: each is derived from the club's own.
 */
import { createHmac } from 'node:crypto';
import type { Keys } from '../ports.ts';
import type { Webhook, WebhookDelivery } from './ports.ts';

/** So long after a rotation the secret before signs as well, in milliseconds: a day to change it on the other side. */
export const rotationTime = 24 * 60 * 60 * 1000;

/** Whether its last secret still signs as well. */
export function isRotating({ rotatedAt }: Pick<Webhook, 'rotatedAt'>, now: number): boolean {
  return rotatedAt !== null && now < rotatedAt + rotationTime;
}

type Signing = Pick<Webhook, 'publicId' | 'generation' | 'rotatedAt'>;

/** A webhook's secret, as its receiver keeps it. */
export function secretOf(keys: Keys, { publicId }: Pick<Webhook, 'publicId'>, generation: number): string {
  const bytes = Buffer.from(keys.sign('webhook', `${publicId}:${generation}`), 'base64url');
  return `whsec_${bytes.toString('base64')}`;
}

/** What goes with a body, so that its receiver knows who sent it, when, and that it is whole. */
export function signedHeaders(
  keys: Keys,
  webhook: Signing,
  { eventId, body }: Pick<WebhookDelivery, 'eventId' | 'body'>,
  now: number,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const { generation } = webhook;
  const signatures = (isRotating(webhook, now) ? [generation, generation - 1] : [generation]).map((one) => {
    const secret = Buffer.from(secretOf(keys, webhook, one).slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', secret).update(`${eventId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
