/**
 * Photos and films: their rows, the uploads on their way, and the list of files that the store has to let go of.
 * A file's name is on that list from the transaction on in which its row is deleted, so none is forgotten.
 */
import { sql } from 'kysely';
import type { ProblemCode } from '../contract/codes.ts';
import type { FileRole, MediaFileRow, MediaReads, MediaWrites, Upload } from '../domain/media/ports.ts';
import { listQuery } from './lists.ts';
import { mediaRowReads } from './media-rows.ts';
import { inserted, literal, query, type Executor } from './query.ts';
import { lockStoriesOf, lockStory } from './story-rows.ts';
import { askForScrub } from './upkeep.ts';

const insert = query<Parameters<MediaWrites['insert']>[0] & { at: number }>()((db, p) =>
  db
    .insertInto('media')
    .values({
      public_id: p.publicId,
      story_id: p.storyId,
      member_id: p.memberId,
      kind: p.kind,
      status: literal('uploading'),
      position: p.position,
      file_name: p.fileName,
      bytes: p.bytes,
      created_at: p.at,
    })
    .returning('id'),
);

interface Change {
  id: number;
  alt: string | null;
  position: number | null;
  /** A transcript can become none: whether it changes is said apart. */
  transcribed: number;
  transcript: string | null;
}

const change = query<Change>()((db, p) =>
  db
    .updateTable('media')
    .set({
      alt: sql`coalesce(${p.alt}, alt)`,
      position: sql`coalesce(${p.position}, position)`,
      transcript: sql`case when cast(${p.transcribed} as integer) = 1 then ${p.transcript} else transcript end`,
    })
    .where('id', '=', p.id),
);

const insertUpload = query<Omit<Upload, 'finishedAt'>>()((db, p) =>
  db.insertInto('upload').values({
    id: p.id,
    role: p.role,
    media_id: p.mediaId,
    member_id: p.memberId,
    size: p.size,
    created_at: p.createdAt,
    expires_at: p.expiresAt,
  }),
);

const noteUsage = query<{ memberId: number; size: number; createdAt: number }>()((db, p) =>
  db.insertInto('upload_usage').values({ member_id: p.memberId, bytes: p.size, created_at: p.createdAt }),
);

const used = query<{ memberId: number; since: number }>()((db, p) =>
  db
    .selectFrom([
      db
        .selectFrom('upload_usage')
        .select(({ fn }) => [
          fn.countAll<number>().as('files'),
          sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('bytes'),
        ])
        .where('member_id', '=', p.memberId)
        .where('created_at', '>', p.since)
        .as('sent'),
      db
        .selectFrom('media')
        .select(sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('kept'))
        .where('member_id', '=', p.memberId)
        .as('there'),
    ])
    .selectAll(),
);

const lockMember = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('member').select('id').where('id', '=', p.memberId).forNoKeyUpdate(),
);

const prolong = query<{ id: string; expiresAt: number }>()((db, p) =>
  db.updateTable('upload').set({ expires_at: p.expiresAt }).where('id', '=', p.id).where('finished_at', 'is', null),
);

const mediaOfUpload = query<{ id: string }>()((db, p) =>
  db.selectFrom('upload').select(['media_id as mediaId', 'role']).where('id', '=', p.id),
);

const finishUpload = query<{ id: string; at: number }>()((db, p) =>
  db.updateTable('upload').set({ finished_at: p.at }).where('id', '=', p.id).where('finished_at', 'is', null),
);

const process = query<{ id: number }>()((db, p) =>
  db
    .updateTable('media')
    .set({ status: literal('processing'), problem: null })
    .where('id', '=', p.id),
);

const dropUploads = query<{ mediaId: number }>()((db, p) => db.deleteFrom('upload').where('media_id', '=', p.mediaId));

const dropMain = query<{ mediaId: number }>()((db, p) =>
  db.deleteFrom('upload').where('media_id', '=', p.mediaId).where('role', '=', literal('main')),
);

const removeUpload = query<{ id: string }>()((db, p) => db.deleteFrom('upload').where('id', '=', p.id));

const setPlaceholder = query<{ id: number; placeholder: string }>()((db, p) =>
  db.updateTable('media').set({ placeholder: p.placeholder }).where('id', '=', p.id),
);

