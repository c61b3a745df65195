import type { VerifyTerms } from './terms.ts';

// ICU's Alsatian is Swiss German: the day is written in numbers.
const day = (date: string) => date.split('-').map(Number).toReversed().join('.');

const trustNothing = 'Glàuib nix drvu. Froj liawer noh dr Àdress vum Àbzeicha.';

export const verifyTerms: VerifyTerms = {
  title: 'A Àbzeicha prìafa',
  lead: 'Ìsch ’s ächt, un gìlt ’s noch? Gìb uns ’s Àbzeicha, wia de ’s hàsch: àls Bìld, àls Àdress oder àls Text.',
  kinds: {
    good: 'Ächt un gìltig',
    over: 'Ächt, àwer hìt nìt gìltig',
    wrong: 'Verlàss di nìt druf',
    unclear: 'Ke Urteil',
  },
  verdicts: {
    valid: {
      title: 'Des Àbzeicha ìsch gìltig',
      reason: '’S steht ìm Register vum Club, nix dràà ìsch gänderet wora, un ’s gìlt hìt.',
      advice: 'Verglich, was unta steht, mìt dam, wo de gsah hàsch. ’S Register zehlt, nìt ’s Bìld.',
    },
    replaced: {
      title: 'Die Kopie ìsch nìmm aktüell',
      reason: 'Dr Club hàt si unterschrìwa, un sithar a neijeri vum sawa Àbzeicha üssgstellt.',
      advice: 'Unta steht ’s Àbzeicha, wia ’s hìt ìsch. Wer ’s treit, kà di nèi Kopie àwalàda.',
    },
    ended: {
      title: 'Des Àbzeicha gìlt nìmm',
      reason: 'Dr Club hàt ’s gah, àwer ’s ìsch sitterhar z’And gànga.',
      advice: 'Wer ’s noch zeigt, macht ’s z’Unrècht. Uf dr Sitta vum Àbzeicha kàsch ’s uns malda.',
    },
    expired: {
      title: 'D’Zitt vu dam Àbzeicha ìsch erum',
      reason: 'Dr Club hàt ’s unterschrìwa, fer a Zitt, wo vorbi ìsch.',
      advice: 'Froj noh ’m hìtiga Àbzeicha. Jeder Kontàkt mìt ’m Club erneijeret ’s.',
    },
    not_yet_valid: {
      title: 'Des Àbzeicha gìlt noch nìt',
      reason: 'Dr Club hàt ’s fer a Zitt unterschrìwa, wo erscht kummt.',
      advice: 'Prìaf ’s speter noch emol. Bis dert sajt ’s nix.',
    },
    wrong_domain: {
      title: 'Des Àbzeicha gìlt nìt uf dara Sitta',
      reason: '’S ìsch ächt, ghert àwer zuer a àndra Website: si steht unta.',
      advice: 'Uf dr Website, wo de gnennt hàsch, ìsch ’s a Kopie. Bìtte mald ’s uns uf dr Sitta vum Àbzeicha.',
    },
    tampered: {
      title: 'Des Àbzeicha ìsch gänderet wora',
      reason: '’S sajt, ’s kummt vum Club, àwer d’Unterschrìft passt nìt zu dam, wo drìn steht.',
      advice: trustNothing,
    },
    wrong_purpose: {
      title: 'Die Unterschrìft ìsch nìt fer a Àbzeicha',
      reason: 'Si ìsch fer ebbis Àndersch gmàcht un do ànna gsetzt wora.',
      advice: trustNothing,
    },
    bad_algorithm: {
      title: 'So unterschriebt dr Club nìt',
      reason: 'D’Unterschrìft ìsch vu dara Àrt, wo jeder màcha kennt.',
      advice: trustNothing,
    },
    unknown_key: {
      title: 'Des ìsch nìt d’Unterschrìft vum Club',
      reason: '’S sajt, ’s kummt vum Club, treit àwer a Schlìssel, wo dr Club nìt oder nìmm hàt.',
      advice: trustNothing,
    },
    foreign_issuer: {
      title: 'Des Àbzeicha ìsch nìt vum Club',
      reason: 'Ebber àndersch hàt ’s üssgstellt. Nàma un Logo bewisa nix: die kà jeder nischriwa.',
      advice: 'Eb ’s ächt ìsch, weiss numma, wer ’s üssgstellt hàt. Unta sìn Werkzig, wo zeiga, wer dàs ìsch.',
    },
    foreign_address: {
      title: 'Des ìsch ke Àdress vum Club',
      reason: 'D’Àbzeicha vum Club sìn àlli uf dara Website. Fremda Sitta màcha mìr nia uff.',
      advice: 'Lìs d’Àdress Büechstàb fer Büechstàb: Nohgmàchta sìn oft numma ìn eim àndersch.',
    },
    unknown_badge: {
      title: 'Des Àbzeicha kenna mìr nìt',
      reason: 'Ke Àbzeicha vum Club hàt die Àdress.',
      advice: 'Verglich Büechstàb fer Büechstàb: gross un klei zehlt.',
    },
    no_credential: {
      title: 'Do ìsch ke unterschrìwes Àbzeicha drìn',
      reason:
        'Ma kà ’s lasa, àwer ’s hàt ke Unterschrìft. Bìldschìrmfotos, soziàla Netzwark un Mailprogràmm nahma si üssa.',
      advice: 'Tìpp liawer d’Àdress i, wo uf ’m Àbzeicha steht.',
    },
    unreadable: {
      title: 'Des kenna mìr nìt lasa',
      reason: '’S ìsch ke Àbzeicha àls Bìld oder Text un ke Àdress, oder ’s ìsch unterwags kàputt gànga.',
      advice: 'Làd ’s Àbzeicha noch emol àwa un leg ’s do àb, wia ’s ìsch, oder tìpp sini Àdress i.',
    },
    too_large: {
      title: 'Des ìsch z’gross fer a Àbzeicha',
      reason: 'Ke Àbzeicha hàt meh àls 256 Kilobyte, drum han mìr ’s nìt glasa.',
      advice: 'Gìb uns ’s Àbzeicha ellei, oder tìpp sini Àdress i.',
    },
    cannot_check: {
      title: 'Mìr kenna jetz nìt prìafa',
      reason:
        'Unser Register ìsch ìm Moment nìt z’erreicha. Ìwer ’s Àbzeicha sajt dàs nix, nix Güets un nix Schlachts.',
      advice: 'Probier ’s bìtte ìn a pààr Minüta noch emol.',
    },
  },
  register: {
    title: 'Hìt ìm Register vum Club',
    state: { valid: 'Gìltig', ended: 'Mìtgliedschàft fertig' },
    picture: '’S Àbzeicha, wia ’s hìt üssgseht',
    name: 'Nàma',
    circle: 'Kreis',
    domain: 'Gìltig numma uf',
    since: 'Sit',
    until: 'Bis',
    open: 'D’Sitta vu dam Àbzeicha uffmàcha',
    day,
  },
  form: {
    title: 'Was hàsch?',
    again: 'A àndersch Àbzeicha prìafa',
    file: '’S Bìld oder d’Datei',
    fileHint: 'Üssüacha oder do àblega: PNG, SVG oder JSON, wia ’s àwaglàda wora ìsch.',
    or: 'oder',
    address: 'D’Àdress',
    addressHint: (address) => `Si steht uf ’m Àbzeicha, zum Bispìel ${address}`,
    text: 'Dr Text',
    textHint: 'Was ìn dr Datei steht, àls JSON oder àls a lànga Linia.',
    site: 'D’Website, wo de ’s gsah hàsch (freiwìllig)',
    siteHint: 'Fer Àbzeicha vu Gschäfter, wo numma uf ìhra eigena Website galta.',
    submit: 'Prìafa',
    privacy: 'Was de prìafsch, wurd àgluegt un vergassa: nix drvu blibt.',
    fileAgain: 'Fer a Datei noch emol z’prìafa, suach si noch emol üss.',
    errors: {
      nothing: 'Suach a Datei üss, oder tìpp a Àdress oder a Text i.',
      several: 'Zwei Falder sìn üssgfìllt. Màch eins leer, àss mìr wìssa, was dü meinsch.',
      site: 'Des ìsch nìt d’Àdress vun ere Website. Bispìel: www.beckerei.example',
    },
  },
  second: {
    title: 'A zweita Meinung',
    text: 'D’Àbzeicha fölga dr Norm Open Badges 3.0, drum kenna àndra si ohna uns prìafa. Ìhra Werkzig saja, eb a Àbzeicha ächt ìsch un wer ’s üssgstellt hàt.',
    verifierPlus: 'VerifierPlus vum Digital Credentials Consortium',
    oneEdTech: 'Prìafwerkzig vu 1EdTech',
  },
};
