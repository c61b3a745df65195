/** Uploaded bytes on the disk, as the domain sees them: by id, apart from what is served. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UploadFiles } from '../domain/media/ports.ts';
import { uploadId } from './tus.ts';

/** What the protocol keeps beside the bytes. */
const infoSuffix = '.json';
interface Info {
  metadata?: Record<string, string | null>;
}

export function uploadFolder(folder: string): UploadFiles {
  const path = (id: string) => {
    if (!uploadId.test(id)) throw new Error('media: this is no id of an upload. Nothing was touched.');
    return join(folder, id);
  };
  return {
    path,
    async seal(id) {
      const file = await open(path(id), 'r');
      await file.sync().finally(() => file.close());
      const info = JSON.parse(await readFile(path(id) + infoSuffix, 'utf8')) as Info;
      const announced = info.metadata?.['sha256'];
      if (announced === undefined || announced === null) return true;
      const hash = createHash('sha256');
      await pipeline(createReadStream(path(id)), hash);
      return hash.digest('hex') === announced;
    },
    size: (id) => stat(path(id)).then((found) => found.size, absent),
    async remove(id) {
      await rm(path(id), { force: true });
      await rm(path(id) + infoSuffix, { force: true });
    },
    async list() {
      const names = await readdir(folder).catch(absent);
      const ids = (names ?? []).map((name) => (name.endsWith(infoSuffix) ? name.slice(0, -infoSuffix.length) : name));
      return [...new Set(ids)].filter((id) => uploadId.test(id));
    },
    async used() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { blocks, bfree, bavail } = await statfs(folder);
      // As `df` counts: what is kept for the system is not ours to fill.
      const used = blocks - bfree;
      return (100 * used) / Math.max(1, used + bavail);
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
