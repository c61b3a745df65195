/** The pictures and the film of the demo's stories, sent the way that their authors would have sent them. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { durations } from '../api/contract/limits.ts';
import type { MediaKind } from '../api/contract/vocabulary.ts';
import type { StaffActor } from '../api/domain/actor.ts';
import { writeCaptions } from '../api/domain/media/captions.ts';
import { processUpload, type ProcessDeps } from '../api/domain/media/process-upload.ts';
import { newId } from '../api/domain/ids.ts';
import { caption } from '../api/domain/moderation/caption.ts';
import type { Transaction } from '../api/domain/ports.ts';
import { hashToken } from '../api/domain/tokens.ts';
import type { DemoFilm, DemoStory } from './content/stories/index.ts';

export type MediaSeedDeps = ProcessDeps;

/** Bytes that lie among the uploads. */
interface Sent {
  upload: string;
  size: number;
}

/** A file that was sent and waits for its rows; a film comes with a picture that stands for it. */
export interface SentFile extends Sent {
  kind: MediaKind;
  fileName: string;
  poster: Sent | undefined;
  alt: string;
}

/** Lays the files of a story among the uploads, whole: decoding them is the job's work, once the demo is open. */
export async function sendFiles(deps: MediaSeedDeps, { pictures = [], film }: DemoStory): Promise<SentFile[]> {
  const photos = pictures.map(async ({ file, alt }): Promise<SentFile> => {
    const sent = await send(deps, `pictures/${file}.jpg`);
    return { ...sent, kind: 'photo', fileName: `${file}.jpg`, alt, poster: undefined };
  });
  if (!film) return Promise.all(photos);
  const [sent, poster] = [await send(deps, `films/${film.file}.mp4`), await send(deps, `pictures/${film.file}.jpg`)];
  return [{ ...sent, kind: 'video', fileName: `${film.file}.mp4`, alt: '', poster }];
}

async function send({ ids, uploads }: MediaSeedDeps, path: string): Promise<Sent> {
  const source = fileURLToPath(new URL(`content/${path}`, import.meta.url));
  const upload = hashToken(ids.token()).slice(0, 32);
  await mkdir(dirname(uploads.path(upload)), { recursive: true, mode: 0o700 });
  await copyFile(source, uploads.path(upload));
  return { upload, size: (await stat(source)).size };
}

/** Writes the rows of files that were sent. */
export async function writeFiles(
  deps: Pick<MediaSeedDeps, 'ids'>,
  tx: Transaction,
  story: { id: number; memberId: number },
  files: readonly SentFile[],
  at: number,
  now: number,
): Promise<void> {
  for (const [position, { upload, size, kind, fileName, alt, poster }] of files.entries()) {
    const publicId = newId(deps);
    const owner = { storyId: story.id, memberId: story.memberId };
    const mediaId = await tx.media.insert({ publicId, ...owner, kind, position, fileName, bytes: size }, at);
    await tx.media.change(mediaId, { alt });
    const row = { mediaId, memberId: story.memberId, createdAt: at, expiresAt: now + durations.uploadLife };
    await tx.media.insertUpload({ ...row, id: upload, role: 'main', size });
    await tx.media.finishUpload(upload, at);
    if (poster) {
      await tx.media.insertUpload({ ...row, id: poster.upload, role: 'poster', size: poster.size });
      await tx.media.finishUpload(poster.upload, at);
    }
  }
}

/** Makes the film of a story, then writes what is said in it, as the staff does before a film is approved. */
export async function decodeFilm(
  deps: MediaSeedDeps,
  storyId: number,
  staffId: number,
  { captions, transcript }: DemoFilm,
): Promise<void> {
  const [film] = await deps.storage.media.byStory([storyId]);
  if (!film) return;
  const mine = async () => (await deps.storage.media.waiting(200)).find(({ mediaId }) => mediaId === film.id);
  // The picture of a film waits until the film is there.
  for (let upload = await mine(); upload; upload = await mine()) await processUpload(deps, upload);
  const actor: StaffActor = { kind: 'staff', staffId, role: 'admin', level: 'full', session: '' };
  const written = captions.map(({ language, cues }) => ({
    language,
    vtt: writeCaptions(
      cues.map(([start, end, text]) => ({ start: Math.round(start * 1000), end: Math.round(end * 1000), text })),
    ),
  }));
  await caption(deps, actor, film.publicId, { captions: written, transcript });
}
