import { isLoopback } from '../hosts.ts';
import type { Deps } from '../ports.ts';
import { isDomain } from './domain-name.ts';
import type { Badge } from './ports.ts';

/** Any page, and none that has no address of its own. */
export const anywhere = 'https: http:';

/**
 * Who may show a badge in a frame: the sources of `frame-ancestors` (CSP level 3 §6.4.2), which browsers enforce. A
 * person's goes everywhere; that of a business on its domain and what is under it. Of a holder who left, the domain
 * is forgotten, and what is left to show is that the badge has ended.
 */
export function frameAncestors(badge: Pick<Badge, 'domain'>, { publicUrl }: Pick<Deps, 'publicUrl'>): string {
  const { domain } = badge;
  if (domain === null) return anywhere;
  const { protocol, hostname } = new URL(publicUrl);
  // In a demo, sites are other ports of the same machine, under the one name that every browser knows there.
  const isDemo = protocol === 'http:' && isLoopback(hostname);
  // What a person typed reaches a header as a domain or not at all.
  if (!isDomain(domain) && !(isDemo && domain === 'localhost')) return "'none'";
  return [domain, `*.${domain}`].map((host) => (isDemo ? `http://${host}:*` : `https://${host}`)).join(' ');
}
