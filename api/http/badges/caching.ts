/**
 * How long a badge's answers may be kept, and by whom. A cache in front of us that forgets on demand keeps what it
 * has for a day and is told of every change; any other keeps it for two minutes, so that whatever has ended is seen
 * to have ended within four, even on a page that was open.
 */
import { keysTag } from '../../domain/badges/forget-cached.ts';
import type { Deps } from '../../domain/ports.ts';

type Caching = Record<string, string>;

const second = 1000;
const day = 86_400;

/**
 * Pictures, the status and the frame.
 * @param remaining milliseconds until the badge ends by itself: no cache is trusted with it beyond, told or not
 */
export function liveCaching({ cdn }: Pick<Deps, 'cdn'>, tag: string, remaining = Number.POSITIVE_INFINITY): Caching {
  const browser = 'public, max-age=60, stale-while-revalidate=60';
  if (!cdn) return { 'cache-control': `${browser}, s-maxage=120` };
  return { 'cache-control': browser, ...purged(tag, remaining) };
}

/** The picture for proxies that keep everything they are allowed to (GitHub's): they are allowed nothing. */
export function unkeptCaching({ cdn }: Pick<Deps, 'cdn'>, tag: string, remaining?: number): Caching {
  return { 'cache-control': 'no-store', ...(cdn && purged(tag, remaining)) };
}

function purged(tag: string, remaining = Number.POSITIVE_INFINITY): Caching {
  const age = Math.max(0, Math.min(day, Math.ceil(remaining / second)));
  return { 'cdn-cache-control': `max-age=${age}, stale-if-error=3600`, 'cache-tag': tag };
}

/** What was signed, in all its forms. */
export function signedCaching({ cdn }: Pick<Deps, 'cdn'>, tag: string): Caching {
  return { 'cache-control': 'public, max-age=300', ...(cdn && { 'cache-tag': tag }) };
}

/** A status list, as long as its own `ttl` says. */
export function listCaching({ cdn }: Pick<Deps, 'cdn'>, tag: string): Caching {
  return {
    'cache-control': 'public, max-age=300',
    'cdn-cache-control': 'max-age=60',
    ...(cdn && { 'cache-tag': tag }),
  };
}

/** Our keys: verifiers need them most when we cannot be reached. */
export function keyCaching({ cdn }: Pick<Deps, 'cdn'>): Caching {
  return {
    'cache-control': 'public, max-age=3600',
    'cdn-cache-control': 'max-age=3600, stale-if-error=604800',
    ...(cdn && { 'cache-tag': keysTag }),
  };
}

/** What may be otherwise in a minute: no badge here yet, or no way to look. */
export const briefCaching: Caching = { 'cache-control': 'public, max-age=60' };
