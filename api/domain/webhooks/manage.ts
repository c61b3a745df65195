import type { FieldProblem } from '../../contract/codes.ts';
import { webhookEvents, webhookLimits, type WebhookEvent } from '../../contract/webhook.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../ports.ts';
import { slugPattern } from '../../contract/text.ts';
import { actorName, type StaffActor } from '../actor.ts';
import type { Webhook } from './ports.ts';
import { isRotating } from './sign.ts';

type ManageDeps = Pick<Deps, 'storage' | 'clock' | 'ids'>;

/** What staff write of a webhook. */
export interface WebhookInput {
  url: string;
  events: readonly string[];
  /** Short name of the partner that alone it is about; empty: of the club, told of everything. */
  partner: string;
}

/**
 * Adds a webhook.
 * @throws {DomainError} invalid_request (url, events, partner), webhooks_full
 */
export async function addWebhook(deps: ManageDeps, actor: StaffActor, input: WebhookInput): Promise<Webhook> {
  const { storage, clock } = deps;
  // What is no name is not looked up: PostgreSQL refuses the very question when there is a NUL in it.
  const partner = slugPattern.test(input.partner) ? await storage.partnerBySlug(input.partner) : undefined;
  const { url, events } = read(input, input.partner !== '' && !partner);
  const partnerId = partner?.id ?? null;
  const now = clock.now();
  const webhook = {
    publicId: newId(deps),
    partnerId,
    url,
    events,
    generation: 1,
    rotatedAt: null,
    status: 'active' as const,
    createdAt: now,
  };
  return storage.write(async (tx) => {
    const { length } = (await storage.webhooks.all()).filter((one) => one.partnerId === partnerId);
    if (length >= webhookLimits.most) throw new DomainError('webhooks_full');
    const id = await tx.webhooks.insert(webhook);
    await tx.audit('webhook.added', `webhook:${id}`, now, actorName(actor));
    return { ...webhook, id };
  });
}

/**
 * Does something with a webhook. `rotate`: from now on a new secret signs, for a day the old one as well; not again in
 * that day, or a receiver that still has the old one would refuse what is sent. `try`: sends it an event that says
 * nothing, whatever else it listens to. `replay-all`: sends all its dead letters once more, from their first try.
 * @throws {DomainError} not_found, wrong_state (its secret is being changed)
 */
export async function changeWebhook(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  actor: StaffActor,
  publicId: string,
  what: 'pause' | 'resume' | 'rotate' | 'remove' | 'try' | 'replay-all',
): Promise<void> {
  const webhook = await storage.webhooks.byPublicId(publicId);
  if (!webhook) throw new DomainError('not_found');
  const { id, generation } = webhook;
  const now = clock.now();
  if (what === 'rotate' && isRotating(webhook, now)) throw new DomainError('wrong_state');
  await storage.write(async (tx) => {
    if (what === 'pause') await tx.webhooks.change(id, { status: 'paused' });
    if (what === 'resume') await tx.webhooks.change(id, { status: 'active' });
    if (what === 'rotate') await tx.webhooks.change(id, { generation: generation + 1, rotatedAt: now });
    if (what === 'replay-all') await tx.webhooks.replayAll(id, now);
    if (what === 'remove') await tx.webhooks.remove(id);
    if (what === 'try') {
      const eventId = `evt_ping_${id}_${now}`;
      const body = { id: eventId, type: 'ping', createdAt: new Date(now).toISOString(), partner: null, data: {} };
      await tx.webhooks.enqueue({ eventId, webhookId: id, event: 'ping', body: JSON.stringify(body), createdAt: now });
    }
    await tx.audit(`webhook.${what}`, `webhook:${id}`, now, actorName(actor));
  });
}

/**
 * Sends a dead letter once more, from its first try.
 * @throws {DomainError} not_found, wrong_state (it is not dead any more)
 */
export async function replayDelivery(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  actor: StaffActor,
  id: number,
): Promise<void> {
  await storage.write(async (tx) => {
    const now = clock.now();
    if (!(await tx.webhooks.replay(id, now))) throw new DomainError('wrong_state');
    await tx.audit('webhook.replay', `delivery:${id}`, now, actorName(actor));
  });
}

function read({ url: text, events }: WebhookInput, noPartner: boolean): { url: string; events: WebhookEvent[] } {
  const errors: FieldProblem[] = [];
  const url = parseWebhookUrl(text);
  if (typeof url === 'object') errors.push({ field: 'url', code: url.refused });
  const known = webhookEvents.filter((event) => event !== 'ping' && events.includes(event));
  if (known.length === 0) errors.push({ field: 'events', code: 'required' });
  if (noPartner) errors.push({ field: 'partner', code: 'invalid' });
  if (errors.length > 0 || typeof url === 'object') throw new DomainError('invalid_request', { errors });
  return { url, events: known };
}

/**
 * An address that events may be posted to: https, a host by its name, nothing that signs somebody in. Where the name
 * leads is looked at every time that it is posted to, not here: a name can lead elsewhere tomorrow.
 */
export function parseWebhookUrl(
  text: string,
): string | { refused: 'required' | 'too_long' | 'url_invalid' | 'url_private' } {
  const trimmed = text.trim();
  if (trimmed === '') return { refused: 'required' };
  if (trimmed.length > webhookLimits.url) return { refused: 'too_long' };
  if (!URL.canParse(trimmed)) return { refused: 'url_invalid' };
  const url = new URL(trimmed);
  if (url.protocol !== 'https:' || url.username + url.password !== '') return { refused: 'url_invalid' };
  // Addresses by number, also in their odd spellings, which the parser has made plain; and names without a dot.
  const isNamed = /\.[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(url.hostname.replace(/\.$/, ''));
  if (!isNamed || /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid)\.?$/.test(url.hostname)) {
    return { refused: 'url_private' };
  }
  // The low ports are those of services that are none of the web: mail, files, remote shells.
  if (url.port !== '' && Number(url.port) < 1024) return { refused: 'url_private' };
  url.hash = '';
  return url.href;
}
