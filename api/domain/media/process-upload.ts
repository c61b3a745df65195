import type { ProblemCode } from '../../contract/codes.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { newFileName } from './names.ts';
import type { MadeMedia, MediaDecoder, MediaFileRow, MediaReads, UploadFiles } from './ports.ts';

export type ProcessDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'media' | 'log'> & {
  uploads: UploadFiles;
  decoder: MediaDecoder;
};

export type WaitingUpload = Awaited<ReturnType<MediaReads['waiting']>>[number];
type Files = Omit<MediaFileRow, 'mediaId'>[];

/**
 * Makes what is served of what was uploaded. A file that cannot be made fails for good, with its reason; when
 * it is the store or the database that fails, this throws and may be run again.
 *
 * The order is what makes a crash harmless: files, then rows that name them, then the upload goes. Files
 * without a row are found by `reconcile`, an upload without one by `reapUploads`.
 */
export async function processUpload(deps: ProcessDeps, upload: WaitingUpload): Promise<void> {
  const { uploads } = deps;
  try {
    if ((await uploads.size(upload.id)) === undefined) {
      throw new Error('media: the bytes of an upload are not here. Another process may have them.');
    }
    await (upload.role === 'main' ? makeMain(deps, upload) : makePoster(deps, upload));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await giveUp(deps, upload, error.code);
  }
  await uploads.remove(upload.id);
}

/** Says that nothing comes of an upload. A film without a picture of its own is a film all the same. */
export async function giveUp(
  { storage }: Pick<Deps, 'storage'>,
  { id, mediaId, role }: WaitingUpload,
  problem: ProblemCode,
): Promise<void> {
  await storage.write((tx) => (role === 'main' ? tx.media.failed(mediaId, problem) : tx.media.removeUpload(id)));
}

async function makeMain(deps: ProcessDeps, { id, mediaId, kind }: WaitingUpload): Promise<void> {
  await deps.decoder.decode({ kind, path: deps.uploads.path(id) }, (made) =>
    keep(deps, made, async (files) => {
      await deps.storage.write((tx) => tx.media.ready(mediaId, made.facts, files));
    }),
  );
}

async function makePoster(deps: ProcessDeps, { id, mediaId }: WaitingUpload): Promise<void> {
  const film = await deps.storage.media.byId(mediaId);
  if (!film) throw new DomainError('upload_gone');
  const shape = { width: film.width, height: film.height };
  await deps.decoder.decode({ kind: 'photo', path: deps.uploads.path(id), shape }, (made) =>
    keep(deps, made, (files) =>
      deps.storage.write(async (tx) => {
        const now = deps.clock.now();
        const { placeholder } = made.facts;
        const replaced = await tx.media.replaceImages(mediaId, placeholder, files, now);
        // Whoever is looking at the story right now decides about another one.
        if (replaced) await tx.stories.bump(film.storyId, now);
        else
          await tx.media.discard(
            files.map(({ name }) => name),
            now,
          );
        await tx.media.removeUpload(id);
      }),
    ),
  );
}

/** Puts files into the store and names them in the tables; whatever fails on the way, none is forgotten. */
async function keep(deps: ProcessDeps, made: MadeMedia, name: (files: Files) => Promise<void>): Promise<void> {
  const files: Files = made.files.map(({ path: _path, ...file }) => ({
    ...file,
    name: newFileName(deps.ids, file.type),
    language: null,
    text: null,
  }));
  try {
    for (const [index, { name, type }] of files.entries()) {
      await deps.media.put(name, type, { path: made.files[index]!.path });
    }
    await name(files);
  } catch (error) {
    const names = files.map((file) => file.name);
    await deps.storage.write((tx) => tx.media.discard(names, deps.clock.now()));
    throw error;
  }
}
