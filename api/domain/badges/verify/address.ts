import { domainToASCII } from 'node:url';
import { badgeIdPattern } from '../../../contract/badge.ts';
import { badgeLimits } from '../../../contract/limits.ts';
import { paths } from '../../../contract/paths.ts';

/** Where an address leads: to a badge of ours, somewhere else with us (no id), or to somebody else. */
export type BadgeAddress = { own: true; id: string | undefined } | { own: false };

/** `/b/<id>`, and every picture and file of it. */
const badgePath = /^\/b\/([1-9A-HJ-NP-Za-km-z]{22})(?:[-@./][\w@./-]*)?$/;
const webAddress = /^(?:https?:\/\/|\/\/)?[^\s/?#]+(?:[/?#]\S*)?$/i;
/** A name with a colon and no port behind it. */
const otherScheme = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * Reads what may be the address of a badge, as people write it: whole, without its scheme, in capitals, the path
 * alone or the id alone. Nothing is ever fetched from it.
 * @returns undefined when it is no address at all
 */
export function readAddress(text: string, publicUrl: string): BadgeAddress | undefined {
  const trimmed = text.trim();
  if (badgeIdPattern.test(trimmed)) return { own: true, id: trimmed };
  const url = /^\/(?!\/)/.test(trimmed) ? parseUrl(publicUrl + trimmed, publicUrl) : webUrl(trimmed, publicUrl);
  if (!url) return undefined;
  if (hostOf(url) === hostOf(new URL(publicUrl))) return ownAddress(url);
  // One word is no address: whoever types "hello" did not mean a host of that name.
  return /[.:]/.test(trimmed) ? { own: false } : undefined;
}

/**
 * The host name of a site as people write it, in punycode and small letters.
 * @returns undefined when it is none
 */
export function siteHost(site: string): string | undefined {
  const url = webUrl(site.trim(), 'https://x.example');
  const host = url && domainToASCII(url.hostname).replace(/\.$/, '');
  return host !== undefined && /^(?:[^.]+\.)+[^.]+$/.test(host) ? host : undefined;
}

/** Is this host the domain itself, or under it? */
export function isOn(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function webUrl(text: string, publicUrl: string): URL | undefined {
  const isAddress = text.length <= badgeLimits.url && webAddress.test(text) && !otherScheme.test(text);
  return isAddress ? parseUrl(text, publicUrl) : undefined;
}

/** @param publicUrl whose scheme is meant when none is written */
function parseUrl(text: string, publicUrl: string): URL | undefined {
  const { protocol } = new URL(publicUrl);
  const whole = /^https?:\/\//i.test(text) ? text : `${protocol}//${text.replace(/^\/\//, '')}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/** Without the scheme: whoever left out the s of https means the same badge. */
function hostOf(url: URL): string {
  return url.host.replace(/\.(?=$|:)/, '');
}

function ownAddress({ pathname, searchParams }: URL): BadgeAddress {
  const named = pathname === paths.verify ? `/b/${searchParams.get('badge') ?? ''}` : pathname;
  return { own: true, id: badgePath.exec(named.replace(/\/+$/, ''))?.[1] };
}
