import type { ConsolePageTerms } from './terms.ts';

export const consolePage: ConsolePageTerms = {
  title: 'Konsola fer d’Gschìchta',
  waiting: 'D’Konsola kummt. Wenn nix kummt, lad d’Sita nèi.',
  needsScript:
    'D’Konsola brücht JavaScript. Schàlt’s fer dia Sita ii un lad sa nèi. D’Gschìchta wàrta, nix ìsch verlora.',
};
