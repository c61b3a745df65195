/**
 * An application that decodes, in a process of its own, as in operation. Told `bombs`, it decodes fifty at
 * once and says how much memory its decoding processes have held; told `photo`, one photo, and how long it took.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pngBomb } from '../api/media/bombs.ts';
import { picture } from '../api/media/samples.ts';
import { openTestApp } from '../support/app.ts';
import { serveTestApp } from '../support/server.ts';
import { testDecoder } from '../support/uploads.ts';

const app = await openTestApp();
const server = await serveTestApp(app);
const decoder = testDecoder(app);
const files = { bomb: join(app.dir, 'bomb.png'), photo: join(app.dir, 'photo.jpg') };
writeFileSync(files.bomb, pngBomb(16_000));
writeFileSync(files.photo, await picture(4032, 3024).jpeg({ quality: 88 }).toBuffer());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let peak = 0;
let processor = 0;
setInterval(() => {
  for (const pid of children()) {
    peak = Math.max(peak, memoryOf(pid));
    processor = Math.max(processor, processorOf(pid));
  }
}, 10).unref();

function children(): string[] {
  try {
    return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function memoryOf(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds of processor time, as the kernel counts them: in hundredths of a second. */
function processorOf(pid: string): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

const make = (path: string) =>
  decoder.decode({ kind: 'photo', path }, ({ files: made }) => Promise.resolve(made.length));

/** What the messages ask for. */
const answers: Record<string, () => Promise<unknown>> = {
  async bombs() {
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => make(files.bomb)));
    return results.filter(({ status }) => status === 'rejected').length;
  },
  async photo() {
    peak = 0;
    processor = 0;
    const start = performance.now();
    await make(files.photo);
    return { milliseconds: performance.now() - start, processor, peak };
  },
  photoFile: () => Promise.resolve(files.photo),
};

process.on('message', (message: string) => {
  void answers[message]?.().then((answer) => process.send!({ [message]: answer }));
});
process.once('disconnect', () => {
  void decoder
    .close()
    .then(() => server.close())
    .then(() => app.remove())
    .then(() => process.exit(0));
});
await pause(0);
process.send!({ port: server.port });
