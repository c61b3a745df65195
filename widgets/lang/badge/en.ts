import { date } from '../writing/en.ts';
import type { BadgeTerms } from './terms.ts';

export const badge: BadgeTerms = {
  date,
  alt: 'Ambassador badge: check at',
  valid: 'Badge valid',
  ended: 'Membership ended',
  'wrong-site': 'Not valid for this site',
  unknown: 'Cannot check now',
  only: 'Valid on',
  details: 'Details',
  since: 'Since',
  until: 'Until',
  circle: 'Circle',
  name: 'Name',
  domain: 'Site',
  checked: 'Checked just now',
  check: 'Check at the club',
  report: 'Report',
};
