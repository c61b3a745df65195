import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  alt: 'Botschàfter-Àbzeicha, zum Noochlüaga uf',
  valid: 'Àbzeicha gìltig',
  ended: 'Mìtglìedschàft ìsch ferig',
  'wrong-site': 'Gìlt net uf dara Sita',
  unknown: 'Jetz net z’priafa',
  only: 'Gìlt numma uf',
  details: 'Meh drzüe',
  since: 'Sìtter',
  until: 'Bis',
  circle: 'Kreis',
  name: 'Nàma',
  domain: 'Sita',
  checked: 'Grad gepriaft',
  check: 'Bim Club noochlüaga',
  report: 'Malda',
};
