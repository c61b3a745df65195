import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  alt: (address) => `Badge d’ambassade\u00a0: à vérifier sur ${address}`,
  states: {
    valid: 'Badge valable',
    ended: 'Adhésion terminée',
    'wrong-site': 'Non valable pour ce site',
    unknown: 'Impossible à vérifier',
  },
  only: (domain) => `Valable uniquement sur ${domain}`,
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
