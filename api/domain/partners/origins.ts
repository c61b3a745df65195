/**
 * Which pages a partner's widgets may stand on. An origin is exact, or stands for every host under a name
 * (`https://*.example.org`, as in a Content-Security-Policy: not the name itself). A wildcard must leave a name that
 * somebody has registered: never a public suffix, never in the middle, never a port or a scheme.
 */
import type { Partner } from '../ports.ts';

type Place = Pick<Partner, 'origins' | 'allowsLocal'>;

const wildcard = /^(https?:\/\/)\*\.([a-z0-9-]+(?:\.[a-z0-9-]+)+)(:\d+)?$/;
const local = /^http:\/\/(?:localhost|(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** May a page of this origin, as browsers send it, speak for the partner? */
export function isOriginOf({ origins, allowsLocal }: Place, origin: string): boolean {
  if (origins.includes(origin)) return true;
  if (allowsLocal && local.test(origin)) return true;
  return origins.some((pattern) => covers(pattern, origin));
}

function covers(pattern: string, origin: string): boolean {
  const parts = wildcard.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', name = '', port = ''] = parts;
  if (!origin.startsWith(scheme) || !origin.endsWith(`.${name}${port}`)) return false;
  const under = origin.slice(scheme.length, -`.${name}${port}`.length);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(under);
}

/** The same as sources for `frame-ancestors` (CSP 3 §2.3.1). */
export function sourcesOf({ origins, allowsLocal }: Place): string[] {
  return allowsLocal ? [...origins, 'http://localhost:*', 'http://127.0.0.1:*', 'http://[::1]:*'] : [...origins];
}
