import NoopUrlStorage from 'tus-js-client/lib.esm/noopUrlStorage.js';
import HttpStack from 'tus-js-client/lib.esm/browser/httpStack.js';
import Upload from 'tus-js-client/lib.esm/upload.js';
import type { DetailedError, HttpRequest, HttpResponse } from 'tus-js-client';
import { mediaLimits } from '../../../api/contract/limits.ts';
import type { ProblemCode } from '../../../api/contract/codes.ts';

/** Why a file did not arrive: `code` when the club said so, `status` 0 when there was no answer. */
export class SendFailure extends Error {
  readonly status: number;
  readonly code: ProblemCode | undefined;
  constructor(status: number, code?: ProblemCode) {
    super(code ?? `status ${status}`);
    this.status = status;
    this.code = code;
  }
}

/** One file on its way, by tus 1.0. */
export interface Sending {
  endpoint: string;
  metadata: Record<string, string>;
  /** Where it was going before, when it is being taken up again. */
  url?: string | undefined;
  /** Asked before each request: a session may have been renewed. */
  token: () => string | undefined;
  /** The club has taken it up: where it goes, and which photo or film it will be. */
  onCreated: (url: string, media: string) => void;
  /** Bytes that have left. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

// Another tab, or our own request before a cut, may hold the upload for a moment.
const delays = [0, 1000, 2000, 4000, 8000, 15_000];

/** Slices of the file itself: nothing is read before it is sent. */
const fileReader = {
  openFile: (file: unknown) =>
    Promise.resolve({
      size: (file as Blob).size,
      slice: (start: number, end: number) =>
        Promise.resolve({ value: (file as Blob).slice(start, end), done: end >= (file as Blob).size }),
      close() {},
    }),
};

function failureOf(error: Error | DetailedError): SendFailure {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  try {
    const { code } = JSON.parse(response?.getBody() ?? '') as { code?: ProblemCode };
    return new SendFailure(response?.getStatus() ?? 0, code);
  } catch {
    return new SendFailure(response?.getStatus() ?? 0);
  }
}

/**
 * Sends a file in pieces, going on where it stopped. Addresses of uploads are kept in memory alone.
 * @throws {SendFailure} after the last attempt; the signal's reason when aborted
 */
export function send(file: Blob, job: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    let media = '';
    const upload = new Upload(file, {
      // Made whole here: the entry for browsers would add its storage.
      ...Upload.defaultOptions,
      endpoint: job.endpoint,
      ...(job.url && { uploadUrl: job.url }),
      metadata: job.metadata,
      chunkSize: mediaLimits.chunk,
      retryDelays: delays,
      storeFingerprintForResuming: false,
      urlStorage: new NoopUrlStorage(),
      fingerprint: () => Promise.resolve(null as unknown as string),
      httpStack: new HttpStack(),
      fileReader,
      onBeforeRequest: (request: HttpRequest) => {
        const token = job.token();
        if (token) request.setHeader('Authorization', `Bearer ${token}`);
      },
      onShouldRetry: (error: DetailedError) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return navigator.onLine && (status < 400 || status === 409 || status === 423 || status >= 500);
      },
      onAfterResponse: (_request: HttpRequest, response: HttpResponse) => {
        media = response.getHeader('Upload-Media') ?? media;
      },
      onUploadUrlAvailable: () => job.onCreated(upload.url!, media),
      onProgress: job.onProgress,
      onSuccess: () => resolve(),
      onError: (error: Error | DetailedError) => reject(failureOf(error)),
    });
    job.signal.addEventListener('abort', () => {
      upload.abort().catch(() => {});
      reject(job.signal.reason as Error);
    });
    upload.start();
  });
}
