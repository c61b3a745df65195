/** Media in a folder of this machine: two levels of folders, every file written whole or not at all. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileType } from '../domain/media/names.ts';
import type { MediaStore } from '../domain/media/ports.ts';

/** Half-written files: a name that none in the store has. */
const unfinished = 'unfinished';

/** @param folder where everything lies; made when it is not there */
export function diskStore(folder: string): MediaStore {
  const pathOf = (name: string) => {
    if (!fileType(name)) throw new Error('media: this is no name of a stored file. Nothing was touched.');
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  const sizeOf = async (name: string) => {
    if (!fileType(name)) return undefined;
    const found = await stat(pathOf(name)).catch(missing);
    return found?.isFile() ? found.size : undefined;
  };

  return {
    async put(name, _type, source) {
      const path = pathOf(name);
      const drafts = join(folder, unfinished);
      await mkdir(drafts, { recursive: true, mode: 0o700 });
      const draft = join(drafts, randomBytes(16).toString('hex'));
      try {
        if ('path' in source) await copyFile(source.path, draft);
        await writeThrough(draft, 'bytes' in source ? source.bytes : undefined);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(draft, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(name, range) {
      const bytes = await sizeOf(name);
      if (bytes === undefined) return undefined;
      const file = await open(pathOf(name)).catch(missing);
      if (!file) return undefined;
      const stream = createReadStream('', { fd: file, ...range });
      const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
      return { type: fileType(name)!, bytes, body };
    },
    async stat(name) {
      const bytes = await sizeOf(name);
      return bytes === undefined ? undefined : { bytes, type: fileType(name)! };
    },
    async remove(name) {
      const path = pathOf(name);
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(missing);
    },
    async *list() {
      const entries = await opendir(folder, { recursive: true }).catch(missing);
      if (!entries) return;
      await clearDrafts(join(folder, unfinished));
      for await (const entry of entries) if (entry.isFile() && fileType(entry.name)) yield entry.name;
    },
    close: () => Promise.resolve(),
  };
}

/** What a power cut left half-written. One that another process is writing is younger. */
async function clearDrafts(folder: string): Promise<void> {
  const hourAgo = Date.now() - 60 * 60_000;
  for (const name of (await readdir(folder).catch(missing)) ?? []) {
    const found = await stat(join(folder, name)).catch(missing);
    if (found && found.mtimeMs < hourAgo) await rm(join(folder, name), { force: true });
  }
}

/** On the disk, not only on its way there: a row will say that the file is here. */
async function writeThrough(path: string, bytes: Uint8Array | undefined): Promise<void> {
  const file = await open(path, bytes ? 'wx' : 'r+', 0o600);
  try {
    if (bytes) await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
