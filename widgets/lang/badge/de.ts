import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  alt: (address) => `Botschafter-Abzeichen, zu prüfen auf ${address}`,
  states: {
    valid: 'Abzeichen gültig',
    ended: 'Mitgliedschaft beendet',
    'wrong-site': 'Ungültig auf dieser Website',
    unknown: 'Jetzt nicht prüfbar',
  },
  only: (domain) => `Gilt nur auf ${domain}`,
  details: 'Einzelheiten',
  since: 'Seit',
  until: 'Bis',
  circle: 'Kreis',
  name: 'Name',
  domain: 'Website',
  checked: 'Gerade geprüft',
  check: 'Beim Club prüfen',
  report: 'Melden',
};
