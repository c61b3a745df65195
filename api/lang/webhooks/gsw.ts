import type { WebhookTexts } from './terms.ts';

export const webhookTexts: WebhookTexts = {
  title: 'Àndera Programm Bschaid gaa',
  lead: 'A Webhook sajt eme Programm, zem Beispìel eirem CRM, glich Bschaid, wenn ebbis passiart. Er sajt, wàs passiart ìsch un unter wellera Nummera; nia a Nàma, a Àdrass oder a Text.',
  none: 'Im Moment wìrd niemes Bschaid gaa.',
  events: {
    'membership.requested': 'A Àmaldung geht furt',
    'membership.confirmed': 'A Mìtglìed bstätigt',
    'membership.left': 'A Mìtglìed geht',
    'story.published': 'A Gschìcht kummt üse',
    'story.unpublished': 'A Gschìcht ìsch nìmm effentlig',
    'badge.awarded': 'A Badge gìltet',
    'badge.ended': 'A Badge ìsch fertig',
  },
  states: {
    active: 'Làuft',
    paused: 'Màcht Pàuisa',
  },
  outcomes: {
    sent: 'Àkumma',
    queued: 'Unterwags',
    dead: 'Ufgaa',
    refused: 'Niemes do, oder a Zertifikàt wu nìt pàsst',
    timeout: 'Kä Àntwort ìn dr Zitt',
    redirected: 'Schìckt uns ànderscht hì, dert gehn m’r nìt',
  },
  ofClub: 'Àlli Pàrtner',
  ofPartner: (name) => `Nur ${name}`,
  actions: {
    pause: 'Pàuisa màcha',
    resume: 'Witter màcha',
    rotate: 'Schlìssel wachsla',
    remove: 'Lescha',
    try: 'Prowiara',
    replay: 'Noch emol schìcka',
  },
  notes: {
    added: 'Dr Webhook ìsch do. Kopiara si Schlìssel ìn eir Programm, un no prowiara.',
    pause: 'Dr Webhook màcht Pàuisa. Wàs derwil passiart, wìrd em nìt gsajt.',
    resume: 'Dr Webhook làuft wìder.',
    rotate: 'Jetz unterschribt a neier Schlìssel. Dr àlt gìltet noch a Tàg.',
    remove: 'Dr Webhook ìsch gleschst, un wàs uf ne gwàrtet hàt.',
    try: 'A Prowanochrìcht ìsch unterwags. Lada d Sitta ìn a pààr Sekunda nej.',
    replay: 'D Nochrìcht geht noch emol furt.',
  },
  secret: {
    title: 'Schlìssel',
    text: 'Bhàlta ne fer eich. Er unterschribt jedi Nochrìcht nooch Standard Webhooks 1.0 (HMAC-SHA256).',
    rotating: 'Dr àlt Schlìssel gìltet noch bis morn.',
    label: 'Schlìssel vum Webhook',
  },
  removal: {
    title: 'Lescha …',
    text: 'Wàs noch wàrtet, ìsch verlora. Sunscht ändert sich nix.',
  },
  deliveries: {
    title: 'Letschti Nochrìchta',
    none: 'Noch ìsch nix furtgànga.',
    columns: {
      when: 'Wenn',
      event: 'Wàs',
      tries: 'Versüech',
      outcome: 'Wàs drüs wora ìsch',
    },
  },
  dead: {
    title: 'Nochrìchta wu ufgaa sìn',
    text: 'Sa sìn nìt àkumma, nooch eme Dutzend Versüech ìn ebba drèi Täg, oder d Àdrass gìtt ’s nìmm. Drissig Täg làng ìsch nix verlora.',
  },
  add: {
    title: 'Webhook derzüe',
    url: 'Àdrass',
    urlHint: 'Mìt https, ìm effentliga Internet.',
    partner: '’S geht um',
    events: 'Bschaid gaa, wenn',
    submit: 'Derzüe',
    errors: {
      url: 'Àdrass: a gànzi Àdrass, wu mìt https:// àfàngt, ohna Pàsswort.',
      url_private: 'Àdrass: sa müess ìwer a Domainnàma ìns effentlig Internet gehn.',
      events: 'Bschaid gaa, wenn: krizla mìndeschtens a Käschtla à.',
      partner: '’S geht um: suecha üs dr Lischta üs.',
    },
  },
  check: {
    title: 'A Nochrìcht prìafa',
    text: 'Rachna d Unterschrìft (HMAC-SHA256, mìt em Schlìssel) ìwer „webhook-id.webhook-timestamp.Inhàlt“ nooch, vergliicha sa mìt webhook-signature, un namma nix àà, wu älter ìsch às fìnf Minüta. D sälwa webhook-id kàt zweimol kumma: bim zweita Mol ìsch nix z’màcha.',
  },
};
