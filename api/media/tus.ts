/**
 * The tus 1.0 protocol, by @tus/server: uploads that go on after a cut. Who may do what is decided by others
 * before a request comes here; here are bytes, offsets, and one writer for each upload.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { DomainError } from '../domain/errors.ts';
import { createTurnstile } from './turnstile.ts';
import { UploadLocks } from './upload-locks.ts';

/** What a browser says of the file that it is going to send. */
export interface UploadClaim {
  /** Bytes. */
  size: number;
  metadata: Record<string, string>;
}

/** What happens around the protocol. Each may refuse by throwing a `DomainError`. */
export interface UploadEvents {
  /** Before anything is written. Answers the id to write under: ours, random. */
  create(claim: UploadClaim): Promise<string>;
  /** Creating has failed after `create` had said yes. */
  abandon(id: string): Promise<void>;
  /** Every byte is here. */
  finish(id: string, metadata: Record<string, string>): Promise<void>;
}

/**
 * Answers one request of the protocol.
 * @throws {DomainError} why it is refused; `status` when the protocol asks for another than the code has
 */
export type UploadProtocol = (request: Request, events: UploadEvents) => Promise<Response>;

/** A refusal of the protocol itself. */
export class UploadRefusal extends DomainError {
  readonly status: number | undefined;
  constructor(code: DomainError['code'], status?: number, cause?: unknown) {
    super(code, { cause });
    this.name = 'UploadRefusal';
    this.status = status;
  }
}

interface Course {
  events: UploadEvents;
  created: string | undefined;
  error: unknown;
}

/** Ids of uploads: 128 random bits. Anything else never reaches the disk. */
export const uploadId = /^[0-9a-f]{32}$/;

/**
 * @param folder where the bytes lie; made when it is not there
 * @param path the path of the route, without a slash at its end
 */
export function createUploadProtocol({ folder, path }: { folder: string; path: string }): UploadProtocol {
  const courses = new WeakMap<object, Course>();
  const locks = new UploadLocks();
  // One at a time: two claims at once must not both be the last that fits.
  const enter = createTurnstile(1);
  const courseOf = (request: object) => courses.get(request)!;

  const open = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new Server({
      path,
      datastore: new UploadStore(folder, locks),
      locker: locks,
      lockDrainTimeout: 100,
      relativeLocation: true,
      getFileIdFromRequest: (_request, last) => (uploadId.test(last ?? '') ? last : undefined),
      async namingFunction(request, metadata = {}) {
        const course = courseOf(request);
        const size = lengthOf(request.headers.get('upload-length'));
        const said = Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, value ?? '']));
        course.created = await enter(() => course.events.create({ size, metadata: said }));
        return course.created;
      },
      async onUploadFinish(request, upload) {
        await courseOf(request).events.finish(upload.id, (upload.metadata ?? {}) as Record<string, string>);
        return {};
      },
      onResponseError(request, error) {
        courseOf(request).error = error;
        return undefined;
      },
    });
  };
  // At the first upload: the library looks for its folder in its own time, and most programs here take none.
  let server: Server | undefined;

  return async function handle(request, events) {
    const course: Course = { events, created: undefined, error: undefined };
    courses.set(request, course);
    const response = await (server ??= open()).handleWeb(request);
    if (response.ok) return response;
    if (course.created) await events.abandon(course.created);
    throw refusalOf(course.error, response.status);
  };
}

/** @throws {UploadRefusal} a length that is missing, deferred or no number */
function lengthOf(text: string | null): number {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new UploadRefusal('invalid_request');
  return Number(text);
}

function refusalOf(error: unknown, status: number): DomainError {
  if (error instanceof DomainError) return error;
  // The storage names its errors; who maps them is `http`.
  if (error instanceof Error && error.name.startsWith('Storage')) throw error;
  switch (status) {
    case 404:
      return new UploadRefusal('not_found');
    case 409:
      // The protocol's own status: clients ask for the offset again and go on.
      return new UploadRefusal('upload_locked', 409);
    case 410:
      return new UploadRefusal('upload_gone');
    case 413:
      return new UploadRefusal('media_too_large');
    default:
      return status >= 500 && status !== 501
        ? new UploadRefusal('internal', undefined, error)
        : new UploadRefusal('invalid_request', status);
  }
}

/** The library's store, save how bytes are written: to the disk before they are acknowledged, and with the reason when not. */
class UploadStore extends FileStore {
  readonly #locks: UploadLocks;
  constructor(directory: string, locks: UploadLocks) {
    super({ directory });
    this.#locks = locks;
    // A length that comes later cannot be checked before.
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    let end = offset;
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        end += chunk.length;
        this.#locks.touch(id);
        done(null, chunk);
      },
    });
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset, flush: true });
    try {
      await pipeline(source, count, file);
    } catch (error) {
      const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw full ? new DomainError('storage_full', { cause: error }) : error;
    }
    return end;
  }
}
