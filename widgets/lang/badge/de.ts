import { date } from '../writing/de.ts';
import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  date,
  alt: 'Botschafter-Abzeichen, zu prüfen auf',
  valid: 'Abzeichen gültig',
  ended: 'Mitgliedschaft beendet',
  'wrong-site': 'Ungültig auf dieser Website',
  unknown: 'Jetzt nicht prüfbar',
  only: 'Gültig auf',
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
