import { date } from '../writing/gsw.ts';
import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  date,
  alt: 'Botschàfter-Àbzeicha, z’priafa uf',
  valid: 'Àbzeicha gìltig',
  ended: 'Mìtglìedschàft ìsch ferig',
  'wrong-site': 'Net gìltig uf dara Sita',
  unknown: 'Jetz net z’priafa',
  only: 'Gìltig uf',
  details: 'Meh',
  since: 'Sìtter',
  until: 'Bis',
  circle: 'Kreis',
  name: 'Nàma',
  domain: 'Sita',
  checked: 'Grad gepriaft',
  check: 'Bim Club priafa',
  report: 'Malda',
};
