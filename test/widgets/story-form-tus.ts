import type { MediaKind } from '../../api/contract/vocabulary.ts';
import { mediaView, type FakeClub } from './story-form-club.ts';

/** One request of an upload, as the club would see it. */
export interface TusRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  bytes: number;
  metadata: Record<string, string>;
}

interface Stored {
  size: number;
  offset: number;
  media: string | undefined;
}

/** What happens to a request: nothing special, a status instead, or no answer at all. */
export type TusFault = (request: TusRequest, count: number) => number | 'cut' | undefined;

const real = window.XMLHttpRequest;
const decode = (header = '') =>
  Object.fromEntries(
    header
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [key = '', value = ''] = pair.split(' ');
        return [key, new TextDecoder().decode(Uint8Array.from(atob(value), (c) => c.charCodeAt(0)))];
      }),
  );

/** A tus server in memory (creation, HEAD, PATCH), reached by XMLHttpRequest as the client does. */
export class FakeTus {
  readonly requests: TusRequest[] = [];
  readonly stored = new Map<string, Stored>();
  fault: TusFault = () => undefined;
  readonly #club: FakeClub;

  constructor(club: FakeClub) {
    this.#club = club;
    const handle = (request: TusRequest) => this.handle(request);
    class FakeXhr {
      upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number }) => void } = {};
      onload?: () => void;
      onerror?: (error: unknown) => void;
      status = 0;
      responseText = '';
      #headers: Record<string, string> = {};
      #answer: Record<string, string> = {};
      #aborted = false;
      #method = '';
      #path = '';
      open(method: string, url: string) {
        this.#method = method;
        this.#path = new URL(url).pathname;
      }
      setRequestHeader(name: string, value: string) {
        this.#headers[name.toLowerCase()] = value;
      }
      getResponseHeader(name: string) {
        return this.#answer[name.toLowerCase()] ?? null;
      }
      abort() {
        this.#aborted = true;
      }
      send(body: Blob | null) {
        const headers = this.#headers;
        const request = {
          method: this.#method,
          path: this.#path,
          headers,
          bytes: body?.size ?? 0,
          metadata: decode(headers['upload-metadata']),
        };
        setTimeout(() => {
          if (this.#aborted) return;
          const { status, answer = {}, text = '' } = handle(request);
          if (!status) return this.onerror?.(new ProgressEvent('error'));
          if (body) this.upload.onprogress?.({ lengthComputable: true, loaded: body.size });
          this.#answer = answer;
          this.status = status;
          this.responseText = text;
          this.onload?.();
          // Long enough for the page to draw in between, as on any network.
        }, 40);
      }
    }
    Object.assign(window, { XMLHttpRequest: FakeXhr });
  }

  /** Gives the browser its own back. */
  close(): void {
    window.XMLHttpRequest = real;
  }

  /** Requests of one kind. */
  made(method: string): TusRequest[] {
    return this.requests.filter((one) => one.method === method);
  }

  handle(request: TusRequest): { status: number; answer?: Record<string, string>; text?: string } {
    this.requests.push(request);
    const fault = this.fault(request, this.requests.length);
    if (fault === 'cut') return { status: 0 };
    if (fault) return { status: fault, text: JSON.stringify({ code: 'rate_limited' }).repeat(fault === 429 ? 1 : 0) };
    if (request.headers['authorization'] !== `Bearer ${this.#club.token}`)
      return { status: 401, text: JSON.stringify({ code: 'unauthenticated' }) };
    if (request.method === 'POST') return this.#create(request);
    const id = request.path.split('/').at(-1)!;
    const stored = this.stored.get(id);
    if (!stored) return { status: 404 };
    if (request.method === 'PATCH') {
      if (Number(request.headers['upload-offset']) !== stored.offset) return { status: 409 };
      stored.offset += request.bytes;
      if (stored.offset === stored.size) this.#finish(stored);
    }
    return {
      status: request.method === 'HEAD' ? 200 : 204,
      answer: { 'upload-offset': `${stored.offset}`, 'upload-length': `${stored.size}` },
    };
  }

  #create({ metadata, headers }: TusRequest): { status: number; answer: Record<string, string> } {
    const id = `up${this.stored.size}`;
    const story = this.#club.stories.find((one) => one.id === metadata['story']);
    let media: string | undefined;
    if (story && metadata['role'] !== 'poster') {
      const { kind, filename: fileName = null, position } = metadata;
      const one = mediaView({ kind: kind as MediaKind, status: 'uploading', fileName, position: Number(position) });
      story.media.push(one);
      story.version++;
      media = one.id;
    }
    this.stored.set(id, { size: Number(headers['upload-length']), offset: 0, media });
    return { status: 201, answer: { location: `/v1/uploads/${id}`, 'upload-media': media ?? '' } };
  }

  #finish({ media }: Stored): void {
    for (const { media: all } of this.#club.stories) for (const one of all) if (one.id === media) one.status = 'ready';
  }
}
