/**
 * Headers of every kind of answer, set when the answer is made: touching them after a handler costs a
 * request three times its price.
 */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { header, type AppContext } from './env.ts';

/**
 * The public API. Any page may read it, none with credentials: who may write is decided by the
 * origin check of each route, not by CORS.
 */
export const apiHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, x-request-id',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A JSON answer that nobody keeps. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...apiHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

const { 'access-control-allow-origin': _any, 'access-control-expose-headers': _exposed, ...ownHeaders } = apiHeaders;

/** A JSON answer for our own pages alone: no other origin may read it. */
export function ownJson(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...ownHeaders,
      'cross-origin-resource-policy': 'same-origin',
      'content-type': 'application/json',
      'cache-control': 'no-store',
    },
  });
}

/** Done, and nothing to say. */
export function empty(more: Record<string, string> = {}): Response {
  return new Response(null, { status: 204, headers: { ...apiHeaders, 'cache-control': 'no-store', ...more } });
}

/** An answer that is made once and given many times. */
export interface ReadyBody {
  plain: string | Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer> | undefined;
  etag: string;
  headers: Record<string, string>;
  brotliHeaders: Record<string, string>;
}

// Below this, a compressed body saves no packet.
const worthCompressing = 1000;

/**
 * Prepares a JSON body with its entity tag and its compressed form.
 * @param maxAge seconds that a browser may keep it
 * @param quality of brotli: 9 for what is given many times
 */
export function readyJson(value: unknown, maxAge: number, extra: Record<string, string> = {}, quality = 9): ReadyBody {
  const plain = JSON.stringify(value);
  const headers = {
    ...apiHeaders,
    'content-type': 'application/json',
    'cache-control': `public, max-age=${maxAge}`,
    ...extra,
  };
  return readyBody(plain, `"${fingerprint(plain)}"`, headers, quality);
}

/** Sixteen characters that are others when the bytes are. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

/**
 * Hardly any answer is longer than this window (2¹⁶ bytes). With it brotli takes a seventh of the time, for as few
 * bytes; with its own, of four megabytes, it fills a table of 32 MB for each answer that is made anew.
 */
const window = 16;

/**
 * Prepares any body, with its compressed form when it is a text that is worth it.
 * @param etag strong, in quotes
 * @param headers without `etag` and `vary: accept-encoding`, which are added
 */
export function readyBody(
  plain: string | Uint8Array<ArrayBuffer>,
  etag: string,
  headers: Record<string, string>,
  quality = 9,
): ReadyBody {
  const isShort = typeof plain !== 'string' || plain.length < worthCompressing;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window };
  return withHeaders(
    { plain, brotli: isShort ? undefined : new Uint8Array(brotliCompressSync(plain, { params })), etag },
    headers,
  );
}

/** The same body under other headers. */
export function withHeaders(
  { plain, brotli, etag }: Pick<ReadyBody, 'plain' | 'brotli' | 'etag'>,
  given: Record<string, string>,
): ReadyBody {
  if (!brotli) {
    const headers = { ...given, etag };
    return { plain, brotli, etag, headers, brotliHeaders: headers };
  }
  const headers = { ...given, etag, vary: [given['vary'], 'accept-encoding'].filter(Boolean).join(', ') };
  const brotliHeaders = { ...headers, etag: codedTag(etag, 'br'), 'content-encoding': 'br' };
  return { plain, brotli, etag, headers, brotliHeaders };
}

/** The tag of the same in a coding: a strong one is of the bytes that are sent (RFC 9110 §8.8.3.3). */
export const codedTag = (etag: string, coding: string): string => `${etag.slice(0, -1)}-${coding}"`;

/** Has the browser this already (RFC 9110 §13.1.2)? Proxies weaken tags and collect them. */
export function isKnown(c: AppContext, etag: string): boolean {
  const known = header(c, 'if-none-match');
  if (known === undefined || known === etag) return known !== undefined;
  return known.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
}

// A weight of 0 means "not this one" (RFC 9110 §12.4.2).
const codings = {
  br: /(?:^|,)\s*br\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i,
  gzip: /(?:^|,)\s*gzip\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i,
};

/** Can the browser read an answer in this coding? */
export function accepts(c: AppContext, coding: keyof typeof codings): boolean {
  return codings[coding].test(header(c, 'accept-encoding') ?? '');
}

/** Headers of an answer without a body: what was not sent is in no coding. */
function unsent({ 'content-encoding': _coding, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

/** Answers with a ready body: 304 when the browser has it, compressed when it can read that. */
export function sendReady(c: AppContext, ready: ReadyBody): Response {
  const coded = ready.brotli && accepts(c, 'br') ? ready.brotli : undefined;
  const headers = coded ? ready.brotliHeaders : ready.headers;
  if (isKnown(c, headers['etag']!)) return new Response(null, { status: 304, headers: unsent(headers) });
  return new Response(coded ?? ready.plain, { headers });
}
