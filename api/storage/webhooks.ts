import type { WebhookEvent } from '../contract/webhook.ts';
import type { Webhook, WebhookDelivery, WebhookReads, WebhookWrites } from '../domain/webhooks/ports.ts';
import { inserted, literal, query, type Executor } from './query.ts';

const columns = [
  'id',
  'public_id as publicId',
  'partner_id as partnerId',
  'url',
  'events',
  'generation',
  'rotated_at as rotatedAt',
  'status',
  'created_at as createdAt',
] as const;

const every = query()((db) => db.selectFrom('webhook').select(columns).orderBy('id'));
const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('webhook').select(columns).where('public_id', '=', p.publicId),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('webhook').select(columns).where('id', '=', p.id));

const active = query()((db) =>
  db.selectFrom('webhook').select(columns).where('status', '=', literal('active')).orderBy('id'),
);

type Row = Omit<Webhook, 'events'> & { events: string };

const insert = query<Omit<Row, 'id'>>()((db, p) =>
  db
    .insertInto('webhook')
    .values({
      public_id: p.publicId,
      partner_id: p.partnerId,
      url: p.url,
      events: p.events,
      generation: p.generation,
      rotated_at: p.rotatedAt,
      status: p.status,
      created_at: p.createdAt,
    })
    .returning('id'),
);

const update = query<Pick<Row, 'id' | 'url' | 'events' | 'generation' | 'rotatedAt' | 'status'>>()((db, p) =>
  db
    .updateTable('webhook')
    .set({ url: p.url, events: p.events, generation: p.generation, rotated_at: p.rotatedAt, status: p.status })
    .where('id', '=', p.id),
);

const remove = query<{ id: number }>()((db, p) => db.deleteFrom('webhook').where('id', '=', p.id));

const deliveryColumns = [
  'id',
  'event_id as eventId',
  'webhook_id as webhookId',
  'event',
  'body',
  'status',
  'attempts',
  'due_at as dueAt',
  'created_at as createdAt',
  'ended_at as endedAt',
  'outcome',
] as const;

const deliveries = query<{ webhookId: number; max: number }>()((db, p) =>
  db
    .selectFrom('webhook_delivery')
    .select(deliveryColumns)
    .where('webhook_id', '=', p.webhookId)
    .orderBy('id', 'desc')
    .limit(p.max),
);

const dead = query<{ max: number }>()((db, p) =>
  db
    .selectFrom('webhook_delivery')
    .select(deliveryColumns)
    .where('status', '=', literal('dead'))
    .orderBy('id', 'desc')
    .limit(p.max),
);

const deadCounts = query()((db) =>
  db
    .selectFrom('webhook_delivery')
    .select(({ fn }) => ['webhook_id as webhookId', fn.countAll<number | string>().as('count')])
    .where('status', '=', literal('dead'))
    .groupBy('webhook_id'),
);

const nextDue = query()((db) =>
  db
    .selectFrom('webhook_delivery')
    .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
    .select('webhook_delivery.due_at as dueAt')
    .where('webhook_delivery.status', '=', literal('queued'))
    .where('webhook.status', '=', literal('active'))
    .orderBy('webhook_delivery.due_at')
    .limit(1),
);

const enqueue = query<Pick<WebhookDelivery, 'eventId' | 'webhookId' | 'event' | 'body' | 'createdAt'>>()((db, p) =>
  db.insertInto('webhook_delivery').values({
    webhook_id: p.webhookId,
    event_id: p.eventId,
    event: p.event,
    body: p.body,
    status: literal('queued'),
    due_at: p.createdAt,
    created_at: p.createdAt,
  }),
);

type Claim = { now: number; leaseUntil: number; max: number };

/** On PostgreSQL, rows in another process's hands are passed over. */
const claim = (skipsLocked: boolean) =>
  query<Claim>()((db, p) =>
    db
      .with('due', (cte) => {
        const due = cte
          .selectFrom('webhook_delivery')
          .select('webhook_delivery.id')
          .where('webhook_delivery.status', '=', literal('queued'))
          .where('due_at', '<=', p.now)
          .where('webhook_id', 'in', (eb) =>
            eb.selectFrom('webhook').select('webhook.id').where('webhook.status', '=', literal('active')),
          )
          .orderBy('due_at')
          .orderBy('webhook_delivery.id')
          .limit(p.max);
        return skipsLocked ? due.forUpdate().skipLocked() : due;
      })
      .updateTable('webhook_delivery')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), due_at: p.leaseUntil }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(deliveryColumns),
  );
