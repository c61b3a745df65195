import type { BadgeMailTerms } from './terms.ts';

/** Alsatian. */
export const gsw: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Di Badge heert àm ${until} uf`,
    preview: 'Mald dìch eimol àà, un er blibt.',
    heading: 'Bhàlt di Badge',
    paragraphs: [
      `Di Badge gìlt bis àm ${until}. A Badge müess wohr sìì: ohna Lawanszeicha ìn drizeh Monet geht er üs.`,
      'Mald dìch eimol àà, un er blibt: drizeh Monet lànger, unter dr glicha Àdress. Dert, wu dü na zeigsch, müesch nix ändra.',
    ],
    button: 'Mi Badge bhàlta',
    notes: ['Dü wìtt na nìmm? No màch nix: er heert vu salwer uf, un dini Mìtglìedschàft geht witterscht.'],
    reason: 'Dü bekummsch dia Nochrìcht, wil dü Mìtglìed vum Club bìsch un di Badge bàll ufheert.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Badge fer ${domain}: dr Nohwis fahlt`,
    preview: `Stell na bis àm ${until} wìder ii, un dr Badge blibt.`,
    heading: `Uf ${domain} fahlt dr Nohwis`,
    paragraphs: [
      `Sitter em ${since} fìnda mìr nìmm, wàs zeigt, dàss ${domain} dìr ghert. Noch gìlt dr Badge; ohna Nohwis heert er àm ${until} uf.`,
      'Stell eins vu da zwei wìder ii: mìr lüega jeda Tàg noh.',
      `Ìm DNS a TXT-Iitràg mìt em Nàma ${record.name} un em Wart ${record.value}`,
      `Oder uf dr Sitta ${domain}, unter ${file.path}, a Dàtei, wu drìn steht: ${file.content}`,
    ],
    button: 'Mina Badges uffmàcha',
    notes: ['D’Domain ghert dìr nìmm? No màch nix: dr Badge heert vu salwer uf.'],
    reason: `Dü bekummsch dia Nochrìcht, wil dü a Badge vum a Gschäft fer ${domain} verlàngt hàsch.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `Dr Badge fer ${domain} hàt ufgheert`,
    preview: 'Stell dr Nohwis wìder ii, un er kummt zruck.',
    heading: `Dr Badge fer ${domain} hàt ufgheert`,
    paragraphs: [
      `${days} Tàg làng hàt nix zeigt, dàss ${domain} dìr ghert. Dr Badge gìlt nìmm; iweràll, wu er steht, sàjt er ’s salwer.`,
      'Fer na zruckz’bekumma verlàng na noch emol uf dr Sitta vu dina Badges, un stell dr Nohwis wìder ii, wu dert steht. Er kummt unter dr glicha Àdress zruck.',
    ],
    button: 'Mina Badges uffmàcha',
    notes: ['Dini Mìtglìedschàft geht witterscht, un di eijana Badge oi.'],
    reason: `Dü bekummsch dia Nochrìcht, wil dü a Badge vum a Gschäft fer ${domain} verlàngt hàsch.`,
  }),
  reported: (reason) => ({
    subject: 'A Badge ìsch gmäldet wora',
    preview: reason,
    heading: 'A Badge ìsch gmäldet wora',
    paragraphs: [
      `Gwählta Grund: ${reason}.`,
      'Dr Rescht steht ìn dr Konsol: do steht nix vu dam, wu gschrìwa wora ìsch.',
    ],
    button: 'D’Mäldunga ààlüega',
    notes: [],
    reason: 'Dü bekummsch dia Nochrìcht, wil dü zu da Lìt vum Club ghersch.',
  }),
  reasons: {
    not_theirs: 'dr Badge ghert nìt dr Person, wu na zeigt',
    wrong_site: 'dr Badge steht uf ara Sitta, wu er nìt fer gìlt',
    misleading: 'dr Badge söll ebbis àndersch vormàcha',
    other: 'a àndra Grund',
  },
};
