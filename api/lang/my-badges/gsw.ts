import type { MyBadgesTexts } from './terms.ts';

// ICU's Alsatian is Swiss German: the day is written in numbers.
const date = (day: string) => day.split('-').map(Number).toReversed().join('.');

export const myBadgesTexts: MyBadgesTexts = {
  tools: {
    mine: 'Dàs ìsch mi Àbzeicha',
    mineText: 'Fertig zum Kopiera: fer a Profil, a Sitta, a E-Mail oder a Schàifanschter.',
    space: 'Üssüacha, wàs ’s zeigt, un noch meh',
    copy: 'Kopiera',
    copied: 'Kopiert.',
    copyFailed: 'Üsgwählt. Kopier mìt Strg C oder ⌘ C.',
    preview: 'So seht ’s üss',
    linkedin: {
      title: 'Uf LinkedIn',
      text: '’s kummt unter „Bescheinigungen und Zertifikate“. Mald dìch bi LinkedIn à, no druck.',
      button: 'Zu mim LinkedIn-Profil derzüe düe',
      values: 'LinkedIn losst sina Falder mànkmol leer. Dàs sìn d’Warta derfer.',
      labels: {
        name: 'Nàma',
        organization: 'Wer ’s gìbt',
        issued: 'Gaa ìm',
        expires: 'Gìlt bis ìm',
        certId: 'Nummer vum Nochwis',
        certUrl: 'Àdress vum Nochwis',
      },
      month: (year, month) => `${month}.${year}`,
    },
    site: {
      title: 'Uf ra Sitta ìm Netz',
      text: 'A Bìld mìt ma Link. Ke Skript, ke Cookie, nix, wu dina Bsüecher nochgeht.',
      label: 'HTML fer dini Sitta',
    },
    widget: {
      title: 'Uf ra Sitta ìm Netz, lawandig',
      text: '’s Glicha, un wer druf druckt, seht grad ’s Dàtum, dr Kreis un ob ’s gìlt. Ohna Skript blibt ’s Bìld.',
      label: 'HTML mìt em Elemant vum Àbzeicha',
    },
    mail: {
      title: 'Ìn ra E-Mail-Unterschrìft',
      text: 'Wähl ’s Bìld do unta üss, kopier ’s, un fìag ’s ìn d’Unterschrìft vu dim Mailprogramm i.',
      html: 'HTML, wu ’s Programm dernoh frogt',
      plain: 'Numma Text',
    },
    markdown: {
      title: 'Ìn ra README',
      text: 'Fer GitHub un àlles, wàs Markdown last. Dàs Bìld wìrd jedesmol nèi ghoolt.',
      label: 'Markdown',
    },
    frame: {
      title: 'Ìn ma Ràhma',
      text: 'D’Browser namma dar Ràhma uf keinra àndra Sitta àà àss uf dinra. Strenger geht ’s nìt.',
      label: 'HTML vum Ràhma',
      name: (club) => `Àbzeicha: ${club}`,
    },
    print: {
      title: 'Ìm Schàifanschter',
      text: 'A Blàtt mìt em Siegel un ma Code zum Scanna.',
      link: '’s Blàtt zum Drucka ufmàcha',
    },
  },
  mine: {
    title: 'Di Àbzeicha',
    lead: '’s sajt, àss dü bim Club drbii bìsch, un jeder kàt ’s priafa.',
    none: 'Di Àbzeicha wìrd grad gmàcht. Kumm ìn ma Moment wìder.',
    card: {
      title: 'Di Àbzeicha',
      text: 'Fer di Profil, dini Sitta, dina E-Mails oder di Schàifanschter. Dü sajsch, wàs ’s zeigt.',
      link: 'Mi Àbzeicha ufmàcha',
    },
    back: 'Di Plàtz',
    person: 'Di eiga Àbzeicha',
    business: (domain) => `Àbzeicha vu ${domain}`,
    businessWithout: 'A Àbzeicha fer a Gschäft',
    states: {
      active: (day) => `Gìlt bis ${date(day)}. Jeder Kontàkt mìt em Club, oi wenn dü dìch do àmaldsch, verlängert ’s.`,
      missing: (since, end) =>
        `Dr Bewis uf dara Domain fahlt sitt em ${date(since)}. Dü na vor em ${date(end)} wìder ànna, sunscht ìsch des Àbzeicha àm And.`,
      waiting: 'Wàrtet uf dr Bewis, àss dia Domain dìr ghert. Noch kàt ’s niema àndersch sah.',
      suspended: {
        title: 'Dini Mìtglìedschàft ìsch üsgsetzt',
        text: 'Dina Àbzeicha sìn àm And un kenna nìt gändert wara. Schrib em Club, fer drìwer z’reda: wenn ’s wìder guet ìsch, kumma sa zruck.',
      },
      ended: {
        left: '’s ìsch z’And gànga, wu dü üs em Club gànga bìsch.',
        suspended: 'Dr Club hàt ’s z’And brocht.',
        expired: '’s ìsch z’And gànga, wil drizeh Monet ohna Kontàkt vergànga sìn.',
        domain_lost: '’s ìsch z’And gànga, wil dr Bewis uf dara Domain 14 Tàg gfahlt hàt.',
        given_up: 'Dü hàsch ’s zruckgaa.',
      },
      endedOn: (day) => `Àm And sitt em ${date(day)}.`,
      again: {
        left: 'Màch wìder bim Club mìt, no kummt ’s zruck.',
        suspended: 'Schrib em Club, wenn dü meinsch, àss dàs lätz ìsch.',
        expired: 'Mald dìch wìder à, no kummt ’s mìt ma nèia Dàtum zruck.',
        domain_lost: 'Dü dr Bewis wìder ànna, frog unta nèi noch dr Domain, no loss uns lüaga.',
        given_up: 'Frog unta nèi noch dr Domain, wenn dü wìtt.',
      },
    },
    see: 'Sini Sitta, wia jeder sa seht',
    choices: {
      title: 'Wàs ’s zeigt',
      lead: 'Nix Persenligs wìrd zeigt oder signiert, wenn dü ’s nìt àkrizzsch. Noch ra Änderung wara dina Dateia nèi signiert: lad sa wìder àwa.',
      showsName: { person: 'Mi Nàma zeiga', business: 'Dr Nàma vu mim Gschäft zeiga' },
      refused: {
        required: '’s gìbt noch ke Nàma zum Zeiga. Schrib em Club, àss er na derzüe düet.',
        unsignable:
          'Dar Nàma hàt a gschweifta Klàmmera, { oder }, wu mànka Programm nìt verstehn. Schrib em Club, fer na z’ändera.',
        invalid: 'Dar Nàma hàt Zeicha, wu d’Schriftrìchtung umdräja. Schrib em Club, fer na z’ändera.',
      },
      showsNameHint: 'Uf sinra Sitta, un ìn dam, wàs signiert ìsch.',
      showsCircle: (circle) => `Mi Kreis zeiga: ${circle}`,
      language: 'Sproch vum Bìld',
      save: 'Ufhewa',
    },
    pictures: {
      title: 'Àlla Bìlder',
      lead: 'Dia Àdressa bliwa glich. ’s Bìld derhìnter ìsch ìmmer ’s hìtig.',
      forms: { line: 'Zila', seal: 'Siegel', compact: 'Klei' },
      schemes: { light: 'hall', dark: 'dunkel', auto: 'hall oder dunkel, wia ’s dar wìll, wu last' },
      twice: 'doppelt so gross',
    },
    files: {
      title: 'Signierta Dateia',
      lead: 'Fer digitàla Briafdàscha, un fer dia, wu priafa, ohna uns z’froga. ’s signierta Àbzeicha steckt ìn da zwei Bìlder.',
      names: {
        bakedPng: 'Bìld mìt em signierta Àbzeicha (PNG)',
        bakedSvg: 'Bìld mìt em signierta Àbzeicha (SVG)',
        json: 'Signierts Àbzeicha (Open Badges 3.0, JSON)',
        jwt: 'Signierts Àbzeicha (JWT)',
      },
    },
    ask: {
      title: 'A Àbzeicha fer di Gschäft',
      lead: '’s gìlt uf einra einziga Domain, un dü zeigsch uns, àss sa dìr ghert.',
      label: 'Domain vu dinra Sitta',
      hint: '’s Àbzeicha gìlt fer d’gànza Sitta: a www dervor lehn mìr awag. Bispìel: beckerei.example',
      invalid: 'Schrib d’Domain wia beckerei.example, ohna Wag.',
      submit: 'A Àbzeicha verlànga',
      full: 'Dü hàsch fìnf Àbzeicha fer Gschäfter. Gìb eins zruck, vor àss dü noch eins verlàngsch.',
    },
    proof: {
      title: 'Zeiga, àss dia Domain dìr ghert',
      lead: 'Eins vu da zwei längt. Loss ’s steh: mìr lüaga jeda Wucha wìder.',
      help: 'Nìt di Fàch? Schìck dia Zila àn da, wo no dinra Sitta lüagt, oder àn di Àbieter: ’s ìsch ìn fìnf Minüta gmàcht.',
      dns: 'Ìm DNS vu dr Domain a TXT-Itràg',
      dnsHint:
        'Dert, wo dü dina Domain gmìatet hàsch, ìn da „DNS-Istellunga“: màch a Itràg vum Typ TXT derzüa. Wenn d’Domain schu hìnterem Nàma steht, schrib sa nìt noch emol.',
      dnsName: 'Nàma',
      dnsValue: 'Wart',
      file: 'Oder uf ihrra Sitta a Textdatei',
      fileHint:
        'A Datei, wo nur dia Zeicha drìn sìn, genau unter dara Àdress. Màch sa ìm Browser uf: wenn er d’Zeicha zeigt un d’Àdress glich blibt, ìsch àlles güat.',
      fileAddress: 'Àdress',
      fileContent: 'Inhàlt',
      next: 'Ìsch ’s so wit? Druck do, un ’s Àbzeicha ghert dìr.',
      look: 'Jetz lüaga',
      looked: (day, time) =>
        `Mìr han àm ${date(day)} àm ${time} glüegt un nix gfunda. A DNS-Itràg brücht mànkmol a pààr Stunda.`,
      findings: {
        nothing_there:
          '’s gìt noch weder dr DNS-Itràg noch d’Datei. Hàsch dr Itràg grad erscht gmàcht, no wàrt a pààr Stunda un lüag noch emol.',
        other_record:
          '’s gìt a DNS-Itràg, àwer ar sajt ebbis ànders. Kopier dr Wart vu do unta, gànz un ohna ebbis derzüe. A Änderung brücht mànkmol a pààr Stunda.',
        redirected:
          'Dini Sitta schìckt uns àn a àndra Àdress witersch, oft àn dia mìt www. Mìr geh keinra noh: leg d’Datei so ànna, àss sa genau unter dara Àdress Àntwort gìt, wo do steht, oder nìmm dr DNS-Itràg.',
        web_page:
          'Unter dr Àdress vu dr Datei ìsch a Websitta. Leg dert a reini Textdatei ànna, wo genau so heisst, wia ’s do steht, oder nìmm dr DNS-Itràg.',
        other_content:
          '’s gìt a Datei, àwer nìt dia, wo mìr süacha. ’s müess a kleini, reini Textdatei sìì (text/plain), wo dr Inhàlt vu do unta ellei uf ra Zila steht.',
        no_answer:
          '’s gìt ke DNS-Itràg mìt em Wart vu do unta, un ke Sitta hàt uns ìwer https Àntwort gaa. Ìsch d’Domain rìchtig gschrìwa, ìsch d’Sitta do, un gìlt ìhr Zertifikàt genau fer da Nàma? Brìng ’s ìn d’Ornung, oder nìmm dr DNS-Itràg.',
        no_such_name:
          'Dia Domain gìt ’s ìm DNS nìt. Ìsch sa rìchtig gschrìwa? Wenn nìt, gìb des Àbzeicha zruck un frog noch dr rìchtiga. Hàsch sa grad erscht gmìatet, no lüag morn noch emol.',
      },
      neverLooked: 'Mìr han noch nìt glüegt.',
      provenOn: (day) => `Gfunda àm ${date(day)}.`,
      keep: 'Dr Bewis',
    },
    giveUp: {
      title: 'Des Àbzeicha zruckgaa',
      sure: '’s ìsch grad un ìweràll àm And. Dü kàsch speter wìder noch dr Domain froga.',
      button: 'Jetz zruckgaa',
    },
    notes: {
      saved: '’s ìsch ufghoowa. D’Bìlder ändera sìch ìn a pààr Minüta.',
      asked: '’s ìsch ufgschrìwa. Jetz zeig, àss d’Domain dìr ghert.',
      proven: 'Gfunda. ’s Àbzeicha gìlt vu jetz àà.',
      given_up: 'Zruckgaa. ’s Àbzeicha gìlt nìmm.',
    },
    show: 'Zeiga',
    errorsTitle: 'Ei Sàch müesch noch àlüaga',
  },
  desk: {
    title: 'Àbzeicha',
    lead: 'Mäldunga vu Missbrüch, d’eltschta zerscht. Màch züe, wàs nix brücht; brìng z’And, wàs missbrücht wìrd.',
    none: 'Ke Mäldung ìsch offa.',
    console: 'D’Konsol',
    again: 'Ìch bìn àgmolda: d’Sitta ufmàcha',
    outside: 'A Link üs ra E-Mail brìngt dini Àmaldung nìt mìt.',
    search: {
      title: 'A Àbzeicha süacha',
      label: 'Sini Àdress, oder wàs noch /b/ steht',
      hint: '22 Büechstàwa un Zìffra; gross un klei zehlt.',
      submit: 'Süacha',
      none: 'Ke Àbzeicha hàt dia Àdress.',
    },
    labels: {
      badge: 'Àbzeicha',
      state: 'Stànd',
      kind: 'Àrt',
      domain: 'Domain',
      name: 'Zeigter Nàma',
      reason: 'Grund',
      seen: 'Gsah uf',
      said: 'Wàs gsajt worra ìsch',
      at: 'Àm',
    },
    kinds: { person: 'Mensch', business: 'Gschäft' },
    states: { valid: 'Gìlt', ended: 'Àm And' },
    nothing: 'nix',
    page: 'Sini Sitta',
    close: 'D’Mäldung züemàcha',
    end: 'Des Àbzeicha z’And brìnga',
    confirm: {
      title: 'Des Àbzeicha z’And brìnga?',
      text: '’s gìlt grad nìmm, ìweràll un unter dara Signàtür fer ìmmer. Wam ’s ghert, dar seht dàs un soll em Club schriwa.',
      button: 'Jetz z’And brìnga',
      back: 'So lo, wia ’s ìsch',
    },
    notes: { closed: 'D’Mäldung ìsch züe.', ended: '’s Àbzeicha ìsch àm And.' },
  },
};
