import { embedPaths } from '../contract/embed.ts';
import { paths } from '../contract/paths.ts';
import type { Locale } from '../contract/locales.ts';

/** The member's own pages: where signing in may lead to, and nowhere else in the world. */
const own = /^\/me(?:\/[A-Za-z0-9_-]{1,64}){0,3}$/;

/** Is this a page that is for members alone? */
export const isOwnPage = (path: string): boolean => own.test(path);

/** The pages of partners' people; what a path says of the partner is looked at when it is opened. */
const partners = /^\/partner(?:\/[a-z0-9-]{1,64}){0,2}$/;

/** Is this a page that is for partners' people alone? */
export const isPartnerPage = (path: string): boolean => partners.test(path);

/** The same as `nextPage` for partners' people. */
export function nextPartnerPage(value: string | undefined): string {
  return value !== undefined && isPartnerPage(value) && !isDoor.test(value) ? value : embedPaths.partnerSpace;
}

/** Pages of signing in and out: nobody is led back to them. */
const isDoor = /^\/partner\/sign-/;

/** Where to go after signing in: the page that was asked for, else the member's first. */
export function nextPage(value: string | undefined): string {
  return value !== undefined && isOwnPage(value) ? value : paths.mySpace;
}

/** A page of signing in that remembers where it leads. */
export function withNext(path: string, next: string, locale?: Locale): string {
  const query = new URLSearchParams({ next, ...(locale && { lang: locale }) });
  return `${path}?${query.toString()}`;
}
