import type { Locale } from '../../contract/locales.ts';
import type { Partner } from './partner.ts';

/** Slug of the partner that stands for the club's own pages. */
export const clubPartnerSlug = 'club';

type Named = Pick<Partner, 'name' | 'names'>;

/** What a partner is called in a language; its first name where it has no other there. */
export function partnerName(partner: Named, locale: Locale): string {
  return partner.names[locale] ?? partner.name;
}

/** Whose name stands beside the club's in what a person agrees to: none on the club's own pages. */
export function sharedWith(partner: Named & Pick<Partner, 'slug'>, locale: Locale): string | undefined {
  return partner.slug === clubPartnerSlug ? undefined : partnerName(partner, locale);
}
