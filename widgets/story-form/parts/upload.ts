/** What happens from the choice of a file on. Loaded then, not before; knows no text and draws nothing. */
import type { ProblemCode } from '../../../api/contract/codes.ts';
import { mediaLimits } from '../../../api/contract/limits.ts';
import type { MyMediaView } from '../../../api/contract/story.ts';
import type { MediaKind } from '../../../api/contract/vocabulary.ts';
import type { Shrink } from './film.ts';
import { lookAtFilm, preparePhoto, type Looked } from './pictures.ts';
import { send, SendFailure } from './send.ts';
import { sniff } from './sniff.ts';

/** Where a file stands on its way. `doubt`: this browser cannot play it, and its author decides. */
export type Step = 'queued' | 'preparing' | 'doubt' | 'sending' | 'waiting' | 'failed';

/** A file that was chosen and has not arrived. */
export interface Item {
  readonly key: number;
  readonly name: string;
  readonly kind: MediaKind;
  step: Step;
  /** 0 to 1, of the step. */
  part: number;
  problem?: ProblemCode;
  preview?: HTMLCanvasElement;
}

/** What the uploads need of the story they belong to. */
export interface Desk {
  /** Where files go. */
  endpoint: string;
  token(): string | undefined;
  /** The story's id; the club has it afterwards. */
  story(): Promise<string>;
  /** What the story has now, asked anew. */
  media(): Promise<readonly MyMediaView[]>;
  drop(media: string): Promise<void>;
  /** Makes a film smaller, where that is possible here. */
  shrink(): Promise<Shrink | undefined>;
  changed(): void;
  /** Start, quarters and end, in per cent. */
  reached(item: Item, percent: number): void;
  /** The session has ended. */
  lost(): void;
}

/** What is sent of a file. */
interface Ready {
  blob: Blob;
  poster?: Blob | undefined;
}

interface Job extends Item {
  readonly file: Blob;
  /** Known from the recorder: its files do not always say. */
  readonly duration: number | undefined;
  readonly stop: AbortController;
  insist: boolean;
  ready?: Ready | undefined;
  /** The attempt that is under way. */
  attempt?: AbortController;
  url?: string;
  media?: string;
  quarter: number;
  moved: number;
}

class Refusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

const weights: Record<MediaKind, number> = { photo: mediaLimits.photoBytes, video: mediaLimits.videoBytes };
/** A film is not read into the memory of a phone to be hashed. */
const hashable = 30_000_000;

