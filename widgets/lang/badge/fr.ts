import { date } from '../writing/fr.ts';
import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  date,
  alt: 'Badge d’ambassade à vérifier sur',
  valid: 'Badge valable',
  ended: 'Adhésion terminée',
  'wrong-site': 'Non valable sur ce site',
  unknown: 'Non vérifiable',
  only: 'Valable sur',
  details: 'Détails',
  since: 'Depuis le',
  until: 'Jusqu’au',
  circle: 'Cercle',
  name: 'Nom',
  domain: 'Site',
  checked: 'Vérifié à l’instant',
  check: 'Vérifier auprès du club',
  report: 'Signaler',
};
