/** The whole demo for a test: club and three partner sites on real ports, mails on a real server. */
import { createServer } from 'node:net';
import { parseConfig, type Config } from '../../api/config.ts';
import { startServer, type RunningServer } from '../../api/server.ts';
import { demoPages } from '../../demo/pages.ts';
import { seed } from '../../demo/seed.ts';
import { servePartners, type PartnerSites } from '../../demo/serve-partners.ts';
import { sites } from '../../demo/sites.ts';
import { buildIfStale } from '../../demo/build.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';
import { tempDir } from './temp.ts';

export interface TestDemo {
  club: string;
  /** Origin of each partner site by slug. */
  origins: Record<string, string>;
  smtp: TestSmtp;
  config: Config;
  /** Stops the club alone; the partner sites stay. */
  stopClub(): Promise<void>;
  startClub(): Promise<void>;
  close(): Promise<void>;
}

export async function openDemo(): Promise<TestDemo> {
  await buildIfStale();
  const dir = tempDir();
  const smtp = await startSmtp();
  const port = await freePorts(1 + sites.length);
  const config = parseConfig({
    MODE: 'demo',
    PORT: String(port),
    DATA_DIR: dir.path,
    SMTP_URL: smtp.url,
    LOG_LEVEL: 'silent',
  });
  const ports = sites.map((_, index) => port + 1 + index);
  const origins = Object.fromEntries(sites.map(({ slug }, index) => [slug, `http://localhost:${ports[index]}`]));
  let server: RunningServer | undefined;
  const startClub = async () => {
    server = await startServer(config, {
      demoPages,
      prepare: ({ storage, club, clock }) =>
        seed(storage, club, { now: clock.now(), origins: { ...origins, club: config.publicUrl } }),
    });
  };
  const stopClub = async () => {
    await server?.stop();
    server = undefined;
  };
  await startClub();
  const partners: PartnerSites = await servePartners({ club: config.publicUrl, ports, host: '127.0.0.1' });
  return {
    club: config.publicUrl,
    origins,
    smtp,
    config,
    startClub,
    stopClub,
    async close() {
      await partners.close();
      await stopClub();
      await smtp.close();
      dir.remove();
    },
  };
}

/** The first of `count` neighbouring ports that nobody listens on. */
async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error('No free ports were found. Nothing was started.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
