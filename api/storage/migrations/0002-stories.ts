/**
 * Stories: who is signed in, what is told, its photos and films, who decided what about it. The outbox learns
 * to write to others than members, the audit log who did something.
 */
import { sql, type Kysely } from 'kysely';
import { columnTypes } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await stories(db);
  await media(db);
  await moderation(db);
  await outbox(db);
  await db.schema.alterTable('audit').addColumn('actor', 'text').execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  const { integer, neverReusedId, id, clustered } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('staff')
    .addColumn('id', integer, neverReusedId)
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull().unique())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('moderator', 'admin')`))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('active', 'suspended')`))
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();

  await now
    .createTable('session')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('member_id', integer, (c) => c.references('member.id').onDelete('cascade'))
    .addColumn('staff_id', integer, (c) => c.references('staff.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('origin', 'text')
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('used_at', integer, (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addColumn('challenge', 'text')
    .addCheckConstraint('session_holder', sql`(member_id is null) <> (staff_id is null)`)
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('session_member').on('session').column('member_id').execute();
  await now.createIndex('session_staff').on('session').column('staff_id').execute();

  await now
    .createTable('sign_in')
    .addColumn('id', integer, id)
    .addColumn('request_hash', 'text', (c) => c.notNull().unique())
    .addColumn('address_key', 'text', (c) => c.notNull())
    .addColumn('member_id', integer, (c) => c.references('member.id').onDelete('cascade'))
    .addColumn('staff_id', integer, (c) => c.references('staff.id').onDelete('cascade'))
    .addColumn('code_hash', 'text')
    .addColumn('tries', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addColumn('used_at', integer)
    .execute();
  await now.createIndex('sign_in_address').on('sign_in').columns(['address_key', 'created_at']).execute();
  await now.createIndex('sign_in_member').on('sign_in').column('member_id').execute();

  await now
    .createTable('passkey')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('staff_id', integer, (c) => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('counter', integer, (c) => c.notNull())
    .addColumn('transports', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('used_at', integer)
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('passkey_staff').on('passkey').column('staff_id').execute();
}

async function stories(db: Kysely<unknown>): Promise<void> {
  const { integer, neverReusedId, id, clustered } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('story')
    .addColumn('id', integer, neverReusedId)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('partner_id', integer, (c) => c.notNull().references('partner.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', integer, (c) => c.notNull().defaultTo(1))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('circle', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('place', 'text')
    .addColumn('prompt', 'text')
    .addColumn('link', 'text')
    .addColumn('people', 'text')
    .addColumn('adult', integer, (c) => c.notNull())
    .addColumn('featured', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('on_club', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('on_partners', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('updated_at', integer, (c) => c.notNull())
    .addColumn('submitted_at', integer)
    .addColumn('published_at', integer)
    .addCheckConstraint('story_public', sql`status = 'published' or (on_club = 0 and on_partners = 0)`)
    .execute();
  await now.createIndex('story_member').on('story').column('member_id').execute();
  await now.createIndex('story_queue').on('story').columns(['status', 'submitted_at', 'id']).execute();

  await now
    .createTable('story_tag')
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('story_tag_once', ['story_id', 'tag'])
    .modifyEnd(clustered)
    .execute();

  // Under each combination of what can be asked for, the stories that are public, in their order. See `story-feed.ts`.
  await now
    .createTable('story_feed')
    .addColumn('key', integer, (c) => c.notNull())
    .addColumn('featured', integer, (c) => c.notNull())
    .addColumn('published_at', integer, (c) => c.notNull())
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('story_feed_order', ['key', 'featured', 'published_at', 'story_id'])
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('story_feed_story').on('story_feed').column('story_id').execute();

  await now
    .createTable('story_permission')
    .addColumn('id', integer, id)
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('use', 'text', (c) => c.notNull())
    .addColumn('text_id', integer, (c) => c.notNull().references('consent_text.id'))
    .addColumn('given_at', integer, (c) => c.notNull())
    .addColumn('withdrawn_at', integer)
    .execute();
  await now.createIndex('story_permission_story').on('story_permission').column('story_id').execute();
}

async function media(db: Kysely<unknown>): Promise<void> {
  const { integer, neverReusedId, id, clustered } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('media')
    .addColumn('id', integer, neverReusedId)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('problem', 'text')
    .addColumn('position', integer, (c) => c.notNull())
    .addColumn('alt', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('file_name', 'text')
    .addColumn('width', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('height', integer, (c) => c.notNull().defaultTo(0))
    .addColumn('duration', integer)
    .addColumn('placeholder', 'text', (c) => c.notNull().defaultTo('#8a8580'))
    .addColumn('transcript', 'text')
    .addColumn('bytes', integer, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();
  await now.createIndex('media_story').on('media').column('story_id').execute();
  await now.createIndex('media_member').on('media').column('member_id').execute();

  await now
    .createTable('media_file')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('media_id', integer, (c) => c.notNull().references('media.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('width', integer, (c) => c.notNull())
    .addColumn('height', integer, (c) => c.notNull())
    .addColumn('bytes', integer, (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('text', 'text')
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('media_file_media').on('media_file').column('media_id').execute();

  await now
    .createTable('upload')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('media_id', integer, (c) => c.notNull().references('media.id').onDelete('cascade'))
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('size', integer, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('expires_at', integer, (c) => c.notNull())
    .addColumn('finished_at', integer)
    .modifyEnd(clustered)
    .execute();
  await now.createIndex('upload_media').on('upload').column('media_id').execute();
  await now.createIndex('upload_member').on('upload').column('member_id').execute();
  await now.createIndex('upload_expiry').on('upload').column('expires_at').execute();

  await now
    .createTable('upload_usage')
    .addColumn('id', integer, id)
    .addColumn('member_id', integer, (c) => c.notNull().references('member.id').onDelete('cascade'))
    .addColumn('bytes', integer, (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .execute();
  await now.createIndex('upload_usage_member').on('upload_usage').columns(['member_id', 'created_at']).execute();

  await now
    .createTable('media_garbage')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('asked_at', integer, (c) => c.notNull())
    .modifyEnd(clustered)
    .execute();
}

async function moderation(db: Kysely<unknown>): Promise<void> {
  const { integer, neverReusedId } = columnTypes(db);
  const now = db.schema;
  await now
    .createTable('decision')
    .addColumn('id', integer, neverReusedId)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('story_version', integer, (c) => c.notNull())
    .addColumn('staff_id', integer, (c) => c.notNull().references('staff.id'))
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('text', 'text')
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('undone_at', integer)
    .execute();
  await now.createIndex('decision_story').on('decision').column('story_id').execute();

  await now
    .createTable('report')
    .addColumn('id', integer, neverReusedId)
    .addColumn('receipt', 'text', (c) => c.notNull().unique())
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('story_version', integer, (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('partner_id', integer, (c) => c.references('partner.id'))
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'upheld', 'rejected')`))
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('decided_by', integer, (c) => c.references('staff.id'))
    .addColumn('decided_at', integer)
    .addColumn('answer', 'text')
    .execute();
  await now.createIndex('report_story').on('report').column('story_id').execute();
  await now.createIndex('report_queue').on('report').columns(['status', 'created_at', 'id']).execute();

  await now
    .createTable('appeal')
    .addColumn('id', integer, neverReusedId)
    .addColumn('public_id', 'text', (c) => c.notNull().unique())
    .addColumn('decision_id', integer, (c) => c.notNull().unique().references('decision.id').onDelete('cascade'))
    .addColumn('story_id', integer, (c) => c.notNull().references('story.id').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'upheld', 'rejected')`))
    .addColumn('created_at', integer, (c) => c.notNull())
    .addColumn('decided_by', integer, (c) => c.references('staff.id'))
    .addColumn('decided_at', integer)
    .addColumn('answer', 'text')
    .execute();
  await now.createIndex('appeal_story').on('appeal').column('story_id').execute();
  await now.createIndex('appeal_queue').on('appeal').columns(['status', 'created_at', 'id']).execute();
}

/** SQLite cannot take "not null" back from a column, so on both engines the table is made anew and takes over the rows. */
async function outbox(db: Kysely<unknown>): Promise<void> {
  const { integer, id } = columnTypes(db);
  const now = db.schema;
  await now.dropIndex('outbox_member').ifExists().execute();
  await now.dropIndex('outbox_due').ifExists().execute();
  await now.dropIndex('outbox_inbox').ifExists().execute();
  await now.alterTable('outbox').renameTo('outbox_before').execute();
  await now
    .createTable('outbox')
    .addColumn('id', integer, id)
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('member_id', integer, (c) => c.references('member.id').onDelete('cascade'))
    .addColumn('staff_id', integer, (c) => c.references('staff.id').onDelete('cascade'))
    .addColumn('subject_id', integer)
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
  const kept = sql.raw(
    'kind, member_id, partner_id, language, address_key, inbox, form_prefix, message_id, created_at, status, attempts, next_attempt_at, ended_at, error',
  );
  await sql`insert into outbox (${kept}) select ${kept} from outbox_before order by id`.execute(db);
  await now.dropTable('outbox_before').execute();
  await now.createIndex('outbox_member').on('outbox').column('member_id').execute();
  await now
    .createIndex('outbox_due')
    .on('outbox')
    .column('next_attempt_at')
    .where(sql.ref('status'), '=', sql.lit('queued'))
    .execute();
  // For the caps: only the mails that a stranger can order by a form count.
  await now
    .createIndex('outbox_inbox')
    .on('outbox')
    .column('inbox')
    .where(sql<boolean>`kind in ('confirmation', 'already_member', 'report_receipt')`)
    .execute();
}
