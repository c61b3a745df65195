/**
 * Decoding, as the program sees it: one process for each file, two at once, nothing believed of what they
 * say. A process that dies, hangs or swells fails its one file; the next file gets a new one.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemCodes } from '../contract/codes.ts';
import { DomainError } from '../domain/errors.ts';
import type { MadeMedia, MediaDecoder } from '../domain/media/ports.ts';
import type { Log } from '../domain/ports.ts';
import { bounded, type Bounds } from './bounded.ts';
import { createConverter } from './converter.ts';
import { createTurnstile } from './turnstile.ts';
import type { Answer, Task } from './worker/protocol.ts';

export interface DecoderOptions {
  /** Where each file gets a folder while it is being made. */
  folder: string;
  /** The club's colour, `#rrggbb`. */
  accent: string;
  /** Path of ffmpeg, when films of other codecs are to be converted. */
  ffmpeg?: string | undefined;
  log: Log;
  /** For tests of what happens when it does not end well. */
  entry?: string;
  bounds?: Partial<Record<Task['kind'], Partial<Bounds>>>;
}

const mebibyte = 1024 * 1024;

/** The largest photo takes about 660 MiB, as HEIC; a film is held in memory once to be put in order. */
const defaults: Record<Task['kind'], Bounds> = {
  photo: { processor: 15_000, time: 60_000, memory: 800 * mebibyte },
  logo: { processor: 15_000, time: 60_000, memory: 800 * mebibyte },
  video: { processor: 60_000, time: 120_000, memory: 800 * mebibyte },
};

const atOnce = 2;

const root = fileURLToPath(new URL('../..', import.meta.url));
const workerEntry = fileURLToPath(new URL('./worker/main.ts', import.meta.url));

export function createDecoder(options: DecoderOptions): MediaDecoder {
  const { log } = options;
  const stopping = new AbortController();
  const enter = createTurnstile(atOnce);
  const convert = options.ffmpeg ? createConverter(options.ffmpeg, stopping.signal) : undefined;

  async function run(task: Task): Promise<Extract<Answer, { made: unknown }>> {
    const bounds = { ...defaults[task.kind], ...options.bounds?.[task.kind] };
    const { answer, end } = await ask(task, bounds, options.entry ?? workerEntry, stopping.signal);
    if (end === 'stopped') throw new Error('media: the program is closing. The file is made at the next start.');
    if (!answer || (end !== 'done' && end !== 'failed')) {
      log.warn({ kind: task.kind, end }, 'a file could not be decoded; its process was ended');
      throw new DomainError('media_failed');
    }
    if ('problem' in answer) throw new DomainError(answer.problem);
    return answer;
  }

  /** A film in a codec that few devices read is converted, if that is set up, and then looked at like any other. */
  async function runFilm(task: Task): Promise<Extract<Answer, { made: unknown }>> {
    const poster = (await convert?.poster(task.input, join(task.output, 'frame.png'))) ?? null;
    try {
      return await run({ ...task, poster });
    } catch (error) {
      if (!convert || !(error instanceof DomainError) || error.code !== 'media_codec') throw error;
      const input = join(task.output, 'converted.mp4');
      await convert.film(task.input, input);
      return run({ ...task, input, poster });
    }
  }

  return {
    async decode({ kind, path, shape = null }, use) {
      const output = await newFolder(options.folder);
      try {
        const task: Task = { kind, input: resolve(path), output, shape, poster: null, accent: options.accent };
        const { made } = await enter(() => (kind === 'photo' ? run(task) : runFilm(task)));
        return await use(await check(made, output));
      } finally {
        await rm(output, { recursive: true, force: true });
      }
    },
    async logo(bytes, longestSide) {
      const output = await newFolder(options.folder);
      try {
        const input = join(output, 'upload');
        await writeFile(input, bytes);
        const shape = { width: longestSide, height: longestSide };
        const task: Task = { kind: 'logo', input, output, shape, poster: null, accent: options.accent };
        const { made } = await enter(() => run(task));
        return await readFile((await check(made, output)).files[0]!.path);
      } finally {
        await rm(output, { recursive: true, force: true });
      }
    },
    tidy: () => removeOld(options.folder),
    async close() {
      stopping.abort();
      await enter.empty();
    },
  };
}

async function newFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return mkdtemp(join(resolve(folder), 'task-'));
}

/** Longer than any file may take to be made, twice over: another process's work is younger. */
const longest = 60 * 60_000;

async function removeOld(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('task-'))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < Date.now() - longest) await rm(path, { recursive: true, force: true });
  }
}

/** Starts a process, gives it the task and waits for its answer and its end. */
async function ask(task: Task, bounds: Bounds, entry: string, signal: AbortSignal) {
  const child = spawn(process.execPath, [...flags(task), entry], {
    // No secret, no proxy, no NODE_OPTIONS: it needs nothing of ours.
    env: {},
    cwd: task.output,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  });
  let answer: Answer | undefined;
  child.once('message', (message) => (answer = plausible(message)));
  // A process that died before it listened: its end says it all.
  child.send(task, () => undefined);
  const end = await bounded(child, bounds, signal);
  return { answer, end };
}

/**
 * What the process may touch. Node holds its own files to this; libvips is native code and is not held, which
 * is why its loaders are closed by name.
 */
function flags({ input, output, poster }: Task): string[] {
  const readable = [join(root, 'api'), join(root, 'node_modules'), join(root, 'package.json'), input, output];
  if (poster !== null) readable.push(poster);
  return [
    '--max-old-space-size=256',
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${output}`,
  ];
}

/** The process has read a stranger's file: it may say anything. */
function plausible(message: unknown): Answer | undefined {
  const answer = message as Partial<{ problem: unknown; made: unknown }> | null;
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('problem' in answer) return problemCodes.includes(answer.problem as never) ? (answer as Answer) : undefined;
  const made = answer.made as Partial<{ width: unknown; height: unknown; placeholder: unknown; files: unknown }>;
  const sound =
    Number.isInteger(made?.width) &&
    Number.isInteger(made.height) &&
    typeof made.placeholder === 'string' &&
    /^#[0-9a-f]{6}$/.test(made.placeholder) &&
    Array.isArray(made.files);
  return sound ? (answer as Answer) : undefined;
}

/** Only these names are taken, with the types that they stand for; sizes are measured here. */
const types: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg', mp4: 'video/mp4', webm: 'video/webm' };

async function check(made: Extract<Answer, { made: unknown }>['made'], folder: string): Promise<MadeMedia> {
  const { width, height, duration, placeholder } = made;
  const files = await Promise.all(
    made.files.map(async (file) => {
      const extension = /^(?:\d{1,4}|film)\.(webp|jpg|mp4|webm)$/.exec(file.name)?.[1];
      if (!extension) throw new DomainError('media_failed');
      const path = join(folder, file.name);
      const { size } = await stat(path);
      if (size === 0) throw new DomainError('media_failed');
      return {
        role: file.role,
        path,
        type: types[extension]!,
        width: file.width,
        height: file.height,
        bytes: size,
      };
    }),
  );
  if (files.length === 0) throw new DomainError('media_failed');
  return { facts: { width, height, duration, placeholder }, files };
}
