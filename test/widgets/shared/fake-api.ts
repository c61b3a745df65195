import type { Problem, ProblemCode } from '../../../api/contract/codes.ts';

/** One request that a widget made, as the API would see it. */
export interface SeenRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  init: RequestInit;
}

/** What the stubbed API does with a request: an answer, or a failure to answer. */
export type Answer = (request: SeenRequest) => Response | Promise<Response>;

const real = window.fetch;

/** A successful JSON answer. */
export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

/** A refusal as the API words it. */
export function problem(code: ProblemCode, status: number, more: Partial<Problem> = {}, headers = {}): Response {
  const body: Problem = { type: 'about:blank', title: code, status, code, requestId: 'test', ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** What `fetch` does without a network. */
export function offline(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** An answer that never comes; the widget's abort ends it as the platform does. */
export function never(request: SeenRequest): Promise<Response> {
  return new Promise((_resolve, reject) => {
    const { signal } = request.init;
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/**
 * Replaces `window.fetch` until the test ends.
 * @returns the requests, in order, as they are made
 */
export function fakeApi(answer: Answer): SeenRequest[] {
  const seen: SeenRequest[] = [];
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      init,
    };
    seen.push(request);
    return answer(request);
  };
  return seen;
}

afterEach(() => {
  window.fetch = real;
});
