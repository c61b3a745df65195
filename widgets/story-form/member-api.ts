import { ApiFailure, bare } from '../core.ts';

/** What a request of a member needs beyond its address. */
export interface MemberRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

// Whatever a page has put on `Object.prototype`, an answer says only what the club said.
const read = (text: string): unknown =>
  JSON.parse(text, (_key, part: unknown) => (part instanceof Object && !Array.isArray(part) ? bare(part) : part));

/**
 * Asks the club in a member's name. On the club's own pages a cookie says who that is; everywhere else, and in a frame,
 * it is a token, which lives in this object and nowhere else.
 */
export class MemberApi {
  readonly #base: () => string;
  /** Kept in memory only. */
  token: string | undefined;

  /** @param base origin of the club */
  constructor(base: () => string) {
    this.#base = base;
  }

  /**
   * Whether the element stands on a page of the club itself. In a frame it does not: on another site its cookie stays
   * at home, and to ask who this is would leave an error in the console of every visitor.
   */
  get atHome(): boolean {
    return window === parent && URL.canParse(this.#base()) && new URL(this.#base()).origin === location.origin;
  }

  /** A path of the club as an address. */
  url(path: string): string {
    return new URL(path, this.#base()).href;
  }

  /**
   * Answers with the club's JSON; with nothing when there is none to be expected.
   * @throws {ApiFailure} when there is no usable answer; the signal's reason when the caller aborts
   */
  async ask<T>(path: string, request: MemberRequest = {}): Promise<T> {
    const { method = 'GET', query = {}, body, signal } = bare(request);
    const headers: Record<string, string> = bare({});
    if (body) headers['content-type'] = 'application/json';
    if (this.token) headers['authorization'] = `Bearer ${this.token}`;
    const late = AbortSignal.timeout(15_000);
    let response, answer: unknown;
    try {
      const url = new URL(this.url(path));
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
      const options: RequestInit = bare({
        method,
        headers,
        credentials: this.token || !this.atHome ? 'omit' : 'same-origin',
        referrerPolicy: 'strict-origin',
        signal: signal ? AbortSignal.any([late, signal]) : late,
      });
      if (body) options.body = JSON.stringify(body);
      response = await fetch(url.href, options);
      const text = await response.text();
      answer = /json/.test(response.headers.get('content-type') ?? '') ? read(text) : undefined;
    } catch {
      signal?.throwIfAborted();
      throw new ApiFailure(late.aborted ? 'timeout' : 'offline');
    }
    const { ok, status } = response;
    if (ok && (answer || status === 204)) return answer as T;
    throw new ApiFailure(
      status >= 400 && status < 500 ? 'refused' : 'server',
      answer as object,
      Number(response.headers.get('retry-after')) || undefined,
    );
  }
}
