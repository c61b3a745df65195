import { html } from 'hono/html';
import { oembedUrl } from '../../../domain/embed/addresses.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import type { Html } from '../layout.ts';

/**
 * Where other programs learn what to show in place of a page (oEmbed 1.0 §4).
 * @param base the club's own origin
 * @param url the page, whole
 */
export function discovery(base: string, url: string): Html {
  return html`<link rel="alternate" type="application/json+oembed" href="${oembedUrl(base, url, 'json')}" />
    <link rel="alternate" type="text/xml+oembed" href="${oembedUrl(base, url, 'xml')}" />`;
}

/** The same for a page in a partner's name: what is the club's own stands on its own pages alone, and has no answer. */
export function partnerDiscovery(base: string, slug: string, url: string): Html {
  return slug === clubPartnerSlug ? html`` : discovery(base, url);
}
