import { partnerLimits } from '../../contract/limits.ts';
import type { Partner } from './partner.ts';
import { isOriginOf } from './origins.ts';

// Absolute, with both slashes, and nothing that a URL parser would mend: `//x`, `/\x`, `https:x` never come so far.
const absolute = /^https?:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?$/i;

/**
 * An address that visitors may be led back to, as it is kept: it has to lie on the partner's own pages.
 * @returns nothing when it does not, or is no whole web address
 */
export function parseReturnUrl(place: Pick<Partner, 'origins' | 'allowsLocal'>, text: string): string | undefined {
  const written = text.trim();
  if (!absolute.test(written) || !URL.canParse(written)) return undefined;
  const { href, origin, username, password } = new URL(written);
  const isPlain = username + password === '' && href.length <= partnerLimits.returnUrl;
  return isPlain && isOriginOf(place, origin) ? href : undefined;
}

/**
 * Where a visitor may be led back to: one of the addresses that the partner has named, to the letter, and nothing
 * else in the world, however it is spelled.
 */
export function returnUrlOf(
  partner: Pick<Partner, 'origins' | 'allowsLocal' | 'returnUrls'>,
  asked: string | undefined,
): string | undefined {
  const url = asked === undefined ? undefined : parseReturnUrl(partner, asked);
  return url !== undefined && partner.returnUrls.includes(url) ? url : undefined;
}

/**
 * Where a partner's visitors are led back to who ask for nothing else: its first address on the site that they came
 * from, else its first. Each is looked at again, for the partner's sites may be others by now.
 * @param from origin of the page that they came from, if that is known
 */
export function usualReturnUrl(
  partner: Pick<Partner, 'origins' | 'allowsLocal' | 'returnUrls'>,
  from: string | undefined,
): string | undefined {
  const open = partner.returnUrls.filter((url) => returnUrlOf(partner, url) === url);
  return open.find((url) => new URL(url).origin === from) ?? open[0];
}
