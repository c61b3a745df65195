/**
 * Badges: what the program adds to a read of one, what a signature costs, whether reads suffer while ten thousand are
 * awarded and signed, and how soon it is seen that one has ended, meanwhile. `BENCH_ISSUE=<count>` issues fewer, and
 * `BENCH_SECONDS=<count>` watches longer: signing all of them takes minutes, of which the first say it all.
 */
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { badgePaths, badgePicture, type BadgeStatus } from '../../api/contract/badge.ts';
import { paths } from '../../api/contract/paths.ts';
import { endBadge } from '../../api/domain/badges/end.ts';
import { signDue } from '../../api/domain/badges/sign-due.ts';
import { startKeys } from '../../api/domain/badges/start-keys.ts';
import { openStorage, type OpenStorage } from '../../api/storage/index.ts';
import { openTestApp } from '../support/app.ts';
import { issueBadge } from '../support/issued-badges.ts';
import { benchBadge, publicUrl } from './club.ts';
import { benchDir } from './disk.ts';
import { Connection } from './http-client.ts';
import { interleave, median, ratioMeasure, type Bench, type Measure, type Round } from './measure.ts';
import { startBare, startBareText, startClub, startLoader, type BenchServer, type Loader } from './processes.ts';
import { badgeStatusRequest, pictureRequest } from './visitors.ts';

const connections = 50;
const readsPerRound = 8000;
const rounds = 7;
const toIssue = Number(process.env['BENCH_ISSUE'] ?? 10_000);
const watched = Number(process.env['BENCH_SECONDS'] ?? 45) * 1000;
const signedAlone = 100;
const mostSigning = 60;
const mostWaiting = 50;
const mostSeconds = 60;
/** So many milliseconds between two reads on each of these connections: what some hundred open pages ask. */
const readEvery = 20;
const readers = 4;
/** Every so many reads of the bulk are of a badge that nobody has asked for a moment ago. */
const everyOther = 4;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const badgesBench: Bench = {
  name: 'badges',
  async run(): Promise<Measure[]> {
    const dir = benchDir();
    const servers: BenchServer[] = [];
    const loader = startLoader();
    const open = async (server: Promise<BenchServer>) => {
      servers.push(await server);
      return servers.at(-1)!;
    };
    try {
      const club = await open(startClub(`${dir.path}/reads`, { BENCH_BADGE: '1' }));
      const picture = (await answerOf(club, badgePicture(benchBadge, 'svg'))).text;
      const status = (await answerOf(club, badgePaths.status(benchBadge))).text;
      const barePicture = await open(startBareText(badgePicture(benchBadge, 'svg'), picture, 'image/svg+xml'));
      const bareStatus = await open(startBare(badgePaths.status(benchBadge), JSON.parse(status)));
      const pictures = await compare(loader, 'picture', club, barePicture);
      const statuses = await compare(loader, 'badge-status', club, bareStatus);
      for (const server of servers.splice(0)) await server.stop();
      const signing = await signAlone();
      const quiet = await open(startClub(`${dir.path}/quiet`, { BENCH_BADGE: '1' }));
      const bulk = await open(startClub(`${dir.path}/bulk`, { BENCH_BADGE: '1', BENCH_MEMBERS: String(toIssue) }));
      return [
        ratioMeasure(`badge picture at ${connections} connections, to bare Hono`, pictures, 0.8),
        ratioMeasure(`badge status at ${connections} connections, to bare Hono`, statuses, 0.8),
        signing,
        ...(await issueInBulk(bulk, quiet, join(dir.path, 'bulk', 'club'))),
      ];
    } finally {
      await loader.stop();
      for (const server of servers) await server.stop();
      dir.remove();
    }
  },
};

function compare(
  loader: Loader,
  what: 'picture' | 'badge-status',
  club: BenchServer,
  bare: BenchServer,
): Promise<Round[]> {
  const reads = (server: BenchServer) => async () => {
    const before = await server.usage();
    const rate = await loader.rate({ port: server.port, what, from: 0, amount: readsPerRound, connections });
    const after = await server.usage();
    return { rate, cpu: (after.cpu - before.cpu) / readsPerRound };
  };
  return interleave(rounds, reads(club), reads(bare));
}

/** The verb that signs, from the table and back into it, by processor time: what else this machine does is not in it. */
async function signAlone(): Promise<Measure> {
  const app = await openTestApp();
  try {
    await startKeys(app.deps);
    const issue = async (count: number) => {
      for (let i = 0; i < count; i++) await issueBadge(app, { showsName: true, showsCircle: true, name: 'Odile' });
    };
    await issue(10);
    await signDue(app.deps);
    await issue(signedAlone);
    const [start, before] = [performance.now(), process.cpuUsage()];
    const signed = await signDue(app.deps);
    const { user, system } = process.cpuUsage(before);
    if (signed !== signedAlone) throw new Error(`badges: ${signed} of ${signedAlone} were signed.`);
    const each = (user + system) / 1000 / signed;
    return {
      name: 'signing a badge, in both forms, on one core',
      target: `≤ ${mostSigning} ms`,
      result: `${each.toFixed(0)} ms`,
      detail: `processor time, mean of ${signed}; ${((performance.now() - start) / signed).toFixed(0)} ms by the clock`,
      pass: each <= mostSigning,
    };
  } finally {
    await app.remove();
  }
}

