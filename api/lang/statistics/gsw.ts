import type { StatisticsTexts } from './terms.ts';

export const statisticsTexts: StatisticsTexts = {
  title: 'Stàtìschtik',
  lead: 'Zàhla, niamols Lit.',
  period: {
    label: 'Zitt',
    days: { '7': '7 Täg', '30': '30 Täg', '90': '90 Täg', '365': 'A Johr' },
    from: 'Vum',
    to: 'Bis',
    partner: 'Pàrtner',
    everyPartner: 'Àlla Pàrtner',
    show: 'Zeiga',
    shown: (from, to) => `Vum ${from} bis ${to}`,
  },
  kinds: {
    signup: 'Ààmäldunga',
    confirmation: 'Bstätigta Mìtglìeder',
    story_seen: 'Gschìchta, wu ma gsah hàt',
    story_played: 'Film, wu glàuifa sìn',
    badge_check: 'Gprìafta Àbzeicha',
  },
  groups: { joined: 'Mìtmàcha', stories: 'Gschìchta', badges: 'Àbzeicha' },
  before: (before) => `Zitt dervor: ${before}`,
  overTime: (kind, sum, day, most) => `${kind}: zàmma ${sum}, àm meischta ${most} (${day}).`,
  byWeek: 'A Bàlka fer jeda Wucha.',
  byName: (kind, name, most) => `${kind}: zerscht ${name}, ${most}.`,
  nothing: 'Nix ìn dara Zitt.',
  empty: {
    title: 'Noch nix',
    text: 'Ìn dara Zitt hàt ke Widget ebbis gmäldet. Sobàll d’Sitta vu ma Pàrtner eins zeigt, sìn d’Zàhla noch a pààr Sekunda do.',
  },
  by: {
    day: { title: 'Noch ’m Tàg', column: 'Tàg' },
    partner: { title: 'Noch ’m Pàrtner', column: 'Pàrtner' },
    page: { title: 'Noch dr Sitta', column: 'Sitta' },
    campaign: { title: 'Noch dr Kàmpània', column: 'Kàmpània' },
  },
  noPage: 'Ohna Sitta',
  noCampaign: 'Ohna Kàmpània',
  table: 'D’Zàhla àls Tàwella',
  csv: 'Àls CSV àwalàda',
  more: 'D’Tàwella hert do uf; ìn dr Datei ìsch àlles.',
  places: {
    title: 'Vu wu d’Mìtglìeder sìn',
    text: 'Hìt, wia ’s jeder sawer gschrìwa hàt. A Ort mìt weniger àss fìnf Lit ìsch numma mìt àndra zàmma do; d’Zàhla sìn uf Fìnfer àbgrundet.',
    column: 'Ort',
    members: 'Mìtglìeder',
    unsaid: 'Nìt gsajt',
    rest: 'Àndra Ort zàmma',
    tooFew: 'Z’wenig Mìtglìeder, fer Ort z’zeiga ohna Lit z’zeiga.',
  },
  counted: {
    title: 'So zehla mìr',
    points: [
      'A Ààmäldung zehlt, wenn ’s Formülar furt ìsch, a Mìtglìed, wenn dr Link ìn dr E-Mail bstätigt ìsch.',
      'A Gschìcht zehlt, wenn d’Hälft a Sekund làng z’sah gsìì ìsch; a Film, wenn er àfàngt.',
      'A Àbzeicha zehlt, wenn a Sitta oder a Mansch frogt, ob ’s gìlt.',
      'Ke Cookie, ke Kennzeicha, ke IP-Àdress: dr glich Bsüecher zehlt jedesmol.',
      'D’Täg sìn noch dr Ühr vum Club. Wenn ebbis üsfàllt, kenna a pààr Sekunda fahla.',
    ],
  },
  referral: {
    title: 'Brìng eber mìt',
    text: 'Di eigener Link geht züem Formülar. Er sajt em Club, dàss dü Luscht gmàcht hàsch, un sunscht nix.',
    label: 'Di Link',
    elsewhere: 'Uf jedera Sitta vu ma Pàrtner hanksch dàs àn ’s And vu dr Àdress:',
    elsewhereLabel: 'Fer àn a Àdress z’hanka',
    came: (count, written) =>
      count === 0
        ? 'Ìwer dar Link ìsch noch niema kumma.'
        : `${written} ${count === 1 ? 'Mansch ìsch' : 'Lit sìn'} dur dìch ìn dr Club kumma.`,
  },
  back: { console: 'Zruck zur Konsol', partner: 'Zruck zur Sitta vum Pàrtner' },
};
