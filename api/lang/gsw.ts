/** Alsatian as it is written around Mulhouse (ORTHAL). It says "dü", as one does in dialect. */
import { durations } from '../contract/limits.ts';
import { days, fieldErrors, hours, numberIn } from './format.ts';
import { gswLegal } from './gsw-legal.ts';
import { consolePage } from './console/gsw.ts';
import { storyFields, storyProblems } from './problems/gsw.ts';
import { myStoriesTerms } from './my-stories/gsw.ts';
import { signInTerms } from './sign-in/gsw.ts';
import type { ServerTerms } from './terms.ts';

const number = numberIn('gsw');
const months = [
  'Jänner',
  'Hornig',
  'März',
  'Àprìl',
  'Mai',
  'Jüni',
  'Jüli',
  'Äugscht',
  'Septamber',
  'Oktower',
  'Novamber',
  'Dezamber',
];
// ICU's Alsatian is Swiss German, so the month is ours.
const date = (day: string) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return `${dayOfMonth}. ${months[month - 1]} ${year}`;
};

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

const labels: ServerTerms['join']['labels'] = {
  firstName: 'Vornàma',
  email: 'E-Mail-Àdress',
  circle: 'Di Kreis',
  invitation: 'Iiladungscode',
  age15: '15 Johr oder meh',
  charter: 'Charta',
  lastName: 'Nàma',
  place: 'Ort oder Lànd',
  organisation: 'Firma, Verein, Schüel',
  sentence: 'Ìn eim Sàtz, was dü do gern hàsch',
  newsletter: 'Nejigkeita vum Club',
  public: 'Effentlig erschina',
  introductions: 'Lìt kenna lehra',
};

