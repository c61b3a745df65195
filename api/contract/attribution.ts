/** What of a page's address may leave the page, and in which words. No zod: widgets use it. */
import { limits } from './limits.ts';
import { textProblem } from './text.ts';

/** The five of the UTM convention. */
export const utmKeys = ['source', 'medium', 'campaign', 'term', 'content'] as const;
export type UtmTexts = { [key in (typeof utmKeys)[number]]?: string | undefined };

/** The query key of a member's own link. */
export const ambassadorKey = 'ambassador';

/** A member's code: ten digits and letters, without I, L, O and U, which are taken for others or make words. */
const ambassadorCode = /^[\da-hjkmnp-tv-z]{10}$/i;

/** The code in an address, if what stands there can be one. */
export function ambassadorOf(text: string | null | undefined): string | undefined {
  return text && ambassadorCode.test(text) ? text : undefined;
}

/**
 * The campaign of an address: five keys and no other. What could not be stored as it is, and what holds a mail
 * address (some newsletters write one into every link), is left out.
 * @param value of a key as it stands in the query, e.g. `utm_source`
 */
export function utmOf(value: (key: string) => string | null | undefined): UtmTexts | undefined {
  const utm: UtmTexts = {};
  for (const key of utmKeys) {
    const text = value(`utm_${key}`);
    if (text && !textProblem(text, limits.utm) && !/@|%40/.test(text)) utm[key] = text;
  }
  return Object.keys(utm).length ? utm : undefined;
}
