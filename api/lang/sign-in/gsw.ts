import type { SignInTerms } from './terms.ts';

export const signInTerms: SignInTerms = {
  myStories: 'Mini Gschìchta',
  ask: {
    title: 'Sich z’kenna gaa',
    lead: 'Ke Pàsswort: mìr schìcka dìr a Code mìt sechs Zìffra.',
    label: 'Dini E-Mail-Àdress',
    hint: 'Dia, wu dü gaa hàsch, wu dü bim Club mìtgmàcht hàsch.',
    submit: 'A Code schìcka',
    cookie: 'A einzigs Cookie waiss, àss dü ’s bìsch, numma uf dara Sitta. ’s geht, wenn dü gehsch.',
    stranger: 'Noch nìt drbii?',
    join: 'Bim Club mìtmàcha',
  },
  code: {
    title: 'Di Code',
    lead: 'Wenn die Àdress vu ema Mìtglìed ìsch, ìsch grad a E-Mail mìt sechs Zìffra dert ànna gànga.',
    label: 'D’sechs Zìffra üs dr E-Mail',
    hint: 'Bispìel: 042917',
    submit: 'Ina geh',
    points: [
      'Dr Code gìlt zehn Minüta, un numma eimol.',
      'Noh zwei Minüta noch nix? Lüeg bim Spam, no lüeg d’Àdress noch emol àà.',
    ],
    again: 'A àndra Code verlànga',
    malformed: 'Tipp d’sechs Zìffra üs dr E-Mail ii, ohna Büechstàwa.',
  },
  space: {
    title: (firstName) => `Salü, ${firstName}`,
    stories: {
      title: 'Dini Gschìchta',
      text: 'A Text, Fotos, a Video: verzehl, was dü do gern hàsch, schrib witterscht, nìmm zruck, was ma nìmm sah soll.',
      link: 'Mini Gschìchta ufmàcha',
    },
    about: 'Was dr Club vu dìr waiss',
    labels: { email: 'E-Mail', circle: 'Kreis', place: 'Ort' },
    change: (address) => `Hàt sich ebbis gändert? Schrib à ${address}.`,
    signOut: 'Àbmalda',
    signOutEverywhere: 'Ìwerall àbmalda',
    everywhere: 'Ìwerall haisst: aui uf dina àndra Apparàt un uf da Sitta vu da Pàrtner.',
    leave: 'Üs em Club geh',
  },
  leave: {
    title: 'Üs em Club geh',
    text: 'Di Nàma, dini Àdress, dini Gschìchta un ihra Fotos wara glich gleescht, do un bi da Pàrtner. Di Àbzeicha gìlt nìrgets meh. Dü heersch nix meh vu uns.',
    button: 'Ìch geh üs em Club',
    otherwise: 'Dü wìtt liawer bliwa? Geh zruck: nix ändert.',
  },
  back: 'Zruck uf mini Sitta',
};
