/**
 * Sign-ups through the `join` verb, fifty in flight, against what someone would write by hand: the very
 * same statements on bare better-sqlite3, with `synchronous=FULL` and a commit for each sign-up.
 */
import { randomBytes } from 'node:crypto';
import { join as pathOf } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { JoinInput } from '../../api/domain/memberships/join-input.ts';
import { join } from '../../api/domain/memberships/join.ts';
import { ensureClubPartner } from '../../api/domain/partners/manage.ts';
import type { Partner } from '../../api/domain/partners/partner.ts';
import { createKeys } from '../../api/keys.ts';
import { createTexts } from '../../api/lang/index.ts';
import { openStorage, type OpenStorage } from '../../api/storage/index.ts';
import { partnerOrigin, publicUrl, testClub } from '../support/app.ts';
import { benchDir } from './disk.ts';
import { interleave, ratioMeasure, type Bench, type Measure, type Sample } from './measure.ts';
import { recordWrites, replayOn } from './recorder.ts';

const inFlight = 50;
const perRound = 1500;
const rounds = 9;
const least = 3;

interface OpenClub {
  storage: OpenStorage;
  /** Signs up the person of this number. */
  signUp(number: number): Promise<void>;
}

/** Sign-ups a second: ours, and the same by hand. */
export const joinBench: Bench = {
  name: 'join',
  async run(): Promise<Measure[]> {
    const dir = benchDir();
    const all = perRound * (rounds + 1);
    try {
      const recorded = pathOf(dir.path, 'recorded', 'club.db');
      const recording = await recordWrites(recorded, async () => {
        const club = await openClub(pathOf(dir.path, 'recorded'));
        await inLanes(club, 0, all);
        await club.storage.close();
      });
      // Opening the club writes its partners first.
      const writes = recording.slice(-all);

      const club = await openClub(pathOf(dir.path, 'ours'));
      const bare = await openBare(pathOf(dir.path, 'bare'));
      const replays = replayOn(bare, writes);
      let joined = 0;
      let replayed = 0;
      const done = await interleave(
        rounds,
        () => rate(() => inLanes(club, joined, (joined += perRound))),
        () =>
          rate(async () => {
            for (const end = replayed + perRound; replayed < end; replayed++) replays[replayed]!();
          }),
      );
      await club.storage.close();
      assertSameRows(new BetterSqlite3(pathOf(dir.path, 'ours', 'club.db')), bare);
      return [ratioMeasure(`sign-ups through join, ${inFlight} in flight, to bare SQLite`, done, least)];
    } finally {
      dir.remove();
    }
  },
};

async function rate(work: () => Promise<void>): Promise<Sample> {
  const start = performance.now();
  await work();
  return { rate: perRound / ((performance.now() - start) / 1000) };
}

/** Signs up everyone from one number to another, so many at a time. */
async function inLanes(club: OpenClub, from: number, to: number): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < to) await club.signUp(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

async function openClub(dataDir: string): Promise<OpenClub> {
  const storage = openStorage({ dataDir });
  await storage.migrate();
  const deps = {
    storage,
    clock: { now: () => Date.now() },
    ids: { token: () => randomBytes(32).toString('base64url') },
    keys: createKeys('a secret of the bench, long enough to be one'),
    club: testClub,
    texts: createTexts(testClub),
    publicUrl,
  };
  await ensureClubPartner(deps);
  const added = { slug: 'ville', kind: 'city', name: 'Ville', origins: [partnerOrigin], status: 'active' as const };
  await storage.insertPartner(added, 0);
  const partner = (await storage.partnerBySlug(added.slug))!;
  return { storage, signUp: (number) => join(deps, inputOf(number, partner)) };
}

function inputOf(number: number, partner: Partner): JoinInput {
  return {
    partner,
    language: 'fr',
    fields: {
      firstName: 'Odile',
      email: `odile.${number}@example.org`,
      circle: testClub.circles[0]!.id,
      age15: true,
      charter: testClub.charter.version,
      newsletter: false,
      public: true,
      introductions: false,
    },
    notice: testClub.notice.version,
    method: 'widget',
    pageOrigin: partnerOrigin,
    page: { path: '/vie-locale/agenda', referrer: 'https://search.example', widget: '1.0.0' },
    ipPrefix: '192.0.2.0/24',
    // As long as a real one, which is cut from a hash.
    spendable: { key: `proof:${randomBytes(16).toString('hex')}`, expiresAt: Date.now() + 600_000 },
  };
}

/** A connection as careful as the storage's own, on tables that the storage made. */
async function openBare(dataDir: string): Promise<BetterSqlite3.Database> {
  const { storage } = await openClub(dataDir);
  await storage.close();
  const db = new BetterSqlite3(pathOf(dataDir, 'club.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32768');
  db.pragma('wal_autocheckpoint = 8000');
  return db;
}

/** Both sides must have done the same work: as many rows in every table. */
function assertSameRows(ours: BetterSqlite3.Database, bare: BetterSqlite3.Database): void {
  const counts = (db: BetterSqlite3.Database) => {
    const tables = db.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
    return JSON.stringify(tables.map(({ name }) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get()]));
  };
  const [left, right] = [counts(ours), counts(bare)];
  ours.close();
  bare.close();
  if (left !== right) throw new Error(`join: the two sides did not do the same. Ours: ${left}. Bare: ${right}.`);
}
