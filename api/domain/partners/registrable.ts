import { parse } from 'tldts';

/**
 * The part of a host name that somebody has registered (`www.mulhouse.fr` → `mulhouse.fr`), by the Public Suffix
 * List, private part included: `anna.github.io` is Anna's, `github.io` is everybody's.
 * @param host as the URL parser writes it
 * @returns nothing for addresses, single labels, and names under which anybody may register
 */
export function registrableDomain(host: string): string | undefined {
  const { domain, isIp } = parse(host, { allowPrivateDomains: true, extractHostname: false });
  return isIp ? undefined : (domain ?? undefined);
}