const standing = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('media')
    .innerJoin('story', 'story.id', 'media.story_id')
    .select(['media.story_id as storyId', 'media.status', 'story.status as storyStatus'])
    .where('media.id', '=', p.id),
);

const lock = {
  sqlite: query<{ id: number }>()((db, p) => db.selectFrom('media').select('id').where('id', '=', p.id)),
  postgres: query<{ id: number }>()((db, p) => db.selectFrom('media').select('id').where('id', '=', p.id).forUpdate()),
};

type Facts = Parameters<MediaWrites['ready']>[1];

const ready = query<Facts & { id: number }>()((db, p) =>
  db
    .updateTable('media')
    .set({
      status: literal('ready'),
      problem: null,
      width: p.width,
      height: p.height,
      duration: p.duration,
      placeholder: p.placeholder,
    })
    .where('id', '=', p.id),
);

const failed = query<{ id: number; problem: ProblemCode }>()((db, p) =>
  db
    .updateTable('media')
    .set({ status: literal('failed'), problem: p.problem })
    .where('id', '=', p.id),
);

const insertFile = query<MediaFileRow>()((db, p) =>
  db.insertInto('media_file').values({
    media_id: p.mediaId,
    role: p.role,
    name: p.name,
    type: p.type,
    width: p.width,
    height: p.height,
    bytes: p.bytes,
    language: p.language,
    text: p.text,
  }),
);

const dropFiles = listQuery<{ mediaId: number; roles: string }>()((db, p, list) =>
  db.deleteFrom('media_file').where('media_id', '=', p.mediaId).where(list.hasText('role', p.roles)).returning('name'),
);

const discard = listQuery<{ names: string; at: number }>()((db, p, list) =>
  db
    .insertInto('media_garbage')
    .columns(['name', 'asked_at'])
    .expression(
      db
        .selectFrom(list.texts(p.names).as('item'))
        .select(['item.value', sql<number>`cast(${p.at} as bigint)`.as('at')])
        .distinct()
        // Without a condition SQLite takes the conflict clause for a join's.
        .where(sql<boolean>`true`),
    )
    // Whoever wants it gone sooner is heard.
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ asked_at: ({ ref }) => ref('excluded.asked_at') })
        .whereRef('excluded.asked_at', '<', 'media_garbage.asked_at'),
    ),
);

const removed = query<{ name: string }>()((db, p) => db.deleteFrom('media_garbage').where('name', '=', p.name));

const remove = query<{ id: number }>()((db, p) => db.deleteFrom('media').where('id', '=', p.id));

const ofStory = query<{ id: number }>()((db, p) =>
  db.selectFrom('media').select('id').where('story_id', '=', p.id).orderBy('id'),
);
const ofMember = query<{ id: number }>()((db, p) =>
  db.selectFrom('media').select('id').where('member_id', '=', p.id).orderBy('id'),
);

const removeUsage = query<{ before: number }>()((db, p) =>
  db.deleteFrom('upload_usage').where('created_at', '<', p.before),
);
const forgetUsage = query<{ memberId: number }>()((db, p) =>
  db.deleteFrom('upload_usage').where('member_id', '=', p.memberId),
);

const everyRole: FileRole[] = ['image', 'film', 'captions'];
/** What a decoder makes; captions are written by people. */
const decodedRoles: FileRole[] = ['image', 'film'];

/** Keeps others off a photo or film until the transaction ends. False when it is gone. */
async function isThere(on: Executor, id: number): Promise<boolean> {
  return (await on.get(lock[on.engine], { id })) !== undefined;
}

async function discardNames(on: Executor, names: readonly string[], at: number): Promise<void> {
  if (names.length > 0) await on.run(discard[on.engine], { names: JSON.stringify(names), at });
}

/** Deletes the rows of files, whose names go on the list. */
async function letGo(on: Executor, mediaId: number, roles: readonly FileRole[], at: number): Promise<void> {
  const files = await on.all(dropFiles[on.engine], { mediaId, roles: JSON.stringify(roles) });
  await discardNames(
    on,
    files.map(({ name }) => name),
    at,
  );
}

async function addFiles(on: Executor, mediaId: number, files: readonly Omit<MediaFileRow, 'mediaId'>[]) {
  for (const file of files) await on.run(insertFile, { ...file, mediaId });
}

