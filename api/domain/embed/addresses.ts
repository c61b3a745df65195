/** The addresses that a choice is found at. Each is made by `URL`, and no part of it is put together as text. */
import { embedOptions, embedPaths, type EmbedChoice } from '../../contract/embed.ts';
import { joinUrl } from '../../contract/paths.ts';

/**
 * The page to show in a frame. The same choice always has the same address.
 * @param base the club's own origin
 */
export function frameUrl(base: string, choice: EmbedChoice): string {
  const { widget, partner, language, theme, accent, attributes } = choice;
  const url = new URL(embedPaths.frame(widget), base);
  url.searchParams.set('partner', partner);
  if (language) url.searchParams.set('lang', language);
  if (theme !== 'auto') url.searchParams.set('theme', theme);
  if (accent) url.searchParams.set('accent', accent);
  for (const { name } of embedOptions[widget]) {
    if (Object.hasOwn(attributes, name)) url.searchParams.set(name, attributes[name] ?? '');
  }
  return url.href;
}

/**
 * Where other programs ask what to show in place of an address of ours (oEmbed 1.0).
 * @param url the address that somebody pasted
 * @param format default: what the answer is without one, JSON
 */
export function oembedUrl(base: string, url: string, format?: 'json' | 'xml'): string {
  const asked = new URL(embedPaths.oembed, base);
  asked.searchParams.set('url', url);
  if (format) asked.searchParams.set('format', format);
  return asked.href;
}

/** The form without JavaScript for the same partner and language: where every fallback may lead. */
export function joinFallbackUrl(base: string, { widget, partner, language, attributes }: EmbedChoice): string {
  const url = new URL(joinUrl(base, partner, language));
  // Elsewhere a circle says which stories to show, not what to join.
  const circle = widget === 'signup' && Object.hasOwn(attributes, 'circle') ? attributes['circle'] : undefined;
  if (circle) url.searchParams.set('circle', circle);
  return url.href;
}
