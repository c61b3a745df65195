/** Names of strangers, looked up once: whoever names a host chooses where our request goes. */
import type { Resolver } from 'node:dns/promises';
import { isIPv6, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type HostResolver = Pick<Resolver, 'resolve4' | 'resolve6'>;

/** What a name with many addresses is tried at. All of them are checked. */
const mostAddresses = 6;
/** A name that has no address (RFC 1035 §4.3): an answer, unlike a name server that says nothing. */
export const answeredNo: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

/**
 * The addresses of a name, if all of them are out in the public internet: one of our own house among many is enough
 * to ask none of them.
 * @returns `refused` when one leads inside; `nameless`, `nowhere` and `silent` when there is none
 */
export async function publicAddresses(
  host: string,
  resolver: HostResolver,
  signal: AbortSignal,
): Promise<string[] | 'refused' | 'nameless' | 'nowhere' | 'silent'> {
  const asking = Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = await Promise.race([asking, ended(signal)]);
  const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (addresses.length === 0) {
    const reasons = found.map((one) => (one.status === 'rejected' ? codeOf(one.reason) : 'ENODATA'));
    if (!reasons.every((reason) => answeredNo.has(reason))) return 'silent';
    return reasons.every((reason) => reason === 'ENOTFOUND') ? 'nameless' : 'nowhere';
  }
  return addresses.every(isPublicAddress) ? addresses.slice(0, mostAddresses) : 'refused';
}

/** Answers every question with the addresses that were checked: nobody asks for the name a second time. */
export function onlyThese(addresses: string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, { all }, callback) => {
    if (all) callback(null, known);
    else callback(null, known[0]!.address, known[0]!.family);
  };
}

export function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | null)?.code;
}

/** Rejects when the time is up. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