const claims = { sqlite: claim(false), postgres: claim(true) };

type Ended = { id: number; at: number; outcome: string };
const end = (status: 'sent' | 'dead') =>
  query<Ended>()((db, p) =>
    db
      .updateTable('webhook_delivery')
      .set({ status: literal(status), ended_at: p.at, outcome: p.outcome })
      .where('id', '=', p.id)
      .where('status', '=', literal('queued')),
  );
const [sent, given] = [end('sent'), end('dead')];

const retry = query<{ id: number; dueAt: number; outcome: string }>()((db, p) =>
  db.updateTable('webhook_delivery').set({ due_at: p.dueAt, outcome: p.outcome }).where('id', '=', p.id),
);

const replayBy = (column: 'id' | 'webhook_id') =>
  query<{ id: number; at: number }>()((db, p) =>
    db
      .updateTable('webhook_delivery')
      .set({ status: literal('queued'), attempts: 0, due_at: p.at, ended_at: null })
      .where(column, '=', p.id)
      .where('status', '=', literal('dead')),
  );
const [replay, replayAll] = [replayBy('id'), replayBy('webhook_id')];

const removeEnded = query<{ before: number }>()((db, p) =>
  db.deleteFrom('webhook_delivery').where('status', '<>', literal('queued')).where('ended_at', '<', p.before),
);

const toWebhook = (row: Row): Webhook => ({ ...row, events: JSON.parse(row.events) as WebhookEvent[] });

/** Deliveries that have ended before, well or not. */
export async function removeEndedDeliveries(on: Executor, before: number): Promise<void> {
  await on.run(removeEnded, { before });
}

export function webhookReads(on: Executor): WebhookReads {
  return {
    all: async () => (await on.all(every, {})).map(toWebhook),
    async byPublicId(publicId) {
      const row = await on.get(byPublicId, { publicId });
      return row && toWebhook(row);
    },
    deliveries: (webhookId, max) => on.all(deliveries, { webhookId, max }),
    dead: (max) => on.all(dead, { max }),
    // PostgreSQL counts in bigint, which its driver gives as text.
    deadCounts: async () =>
      (await on.all(deadCounts, {})).map(({ webhookId, count }) => ({ webhookId, count: Number(count) })),
    nextDueAt: async () => (await on.get(nextDue, {}))?.dueAt,
  };
}

export function webhookWrites(on: Executor): WebhookWrites {
  const find = async (id: number): Promise<Webhook | undefined> => {
    const row = await on.get(byId, { id });
    return row && toWebhook(row);
  };
  return {
    insert: async (webhook) => inserted(await on.get(insert, { ...webhook, events: JSON.stringify(webhook.events) })),
    async change(id, change) {
      const before = await find(id);
      if (!before) return false;
      const { url, events, generation, rotatedAt, status } = { ...before, ...change };
      return (await on.run(update, { id, url, events: JSON.stringify(events), generation, rotatedAt, status })) === 1;
    },
    remove: async (id) => (await on.run(remove, { id })) === 1,
    async listening(event, partnerId) {
      const all = (await on.all(active, {})).map(toWebhook);
      return all.filter((one) => one.events.includes(event) && (one.partnerId === null || one.partnerId === partnerId));
    },
    enqueue: async (delivery) => void (await on.run(enqueue, delivery)),
    async claim(now, leaseUntil, max) {
      const claimed = await on.all(claims[on.engine], { now, leaseUntil, max });
      return claimed.toSorted((a, b) => a.id - b.id);
    },
    find,
    sent: async (id, at, outcome) => void (await on.run(sent, { id, at, outcome })),
    retry: async (id, dueAt, outcome) => void (await on.run(retry, { id, dueAt, outcome })),
    dead: async (id, at, outcome) => void (await on.run(given, { id, at, outcome })),
    replay: async (id, at) => (await on.run(replay, { id, at })) === 1,
    replayAll: async (webhookId, at) => void (await on.run(replayAll, { id: webhookId, at })),
  };
}
