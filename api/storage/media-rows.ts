/** Photos and films with their files, as they are read. */
import type { Media, MediaFileRow, MediaReads, Upload } from '../domain/media/ports.ts';
import { listQuery } from './lists.ts';
import { literal, query, type Executor } from './query.ts';

const mediaColumns = [
  'media.id',
  'media.public_id as publicId',
  'media.story_id as storyId',
  'media.member_id as memberId',
  'media.kind',
  'media.status',
  'media.problem',
  'media.position',
  'media.alt',
  'media.file_name as fileName',
  'media.width',
  'media.height',
  'media.duration',
  'media.placeholder',
  'media.transcript',
  'media.bytes',
  'media.created_at as createdAt',
] as const;

const fileColumns = [
  'media_id as mediaId',
  'role',
  'name',
  'type',
  'width',
  'height',
  'bytes',
  'language',
  'text',
] as const;

const uploadColumns = [
  'upload.id',
  'upload.role',
  'upload.media_id as mediaId',
  'upload.member_id as memberId',
  'upload.size',
  'upload.created_at as createdAt',
  'upload.expires_at as expiresAt',
  'upload.finished_at as finishedAt',
] as const;

const ofStories = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('media')
    .select(mediaColumns)
    .where(list.hasNumber('story_id', p.ids))
    .orderBy('story_id')
    .orderBy('position')
    .orderBy('id'),
);

const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('media').select(mediaColumns).where('public_id', '=', p.publicId),
);

const byId = query<{ id: number }>()((db, p) => db.selectFrom('media').select(mediaColumns).where('id', '=', p.id));

const filesOf = listQuery<{ ids: string }>()((db, p, list) =>
  db
    .selectFrom('media_file')
    .select(fileColumns)
    .where(list.hasNumber('media_id', p.ids))
    .orderBy('role')
    .orderBy('width')
    .orderBy('language')
    .orderBy('name'),
);

const fileByName = query<{ name: string }>()((db, p) =>
  db.selectFrom('media_file').select(fileColumns).where('name', '=', p.name),
);

const publicOnes = query<{ storyId: number }>()((db, p) =>
  db
    .selectFrom('story')
    .select('id')
    .where('id', '=', p.storyId)
    .where((where) => where.or([where('on_club', '=', where.lit(1)), where('on_partners', '=', where.lit(1))])),
);

const fileNames = query<{ after: string; max: number }>()((db, p) =>
  db.selectFrom('media_file').select('name').where('name', '>', p.after).orderBy('name').limit(p.max),
);

const uploadById = query<{ id: string }>()((db, p) =>
  db.selectFrom('upload').select(uploadColumns).where('id', '=', p.id),
);

const unfinishedOf = query<{ memberId: number }>()((db, p) =>
  db
    .selectFrom('upload')
    .select(uploadColumns)
    .where('member_id', '=', p.memberId)
    .where('role', '=', literal('main'))
    .where('finished_at', 'is', null)
    .orderBy('created_at'),
);

// What is whole waits for the decoder, however long.
const expired = query<{ now: number; max: number }>()((db, p) =>
  db
    .selectFrom('upload')
    .select(uploadColumns)
    .where('expires_at', '<=', p.now)
    .where('finished_at', 'is', null)
    .orderBy('expires_at')
    .limit(p.max),
);

const waiting = query<{ max: number }>()((db, p) =>
  db
    .selectFrom('upload')
    .innerJoin('media', 'media.id', 'upload.media_id')
    .select([...uploadColumns, 'media.kind'])
    .where('upload.finished_at', 'is not', null)
    // A poster is cut to the shape of its film: that one is made first.
    .where((where) =>
      where.or([
        where.and([where('upload.role', '=', literal('main')), where('media.status', '=', literal('processing'))]),
        where.and([where('upload.role', '=', literal('poster')), where('media.status', '=', literal('ready'))]),
      ]),
    )
    .orderBy('upload.finished_at')
    .orderBy('upload.id')
    .limit(p.max),
);

const garbage = query<{ now: number; max: number }>()((db, p) =>
  db
    .selectFrom('media_garbage')
    .select('name')
    .where('asked_at', '<=', p.now)
    .orderBy('asked_at')
    .orderBy('name')
    .limit(p.max),
);

type Whole = Media & { files: MediaFileRow[] };

async function withFiles(on: Executor, media: Media[]): Promise<Whole[]> {
  if (media.length === 0) return [];
  const whole = new Map<number, Whole>(media.map((one) => [one.id, { ...one, files: [] }]));
  for (const file of await on.all(filesOf[on.engine], { ids: JSON.stringify([...whole.keys()]) })) {
    whole.get(file.mediaId)?.files.push(file);
  }
  return [...whole.values()];
}

/** What can be read of media. Files come with the smallest picture first, captions by their language. */
export function mediaRowReads(on: Executor): Omit<MediaReads, 'usage'> {
  return {
    async byStory(storyIds) {
      if (storyIds.length === 0) return [];
      return withFiles(on, await on.all(ofStories[on.engine], { ids: JSON.stringify(storyIds) }));
    },
    async byPublicId(publicId) {
      return (await withFiles(on, await on.all(byPublicId, { publicId })))[0];
    },
    async fileByName(name) {
      const file = await on.get(fileByName, { name });
      const media = file && (await on.get(byId, { id: file.mediaId }));
      if (!media) return undefined;
      const isPublic = (await on.get(publicOnes, { storyId: media.storyId })) !== undefined;
      return { ...file, media, isPublic };
    },
    upload: (id) => on.get<{ id: string }, Upload>(uploadById, { id }),
    unfinished: (memberId) => on.all(unfinishedOf, { memberId }),
    expiredUploads: (now, max) => on.all(expired, { now, max }),
    waiting: (max) => on.all(waiting, { max }),
    byId: (id) => on.get(byId, { id }),
    garbage: async (now, max) => (await on.all(garbage, { now, max })).map(({ name }) => name),
    fileNames: async (after, max) => (await on.all(fileNames, { after, max })).map(({ name }) => name),
  };
}
