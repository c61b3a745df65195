/**
 * Which pages a partner's widgets may stand on. An origin is exact, or stands for every host under a name
 * (`https://*.example.org`, as in a Content-Security-Policy: not the name itself). A wildcard must leave a name that
 * somebody has registered: never a public suffix, never in the middle, never a port or a scheme. What was kept before
 * a name became known as everybody's covers nobody any more.
 */
import type { FieldCode } from '../../contract/codes.ts';
import { limits } from '../../contract/limits.ts';
import type { Partner } from './partner.ts';
import { registrableDomain } from './registrable.ts';

type Place = Pick<Partner, 'origins' | 'allowsLocal'>;

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
// Letters, digits, hyphens and underscores alone: every pattern goes into a policy, where ; and , begin something else.
const hostName = new RegExp(`^${label}(?:\\.${label})*$`);
const ipv6 = /^\[[0-9a-f:.]+\]$/;
/** What may stand between `*` and the name: one label or several. */
const subdomains = hostName;
const wildcard = new RegExp(`^(https?:\\/\\/)\\*\\.(${label}(?:\\.${label})+)(:\\d+)?$`);
const local = /^http:\/\/(?:localhost|(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Scheme and authority, and nothing after them but one slash; no user, and nothing that a URL parser would mend. */
const bare = /^(https?):\/\/(\[[\da-f:.]+\]|[^\s\p{Cc}/\\?#@%:'"<>,;]+)(:\d{1,5})?\/?$/iu;

export type OriginRefusal = Extract<FieldCode, 'origin_invalid' | 'origin_too_wide'>;
export type ParsedOrigin = { pattern: string } | { refused: OriginRefusal };

/**
 * An origin or wildcard as it is kept: lower case, punycode, no default port, no slash.
 * @param text what somebody wrote, e.g. `https://www.example.org/` or `https://*.example.org`
 */
export function parseOriginPattern(text: string): ParsedOrigin {
  const parts = bare.exec(text.trim());
  if (!parts) return { refused: 'origin_invalid' };
  const [, scheme = '', written = '', port = ''] = parts;
  const isWide = written.startsWith('*.');
  const name = isWide ? written.slice(2) : written;
  if (name === '*' || (isWide && /^\*(?:\.|$)/.test(name))) return { refused: 'origin_too_wide' };
  const address = `${scheme}://${name}${port}`;
  if (!URL.canParse(address)) return { refused: 'origin_invalid' };
  const { protocol, host, hostname, origin } = new URL(address);
  const isAddress = ipv6.test(hostname) || isNumeric(hostname);
  if (hostname.length > 253 || !(isAddress || hostName.test(hostname))) return { refused: 'origin_invalid' };
  const pattern = isWide ? `${protocol}//*.${host}` : origin;
  if (isWide && isAddress) return { refused: 'origin_invalid' };
  if (isWide && registrableDomain(hostname) === undefined) return { refused: 'origin_too_wide' };
  return pattern.length > limits.origin ? { refused: 'origin_invalid' } : { pattern };
}

/** The URL parser writes every kind of IPv4 address in four numbers, and takes no name that ends in one. */
const isNumeric = (hostname: string) => /^\d+(?:\.\d+){3}$/.test(hostname);

/** May a page of this origin, as browsers send it, speak for the partner? */
export function isOriginOf({ origins, allowsLocal }: Place, origin: string): boolean {
  // A wildcard is no origin: whoever sends one is no browser.
  if (origin.includes('*')) return false;
  if (origins.includes(origin)) return true;
  if (allowsLocal && local.test(origin)) return true;
  return origins.some((pattern) => covers(pattern, origin));
}

function covers(pattern: string, origin: string): boolean {
  const parts = wildcard.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', name = '', port = ''] = parts;
  if (!origin.startsWith(scheme) || !origin.endsWith(`.${name}${port}`)) return false;
  const host = origin.slice(scheme.length, origin.length - port.length);
  if (!subdomains.test(host.slice(0, -`.${name}`.length))) return false;
  // Below what somebody has registered, too, there may be names that are everybody's.
  const owner = registrableDomain(name);
  return owner !== undefined && registrableDomain(host) === owner;
}

/** A wildcard over names of strangers. */
function isTooWide(pattern: string): boolean {
  const name = wildcard.exec(pattern)?.[2];
  return name !== undefined && registrableDomain(name) === undefined;
}

/** The same as sources for `frame-ancestors` (CSP 3 §2.3.1), whose grammar has no IPv6 address. */
export function sourcesOf({ origins, allowsLocal }: Place): string[] {
  const named = origins.filter((origin) => !origin.includes('[') && !isTooWide(origin));
  return allowsLocal ? [...named, 'http://localhost:*', 'http://127.0.0.1:*'] : named;
}
