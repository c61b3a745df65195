import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  alt: 'Botschàfter-Àbzeicha, z’priafa uf',
  valid: 'Àbzeicha gìltig',
  ended: 'Mìtglìedschàft ìsch ferig',
  'wrong-site': 'Gìlt net uf dara Sita',
  unknown: 'Jetz net z’priafa',
  only: 'Gìlt numma uf',
  details: 'Meh drvu',
  since: 'Sìtter',
  until: 'Bis',
  circle: 'Kreis',
  name: 'Nàma',
  domain: 'Sita',
  checked: 'Grad gepriaft',
  check: 'Bim Club priafa',
  report: 'Malda',
};
