import type { CdnPurger } from '../domain/badges/ports.ts';

export interface CdnOptions {
  /** Where tags to forget are posted to. */
  url: string;
  /** Sent as a bearer token; nothing that is logged or thrown contains it. */
  token: string;
  /** Milliseconds that one request may take. */
  patience?: number;
}

const patience = 5000;

/**
 * Speaks to the cache in front of us: `POST { "tags": [...] }`. Anything but a 2xx answer in time is a failure, a
 * redirect too: what is behind it was never given the token, and has forgotten nothing.
 */
export function createCdnPurger({ url, token, patience: allowed = patience }: CdnOptions): CdnPurger {
  return {
    async purge(tags) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ tags }),
        redirect: 'manual',
        signal: AbortSignal.timeout(allowed),
      });
      await response.body?.cancel();
      if (!response.ok)
        throw new Error(`The cache in front of us answered ${response.status}. It has forgotten nothing.`);
    },
  };
}