/** The jobs of a running server award and sign; meanwhile others read, and one badge ends. */
async function issueInBulk(club: BenchServer, quiet: BenchServer, dataDir: string): Promise<Measure[]> {
  const storage = openStorage({ dataDir });
  try {
    const start = performance.now();
    const reading = readFor([club, quiet], storage, watched);
    // In the middle of it, by another process, as the command line does it.
    await pause(watched / 3);
    const seen = await endAndWatch(club, storage);
    const [waits = [], idle = []] = (await reading).map((times) => times.toSorted((a, b) => a - b));
    const seconds = (performance.now() - start) / 1000;
    const issued = await countIssued(storage);
    const of95 = (times: number[]) => times[Math.floor(times.length * 0.95)]!;
    const p95 = of95(waits);
    return [
      {
        name: `reads while ${toIssue.toLocaleString('en')} badges are awarded and signed, 95 of 100`,
        target: `< ${mostWaiting} ms`,
        result: `${p95.toFixed(0)} ms`,
        detail: `${of95(idle).toFixed(0)} ms on a server beside it that issues nothing; ${waits.length} reads, median ${median(waits).toFixed(1)} ms, longest ${waits.at(-1)!.toFixed(0)} ms; ${issued.awarded} awarded, ${issued.signed} signed in ${seconds.toFixed(0)} s`,
        pass: p95 < mostWaiting && issued.signed > 0,
      },
      {
        name: 'an end is seen in picture, status and list, meanwhile',
        target: `≤ ${mostSeconds} s`,
        result: `${(Math.max(...Object.values(seen)) / 1000).toFixed(1)} s`,
        detail: Object.entries(seen)
          .map(([where, ms]) => `${where} ${(ms / 1000).toFixed(1)} s`)
          .join(', '),
        pass: Object.values(seen).every((ms) => ms <= mostSeconds * 1000),
      },
    ];
  } finally {
    await storage.close();
  }
}

/**
 * Milliseconds that each read took, by server. In turns: what else this machine does meets all of them alike, and a
 * server that does nothing else tells how much of it that was.
 */
async function readFor(clubs: BenchServer[], storage: OpenStorage, time: number): Promise<number[][]> {
  const waits: number[][] = clubs.map(() => []);
  const end = performance.now() + time;
  const read = async (reader: number) => {
    const open = await Promise.all(clubs.map(({ port }) => Connection.open(port)));
    let others: string[] = [];
    for (let i = 0; performance.now() < end; i++) {
      if (i % 100 === 0) others = (await storage.badges.unsigned(100)).map(({ publicId }) => publicId);
      for (const [server, connection] of open.entries()) {
        // Of the second server we know one badge alone.
        const id = server === 0 && i % everyOther === 0 ? (others[i % 100] ?? benchBadge) : benchBadge;
        const request = (i + reader) % 2 === 0 ? pictureRequest(id) : badgeStatusRequest(id);
        const start = performance.now();
        const status = await connection.send(request);
        if (status !== 200) throw new Error(`A badge was answered with ${status}.`);
        waits[server]!.push(performance.now() - start);
      }
      await pause(readEvery);
    }
    for (const connection of open) connection.close();
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  return waits;
}

async function countIssued(storage: OpenStorage): Promise<{ awarded: number; signed: number }> {
  const waiting = (await storage.badges.unsigned(toIssue + 1)).length;
  const without = (await storage.badges.membersWithout(toIssue + 1)).length;
  const awarded = toIssue - without;
  return { awarded, signed: Math.max(0, awarded - waiting) };
}

/** Ends the one badge and looks until every address says so. Milliseconds from the end to the first sight, by place. */
async function endAndWatch(club: BenchServer, storage: OpenStorage): Promise<Record<string, number>> {
  const badge = (await storage.badges.byPublicId(benchBadge))!;
  const place = { list: badge.list!, position: badge.position! };
  const places: Record<string, () => Promise<boolean>> = {
    picture: async () => (await answerOf(club, badgePicture(benchBadge, 'svg'))).etag.includes('-ended-'),
    status: async () =>
      (JSON.parse((await answerOf(club, badgePaths.status(benchBadge))).text) as BadgeStatus).state === 'ended',
    list: async () => isRevoked((await answerOf(club, paths.statusList(place.list))).text, place.position),
  };
  const before = await Promise.all(Object.values(places).map((look) => look()));
  if (before.includes(true)) throw new Error('badges: the badge had ended before it ended.');
  await storage.write(async (tx) => endBadge(tx, {}, (await tx.badges.find(benchBadge))!, 'suspended', Date.now()));
  const start = performance.now();
  const seen: Record<string, number> = {};
  while (Object.keys(seen).length < Object.keys(places).length && performance.now() - start < 2 * mostSeconds * 1000) {
    for (const [where, look] of Object.entries(places)) {
      if (!(where in seen) && (await look())) seen[where] = performance.now() - start;
    }
    await pause(100);
  }
  for (const where of Object.keys(places)) seen[where] ??= Number.POSITIVE_INFINITY;
  return seen;
}

function isRevoked(list: string, position: number): boolean {
  const { credentialSubject } = JSON.parse(list) as { credentialSubject: { encodedList: string } };
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
  return (bits[position >> 3]! & (128 >> (position & 7))) !== 0;
}

/** What the club answers, as it is. */
function answerOf(club: BenchServer, path: string): Promise<{ text: string; etag: string }> {
  return new Promise((resolve, reject) => {
    const asked = get({ port: club.port, path, headers: { host: new URL(publicUrl).host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ text, etag: response.headers.etag ?? '' }));
    });
    asked.on('error', reject);
  });
}
