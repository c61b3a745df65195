import type { BadgePageTerms } from './terms.ts';

// ICU's Alsatian is Swiss German: the day is written in numbers.
const date = (day: string) => day.split('-').map(Number).toReversed().join('.');

export const badgePageTerms: BadgePageTerms = {
  page: {
    valid: 'Des Àbzeicha gìlt',
    ended: 'Des Àbzeicha gìlt nìmm',
    checked: (day, time) => `Grad jetz priaft, àm ${date(day)} àm ${time}.`,
    person: (club) => `’s ghert ema Mìtglìed: ${club}.`,
    business: (club) => `’s ghert ema Gschäft, wu Mìtglìed ìsch: ${club}.`,
    onlyOn: (domain) => `Gìlt numma uf ${domain}. Uf ra àndra Sitta haisst ’s nix.`,
    endedOn: (day) => `’s ìsch àm ${date(day)} z’And gànga.`,
    endedText: 'A Àbzeicha, wu noch mìt dara Àdress zeigt wìrd, stìmmt nìmm, wia ’s Bìld oi üsseht.',
    labels: {
      name: 'Wer ’s träit',
      circle: 'Kreis',
      since: 'Mìtglìed sitt',
      until: 'Gìlt bis',
      domain: 'Gìlt uf',
      club: 'Gaa vum',
    },
    day: date,
    nameless: 'Wam ’s ghert, dar wott do ke Nàma zeiga.',
    meaning: 'Wàs des Àbzeicha haisst',
    report: 'A Missbrüch vu dam Àbzeicha malda',
    code: (address) => `QR-Code vu dara Sitta, ${address}`,
    scan: 'Dia Sitta uf em Telefon',
    elsewhere: {
      title: 'Àndersch wu priafa',
      lead: 'Dü müesch uns nìt glaiwa. ’s Àbzeicha ìsch signiert, un fremda Programm kenna dàs priafa.',
      addressBar: (origin) =>
        `Las zerscht d’Àdresszila vu dara Sitta: sa müess mìt ${origin}/b/ àfànga. A glicha Sitta àndersch wu bewist nix.`,
      issuer: (did) =>
        `A grians Zeicha àndersch wu sajt, àss d’Signàtür stìmmt. Vu uns ìsch sa numma, wenn dert àls Üssteller ${did} steht.`,
      document: '’s signierta Àbzeicha àls Datei',
      verifierPlus: 'Mìt VerifierPlus priafa',
      oneEdTech: 'Mìt em Priafprogramm vu 1EdTech priafa',
      paste: '’s Priafprogramm vu 1EdTech frogt noch ra Àdress. Gìb em dia:',
      ours: 'A Bìld oder a Datei bi uns priafa',
      leaves: 'Dia zwei Links gehn üssa vu dr Sitta vum Club. Vorhar waiss keiner vu dana Dianscht ebbis vu dìr.',
    },
    social: {
      title: (city) => `Àbzeicha vu da Botschàfter fer ${city}`,
      text: 'Màch dia Sitta uf, no sehsch, ob ’s Àbzeicha grad jetz gìlt.',
      picture: (city) => `Àbzeicha vu da Botschàfter fer ${city}`,
    },
    missing: {
      title: 'Àn dara Àdress ìsch ke Àbzeicha',
      text: 'Mìt dara Àdress han mìr nia a Àbzeicha gaa. ’s Bìld, wu do ànna fiehrt, ìsch nìt vu uns, oder d’Àdress ìsch lätz àbgschrìwa.',
      points: [
        'Dr Teil noch /b/ hàt 22 Büechstàwa un Zìffra. Gross un klei ìsch nìt ’s glicha.',
        'Nia ìsch a Null, a grosses O, a grosses I oder a kleins L drìn.',
        'Hàt ’s uf em Bìld a Code zum Scanna? Dar kennt d’gànza Àdress.',
      ],
      verify: 'Stàtt dam a Bìld oder a Datei priafa',
    },
  },
  print: {
    title: 'A Blàtt fer ’s Schàifanschter',
    hint: 'Druck dia Sitta, wia sa ìsch, ohna Rànd derzüe un ohna „à d’Sitta ààpàssa“. Sunscht wìrd nix dervu druckt.',
    sizes: { a5: 'A5, fer a Tìr', a4: 'A4, fer a Schàifanschter' },
    member: (city) => `Botschàfter fer ${city}`,
    scan: 'Scanna un priafa',
    back: 'Zruck zum Àbzeicha',
  },
  home: {
    title: 'A Àbzeicha, wo d’Wohret sait',
    text: 'Jedes Mìtglìed hàt eins, fer uf a Sitta, ìn a E-Mail oder ìns Schäufanschter. Jeder kàt ’s prìafa, un ’s heert mìt dr Mìtglìedschàft uf.',
  },
  meaning: {
    short: '’s Àbzeicha',
    title: 'Wàs ’s Àbzeicha haisst',
    lead: (city) =>
      `Wer des Àbzeicha zeigt, hàt mìt sim Nàma versprocha, fer ${city} ìnzsteh. Dr Club hàt ’s priaft, un jeder kàt ’s nochpriafa.`,
    what: {
      title: 'Wàs ’s sajt',
      text: 'Àss hìt Mìtglìed vum Club ìsch, wer ’s trajt: a Mensch, oder a Gschäft uf sinra eigena Sitta.',
    },
    not: {
      title: 'Wàs ’s nìt sajt',
      text: '’s ìsch ke Gietesiegel. ’s sajt nix ìwer d’Qualität vu dr Wàr oder vu dr Àrweit, nix ìwer d’Umwalt un nix ìwer d’Meinung. Niema hàt derfer zàhlt.',
    },
    criteria: { title: 'Wia ma ’s bikummt' },
    member: {
      title: 'Jedes Mìtglìed',
      text: '’s Àbzeicha wìrd gmàcht, sowia d’Àdress bstätigt ìsch. ’s koscht nix, un jedes Mìtglìed hàt eins.',
    },
    circles: {
      title: 'D’Kreis',
      text: 'Jedes süecht dr Kreis üss, wu ’m àm nägschta ìsch. ’s Àbzeicha sajt na numma, wenn ma ’s wìll.',
      byInvitation: 'Uf Iiladung vum Club.',
    },
    business: {
      title: 'Gschäfter',
      text: '’s Àbzeicha vu ma Gschäft gìlt uf einra einziga Domain, wu uf em Bìld un ìn da signierta Data steht. Dr Club lüegt jeda Wucha, ob sa noch em Mìtglìed ghert, un noch 14 Tàg ohna Bewis ìsch ’s Àbzeicha àm And.',
    },
    check: {
      title: 'Wia ma eins priaft',
      points: (host) => [
        `Druck druf oder scann dr Code. D’Sitta, wu ufgeht, müess uf ${host} si: las d’Àdresszila.`,
        'Lüeg dia Sitta àà, nìt ’s Bìld. A Bìld kàt ma kopiera; d’Sitta frogt ìn dam Moment, wu dü sa ufmàchsch.',
        'Uf dr Sitta vu ma Gschäft verglich d’Domain mìt dara ìn dinra Àdresszila.',
      ],
      verify: 'A Bìld, a Datei oder a Àdress priafa',
    },
    ends: {
      title: 'Wàs ’s z’And brìngt',
      points: [
        '’s Mìtglìed geht üs em Club.',
        'Dr Club setzt d’Mìtglìedschàft üs, zum Bispìel noch ma Missbrüch.',
        'Drizeh Monet vergehn, ohna àss ’s Mìtglìed un dr Club vunander heera.',
        'A Gschäft verliert sina Domain, oder gìbt ’s Àbzeicha zruck.',
      ],
      text: 'D’Sitta, d’Bìlder un d’signierta Lìschta saga ’s ìn a pààr Minüta. Kopia, wu àndra Programm ufghoowa han, kenna a pààr Stunda länger brücha.',
    },
    privacy: {
      title: 'Wàs persenlig ìsch',
      text: 'Nix, wenn ’s Mìtglìed ’s nìt wìll: Nàma un Kreis zeigt ma freiwìllig, un sa verschwìnda, wenn ’s Àbzeicha àm And ìsch. Mìr zehla, wia oft gprìaft wìrd, niamols Lit.',
    },
    mine: 'Mi Àbzeicha',
  },
  report: {
    title: 'A Missbrüch vu ma Àbzeicha malda',
    lead: 'Ebber vum Club last dàs un lüegt ’s Àbzeicha àà. Dü müesch nìt saga, wer dü bìsch.',
    about: 'Dü maldsch ’s Àbzeicha mìt dara Àdress:',
    labels: { reason: 'Wàs stìmmt nìt?', url: 'Wu hàsch ’s gsah?', text: 'Wàs sotta mìr noch wìssa?' },
    hints: {
      url: 'D’Àdress vu dr Sitta, oder dr Ort. Bispìel: https://lada.example/mir',
      text: 'A pààr Wärter länga. Loss wagg, wàs niema ebbis àgeht.',
    },
    reasons: {
      not_theirs: 'Ebber zeigt a Àbzeicha, wu ’m nìt ghert',
      wrong_site: '’s steht uf ra Sitta, wu ’s nìt gìlt',
      misleading: 'Ma soll ebbis glaiwa, wàs nìt stìmmt',
      other: 'Ebbis àndersch',
    },
    errors: {
      reason: 'Süech üss, wàs nìt stìmmt.',
      url: 'Wu dü ’s gsah hàsch: heechschtens 2000 Zeicha, uf einer Zila.',
      text: 'Wàs mìr noch wìssa sotta: heechschtens 2000 Zeicha.',
    },
    submit: 'D’Mäldung schìcka',
    done: {
      title: 'Merci, dini Mäldung ìsch do',
      text: 'Ebber vum Club lüegt ’s Àbzeicha àà. Wenn ’s missbrücht wìrd, ìsch ’s àm And, un sini Sitta sajt ’s.',
    },
    back: 'Zruck zum Àbzeicha',
  },
};