export const gsw: ServerTerms = {
  site: {
    languageName: 'Elsassisch',
    skipToContent: 'Diräkt zum Ìnhàlt',
    languages: 'Sproch',
    about: 'Ìwer dr Club',
    home: 'Ààfàngssitta',
    join: 'Bim Club mìtmàcha',
    charter: 'Charta',
    privacy: 'Dini Dàta',
    legal: 'Impressum',
    mailbox: 'Briafkàschta vu dr Vorfìarung',
    accessibility: {
      full: 'Zuegänglichkeit: gànz konform',
      partial: 'Zuegänglichkeit: zum Teil konform',
      none: 'Zuegänglichkeit: nìt konform',
    },
    newTab: 'nèier Tab',
    demo: 'Vorfìarung: dr Club, sina Mìtglìeder un sina Pàrtner sìn erfunda. Vu do geht ke E-Mail furt.',
    pageTitle: (page, club) => `${page} – ${club}`,
  },
  counter: {
    sentence: (members, goal, day) =>
      `Hìt sìn mìr ${number(members)} Botschàfter; bis ${date(day)} wann mìr ${number(goal)} sìì.`,
    share: (members, partner) =>
      members === 0
        ? `’s erschta Mìtglìed vu ${partner} bìsch vìllicht dü.`
        : `${number(members)} ${members === 1 ? 'ìsch' : 'sìn'} ìwer ${partner} kumma.`,
  },
  home: {
    title: (city) => `Fìr un Flàmma fer ${city}`,
    lead: (club) =>
      `${club.name.gsw}: do kumma àlla zàmma, wo d’Stàdt un d’Gegend gern hàn un ’s oi saga. ’s koscht nix, àb 15 Johr kà jedes mìtmàcha, un ’s düürt ke Minüta.`,
    join: 'Ìch màch mìt',
    steps: {
      title: 'So geht ’s',
      items: [
        { title: 'Dü màldsch dich à', text: 'A Vornàma, a E-Mail-Àdress, a Kreis: meh brücht ’s nìt.' },
        {
          title: 'Dü bstätigsch',
          text: `A E-Mail, a Knopf. Ohna dini Bstätigung wurd noh ${pendingDays} Tàg àlles gleescht.`,
        },
        {
          title: 'Dü verzehlsch',
          text: 'A Sàtz, a Foto, a Video: was dü do gern hàsch, mìt dina Werter, wenn dü wìtt.',
        },
      ],
    },
    circles: 'Drei Wag fer drbii z’sìì',
    byInvitation: 'uf Iiladung',
    promise: {
      title: 'Was mìr nìt màcha',
      paragraphs: [],
      points: [
        'Ke Nohspioniara, ke Reklàma, un ke Cookie, so làng dü dich nìt z’kenna gìsch.',
        'Ke Pàsswort, wo ma bhàlta müess.',
        'Ke Nejigkeita, wenn dü si nìt wìtt, un mìt eim Klick heert ’s uf.',
        'Ke schwara Üsgàng: geh ìsch so eifàch wia kumma.',
      ],
    },
    partners: 'D’Pàrtner vum Club',
    partnersLead: 'Ma kà uf ihra Sitta bim Club mìtmàcha un blibt doch uf dr Sitta.',
  },
  join: {
    title: (city) => `Botschàfter vu ${city} wara`,
    lead: 'Ke Minüta, no noch a E-Mail fer z’bstätiga.',
    via: (partner) => `Dü kummsch ìwer unser Pàrtner: ${partner}.`,
    back: (partner) => `Zruck zu „${partner}“`,
    requiredNote: 'A Fald müess üsgfìllt sìì, wenn ’s drbii steht.',
    required: 'müess sìì',
    optional: 'frèiwìllig',
    labels,
    hints: {
      firstName: 'Wia ma dìr sait. Bispìel: Camille',
      email: 'Mìr schìcka a E-Mail dert ànna fer z’bstätiga. Bispìel: camille@bispiel.fr',
      invitation: 'Numma fer dr Kreis uf Iiladung. Bispìel: FLAMME-1234',
      place: 'Bispìel: Riadisa, Toronto, Schwiz',
      organisation: 'Bispìel: Atelier Bollwerk',
      sentence: 'Hegschtens 280 Zeicha.',
    },
    more: 'Meh verzehla',
    wishes: 'Wenn dü wìtt',
    agreements: 'Fer mìtzmàcha',
    readCharter: 'D’Charta lasa',
    notice: 'Was mìr mìt dina Dàta màcha',
    submit: 'Ìch màch mìt',
    trap: 'Loss des Fald làar',
    errorsTitle: (count) =>
      count === 1
        ? 'Eina Sàch müess ma noch emol àluaga; nix ìsch verlora'
        : `${number(count)} Sàcha müess ma noch emol àluaga; nix ìsch verlora`,
    errorPrefix: 'Fahler: ',
    sent: {
      title: 'Noch a Schrìtt: lüeg ìn dini Poscht',
      text: (address) =>
        `Wenn àlles güet geht, kummt glich a E-Mail à ${address}. Do ìsch a Knopf drin: druck druf, no bìsch ìm Club.`,
      points: [
        'Noh a pààr Minüta noch nix? Lüeg bim Spam.',
        `Dr Link gìlt ${linkHours} Stunda. Ohna Bstätigung wurd noh ${pendingDays} Tàg àlles gleescht.`,
        'Dü kàsch die Sitta züemàcha.',
      ],
      again: 'D’Àdress verbessra',
    },
  },
  confirm: {
    open: {
      title: 'Noch a Schrìtt',
      text: 'Die Àdress ìsch àgah wora fer bim Club mìtzmàcha. Wenn dü ’s gsìì bìsch, bstätig: dini Mìtglìedschàft fàngt glich à, un dr Zähler geht um eins witterscht.',
      button: 'Ìch bstätig',
      otherwise: `Dü bìsch ’s nìt gsìì? Màch die Sitta züe: ’s pàssiart nix, un d’Ààfrog wurd noh ${pendingDays} Tàg gleescht.`,
    },
    confirmed: {
      title: 'Willkumma ìm Club!',
      text: 'Dini Mìtglìedschàft ìsch bstätigt. Merci, dass dü d’Flàmma mìt uns träisch.',
      points: [
        'A Willkumma-Mail ìsch unterwags: bhàlt si, do steht dr Link drin fer z’geh, wenn dü wìtt.',
        'Verzehl dina Lìt vum Club: jeda Stìmm zehlt, un dr Zähler zeigt ’s.',
      ],
    },
    already: {
      title: 'Schu gmàcht',
      text: 'Dini Mìtglìedschàft ìsch schu bstätigt gsìì; ’s zweita Drucka hàt nix gändert.',
    },
    expired: {
      title: 'Dr Link ìsch z’àlt',
      text: `A Bstätigungslink gìlt ${linkHours} Stunda. Dü bìsch nìt Mìtglìed, un d’Ààfrog wurd gleescht. Fàng eifàch noch emol à: ’s düürt ke Minüta.`,
    },
    unknown: {
      title: 'Dr Link kenna mìr nìt',
      text: 'Vìllicht ìsch er àbgschnìtta: kopier na gànz üs dr E-Mail. Oder d’Ààfrog ìsch gleescht wora, wil si nìt bstätigt gsìì ìsch. Nix ìsch gändert wora.',
    },
    taken: {
      title: 'Die Iiladung ìsch schu brücht',
      text: 'Ìnzwìscha sìn àlli Plätz vergaa. Dü bìsch nìt Mìtglìed. Fröj dr Club noh ma àndra Code, oder wähl a àndra Kreis.',
    },
    yourAnswers: 'Dini Àntworta:',
    joinAgain: 'Bim Club mìtmàcha',
  },
  leave: {
    open: {
      title: 'Üs em Club geh',
      text: 'Di Nàma, dini Àdress un was dü uns gsait hàsch, wara glich gleescht. Di Àbzeicha gìlt nìrgets meh. Dü heersch nix meh vu uns.',
      button: 'Ìch geh üs em Club',
      otherwise: 'Dü wìtt liawer bliwa? Màch die Sitta züe: nix ändert.',
    },
    done: {
      title: 'Gmàcht: dü bìsch üs em Club',
      text: 'Dini Dàta sìn gleescht. Merci fer dr Wag, wo mìr zàmma gànga sìn; d’Tìr blibt offa.',
    },
    unknown: {
      title: 'Dr Link kenna mìr nìt',
      text: 'Vìllicht ìsch er àbgschnìtta oder z’àlt. Nix ìsch gändert wora. Wenn dü geh wìtt, schrib uns: d’Àdress steht ìm Impressum.',
    },
  },
  unsubscribe: {
    open: {
      title: 'Ke Nejigkeita meh',
      text: 'Dü blibsch Mìtglìed vum Club; numma d’Nejigkeita heera uf.',
      button: 'Ke Nejigkeita meh',
      otherwise: 'Dü wìtt si liawer bhàlta? Màch die Sitta züe: nix ändert.',
    },
    done: { title: 'D’Nejigkeita sìn àbbstellt', text: 'Dü blibsch Mìtglìed vum Club un bekummsch ke Nejigkeita meh.' },
    unknown: {
      title: 'Dr Link kenna mìr nìt',
      text: 'Vìllicht ìsch er àbgschnìtta oder z’àlt. Nix ìsch gändert wora. Wenn dü d’Nejigkeita nìt meh wìtt, schrib uns: d’Àdress steht ìm Impressum.',
    },
  },
  signIn: signInTerms,
  myStories: myStoriesTerms,
  console: consolePage,
  mailbox: {
    title: 'Briafkàschta vu dr Vorfìarung',
    text: 'D’E-Mails, wo dr Club furtgschìckt hätt, d’nejschta zerscht. Die Sitta gìbt ’s numma ìn dr Vorfìarung.',
    empty: 'Noch ke E-Mail. Màld dich uf dr Sitta vu ema Pàrtner à, no kumm wìder.',
    to: 'À',
    date: 'Dàtum',
    subject: 'Betraff',
    asText: 'Numma Text',
    asHtml: 'Scheen gmàcht',
    back: 'Àlla E-Mails',
    refresh: 'Nèi làda',
  },
  charter: {
    title: 'D’Charta vum Club',
    lead: 'Was mìr enànder versprecha, ìn a pààr Werter.',
    version: (version) => `Fàssung ${version}`,
    agree: 'Ma nìmmt si à, wenn ma mìtmàcht. Mìr bhàlta, wella Fàssung dü àgnumma hàsch.',
  },
  ...gswLegal,
  fieldError: fieldErrors(labels, {
    unnamed: 'A Fald vum Formülar',
    own: {
      'firstName.required': 'Vornàma: schrib, wia ma dìr sait, zum Bispìel Camille.',
      'email.required': 'E-Mail-Àdress: schrib dini Àdress, zum Bispìel camille@bispiel.fr.',
      'email.email_invalid': 'E-Mail-Àdress: do fahlt ebbis. Si sott üssah wia camille@bispiel.fr.',
      'circle.required': 'Di Kreis: nìmm einer.',
      'circle.circle_unknown': 'Di Kreis: nìmm einer vu dr Lìschta.',
      'circle.invalid': 'Di Kreis: nìmm einer vu dr Lìschta.',
      'age15.under_age':
        '15 Johr oder meh: dr Club nìmmt Lìt àb 15 Johr. Wenn dü jìnger bìsch, kumm bàll wìder; mìr hàn nix bhàlta.',
      'charter.charter_not_accepted': 'Charta: màch ’s Hääkla fer mìtzmàcha.',
    },
    general: {
      ...storyFields,
      required: (label) => `${label}: füll des Fald bìtte üs.`,
      too_long: (label, max) =>
        `${label}: dr Text ìsch z’làng${max ? ', hegschtens ' + number(max) + ' Zeicha' : ''}. Nix ìsch àbgschnìtta wora.`,
      control_character: (label) =>
        `${label}: a unsìchtbàrs Zeicha ìsch drinna, oft vum Kopiara. Schrib dr Text noch emol.`,
      invalid_unicode: (label) => `${label}: a Zeicha ìsch kàpütt. Schrib dr Text noch emol.`,
      email_invalid: (label) => `${label}: a Àdress sìeht üs wia camille@bispiel.fr.`,
      circle_unknown: (label) => `${label}: nìmm ebbis vu dr Lìschta.`,
      invitation_required: (label) =>
        `${label}: der Kreis ìsch uf Iiladung. Schrib dr Code vum Club, oder nìmm a àndrer Kreis.`,
      invitation_unknown: (label) =>
        `${label}: dr Code kenna mìr nìt, oder er ìsch schu gebrüücht wora. Lüeg na noch emol à, oder nìmm a àndrer Kreis.`,
      under_age: (label) => `${label}: dr Club nìmmt Lìt àb 15 Johr. Mìr hàn nix bhàlta.`,
      charter_not_accepted: (label) => `${label}: màch ’s Hääkla.`,
      charter_outdated: (label) => `${label}: si hàt grad gändert. Lis d’nèia Fàssung, no màch ’s Hääkla.`,
      language_unknown: (label) => `${label}: die Sproch gìbt ’s do nìt.`,
      url_invalid: (label) => `${label}: des ìsch ke gìltiga Web-Àdress.`,
      wrong_type: (label) => `${label}: d’Àntwort hàt nìt d’rìchtiga Form.`,
      unknown_field: (label) => `${label}: des ghert nìt do ànna.`,
      invalid: (label) => `${label}: d’Àntwort ìsch nìt gìltig.`,
    },
  }),
  problems: {
    ...storyProblems,
    invalid_request: {
      title: 'A pààr Sàcha müess ma noch emol àluaga',
      text: 'Nix ìsch gspichert wora. Was dü gschrìwa hàsch, ìsch noch do.',
    },
    invalid_json: { title: 'D’Ààfrog ìsch kàpütt àkumma', text: 'Nix ìsch gspichert wora. Prowiar ’s noch emol.' },
    unsupported_media_type: {
      title: 'D’Ààfrog hàt a unbekànnta Form',
      text: 'Nix ìsch gspichert wora. Nìmm ’s Formülar vum Club.',
    },
    body_too_large: {
      title: 'D’Ààfrog ìsch z’gross',
      text: 'Nix ìsch gspichert wora. Màch dini Àntworta kìrzer, no prowiar ’s noch emol.',
    },
    not_found: {
      title: 'Unter dara Àdress ìsch nix',
      text: 'Vìllicht ìsch d’Sitta umzoga. Vu dr Ààfàngssitta üs fìndsch àlles.',
    },
    method_not_allowed: {
      title: 'So brücht ma die Àdress nìt',
      text: 'Nix ìsch gändert wora. Fàng uf dr Ààfàngssitta à.',
    },
    wrong_host: {
      title: 'Des ìsch nìt d’rìchtiga Àdress',
      text: 'Unter dam Nàma gìbt dr Club ke Àntwort. Nix ìsch gändert wora.',
    },
    partner_unknown: {
      title: 'Dr Pàrtner kenna mìr nìt',
      text: 'Nix ìsch verlora: dü kàsch uf dr Sitta vum Club mìtmàcha.',
    },
    partner_paused: {
      title: 'Dr Pàrtner màcht a Pàusa',
      text: 'Nix ìsch verlora: dü kàsch uf dr Sitta vum Club mìtmàcha.',
    },
    origin_not_allowed: {
      title: 'Vu dara Sitta üs geht ’s Formülar nìt',
      text: 'Nix ìsch gspichert wora. Dü kàsch uf dr Sitta vum Club mìtmàcha.',
    },
    proof_invalid: {
      title: '’s Formülar hàt ma nìt kenna prìafa',
      text: 'Nix ìsch gspichert wora. Màch d’Hääkla, wu dü jo seisch, un schìck ’s noch emol.',
    },
    proof_expired: {
      title: '’s Formülar ìsch làng offa gsìì',
      text: 'Nix ìsch gspichert wora. Was dü gschrìwa hàsch, ìsch noch do: schìck ’s noch emol.',
    },
    proof_spent: {
      title: '’s Formülar ìsch schu gschìckt wora',
      text: 'Lüeg ìn dini Poscht. Nix do? Schìck ’s noch emol.',
    },
    too_fast: {
      title: 'Des ìsch àwer schnall gànga',
      text: 'Fer sìcher z’sìì ìsch nix gspichert wora. Was dü gschrìwa hàsch, ìsch noch do: schìck ’s noch emol.',
    },
    rate_limited: { title: 'Vìel Ààfroga uf eimol', text: 'Nix ìsch gspichert wora, un nix ìsch verlora.' },
    busy: { title: 'Do ìsch grad vìel los', text: 'Nix ìsch gspichert wora. Prowiar ’s glich noch emol.' },
    internal: {
      title: 'Bi uns ìsch ebbis schiaf gànga',
      text: 'Dü kàsch nix drfìr, un nix ìsch gspichert wora. Prowiar ’s glich noch emol.',
    },
  },
  retryAfter: (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return seconds < 90
      ? 'Prowiar ’s ìn ara Minüta noch emol.'
      : minutes < 90
        ? `Prowiar ’s ìn ${number(minutes)} Minüta noch emol.`
        : `Prowiar ’s ìn ${number(Math.ceil(minutes / 60))} Stunda noch emol.`;
  },
};
