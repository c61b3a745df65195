/** The way back to the site that a visitor joined from: a link that they may press, never a page that moves by itself. */
import { html } from 'hono/html';
import type { Locale } from '../../contract/locales.ts';
import { partnerName } from '../../domain/partners/name.ts';
import { returnUrlOf, usualReturnUrl } from '../../domain/partners/return-urls.ts';
import type { WayBack } from '../../domain/memberships/way-back.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { termsFor } from '../../lang/index.ts';
import type { Html } from './layout.ts';

/** In an address of the form: which of its return addresses the partner means. Any other is as if it were not there. */
export const returnKey = 'return';

/** Where the form's values lead back to: what was asked for, if the partner has named it; else what it has for all. */
export function wayBackOf(partner: Partner, values: ReadonlyMap<string, string>): WayBack | undefined {
  const url = returnUrlOf(partner, values.get(returnKey)) ?? usualReturnUrl(partner, values.get('referrer'));
  return url === undefined ? undefined : { partner, url };
}

/** The link, in words; nothing where there is no way back. */
export function backLink(way: WayBack | undefined, locale: Locale): Html | string {
  if (!way) return '';
  return html`<a class="way-back" href="${way.url}"
    >${termsFor(locale).join.back(partnerName(way.partner, locale))}</a
  >`;
}

/** The link in a line of its own. */
export const backLine = (way: WayBack | undefined, locale: Locale): Html | string =>
  way ? html`<p>${backLink(way, locale)}</p>` : '';
