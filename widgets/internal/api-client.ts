import type { FieldProblem, Problem, ProblemCode } from '../../api/contract/codes.ts';
import { bare } from './dom.ts';

/**
 * One JSON request to the club's API. Knows addresses, time-outs and the shape of a refusal;
 * knows nothing of widgets, languages or texts. Answers have no prototype, so a page that
 * pollutes `Object.prototype` cannot fill in what the API left out.
 */

/** How a request failed: no answer, none in time, an answer that means "not now", or a refusal. */
export type FailureKind = 'offline' | 'timeout' | 'server' | 'refused';

/** A request that failed, with what the API said about it. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  /** The API's stable code, when it answered with one. */
  readonly code: ProblemCode | undefined;
  /** The refused fields, when the API named any. */
  readonly errors: readonly FieldProblem[];
  /** Seconds after which the API asks to be tried again. */
  readonly retryAfter: number | undefined;

  constructor(kind: FailureKind, problem?: Partial<Problem>, retryAfter?: number) {
    super(problem?.code ?? kind);
    this.kind = kind;
    this.code = problem?.code;
    this.errors = Array.isArray(problem?.errors) ? problem.errors : [];
    this.retryAfter = retryAfter;
  }
}

/** What a request needs beyond its path. */
export interface ApiRequest {
  /** Sent as the query string; `undefined` values are left out. */
  query?: Record<string, string | null | undefined>;
  /** Sent as JSON by POST. */
  body?: unknown;
  signal?: AbortSignal;
  /** Milliseconds until the request counts as failed, body included. */
  timeout?: number;
}

function withoutPrototypes(_key: string, value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value) ? bare(value) : value;
}

/**
 * Asks the API and answers with its JSON.
 * @param base origin of the API
 * @param path path of the route, from `api/contract/paths.ts`
 * @throws {ApiFailure} when there is no usable answer; the signal's reason when the caller aborts
 */
export async function fetchJson<T>(base: string, path: string, request: ApiRequest = {}): Promise<T> {
  const { query = {}, body, signal, timeout = 10_000 } = bare(request);
  const url = new URL(path, base);
  for (const [key, value] of Object.entries(query)) if (value != null) url.searchParams.set(key, value);

  const control = new AbortController();
  const timer = setTimeout(() => control.abort(new ApiFailure('timeout')), timeout);
  const give = () => control.abort(signal?.reason);
  signal?.addEventListener('abort', give);
  try {
    signal?.throwIfAborted();
    const headers = bare({ accept: 'application/json' } as Record<string, string>);
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(
      url.href,
      bare({
        method: body === undefined ? 'GET' : 'POST',
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: control.signal,
        credentials: 'omit' as const,
        referrerPolicy: 'strict-origin' as const,
      }),
    );
    const text = await response.text();
    if (response.ok) return JSON.parse(text, withoutPrototypes) as T;
    throw refusal(response, text);
  } catch (error) {
    if (control.signal.aborted) throw control.signal.reason;
    if (error instanceof ApiFailure) throw error;
    // A body that is not JSON comes from something in between; anything else never arrived.
    throw new ApiFailure(error instanceof SyntaxError ? 'server' : 'offline');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', give);
  }
}

function refusal(response: Response, text: string): ApiFailure {
  const after = Number(response.headers.get('retry-after') ?? NaN);
  const kind = response.status < 500 ? 'refused' : 'server';
  let problem: Partial<Problem> = bare({});
  try {
    problem = JSON.parse(text, withoutPrototypes) as Partial<Problem>;
  } catch {
    // A proxy's error page: the status alone says what kind of failure it is.
  }
  return new ApiFailure(kind, problem, Number.isFinite(after) ? after : undefined);
}
