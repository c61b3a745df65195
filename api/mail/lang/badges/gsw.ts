import type { BadgeMailTerms } from './terms.ts';

/** Alsatian. */
export const gsw: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Di Àbzeicha heert àm ${until} uf`,
    preview: 'Mald dìch eimol àà, un ’s blibt.',
    heading: 'Bhàlt di Àbzeicha',
    paragraphs: [
      `Di Àbzeicha gìlt bis àm ${until}. A Àbzeicha müess wohr sìì: ohna Lawanszeicha ìn drizeh Monet geht ’s üs.`,
      'Mald dìch eimol àà, un ’s blibt: drizeh Monet lànger, unter dr glicha Àdress. Dert, wu dü ’s zeigsch, müesch nix ändra.',
    ],
    button: 'Mi Àbzeicha bhàlta',
    notes: ['Dü wìtt ’s nìmm? No màch nix: ’s heert vu salwer uf, un dini Mìtglìedschàft geht witterscht.'],
    reason: 'Dü bekummsch dia Nochrìcht, wil dü Mìtglìed vum Club bìsch un di Àbzeicha bàll ufheert.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Àbzeicha fer ${domain}: dr Nohwis fahlt`,
    preview: `Stell na bis àm ${until} wìder ii, un ’s Àbzeicha blibt.`,
    heading: `Uf ${domain} fahlt dr Nohwis`,
    paragraphs: [
      `Sitter em ${since} fìnda mìr nìmm, wàs zeigt, dàss ${domain} dìr ghert. Noch gìlt ’s Àbzeicha; ohna Nohwis heert ’s àm ${until} uf.`,
      'Stell eins vu da zwei wìder ii: mìr lüega jeda Tàg noh.',
      `Ìm DNS a TXT-Iitràg mìt em Nàma ${record.name} un em Wart ${record.value}`,
      `Oder uf dr Sitta ${domain}, unter ${file.path}, a Dàtei, wu drìn steht: ${file.content}`,
    ],
    button: 'Mini Àbzeicha uffmàcha',
    notes: ['D’Domain ghert dìr nìmm? No màch nix: ’s Àbzeicha heert vu salwer uf.'],
    reason: `Dü bekummsch dia Nochrìcht, wil dü a Àbzeicha vum a Gschäft fer ${domain} verlàngt hàsch.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `’s Àbzeicha fer ${domain} hàt ufgheert`,
    preview: 'Stell dr Nohwis wìder ii, un ’s kummt zruck.',
    heading: `’s Àbzeicha fer ${domain} hàt ufgheert`,
    paragraphs: [
      `${days} Tàg làng hàt nix zeigt, dàss ${domain} dìr ghert. ’s Àbzeicha gìlt nìmm; iweràll, wu ’s steht, sàjt ’s des salwer.`,
      'Fer ’s zruckz’bekumma verlàng ’s noch emol uf dr Sitta vu dina Àbzeicha, un stell dr Nohwis wìder ii, wu dert steht. ’s kummt unter dr glicha Àdress zruck.',
    ],
    button: 'Mini Àbzeicha uffmàcha',
    notes: ['Dini Mìtglìedschàft geht witterscht, un di eijas Àbzeicha oi.'],
    reason: `Dü bekummsch dia Nochrìcht, wil dü a Àbzeicha vum a Gschäft fer ${domain} verlàngt hàsch.`,
  }),
  reported: (reason) => ({
    subject: 'A Àbzeicha ìsch gmäldet wora',
    preview: reason,
    heading: 'A Àbzeicha ìsch gmäldet wora',
    paragraphs: [
      `Gwählta Grund: ${reason}.`,
      'Dr Rescht steht ìn dr Konsol: do steht nix vu dam, wu gschrìwa wora ìsch.',
    ],
    button: 'D’Mäldunga ààlüega',
    notes: [],
    reason: 'Dü bekummsch dia Nochrìcht, wil dü zu da Lìt vum Club ghersch.',
  }),
  reasons: {
    not_theirs: '’s Àbzeicha ghert nìt dr Person, wu ’s zeigt',
    wrong_site: '’s Àbzeicha steht uf ara Sitta, wu ’s nìt fer gìlt',
    misleading: '’s Àbzeicha söll ebbis àndersch vormàcha',
    other: 'a àndra Grund',
  },
};
