/** The pictures and the film of the demo's stories, sent the way that their authors would have sent them. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { durations } from '../api/contract/limits.ts';
import type { MediaKind } from '../api/contract/vocabulary.ts';
import type { StaffActor } from '../api/domain/actor.ts';
import { writeCaptions } from '../api/domain/media/captions.ts';
import type { UploadFiles } from '../api/domain/media/ports.ts';
import { newId } from '../api/domain/moderation/ids.ts';
import { caption } from '../api/domain/moderation/caption.ts';
import type { Deps, Transaction } from '../api/domain/ports.ts';
import { hashToken } from '../api/domain/tokens.ts';
import type { DemoFilm, DemoStory } from './content/stories/index.ts';

export type MediaSeedDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'media'> & { uploads: UploadFiles };

/** A file that lies among the uploads and waits for its rows. */
export interface SentFile {
  upload: string;
  kind: MediaKind;
  size: number;
  fileName: string;
  alt: string;
  film: DemoFilm | undefined;
}

/** Lays the files of a story among the uploads, whole: decoding them is the job's work, once the demo is open. */
export async function sendFiles({ ids, uploads }: MediaSeedDeps, story: DemoStory): Promise<SentFile[]> {
  const { pictures = [], film } = story;
  const files = pictures.map(({ file, alt }) => ({ kind: 'photo' as const, path: `pictures/${file}.jpg`, alt }));
  const films = film ? [{ kind: 'video' as const, path: `films/${film.file}.mp4`, alt: '' }] : [];
  return Promise.all(
    [...files, ...films].map(async ({ kind, path, alt }) => {
      const source = fileURLToPath(new URL(`content/${path}`, import.meta.url));
      const upload = hashToken(ids.token()).slice(0, 32);
      await mkdir(dirname(uploads.path(upload)), { recursive: true, mode: 0o700 });
      await copyFile(source, uploads.path(upload));
      const { size } = await stat(source);
      return { upload, kind, size, fileName: path.split('/')[1]!, alt, film: kind === 'video' ? film : undefined };
    }),
  );
}

/**
 * Writes the rows of files that were sent.
 * @returns public ids of films with what is to be written under them
 */
export async function writeFiles(
  deps: Pick<MediaSeedDeps, 'ids'>,
  tx: Transaction,
  story: { id: number; memberId: number },
  files: readonly SentFile[],
  at: number,
  now: number,
): Promise<{ media: string; film: DemoFilm }[]> {
  const films: { media: string; film: DemoFilm }[] = [];
  for (const [position, { upload, kind, size, fileName, alt, film }] of files.entries()) {
    const publicId = newId(deps);
    const owner = { storyId: story.id, memberId: story.memberId };
    const mediaId = await tx.media.insert({ publicId, ...owner, kind, position, fileName, bytes: size }, at);
    await tx.media.change(mediaId, { alt });
    const place = { id: upload, role: 'main' as const, mediaId, memberId: story.memberId, size };
    await tx.media.insertUpload({ ...place, createdAt: at, expiresAt: now + durations.uploadLife });
    await tx.media.finishUpload(upload, at);
    if (film) films.push({ media: publicId, film });
  }
  return films;
}

/** Writes captions and transcript, as somebody of the staff does before a film is approved. */
export async function writeUnder(
  deps: MediaSeedDeps,
  staffId: number,
  { media, film }: { media: string; film: DemoFilm },
): Promise<void> {
  const actor: StaffActor = { kind: 'staff', staffId, role: 'admin', level: 'full', session: '' };
  const captions = film.captions.map(({ language, cues }) => ({
    language,
    vtt: writeCaptions(
      cues.map(([start, end, text]) => ({ start: Math.round(start * 1000), end: Math.round(end * 1000), text })),
    ),
  }));
  await caption(deps, actor, media, { captions, transcript: film.transcript });
}
