import { signIn } from './sign-in/gsw.ts';
import { withPartner, type MailTerms } from './terms.ts';

/** Alsatian as it is written around Mulhouse (ORTHAL). As in the club's own texts, it says "dü". */
export const gsw: MailTerms = {
  confirmation: ({ club, partner, hours, days }) => ({
    subject: 'Noch a Schrìtt: bstätig dini Mìtglìedschàft',
    preview: `A Sitta, a Knopf. Dr Link gìlt ${hours} Stunda.`,
    heading: 'Noch a Schrìtt',
    paragraphs: [
      `Dü wìtt bim „${club}“ mìtmàcha${withPartner(partner, (name) => `, vu dr Sitta „${name}“ üs`)}. ` +
        'Màch d’Sitta do unta uf un druck uf dr Knopf: no ghersch dü drzüe.',
    ],
    button: 'Mìtglìedschàft bstätiga',
    notes: [
      `Dr Link gìlt ${hours} Stunda. Ohna Bstätigung wìrd àlles, wo iigschrìwa wora ìsch, noh ${days} Tàg gleescht.`,
      'Dü hàsch nix verlàngt? No màch nix: dü wìrsch nìt Mìtglìed.',
    ],
    reason: `Dü bekummsch dia Nochrìcht, wil dini Àdress ìm Formülar${withPartner(partner, (name) => ` vu dr Sitta „${name}“`)} iigschrìwa wora ìsch.`,
  }),
  welcome: ({ firstName, goal, newsletter }) => ({
    subject: 'Willkumma ìm Club!',
    preview: 'Dini Mìtglìedschàft ìsch bstätigt.',
    heading: firstName === null ? 'Willkumma!' : `Willkumma, ${firstName}!`,
    paragraphs: [
      'Dini Mìtglìedschàft ìsch bstätigt. Uf àlla Pàrtnersitta ìsch dr Zähler grad witterscht gruckt: ' +
        `’s Ziel sìn ${goal} Botschàfter, un dü ghersch drzüe.`,
      newsletter
        ? 'Dü bekummsch d’Nejigkeita vum Club, so wia dü ’s gwählt hàsch.'
        : 'D’Nejigkeita vum Club hàsch dü nìt verlàngt: mìr schriwa dìr numma wega dinra Mìtglìedschàft.',
      'Di Àbzeicha ìsch do, fer dini Sitta, dini E-Mails oder di Schäufanschter. Wàs ’s zeigt, entschèidsch dü.',
      'Witterscht geht ’s dert, wo dü bìsch. Verzehl ’s dina Lìt: mìtmàcha düürt numma a Minüta.',
    ],
    button: 'Zu dr Sitta vum Club',
    notes: ['Dü kàsch jederzit geh, ohna Pàsswort un ohna Grund.'],
    reason: 'Dü bekummsch dia Nochrìcht, wil dü grad dini Mìtglìedschàft bstätigt hàsch.',
  }),
  alreadyMember: ({ partner }) => ({
    subject: 'Dü bìsch schu drbii',
    preview: 'Nix hàt sìch gändert.',
    heading: 'Dü bìsch schu drbii',
    paragraphs: [
      'Ebber, vìllicht dü salwer, hàt ’s Formülar noch emol mìt dinra Àdress üsgfìllt' +
        `${withPartner(partner, (name) => `, uf dr Sitta „${name}“`)}.`,
      'Nix hàt sìch gändert: dini Mìtglìedschàft geht witterscht, so wia dü ’s gwählt hàsch.',
    ],
    button: 'Zu dr Sitta vum Club',
    notes: [
      'Dàs bìsch nìt dü gsìì? No màch nix: wàs iigschrìwa wora ìsch, hàn mìr nìt bhàlta.',
      'Dü kàsch jederzit geh, ohna Pàsswort un ohna Grund.',
    ],
    reason:
      'Dü bekummsch dia Nochrìcht, wil dini Àdress, wo ema Mìtglìed ghert, grad ìn a Formülar iigschrìwa wora ìsch.',
  }),
  signIn,
  myBadges: 'Mi Àbzeicha',
  copyLink: 'Dr Knopf geht nìt? No kopier dr Link ìn di Browser:',
  leave: 'Üs em Club geh',
  unsubscribe: 'Ke Nejigkeita meh bekumma',
  privacy: 'Dini Dàta',
  legal: 'Impressum',
};
