import type { CodeWording } from '../terms.ts';

export const signIn = (minutes: number): CodeWording => ({
  subject: 'Di Code fer dich z’kenna',
  preview: `Sechs Zìffra, ${minutes} Minüta gìltig.`,
  heading: 'Di Code',
  paragraphs: ['Tipp dia sechs Zìffra uf dr Sitta ii, wu dü drum gfrogt hàsch:'],
  label: 'Code:',
  notes: [
    `Er gìlt ${minutes} Minüta àb dinera Froj, un numma eimol. Wenn dü meh às eina verlàngt hàsch, zehlt d’letschta E-Mail.`,
    'Gìb na nìemets: dr Club frogt dich nìa drnoh, nìt àm Telefon un nìt ìn ara Nochrìcht.',
    'Dü hàsch nix verlàngt? No màch nix: ohna da Code kummt nìemets ina.',
  ],
  reason: 'Dü bekummsch dia Nochrìcht, wil uf ara Sitta vum Club a Code fer dini Àdress verlàngt wora ìsch.',
});
