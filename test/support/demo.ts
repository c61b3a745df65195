/** The whole demo for a test: club and three partner sites on real ports, mails on a real server. */
import { cpSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { parseConfig, type Config } from '../../api/config.ts';
import type { StoryFeed } from '../../api/contract/story.ts';
import type { RunningServer } from '../../api/server.ts';
import { partnerPorts, startClub } from '../../demo/club.ts';
import { servePartners } from '../../demo/serve-partners.ts';
import { sites } from '../../demo/sites.ts';
import { buildIfStale } from '../../demo/build.ts';
import { until } from './until.ts';
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

/** A folder for a demo, with what `test/prepare-demo.ts` has made when there is such a thing: that is many seconds less. */
export function demoFolder(): ReturnType<typeof tempDir> {
  const dir = tempDir();
  const prepared = process.env['PREPARED_DEMO'];
  if (prepared && existsSync(prepared)) cpSync(prepared, dir.path, { recursive: true });
  return dir;
}

/** Opens the demo. */
export async function openDemo(): Promise<TestDemo> {
  await buildIfStale();
  const dir = demoFolder();
  const smtp = await startSmtp();
  const port = await freePorts(1 + sites.length);
  const config = parseConfig({
    MODE: 'demo',
    PORT: String(port),
    DATA_DIR: dir.path,
    SMTP_URL: smtp.url,
    LOG_LEVEL: 'silent',
  });
  let server: RunningServer | undefined = await startClub(config);
  const stopClub = async () => {
    await server?.stop();
    server = undefined;
  };
  const partners = await servePartners({ club: config.publicUrl, ports: partnerPorts(config), host: config.host });
  return {
    club: config.publicUrl,
    origins: Object.fromEntries(partners.sites.map(({ slug, origin }) => [slug, origin])),
    smtp,
    config,
    stopClub,
    async startClub() {
      server = await startClub(config);
    },
    async close() {
      await partners.close();
      await stopClub();
      await smtp.close();
      dir.remove();
    },
  };
}

/** Waits until the club has prepared the pictures of its invented people, which it does once it is open. */
export async function picturesOf({ club }: Pick<TestDemo, 'club'>): Promise<void> {
  const read = async () => {
    const response = await fetch(`${club}/v1/stories?partner=club&kind=photo&limit=24`);
    return ((await response.json()) as StoryFeed).stories;
  };
  await until(
    async () => (await read()).every(({ media }) => media.some(({ images }) => images.length > 0)),
    () => 'the pictures of the demo were not prepared.',
    200,
  );
}

/** Below the ports that a system gives to whoever asks for any: those come and go between a look and a start. */
const [lowest, highest] = [20_000, 32_000];
/** How far apart two tests begin to look. */
const stride = 8;
let looks = 0;

/**
 * The first of `count` neighbouring ports that nobody listens on. Two tests that run at the same time, and have not
 * started anything yet, look in different places.
 */
export async function freePorts(count: number): Promise<number> {
  const places = (highest - lowest) / stride;
  for (let attempt = 0; attempt < places; attempt += 1) {
    // Neighbouring processes run at the same time; what they open next lies far from their neighbours.
    const first = lowest + ((process.pid + looks++ * 331) % places) * stride;
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
