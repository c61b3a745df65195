/**
 * The routes that matter, over HTTP at fifty connections: what the write adds to a sign-up, what the program
 * adds to a counter read and to a feed, and how much memory the server holds meanwhile.
 */
import { get } from 'node:http';
import { paths } from '../../api/contract/paths.ts';
import { publicUrl, slug } from './club.ts';
import { benchDir } from './disk.ts';
import type { LoadOrder } from './load.ts';
import { interleave, ratioMeasure, type Bench, type Measure, type Round, type Sample } from './measure.ts';
import { startBare, startClub, startLoader, type BenchServer, type Loader } from './processes.ts';

const connections = 50;
const signUpsPerRound = 2000;
const readsPerRound = 8000;
const feedsPerRound = 4000;
const stories = 100;
const rounds = 7;
const megabyte = 1024 * 1024;
const memoryLimit = 200;

export const httpBench: Bench = {
  name: 'http',
  async run(): Promise<Measure[]> {
    const dir = benchDir();
    const loader = startLoader();
    const servers: BenchServer[] = [];
    const open = async (server: Promise<BenchServer>) => {
      servers.push(await server);
      return servers.at(-1)!;
    };
    try {
      const club = await open(startClub(`${dir.path}/writing`, { BENCH_STORIES: String(stories) }));
      const idle = await open(startClub(`${dir.path}/idle`, { BENCH_WRITE: 'none' }));
      const counterPath = `${paths.counter}?partner=${slug}`;
      const feedPath = `${paths.stories}?partner=${slug}&lang=fr`;
      const bareCounter = await open(startBare(paths.counter, await bodyOf(club, counterPath)));
      const bareFeed = await open(startBare(paths.stories, await bodyOf(club, feedPath)));
      const route = await compareRoute(loader, club, idle);
      const counter = await compareReads(loader, 'counter', readsPerRound, club, bareCounter);
      const feed = await compareReads(loader, 'feed', feedsPerRound, club, bareFeed);
      const { peak } = await club.usage();
      return [
        ratioMeasure(`sign-up route at ${connections} connections, to itself without the write`, route, 0.7),
        ratioMeasure(`counter at ${connections} connections, to bare Hono`, counter, 0.8),
        ratioMeasure(`first feed at ${connections} connections, to bare Hono`, feed, 0.8),
        {
          name: 'memory of the server under these loads',
          target: `≤ ${memoryLimit} MB`,
          result: `${Math.ceil(peak / megabyte)} MB`,
          detail: `resident, peak; ${signUpsPerRound * (rounds + 1)} sign-ups, ${(readsPerRound + feedsPerRound) * (rounds + 1)} reads`,
          pass: peak <= memoryLimit * megabyte,
        },
      ];
    } finally {
      await loader.stop();
      for (const server of servers) await server.stop();
      dir.remove();
    }
  },
};

function compareRoute(loader: Loader, club: BenchServer, idle: BenchServer): Promise<Round[]> {
  const signUps = (server: BenchServer) => {
    let from = 0;
    return () => load(loader, server, 'sign-up', (from += signUpsPerRound), signUpsPerRound);
  };
  return interleave(rounds, signUps(club), signUps(idle));
}

function compareReads(
  loader: Loader,
  what: 'counter' | 'feed',
  amount: number,
  club: BenchServer,
  bare: BenchServer,
): Promise<Round[]> {
  const reads = (server: BenchServer) => () => load(loader, server, what, 0, amount);
  return interleave(rounds, reads(club), reads(bare));
}

async function load(
  loader: Loader,
  server: BenchServer,
  what: LoadOrder['what'],
  from: number,
  amount: number,
): Promise<Sample> {
  const before = await server.usage();
  const rate = await loader.rate({ port: server.port, what, from, amount, connections });
  const after = await server.usage();
  return { rate, cpu: (after.cpu - before.cpu) / amount };
}

/** What the club answers: bare Hono has to answer the same. */
function bodyOf(club: BenchServer, path: string): Promise<unknown> {
  const options = {
    port: club.port,
    path,
    headers: { host: new URL(publicUrl).host },
  };
  return new Promise((resolve, reject) => {
    const asked = get(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(JSON.parse(text)));
    });
    asked.on('error', reject);
  });
}
