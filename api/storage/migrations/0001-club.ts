/**
 * The club: partners, members with their proof of consent and where they came from, the outbox,
 * and what keeps them honest (spent keys, tokens, invitations, suppressions, counters).
 */
import { sql, type Kysely } from 'kysely';
import { columnTypes } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { integer, id, neverReusedId, clustered } = columnTypes(db);
  const now = db.schema;

  await now
    .createTable('partner')
    .addColumn('id', integer, id)
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('origins', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('active', 'paused')`))
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();

  await now
    .createTable('invitation')
    .addColumn('id', integer, id)
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('circle', 'text', (c) => c.notNull())
    .addColumn('places', integer, (c) => c.notNull())
    .addColumn('taken', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('expires_at', integer)
    .addColumn('created_at', integer, (c) => c.notNull())
    .addCheckConstraint('invitation_places', sql`taken >= 0 and taken <= places`)
    .execute();

  await now
    .createTable('member')
    .addColumn('id', integer, neverReusedId)
    .addColumn('address', 'text', (c) => c.notNull().unique())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('first_name', 'text', (c) => c.notNull())
    .addColumn('last_name', 'text')
    .addColumn('circle', 'text', (c) => c.notNull())
    .addColumn('place', 'text')
    .addColumn('organisation', 'text')
    .addColumn('sentence', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('newsletter', integer, (c) => c.notNull())
    .addColumn('public', integer, (c) => c.notNull())
    .addColumn('introductions', integer, (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('pending', 'active', 'left')`))
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id'))
    .addColumn('invitation_id', integer, (c) => c.references('invitation.id'))
    .addColumn('joined_at', integer, (c) => c.notNull())
    .addColumn('confirmed_at', integer)
    .addColumn('left_at', integer)
    .execute();
  // For the purge. Only those who have not confirmed are in it, in the order in which they came.
  await now
    .createIndex('member_pending')
    .on('member')
    .column('joined_at')
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();

  await now
    .createTable('consent_text')
    .addColumn('id', integer, id)
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();

  await now
    .createTable('consent')
    .addColumn('id', integer, id)
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id'))
    .addColumn('text_id', integer, (c) => c.notNull().references('consent_text.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('charter_version', 'text', (c) => c.notNull())
    .addColumn('notice_version', 'text', (c) => c.notNull())
    .addColumn('newsletter', integer, (c) => c.notNull())
    .addColumn('public', integer, (c) => c.notNull())
    .addColumn('introductions', integer, (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('page', 'text')
    .addColumn('ip_prefix', 'text')
    .addColumn('source', 'text')
    .addColumn('given_at', integer, (c) => c.notNull())
    .addColumn('confirmed_at', integer)
    .addColumn('newsletter_withdrawn_at', integer)
    .addColumn('withdrawn_at', integer)
    .execute();
  await now.createIndex('consent_member').on('consent').column('member_id').execute();

  await now
    .createTable('attribution')
    .addColumn('member_id', integer, (c) => c.primaryKey().references('member.id').onDelete('cascade'))
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id'))
    .addColumn('page_origin', 'text')
    .addColumn('page_path', 'text')
    .addColumn('referrer_origin', 'text')
    .addColumn('utm_source', 'text')
    .addColumn('utm_medium', 'text')
    .addColumn('utm_campaign', 'text')
    .addColumn('utm_term', 'text')
    .addColumn('utm_content', 'text')
    .addColumn('widget', 'text')
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();

  await now
    .createTable('outbox')
    .addColumn('id', integer, id)
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('partner_id', integer, (c) => c.references('partner.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('address_key', 'text', (c) => c.notNull())
    .addColumn('inbox', integer, (c) => c.notNull())
    .addColumn('form_prefix', 'text')
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('queued', 'sent', 'failed')`))
    .addColumn('attempts', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('next_attempt_at', integer, (c) => c.notNull())
    .addColumn('ended_at', integer)
    .addColumn('error', 'text')
    .execute();
  await now.createIndex('outbox_member').on('outbox').column('member_id').execute();
  await now
    .createIndex('outbox_due')
    .on('outbox')
    .column('next_attempt_at')
    .where(sql.ref('status'), '=', sql.lit('queued'))
    .execute();
  // For the caps: a welcome mail is nobody's form, so it does not count.
  await now
    .createIndex('outbox_inbox')
    .on('outbox')
    .column('inbox')
    .where(sql.ref('kind'), '<>', sql.lit('welcome'))
    .execute();

  // The time first: keys are random, and a random place in the tree is a page more to write for each
  // sign-up. A key comes with its expiry, so the two are as unique as the key is.
  await now
    .createTable('spent')
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('spent_once', ['expires_at', 'key'])
    .modifyEnd(clustered)
    .execute();

  await now
    .createTable('token')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addColumn('used_at', integer)
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('token_member').on('token').column('member_id').execute();

  await now
    .createTable('suppression')
    .addColumn('address_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .modifyEnd(clustered)
    .execute();

  await now
    .createTable('counter')
    .addColumn('partner_id', integer, (c) => c.primaryKey().notNull())
    .addColumn('members', integer, (c) => c.notNull())
    .execute();

  await now
    .createTable('upkeep')
    .addColumn('task', 'text', (c) => c.primaryKey().notNull())
    .addColumn('asked', integer, (c) => c.notNull())
    .addColumn('done', integer, (c) => c.notNull())
    .modifyEnd(clustered)
    .execute();

  await now
    .createTable('audit')
    .addColumn('id', integer, id)
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();
}
