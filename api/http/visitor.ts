import type { AppContext, AppDeps } from './env.ts';
import { header } from './env.ts';
import { addressPrefix, clientAddress, limitKey } from './client-address.ts';

/** What is known of who is asking, and no more. */
export interface Visitor {
  /** For limits in memory only. */
  limitKey: string;
  /** For the proof of consent and the `Form-Sub` header. */
  prefix: string | null;
}

export function visitorOf(c: AppContext, deps: Pick<AppDeps, 'trustedProxies'>): Visitor {
  const remote = c.env?.incoming?.socket.remoteAddress;
  const address = clientAddress(remote, header(c, 'x-forwarded-for'), deps.trustedProxies);
  return { limitKey: limitKey(address), prefix: addressPrefix(address) };
}

/** A same-origin GET carries no `Origin`: it came from the club's own pages. */
export function callerOrigin(origin: string | null, publicUrl: string): string {
  return origin ?? new URL(publicUrl).origin;
}
