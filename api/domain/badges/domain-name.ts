/** Names of domains: one form for storing, signing and asking, another for people to read. */
import { domainToASCII, domainToUnicode } from 'node:url';
import { badgeLimits } from '../../contract/limits.ts';

// Two labels or more of letters, digits and hyphens, the last one no number: an address of the network is no name.
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/;

/** Is this a domain as we store it? Nothing else may reach a header, a query or a signature. */
export function isDomain(text: string): boolean {
  return text.length <= badgeLimits.domain && hostName.test(text) && isReadable(text);
}

/**
 * The domain in what somebody typed, in punycode and lower case, or nothing when there is none. A scheme and what
 * comes after the name are dropped, since people copy the address bar. Ports, credentials and wildcards are refused:
 * a badge is valid on all of a domain, so whoever writes one means something that we do not do.
 *
 * A public suffix (`co.uk`, `github.io`) is taken like any other name. Only who runs it can publish the proof there,
 * so that a list of them, which would have to be kept up to date, would protect nobody.
 */
export function parseDomain(typed: string): string | undefined {
  const [name = ''] = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .split(/[/?#]/, 1);
  // The parser of addresses would decode or drop these without a word.
  if (/[%\\@:[\]\s]/.test(name)) return undefined;
  const domain = domainToASCII(name.replace(/[.。．｡]$/u, ''));
  return isDomain(domain) ? domain : undefined;
}

/**
 * The domain that somebody asks a badge for. A `www.` in front is dropped: a badge is valid on everything under its
 * domain, so that one for `www.shop.example` would be less than its holder thinks, and read worse on the picture.
 */
export function parseAskedDomain(typed: string): string | undefined {
  const domain = parseDomain(typed);
  const rest = domain?.startsWith('www.') ? domain.slice('www.'.length) : '';
  return isDomain(rest) ? rest : domain;
}

/** Every label in punycode stands for something, and for this alone (RFC 5891 §5.4). */
function isReadable(domain: string): boolean {
  if (!domain.includes('xn--')) return true;
  const read = domainToUnicode(domain).split('.');
  const isDecoded = domain.split('.').every((label, index) => !label.startsWith('xn--') || read[index] !== label);
  return isDecoded && domainToASCII(read.join('.')) === domain;
}

// Latin letters of European names, without those that pass for another: ð and þ, ı, ĸ, ŉ.
const latin =
  /^[a-z0-9\u00df-\u00ef\u00f1-\u00f6\u00f8-\u00fd\u00ff-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e-]+$/u;
const scripts = ['Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hangul', 'Hiragana', 'Katakana', 'Thai'].map(
  (script) => new RegExp(`^[\\p{Script=${script}}\\p{M}0-9-]+$`, 'u'),
);

/**
 * A domain as people are shown it. In their own letters only where it cannot pass for another: Latin ones, or all in
 * the script of its own ending (`пример.рф`). Everything else stays punycode, as in the address bar of a browser:
 * `аррӏе.com` in Cyrillic letters is `xn--80ak6aa92e.com`.
 */
export function shownDomain(domain: string): string {
  if (!isDomain(domain)) return domain;
  const read = domainToUnicode(domain);
  const labels = read.split('.');
  const ending = labels.at(-1)!;
  const ofItsEnding = scripts.find((script) => script.test(ending));
  const isPlain = labels.every((label) => latin.test(label) || ofItsEnding?.test(label));
  return isPlain ? read : domain;
}
