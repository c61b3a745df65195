/**
 * Badges: who has one, what was signed about it, its place in a status list; the public halves of the keys that
 * sign; what was reported; what a cache in front of us has to forget. Members can be suspended.
 */
import { sql, type Kysely } from 'kysely';
import { columnTypes } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { integer } = columnTypes(db);
  await db.schema.alterTable('member').addColumn('suspended_at', integer).execute();
  await badges(db);
  await statusLists(db);
  await around(db);
}

async function badges(db: Kysely<unknown>): Promise<void> {
  const { integer, neverReusedId } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('badge')
    .addColumn('id', integer, neverReusedId)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('person', 'business')`))
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('waiting', 'active', 'ended')`))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('circle', 'text', (c) => c.notNull())
    .addColumn('shows_name', integer, (c) => c.notNull())
    .addColumn('shows_circle', integer, (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('domain', 'text')
    .addColumn('awarded_at', integer)
    .addColumn('valid_from', integer)
    .addColumn('valid_until', integer)
    .addColumn('ended_at', integer)
    .addColumn('end_reason', 'text')
    .addColumn('list', integer)
    .addColumn('position', integer)
    .addColumn('version', integer, (c) => c.notNull().defaultTo(1))
    .addColumn('signed_version', integer)
    .addColumn('credential', 'text')
    .addColumn('jwt', 'text')
    .addColumn('signed_key', 'text')
    .addColumn('reminded_at', integer)
    .addColumn('proven_at', integer)
    .addColumn('checked_at', integer)
    .addColumn('missing_since', integer)
    .addColumn('check_due_at', integer)
    .addColumn('created_at', integer, (c) => c.notNull())
    .addCheckConstraint('badge_active', sql`status <> 'active' or (valid_until is not null and list is not null)`)
    .addCheckConstraint('badge_ended', sql`status <> 'ended' or (ended_at is not null and credential is null)`)
    .execute();
  await now.createIndex('badge_member').on('badge').column('member_id').execute();
  // What jobs look for is few among many: indexes of those rows alone.
  await now
    .createIndex('badge_unsigned')
    .on('badge')
    .column('id')
    .where(sql<boolean>`status = 'active' and (signed_version is null or signed_version <> version)`)
    .execute();
  await now
    .createIndex('badge_until')
    .on('badge')
    .column('valid_until')
    .where(sql.ref('status'), '=', sql.lit('active'))
    .execute();
  await now
    .createIndex('badge_domain_due')
    .on('badge')
    .column('check_due_at')
    .where(sql<boolean>`status = 'active' and kind = 'business'`)
    .execute();
}

async function statusLists(db: Kysely<unknown>): Promise<void> {
  const { integer, clustered } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('status_list')
    .addColumn('number', integer, (c) => c.primaryKey().notNull())
    .addColumn('taken', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('version', integer, (c) => c.notNull().defaultTo(1))
    .addColumn('signed_version', integer)
    .addColumn('signed_at', integer)
    .addColumn('credential', 'text')
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();
  await now
    .createTable('status_entry')
    .addColumn('list', integer, (c) => c.notNull().references('status_list.number'))
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('badge_id', integer, (c) => c.notNull())
    .addColumn('taken_at', integer, (c) => c.notNull())
    .addColumn('revoked_at', integer)
    .addPrimaryKeyConstraint('status_entry_once', ['list', 'position'])
    .modifyEnd(clustered)
    .execute();
}

async function around(db: Kysely<unknown>): Promise<void> {
  const { integer, id, clustered } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('credential_key')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('badge', 'status', 'jwt')`))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('published_at', integer, (c) => c.notNull())
    .addColumn('first_use_at', integer, (c) => c.notNull())
    .addColumn('removed_at', integer)
    .modifyEnd(clustered)
    .execute();
  await now
    .createTable('badge_report')
    .addColumn('id', integer, id)
    .addColumn('badge_id', integer, (c) => c.notNull().references('badge.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('text', 'text')
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('closed_at', integer)
    .execute();
  await now.createIndex('badge_report_badge').on('badge_report').columns(['badge_id', 'created_at']).execute();
  await now
    .createIndex('badge_report_open')
    .on('badge_report')
    .column('created_at')
    .where(sql.ref('closed_at'), 'is', null)
    .execute();
  await now
    .createTable('cdn_purge')
    .addColumn('id', integer, id)
    .addColumn('tag', 'text', (c) => c.notNull())
    .addColumn('due_at', integer, (c) => c.notNull())
    .addColumn('attempts', integer, (c) => c.notNull().defaultTo(0))
    .execute();
  await now.createIndex('cdn_purge_due').on('cdn_purge').column('due_at').execute();
}
