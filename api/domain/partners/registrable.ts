import { parse } from 'tldts';
import { sharedHosts } from './shared-hosts.ts';

/**
 * The part of a host name that somebody has registered (`www.mulhouse.fr` → `mulhouse.fr`), by the Public Suffix
 * List, private part included, and by `sharedHosts`: `anna.github.io` is Anna's, `anna.wordpress.com` too;
 * `github.io` and `wordpress.com` are everybody's.
 * @param host as the URL parser writes it
 * @returns nothing for addresses, single labels, and names under which anybody may register
 */
export function registrableDomain(host: string): string | undefined {
  const { domain, publicSuffix, isIp } = parse(host, { allowPrivateDomains: true, extractHostname: false });
  if (isIp || domain === null) return undefined;
  const shared = sharedPart(host);
  // The list may know a longer one: `s3.amazonaws.com` is as shared as `amazonaws.com`.
  if (shared === undefined || shared.length < (publicSuffix?.length ?? 0)) return domain;
  if (shared === host) return undefined;
  const label = host
    .slice(0, -shared.length - 1)
    .split('.')
    .at(-1);
  return `${label}.${shared}`;
}

/** The longest shared name that a host is, or is under. */
function sharedPart(host: string): string | undefined {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1))
    if (sharedHosts.has(rest)) return rest;
  return undefined;
}
