import { html } from 'hono/html';
import { oembedUrl } from '../../../domain/embed/addresses.ts';
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
