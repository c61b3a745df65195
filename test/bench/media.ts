/** Photos and films: how long a large photo takes, and whether anybody notices fifty bombs. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { publicUrl } from '../support/app.ts';
import { median, type Bench, type Measure } from './measure.ts';

const rounds = 5;
const most = { seconds: 1.5, healthz: 200 };

interface Photo {
  milliseconds: number;
  /** Milliseconds of processor time. */
  processor: number;
  /** Bytes. */
  peak: number;
}

type Told = { photo?: Photo; bombs?: number; photoFile?: string; port?: number };

async function run(): Promise<Measure[]> {
  const server = fork(fileURLToPath(new URL('media-server.ts', import.meta.url)));
  const next = async () => ((await once(server, 'message')) as [Told])[0];
  const ask = (what: string) => {
    server.send(what);
    return next();
  };
  try {
    const { port } = await next();
    const path = (await ask('photoFile')).photoFile!;
    const photos: Photo[] = [];
    const plain: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const photo = (await ask('photo')).photo!;
      const alone = await onePicture(path);
      // The first round reads the program from the disk.
      if (round > 0) {
        photos.push(photo);
        plain.push(alone);
      }
    }
    return [photoMeasure(photos, plain), ...(await bombs(port!, () => ask('bombs')))];
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}

function photoMeasure(photos: Photo[], plain: number[]): Measure {
  // Of one core: what else the machine does meanwhile is not the photo's.
  const times = photos.map(({ processor }) => processor / 1000);
  const clock = median(photos.map(({ milliseconds }) => milliseconds / 1000));
  const seconds = median(times);
  const memory = Math.max(...photos.map(({ peak }) => peak)) / 1e6;
  return {
    name: '12 MP photo to all sizes, its process started and ended',
    target: `≤ ${most.seconds} s of one core`,
    result: `${seconds.toFixed(2)} s`,
    detail:
      `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s in ${rounds} rounds, ${clock.toFixed(2)} s by the clock; ` +
      `${((clock * 1000) / median(plain)).toFixed(1)} × the time of one WebP by sharp alone; ${memory.toFixed(0)} MB at most`,
    pass: seconds <= most.seconds,
  };
}

/** The least that could be done: one picture in one width and type, in a process that is there. */
async function onePicture(path: string): Promise<number> {
  sharp.concurrency(1);
  sharp.cache(false);
  const start = performance.now();
  await sharp(path).autoOrient().resize(1600).webp().toBuffer();
  return performance.now() - start;
}

async function bombs(port: number, explode: () => Promise<Told>): Promise<Measure[]> {
  const times: number[] = [];
  let refused: number | undefined;
  const done = explode().then((told) => (refused = told.bombs));
  const start = performance.now();
  while (refused === undefined) {
    times.push(await healthz(port));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await done;
  const seconds = (performance.now() - start) / 1000;
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  return [
    {
      name: '/healthz, 95 of 100, while fifty bombs are decoded',
      target: `< ${most.healthz} ms`,
      result: `${p95.toFixed(1)} ms`,
      detail: `${refused} of 50 refused in ${seconds.toFixed(1)} s; ${times.length} requests, ${Math.max(...times).toFixed(0)} ms at most`,
      pass: p95 < most.healthz && refused === 50,
    },
  ];
}

function healthz(port: number): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ port, path: '/healthz', headers: { host: new URL(publicUrl).host } }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(performance.now() - start));
    });
    sent.once('error', reject);
    sent.end();
  });
}

export const mediaBench: Bench = { name: 'media', run };
