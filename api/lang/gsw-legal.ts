/** Alsatian: consents, privacy notice, legal pages. */
import { durations } from '../contract/limits.ts';
import { days, hours } from './format.ts';
import type { LegalTerms } from './terms.ts';

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

export const gswLegal: LegalTerms = {
  consents: () => ({
    age15: 'Ìch bì 15 Johr àlt oder meh.',
    charter: 'Ìch nìmm d’Charta vum Club à.',
    newsletter: 'Ìch wìll d’Nejigkeita vum Club ìwer E-Mail bekumma. Mìt eim Klick heert ’s uf.',
    public: 'Dr Club un sina Pàrtner derfa mi Vornàma un mi Kreis zeiga. Ìch kà mini Meinung ändra.',
    introductions: 'Dr Club derf mìr Lìt vorstella. Nix wurd ohna mini Zuestìmmung wittergah, jedes Mol.',
  }),
  noticeTitle: 'Was mìr mìt dina Dàta màcha',
  notice: ({ legal }, partner) => [
    {
      title: 'Wer veràntwortlig ìsch',
      text:
        `${legal.publisher}, ${legal.seat}, ${legal.email}.` +
        (partner
          ? ` Fer des, was uf dara Sitta gsàmmelt wurd, ìsch ${partner} mìt ìhra zàmma veràntwortlig: ${partner} zeigt ’s Formülar, dr Club bekummt dini Àntworta un kìmmert sich um dini Ààfroga. Dü kàsch züe eim oder züe em àndra geh.`
          : ''),
    },
    { title: 'Wer uf dr Dàtaschutz lüegt', text: `Schrib à ${legal.dataProtectionOfficer}.` },
    {
      title: 'Worum, un mìt wellem Racht',
      text: 'Fer dini Mìtglìedschàft z’fìara un dìr drìwer z’schriwa: des ìsch, was mìr üsmàcha, wenn dü mìtmàchsch. Fer d’Nejigkeita, fer effentlig z’erschina un fer Lìt kenna z’lehra: dini Iiwìlligung, Hääkla fer Hääkla. Fer d’Roboter drüssa z’hàlta un z’wìssa, ìwer wella Pàrtner ma züe uns kummt: unser berachtigts Ìntressa. Drfìr schriwa mìr uf, vu wellera Sitta dini Ààfrog kummt, mìt wellera di Bsüech uf dara Website àgfànga hàt, wella Website dich dert ànna gfìart hàt, vìllicht Stìchwerter vu ra Kàmpània, ’s Mìtglìed, wu dü sim Link nohgànga bìsch, un dini gkìrzta IP-Àdress.',
    },
    {
      title: 'Wenn dü ebbis verzehlsch',
      text: 'Dini Gschìcht, dini Fotos un di Film kumma unter em Nàma, wu dü wählsch, un nur dert, wu dü a Hääkla màchsch: des ìsch dini Iiwìlligung, Gschìcht fer Gschìcht, un dü nìmmsch sa mìt eim Klick zruck. D’Dàteia wara nej gmàcht, ohna Ort un ohna Apparàt; was dü gschìckt hàsch, ward glescht. A Gschìcht, wu dü zruckziagsch, ìsch ìn weniger àss ara Minüta vu àlla Sitta furt. A àbglehnta ward noch 190 Täg glescht, so làng kàt ma ebbis drgeja saga. Fer dàss mìr dìch kenna, gìbt ’s ei eenzigs Cookie, uf dr Sitta vum Club, so làng àss dü do bìsch. Wer a Gschìcht mäldet, kàt a Nàma un a Àdress àngaa: sa sìn fer d’Àntwort, un wara sechs Monet drnoh glescht.',
    },
    {
      title: 'Di Àbzeicha',
      text: 'Jedes Mìtglìed hàt a Àbzeicha, unter ra effentliga Àdress, wu üssglost ìsch. Dert steht, àss a Mìtglìed ’s träit, sitter wenn un bis wenn. Di Nàma un di Kreis stehn nur dert, wenn dü a Hääkla màchsch: des ìsch dini Iiwìlligung, un dü nìmmsch sa mìt eim Klick zruck. ’s Àbzeicha vum a Gschäft zeigt sini Domain. Wenn ’s üs ìsch, blibt dert nur ’s Dàtum. Wàs àndra vorhar kopiert han, kenna mìr bi ìhna nìt lescha. Mìr zehla, wia viel Àbzeicha gprìaft wara, niamols vu wam.',
    },
    {
      title: 'Wer si bekummt',
      text:
        '’s Team vum Club, si Hoster un si Mail-Dienscht.' +
        (partner
          ? ` ${partner} bekummt dini Àntworta nìt, numma Zàhla: Ààmäldunga, Mìtglìeder, wo ìwer d’eigena Sitta kumma sìn, Gschìchta, wu ma gsah hàt. Ort sìn erscht àb fìnf Lit derbi.`
          : '') +
        ' Nix wurd verkäuft.',
    },
    {
      title: 'Was ma brücht',
      text: 'Vornàma, E-Mail-Àdress, Kreis, 15 Johr un d’Charta: ohna des geht ’s nìt. Àlles àndra ìsch frèiwìllig. Unter 15 Johr bhàlta mìr nix.',
    },
    {
      title: 'Wia làng',
      text: `Dr Bstätigungslink gìlt ${linkHours} Stunda; a Ààfrog ohna Bstätigung wurd noh ${pendingDays} Tàg gleescht. Drnoh, so làng dü Mìtglìed bìsch, un hegschtens drei Johr, nohdam mìr zletscht vu dìr gheert hàn: no froga mìr, un ohna Àntwort leescha mìr. Wenn dü geesch, wara dini Dàta gleescht; ’s blibt numma dr Bewiis, ohna Nàma un ohna Àdress, was àgnumma wora ìsch, un a Àbdruck vu dr Àdress, wo niema lasa kà, dàss di niema üs Versah wìder iitràgt.`,
    },
    {
      title: 'Dini Rachta',
      text: `Dini Dàta àluaga, verbessra, leescha, mìtnahma, ìhra Brüch bschränka, drgega sìì, un a Iiwìlligung zrucknahma, wenn dü wìtt: schrib à ${legal.dataProtectionOfficer}. Mìr gahn ìnnert ema Monet Àntwort.`,
    },
    {
      title: 'Sich beschwara',
      text: 'Wenn unsra Àntwort dìr nìt längt: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
    },
    {
      title: 'Ke Cookies, ke Nohspioniara',
      text: '’s Formülar losst nix ìn dim Browser un rìaft nìamets àss dr Club. Uf da Sitta vu da Pàrtner zehla mìr zàmma, wia viel Gschìchta gsah, Film àgfànga un Àbzeicha gprìaft wara, noch ’m Tàg, dr Sitta un dr Kàmpània: ohna Cookie, ohna Kennzeicha, un ohna ebbis z’phàlta, wer lüegt.',
    },
  ],
  privacy: {
    title: 'Dini Dàta',
    lead: 'Dr gliicha Text wia ìm Formülar, ohna Kleigedruckts.',
    version: (version) => `Fàssung ${version}`,
  },
  legal: {
    title: 'Impressum',
    parts: ({ legal, name }) => [
      {
        title: 'Wer ’s üsagìbt',
        paragraphs: [`${name.gsw} wurd üsagah vu:`],
        points: [legal.publisher, legal.form, legal.seat, `Telefon: ${legal.phone}`, `E-Mail: ${legal.email}`],
      },
      { title: 'Veràntwortlig fer dr Ìnhàlt', paragraphs: [legal.director] },
      {
        title: 'Hosting',
        paragraphs: [],
        points: [legal.host.name, legal.host.address, `Telefon: ${legal.host.phone}`],
      },
      {
        title: 'Schrib uns',
        paragraphs: [
          `Fer àlla Froga, oi vu dr Behörda: ${legal.email}. A Mensch list un gìbt Àntwort.`,
          `Wega dina Dàta: ${legal.dataProtectionOfficer}.`,
        ],
      },
      {
        title: 'Ebbis malda, Àntwort gah',
        paragraphs: [
          `Dü sìehsch ebbis, wo verbotta oder gega d’Charta ìsch? Schrib à ${legal.email}, mìt dr Àdress vu dr Sitta un em Grund. Wenn vu dìr gredt wurd, hàsch a Racht uf a Àntwort: verlàng si ìn drei Monet unter dr gliicha Àdress.`,
        ],
      },
    ],
  },
  accessibility: {
    title: 'Erklärung zu dr Zuegänglichkeit',
    parts: ({ legal, accessibility }, state, publicUrl) => [
      {
        title: 'Was mìr verspracha',
        paragraphs: [
          `${legal.publisher} versprìcht, ìhra Sitta fer àlla zuegänglig z’màcha, noh em Àrtìkel 47 vum frànzeescha Gsetz Nr. 2005-102 vum 11. Hornig 2005. Die Erklärung gìlt fer ${publicUrl} un fer d’Böistei vum Club uf da Sitta vu sina Pàrtner.`,
        ],
      },
      {
        title: 'Wia ’s steht',
        paragraphs: [
          {
            full: `${publicUrl} ìsch gànz konform mìt em frànzeescha Reglement RGAA, Version 4.1.2.`,
            partial: `${publicUrl} ìsch zum Teil konform mìt em frànzeescha Reglement RGAA, Version 4.1.2, wega dam, was unta steht.`,
            none: `${publicUrl} ìsch nìt konform mìt em frànzeescha Reglement RGAA, Version 4.1.2: ’s gìbt ke gìltiga Prìafung, wo ’s mìsst.`,
          }[state],
        ],
      },
      {
        title: 'Was bi da Prìafunga üsakumma ìsch',
        paragraphs:
          state === 'none'
            ? ['D’Prìafung müess noch gmàcht wara. Àutomàtischa Teschts läufa bi jeder Version; si ersetza si nìt.']
            : ['Was bi dr Prìafung üsakumma ìsch, steht bi dara Erklärung.'],
      },
      {
        title: 'Was nìt zuegänglig ìsch',
        paragraphs:
          state === 'none'
            ? ['Ohna Prìafung wìssa mìr ’s nìt. Sag uns, was dich ufhàlta tüet: des verbessra mìr zerscht.']
            : ['’s steht ìn dr Prìafung.'],
      },
      {
        title: 'Wia die Erklärung gmàcht wora ìsch',
        paragraphs: ['Tachnik vu dr Website:'],
        points: ['HTML', 'CSS', 'JavaScript (frèiwìllig: jeda Sitta geht oi ohna)', 'WAI-ARIA'],
      },
      {
        title: 'Uns ebbis saga',
        paragraphs: [
          `Wenn dü ebbis nìt erreicha kàsch, schrib à ${accessibility.contact}: mìr zeiga dìr a àndrer Wag oder schìcka dìr ’s ìn ra àndra Form.`,
        ],
      },
      {
        title: 'Wo ma sich beschwara kà',
        paragraphs: [
          'Wenn dü uns gsait hàsch, dass dü ebbis nìt erreicha kàsch, un unsra Àntwort dìr nìt längt, kàsch:',
        ],
        points: [
          'em Défenseur des droits schriwa (formulaire.defenseurdesdroits.fr);',
          'züe sim Vertratter ìn dinra Gegend geh (www.defenseurdesdroits.fr/saisir/delegues);',
          'a Briaf schìcka, gràtis un ohna Màrka: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
        ],
      },
    ],
  },
};
