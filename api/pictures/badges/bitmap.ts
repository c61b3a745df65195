import { domainToASCII } from 'node:url';
import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';
import type { Fonts } from '../fonts.ts';

/**
 * What a bitmap can show: it has one scheme, and the letters of the house's fonts alone. What they lack would be
 * boxes. A domain has another spelling, which must not be missing; the rest is left out.
 */
export function forBitmap<T extends BadgePictureContent & { name?: string | null }>(fonts: Fonts, content: T): T {
  const readable = (text: string | null | undefined) => (text ? (fonts.readable(text) ?? null) : null);
  return {
    ...content,
    scheme: content.scheme === 'auto' ? 'light' : content.scheme,
    city: readable(content.city) ?? '',
    circle: readable(content.circle),
    domain: content.domain && (readable(content.domain) ?? domainToASCII(content.domain)),
    ...(content.name !== undefined && { name: readable(content.name) }),
  };
}