async function removeOne(on: Executor, id: number, at: number): Promise<void> {
  if (!(await isThere(on, id))) return;
  await letGo(on, id, everyRole, at);
  await on.run(remove, { id });
  await askForScrub(on);
}

/** Takes away all photos and films of a story or a member. No new one can come in until the transaction ends. */
export async function removeMediaOf(
  on: Executor,
  owner: { storyId: number } | { memberId: number },
  at: number,
): Promise<void> {
  const ofStories = 'storyId' in owner;
  if (ofStories) await lockStory(on, owner.storyId);
  else await lockStoriesOf(on, owner.memberId);
  const media = ofStories
    ? await on.all(ofStory, { id: owner.storyId })
    : await on.all(ofMember, { id: owner.memberId });
  for (const { id } of media) await removeOne(on, id, at);
}

/** When somebody who leaves had uploaded something is nobody's business any more. */
export async function forgetUploadUsage(on: Executor, memberId: number): Promise<void> {
  await on.run(forgetUsage, { memberId });
}

/** Removes what no quota counts any more. */
export async function removeOldUsage(on: Executor, before: number): Promise<number> {
  return on.run(removeUsage, { before });
}

async function usage(on: Executor, memberId: number, since: number) {
  return (await on.get(used, { memberId, since })) ?? { files: 0, bytes: 0, kept: 0 };
}

export function mediaReads(on: Executor): MediaReads {
  return { ...mediaRowReads(on), usage: (memberId, since) => usage(on, memberId, since) };
}

export function mediaWrites(on: Executor): MediaWrites {
  return {
    async insert(media, at) {
      return inserted(await on.get(insert, { ...media, at }));
    },
    async change(id, { alt = null, position = null, transcript }) {
      const transcribed = transcript === undefined ? 0 : 1;
      await on.run(change, { id, alt, position, transcribed, transcript: transcript ?? null });
    },
    async usage(memberId, since) {
      if (on.engine === 'postgres') await on.get(lockMember, { memberId });
      return usage(on, memberId, since);
    },
    async insertUpload(upload) {
      await on.run(insertUpload, upload);
      await on.run(noteUsage, upload);
    },
    async prolongUpload(id, expiresAt) {
      await on.run(prolong, { id, expiresAt });
    },
    async finishUpload(id, at) {
      const upload = await on.get(mediaOfUpload, { id });
      if (!upload || !(await isThere(on, upload.mediaId))) return false;
      if ((await on.run(finishUpload, { id, at })) === 0) return false;
      if (upload.role === 'main') await on.run(process, { id: upload.mediaId });
      return true;
    },
    async ready(mediaId, facts, files) {
      if (!(await isThere(on, mediaId))) {
        const names = files.map(({ name }) => name);
        await discardNames(on, names, 0);
        return false;
      }
      // A second decoder may have been as far before: what it made gives way.
      await letGo(on, mediaId, decodedRoles, 0);
      await on.run(ready, { ...facts, id: mediaId });
      await on.run(dropMain, { mediaId });
      await addFiles(on, mediaId, files);
      return true;
    },
    async failed(mediaId, problem) {
      await on.run(failed, { id: mediaId, problem });
      await on.run(dropUploads, { mediaId });
    },
    async replaceImages(mediaId, placeholder, files, at) {
      const found = await on.get(standing, { id: mediaId });
      // Whoever publishes the story has its row until the end of their transaction, and we after them.
      if (found) await lockStory(on, found.storyId);
      const now = found && (await on.get(standing, { id: mediaId }));
      if (now?.status !== 'ready' || now.storyStatus === 'published') return false;
      await letGo(on, mediaId, ['image'], at);
      await on.run(setPlaceholder, { id: mediaId, placeholder });
      await addFiles(on, mediaId, files);
      return true;
    },
    async removeUpload(id) {
      await on.run(removeUpload, { id });
    },
    async replaceCaptions(mediaId, files) {
      if (!(await isThere(on, mediaId))) {
        const names = files.map(({ name }) => name);
        return discardNames(on, names, 0);
      }
      await letGo(on, mediaId, ['captions'], 0);
      await addFiles(on, mediaId, files);
    },
    remove: (mediaId, at) => removeOne(on, mediaId, at),
    removeOf: (owner, at) => removeMediaOf(on, owner, at),
    discard: (names, at) => discardNames(on, names, at),
    async removed(name) {
      await on.run(removed, { name });
    },
  };
}