/** What the club checks the whole file against. Pages without https have no hashes. */
async function hashOf(blob: Blob): Promise<{ sha256?: string }> {
  if (blob.size > hashable || !globalThis.isSecureContext) return {};
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return { sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** Below this a film is sent as it is: making it smaller would take longer than sending it. */
const worthShrinking = 12_000_000;
/** An upload that has not moved for so long is begun again where it stood. */
const stalled = 20_000;
/** How long after a request without an answer the next one is tried. */
const pause = 4000;
let keys = 0;

/** The files of one story: looked at, made smaller, sent, one after the other. */
export class Uploads {
  readonly #desk: Desk;
  readonly #jobs: Job[] = [];
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Small pictures of what has arrived. */
  readonly previews = new Map<string, HTMLCanvasElement>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** What is on its way, in order. */
  get items(): readonly Item[] {
    return this.#jobs;
  }

  /**
   * Takes files up.
   * @param duration of a film that was recorded here, in milliseconds
   */
  add(files: readonly File[], kind: MediaKind, duration?: number): void {
    for (const file of files) {
      const { name } = file;
      const begin = { step: 'queued' as const, part: 0, insist: false, quarter: -1, moved: 0 };
      this.#jobs.push({ key: ++keys, file, name, kind, duration, stop: new AbortController(), ...begin });
    }
    void this.#run();
  }

  /** Forgets a file, here and at the club. */
  cancel(item: Item): void {
    const job = item as Job;
    job.stop.abort();
    job.attempt?.abort();
    this.#remove(job);
    if (job.media) this.#desk.drop(job.media).catch(() => {});
  }

  /** Once more, after a failure or a doubt. */
  retry(item: Item): void {
    Object.assign(item, { step: 'queued', insist: true, problem: undefined });
    void this.#run();
  }

  /** The network is back, the machine has woken up, somebody has signed in again. */
  wake(): void {
    for (const job of this.#jobs) {
      if (job.step === 'waiting') job.step = 'queued';
      else if (job.step === 'sending' && Date.now() - job.moved > stalled) job.attempt?.abort('stalled');
    }
    void this.#run();
  }

  /** The network says that it is back before it is, and a club that restarts says nothing: it is tried again. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (navigator.onLine ? this.wake() : this.#later()), pause);
  }

  /** Ends all: the page is being left. */
  stop(): void {
    clearTimeout(this.#timer);
    for (const job of this.#jobs.splice(0)) {
      job.stop.abort();
      job.attempt?.abort();
    }
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let job; (job = this.#jobs.find(({ step }) => step === 'queued'));) await this.#work(job);
    this.#running = false;
    this.#desk.changed();
  }

  async #work(job: Job): Promise<void> {
    try {
      const ready = (job.ready ??= await this.#prepare(job));
      if (!ready) return;
      await this.#send(job);
      this.#remove(job);
    } catch (error) {
      if (job.stop.signal.aborted) return;
      this.#fail(job, error);
    }
    this.#desk.changed();
  }

  #fail(job: Job, error: unknown): void {
    const { status = -1, code } = error as SendFailure;
    const unanswered =
      error instanceof SendFailure
        ? (status < 400 || status >= 500) && !code
        : // From any of the requests around it.
          /^(?:offline|timeout|server)$/.test((error as { kind?: string }).kind ?? '');
    if (error === 'stalled') job.step = 'queued';
    else if (status === 401 || code === 'unauthenticated') {
      job.step = 'waiting';
      this.#desk.lost();
    } else if (unanswered) {
      job.step = 'waiting';
      this.#later();
    } else Object.assign(job, { step: 'failed', problem: code ?? 'media_failed' });
  }

  async #prepare(job: Job): Promise<Ready | undefined> {
    this.#become(job, 'preparing');
    const { file, kind } = job;
    if (!file.size) throw new Refusal('media_empty');
    if (file.size > weights[kind]) throw new Refusal('media_too_large');
    if ((await sniff(file))?.kind !== kind) throw new Refusal('media_type');
    if (kind === 'photo') {
      const { preview, ...ready } = await preparePhoto(file, mediaLimits.uploadSide);
      if (preview) job.preview = preview;
      return ready;
    }
    const film = await lookAtFilm(file);
    if (film.preview) job.preview = film.preview;
    if ((job.duration ?? film.duration ?? 0) > mediaLimits.fileDuration) throw new Refusal('media_too_long');
    if (film.playable === false && !job.insist) {
      this.#become(job, 'doubt');
      return undefined;
    }
    return { blob: await this.#smaller(job, film), poster: film.poster };
  }

  async #smaller(job: Job, { playable, side = 0 }: Looked): Promise<Blob> {
    const { file, stop } = job;
    if (!playable || (file.size < worthShrinking && side <= 1080)) return file;
    const shrink = await this.#desk.shrink().catch(() => undefined);
    const smaller = await shrink?.(
      file,
      (part) => {
        job.part = part;
        this.#desk.changed();
      },
      stop.signal,
    );
    stop.signal.throwIfAborted();
    return smaller && smaller.size < file.size ? smaller : file;
  }

  async #send(job: Job): Promise<void> {
    const { blob, poster } = job.ready!;
    const { file, name, kind } = job;
    this.#become(job, 'sending');
    const story = await this.#desk.story();
    const before = await this.#desk.media();
    if (!job.url) await this.#takeUp(job, before);
    const position = `${before.filter((one) => one.kind === kind).length}`;
    const { type } = blob === file ? (await sniff(file))! : blob;
    const said = { story, kind, filename: name, filetype: type, position, ...(await hashOf(blob)) };
    await this.#transfer(job, blob, said, (url, media) => {
      job.url = url;
      if (media) job.media = media;
      if (job.preview && job.media) this.previews.set(job.media, job.preview);
    });
    if (poster && job.media) {
      const metadata = {
        story,
        kind: 'photo',
        role: 'poster',
        for: job.media,
        filename: 'poster',
        filetype: poster.type,
      };
      // A film without a picture of its own is a film all the same.
      await this.#transfer(job, poster, metadata).catch(() => {});
    }
    await this.#desk.media();
  }

  /**
   * What was cut off by a reload goes on where it stopped, if this is the same file: its name and its size say so,
   * and its hash, checked by the club at the end, whether it was true. Another file of that name takes its place.
   */
  async #takeUp(job: Job, media: readonly MyMediaView[]): Promise<void> {
    for (const { id, status, fileName, upload } of media) {
      if (status !== 'uploading' || fileName !== job.name || this.#jobs.some((one) => one.media === id)) continue;
      if (!job.url && upload?.size === job.ready!.blob.size) {
        job.url = `${this.#desk.endpoint}/${upload.id}`;
        job.media = id;
        if (job.preview) this.previews.set(id, job.preview);
      } else await this.#desk.drop(id);
    }
  }

  async #transfer(
    job: Job,
    blob: Blob,
    metadata: Record<string, string>,
    created?: (url: string, media: string) => void,
  ): Promise<void> {
    const attempt = (job.attempt = new AbortController());
    const main = created !== undefined;
    if (main) this.#progress(job, 0);
    await send(blob, {
      endpoint: this.#desk.endpoint,
      metadata,
      token: () => this.#desk.token(),
      url: main ? job.url : undefined,
      onCreated: (url, media) => created?.(url, media),
      onProgress: (sent) => {
        job.moved = Date.now();
        if (main) this.#progress(job, sent / blob.size);
      },
      signal: attempt.signal,
    });
    if (main) this.#progress(job, 1);
  }

  #progress(job: Job, part: number): void {
    job.part = part;
    const quarter = Math.floor(part * 4);
    if (quarter > job.quarter) this.#desk.reached(job, (job.quarter = quarter) * 25);
    this.#desk.changed();
  }

  #become(job: Job, step: Step): void {
    Object.assign(job, { step, part: 0, moved: Date.now() });
    this.#desk.changed();
  }

  #remove(job: Job): void {
    const at = this.#jobs.indexOf(job);
    if (at >= 0) this.#jobs.splice(at, 1);
    this.#desk.changed();
  }
}
