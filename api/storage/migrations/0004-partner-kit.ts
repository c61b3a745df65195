/**
 * The partner kit: more about partners and who works for them, where members came from at first and by whom, counts
 * by day, and whoever is told of what happens.
 */
import { sql, type Kysely } from 'kysely';
import { columnTypes } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await partners(db);
  await attribution(db);
  await tallies(db);
  await webhooks(db);
}

async function partners(db: Kysely<unknown>): Promise<void> {
  const { integer, clustered } = columnTypes(db);
  const now = db.schema;
  // One at a time: SQLite adds no more at once.
  for (const list of ['names', 'return_urls', 'languages', 'contacts']) {
    const empty = list === 'names' ? '{}' : '[]';
    await now
      .alterTable('partner')
      .addColumn(list, 'text', (c) => c.notNull().defaultTo(empty))
      .execute();
  }
  await now
    .alterTable('partner')
    .addColumn('allows_local', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await now.alterTable('partner').addColumn('accent', 'text').execute();
  await now.alterTable('partner').addColumn('logo', 'text').execute();
  // The check of `role` knows two words, and SQLite cannot widen it without making the table anew, which would take
  // every session with it. Of somebody who works for a partner, this column decides and `role` says nothing.
  await now
    .alterTable('staff')
    .addColumn('of_partner', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await now
    .createTable('partner_access')
    .addColumn('staff_id', integer, (c) => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id').onDelete('cascade'))
    .addColumn('created_at', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('partner_access_key', ['staff_id', 'partner_id'])
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('partner_access_partner').on('partner_access').column('partner_id').execute();
}

async function attribution(db: Kysely<unknown>): Promise<void> {
  const { integer } = columnTypes(db);
  const first = ['first_path', ...['source', 'medium', 'campaign', 'term', 'content'].map((key) => `first_utm_${key}`)];
  for (const column of first) await db.schema.alterTable('attribution').addColumn(column, 'text').execute();
  // Whoever has left keeps an empty row, and is nobody's reason any more: see `leave`.
  await db.schema
    .alterTable('attribution')
    .addColumn('referred_by', integer, (c) => c.references('member.id').onDelete('set null'))
    .execute();
  await db.schema
    .createIndex('attribution_referred_by')
    .on('attribution')
    .column('referred_by')
    .where(sql<boolean>`referred_by is not null`)
    .execute();
}

async function tallies(db: Kysely<unknown>): Promise<void> {
  const { integer, clustered } = columnTypes(db);
  await db.schema
    .createTable('tally')
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id'))
    .addColumn('day', integer, (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('page', 'text', (c) => c.notNull())
    .addColumn('campaign', 'text', (c) => c.notNull())
    .addColumn('count', integer, (c) => c.notNull())
    .addPrimaryKeyConstraint('tally_key', ['partner_id', 'day', 'kind', 'page', 'campaign'])
    .modifyEnd(clustered)
    .execute();
}

async function webhooks(db: Kysely<unknown>): Promise<void> {
  const { integer, id } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('webhook')
    .addColumn('id', integer, id)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('partner_id', integer, (c) => c.references('partner.id').onDelete('cascade'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('events', 'text', (c) => c.notNull())
    .addColumn('generation', integer, (c) => c.notNull())
    .addColumn('rotated_at', integer)
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('active', 'paused')`))
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();
  await now
    .createTable('webhook_delivery')
    .addColumn('id', integer, id)
    .addColumn('webhook_id', integer, (c) => c.notNull().references('webhook.id').onDelete('cascade'))
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('queued', 'sent', 'dead')`))
    .addColumn('attempts', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('due_at', integer, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('ended_at', integer)
    .addColumn('outcome', 'text')
    .execute();
  await now.createIndex('webhook_delivery_of').on('webhook_delivery').columns(['webhook_id', 'id']).execute();
  await now
    .createIndex('webhook_delivery_due')
    .on('webhook_delivery')
    .column('due_at')
    .where(sql.ref('status'), '=', sql.lit('queued'))
    .execute();
  await now
    .createIndex('webhook_delivery_dead')
    .on('webhook_delivery')
    .column('id')
    .where(sql.ref('status'), '=', sql.lit('dead'))
    .execute();
}
