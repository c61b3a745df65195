import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  alt: (address) => `Botschàfter-Àbzeicha, zum Noochlüaga uf ${address}`,
  states: {
    valid: 'Àbzeicha gìltig',
    ended: 'Mìtgliedschàft ìsch ferig',
    'wrong-site': 'Gìlt net uf dara Sita',
    unknown: 'Jetz net z’priafa',
  },
  only: (domain) => `Gìlt numma uf ${domain}`,
  details: 'Meh drzüe',
  since: 'Sìt',
  until: 'Bis',
  circle: 'Kreis',
  name: 'Nàma',
  domain: 'Sita',
  checked: 'Grad gepriaft',
  check: 'Bim Club noochlüaga',
  report: 'Malda',
};
