/**
 * Who a request comes from, as text that can be compared: IPv4 dotted, IPv6 as eight groups, an IPv4
 * address in IPv6 clothing (`::ffff:192.0.2.1`) folded back. One visitor must not have several spellings.
 */
import { isIP } from 'node:net';

/**
 * @param remote address of the socket
 * @param forwarded `X-Forwarded-For`, as received
 * @param trustedProxies how many entries from the right were written by proxies of ours; 0 ignores the header
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | undefined,
  trustedProxies: number,
): string {
  const socket = canonicalAddress(remote ?? '') ?? 'unknown';
  if (trustedProxies === 0 || !forwarded) return socket;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  const candidate = hops[Math.max(0, hops.length - trustedProxies)];
  return canonicalAddress(candidate ?? '') ?? socket;
}

/** One spelling for one address, or nothing when it is none. */
export function canonicalAddress(text: string): string | undefined {
  const bare = text
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .split('%', 1)[0]!;
  const family = isIP(bare);
  if (family === 4) return bare;
  if (family !== 6) return undefined;
  const groups = expand(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return groups.map((group) => group.toString(16)).join(':');
  const [high, low] = [groups[6]!, groups[7]!];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address. The URL parser knows every legal spelling. */
function expand(address: string): number[] {
  const host = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = host.split('::');
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const left = parse(head);
  const right = parse(tail ?? '');
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** What one visitor can change at will is no identity: limits count an IPv6 visitor by /64. */
export function limitKey(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

/** Whoever has a /64 mostly has the /48 around it: the key of that, for the key of an IPv6 visitor. */
export function wideLimitKey(key: string): string | undefined {
  return key.includes(':') ? key.split(':').slice(0, 3).join(':') : undefined;
}

/** What is kept as proof and put into mails: /24 or /48, never the whole address. */
export function addressPrefix(address: string): string | null {
  if (address === 'unknown') return null;
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}::/48`;
  return `${address.split('.').slice(0, 3).join('.')}.0/24`;
}
