/** The demo's database as its first start leaves it, without servers. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createTexts } from '../../api/lang/index.ts';
import { createDecoder } from '../../api/media/decoder.ts';
import { diskStore } from '../../api/media/disk-store.ts';
import { uploadFolder } from '../../api/media/upload-folder.ts';
import { seed } from '../../demo/seed.ts';
import type { StorySeedDeps } from '../../demo/seed-stories.ts';
import { sites } from '../../demo/sites.ts';
import { memoryLog, testClub } from './app.ts';
import { openTestStorage } from './storage.ts';

export const demoOrigins: Record<string, string> = {
  club: 'http://localhost:4000',
  ...Object.fromEntries(sites.map(({ slug }, index) => [slug, `http://localhost:${4001 + index}`])),
};

export type SeededDemo = Awaited<ReturnType<typeof openSeededDemo>>;

/** Opens a database and seeds it. */
export async function openSeededDemo(now = Date.UTC(2026, 10, 1)) {
  const database = await openTestStorage();
  const log = memoryLog();
  const deps: StorySeedDeps & { storage: typeof database.storage } = {
    storage: database.storage,
    media: diskStore(join(database.dir, 'media')),
    uploads: uploadFolder(join(database.dir, 'uploads')),
    decoder: createDecoder({ folder: join(database.dir, 'decoding'), accent: testClub.colours.accent, log }),
    log,
    club: testClub,
    texts: createTexts(testClub),
    clock: { now: () => now },
    ids: { token: () => randomBytes(32).toString('base64url') },
  };
  const seedAt = (origins = demoOrigins, at = now) => seed(deps, { now: at, origins });
  await seedAt();
  return {
    deps,
    now,
    seedAgain: seedAt,
    async remove() {
      await deps.decoder.close();
      await database.remove();
    },
  };
}
