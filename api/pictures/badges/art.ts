import { createHash } from 'node:crypto';
import { badgeForms } from '../../contract/badge.ts';
import { locales } from '../../contract/locales.ts';
import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';

/** How many ways there are to draw a badge, in samples. */
const samples: Partial<BadgePictureContent>[] = [
  { circle: null, domain: null },
  { circle: 'Habitants et cœurs d’ici, de près et de loin', domain: null },
  { circle: null, domain: 'shop.example' },
  { circle: 'Habitants', domain: 'a-shop-with-a-long-name-in-town.example' },
  { state: 'ended' },
  { state: 'unknown' },
  { state: 'unchecked' },
];

const reference: Omit<BadgePictureContent, 'form' | 'language'> = {
  scheme: 'auto',
  state: 'valid',
  city: 'Mulhouse',
  club: 'Club',
  circle: null,
  year: 2026,
  domain: null,
  address: 'club.example/b/1111111111111111111111',
  accent: '#b3261e',
  accentDark: '#ff9a85',
};

/**
 * A short name for the way in which badges are drawn. It changes with any of them by itself, so that whoever
 * changes the drawing need not remember the copies in caches.
 * @param draw everything that is made of one content
 */
export function artOf(draw: (content: BadgePictureContent) => string[]): string {
  const hash = createHash('sha256');
  for (const form of badgeForms) {
    for (const language of locales) {
      for (const sample of samples) {
        for (const drawn of draw({ ...reference, form, language, ...sample })) hash.update(drawn);
      }
    }
  }
  return hash.digest('hex').slice(0, 10);
}
