/** An export of a million rows: how much memory it takes, from the command line and beside a server's other work. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { openStorage } from '../../api/storage/index.ts';
import { benchDir } from './disk.ts';
import type { Bench, Measure } from './measure.ts';

const rows = 1_000_000;
const most = 150;
const root = fileURLToPath(new URL('../..', import.meta.url));
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);

async function open(dataDir: string): Promise<void> {
  const storage = openStorage({ dataDir });
  await storage.migrate();
  await storage.insertPartner({ slug: 'ville', kind: 'city', name: 'Ville', origins: [], status: 'active' }, 0);
  await storage.close();
}

/** Members, past the port: what is measured is taking them out. */
function fill(dataDir: string, from: number, to: number): void {
  const db = new BetterSqlite3(join(dataDir, 'club.db'));
  const insert = db.prepare(
    `insert into member (address, email, first_name, circle, place, sentence, language, newsletter, public, introductions, status, partner_id, joined_at, confirmed_at)
     values (?, ?, 'Odile', 'habitants', 'Dornach', 'La plus belle place du monde, un soir de marché.', 'fr', 0, 1, 0, 'active', 1, 1790000000000, 1790000000000)`,
  );
  db.transaction(() => {
    for (let n = from; n < to; n += 1) insert.run(`m${n}@example.org`, `m${n}@example.org`);
  })();
  db.close();
}

/** The options that `npm run cli` gives to Node: how much memory it takes depends on them. */
function cliOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { cli: string } };
  return scripts.cli.split(' ').filter((word) => word.startsWith('--'));
}

/** Runs the command, and reads the most that the process ever had from the kernel. */
async function byCommand(dataDir: string, expected: number): Promise<{ peak: number; seconds: number }> {
  const start = performance.now();
  const out = join(dataDir, 'members.csv');
  const child = spawn(process.execPath, [...cliOptions(), 'api/cli.ts', 'export', 'members', '--out', out], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent', SECRET_KEY: 'a secret of the bench, long enough' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended.
    }
  }, 20);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`The export ended with ${code}.`);
  const { stdout } = await promisify(execFile)('wc', ['-l', out]);
  const lines = Number.parseInt(stdout, 10) - 1;
  if (lines !== expected) throw new Error(`The export has ${lines} rows in place of ${expected}.`);
  rmSync(out);
  return { peak: megabytes(peak), seconds: (performance.now() - start) / 1000 };
}

export const exportsBench: Bench = {
  name: 'exports',
  async run(): Promise<Measure[]> {
    const dir = benchDir();
    try {
      await open(dir.path);
      fill(dir.path, 0, rows / 10);
      const few = await byCommand(dir.path, rows / 10);
      fill(dir.path, rows / 10, rows);
      const all = await byCommand(dir.path, rows);
      return [
        {
          name: 'export of a million members, memory',
          target: `≤ ${most} MB`,
          result: `${all.peak} MB`,
          detail: `the most that the process had (VmHWM); ${all.seconds.toFixed(0)} s`,
          pass: all.peak <= most,
        },
        {
          name: 'the same / a tenth of the rows',
          target: '≤ 1.15',
          result: (all.peak / few.peak).toFixed(2),
          detail: `${all.peak} and ${few.peak} MB`,
          pass: all.peak / few.peak <= 1.15,
        },
      ];
    } finally {
      dir.remove();
    }
  },
};
