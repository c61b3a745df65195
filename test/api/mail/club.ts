import { Club } from '../../../api/contract/club.ts';
import type { Localised } from '../../../api/contract/club.ts';

const same = (text: string): Localised => ({ fr: text, de: text, en: text, gsw: text });

/** A small club for tests, not Mulhouse's. Its own texts hold what must be escaped. */
export const club = Club.parse({
  name: { fr: 'Club de l’Ill & Doller', de: 'Ill & Doller-Club', en: 'Ill & Doller Club', gsw: 'Ìll & Dollerclub' },
  city: same('Illville'),
  tagline: same('Two rivers, one town'),
  region: same('Ill'),
  home: 'https://elsewhere.example/',
  defaultLanguage: 'fr',
  goal: { members: 1000, date: '2027-12-31' },
  colours: { accent: '#00695c', accentDark: '#80cbc4' },
  circles: [{ id: 'habitants', name: same('Locals'), description: same('People from here') }],
  charter: { version: '2026-01', articles: [{ title: same('One'), text: same('Be kind') }] },
  legal: {
    publisher: 'Association <Ill>',
    form: 'association',
    seat: '1 quai de l’Ill, 68000 Illville',
    email: 'legal@club.example',
    phone: '+33 1 00 00 00 00',
    director: 'A. Directrice',
    dataProtectionOfficer: 'dpo@club.example',
    host: { name: 'Host', address: 'Street', phone: '+33 1' },
  },
  notice: { version: '2026-01' },
  sender: { name: 'Club de l’Ill', address: 'bonjour@club.example' },
  accessibility: { contact: 'a11y@club.example' },
});
