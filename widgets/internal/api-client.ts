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
    this.errors = problem?.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** What a request needs beyond its path. */
export interface ApiRequest {
  /** Sent as the query string; what is missing is left out. */
  query?: Record<string, string | null | undefined>;
  /** Sent as JSON by POST. */
  body?: unknown;
  signal?: AbortSignal;
  /** Milliseconds until the request counts as failed, body included: 8 s, or 10 s when something is sent. */
  timeout?: number;
}

/** What a body says, or nothing when it is not JSON: a page of something in between. */
function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text, (_key, part: unknown) =>
      part instanceof Object && !Array.isArray(part) ? bare(part) : part,
    );
    return typeof value === 'object' ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the API and answers with its JSON.
 * @param base origin of the API
 * @param path path of the route, from `api/contract/paths.ts`
 * @throws {ApiFailure} when there is no usable answer; the signal's reason when the caller aborts
 */
export async function fetchJson<T>(base: string, path: string, request: ApiRequest = {}): Promise<T> {
  const { query = {}, body, signal, timeout = body ? 10_000 : 8000 } = bare(request);
  // An "api" attribute that is no address is told like an API that is not there.
  if (!URL.canParse(path, base)) throw new ApiFailure('offline');
  const url = new URL(path, base);
  for (const [key, value] of Object.entries(query)) if (value) url.searchParams.set(key, value);
  const options: RequestInit = bare({ credentials: 'omit', referrerPolicy: 'strict-origin' });
  if (body) {
    options.method = 'POST';
    options.body = JSON.stringify(body);
    options.headers = bare({ 'content-type': 'application/json' });
  }
  const late = AbortSignal.timeout(timeout);
  let response, text;
  try {
    options.signal = AbortSignal.any([late, ...(signal ? [signal] : [])]);
    response = await fetch(url.href, options);
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    // The signal, not the error: a body that is cut off fails under other names.
    throw new ApiFailure(late.aborted ? 'timeout' : 'offline');
  }
  const answer = parse(text);
  const { ok, status, headers } = response;
  if (ok && answer) return answer as T;
  throw new ApiFailure(
    `${status}`.startsWith('4') ? 'refused' : 'server',
    answer,
    Number(headers.get('retry-after')) || undefined,
  );
}
