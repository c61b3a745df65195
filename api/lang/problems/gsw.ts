import type { StoryFieldSentences, StoryProblems } from './terms.ts';

/** What can go wrong with signing in, stories and their media. */
export const storyProblems: StoryProblems = {
  unauthenticated: {
    title: 'Mald di bìtte à',
    text: 'Froog noch eme Code per Mail, no màch witter, wu dü gsìì bìsch. Nix ìsch verlora.',
  },
  forbidden: { title: 'Des derfsch dü do nìt', text: 'Nix ìsch gändert wora. Froog ebber, wu dr Club fìahrt.' },
  code_invalid: { title: 'Des ìsch nìt dr rìchtig Code', text: 'Schrib d’sechs Ziffra üs dr letschta Mail àb.' },
  code_expired: {
    title: 'Dr Code gìltet nìmm',
    text: 'A Code gìltet zeh Minüta un a pààr Versüech. Froog noch eme neja.',
  },
  passkey_invalid: {
    title: 'Dr Passkey ìsch nìt erkànnt wora',
    text: 'Nix ìsch gändert wora. Prowiar ’s noch emol, oder mìt eme àndra Apparàt.',
  },
  story_changed: {
    title: 'Dia Gschìcht hàt sich drwìl gändert',
    text: 'Nix ìsch ìwerschrìwa wora. Làd sa nej, no màch witter.',
  },
  wrong_state: {
    title: 'Dia Gschìcht ìsch schu witter',
    text: 'Nix ìsch gändert wora. Làd d’Sitta nej, no gsehsch, wu sa ìsch.',
  },
  same_person: {
    title: 'Do müess ebber ànders àntworta',
    text: 'Wer entschìeda hàt, entschèidet nìt ìwer dr Iisprùch. Nix ìsch gändert wora.',
  },
  captions_missing: { title: 'D’Ùntertìtel fahla', text: 'A Film kummt mìt Ùntertìtel un Text. Schrib sa zerscht.' },
  media_not_ready: {
    title: 'A Foto oder Film ìsch noch ìn Àrwet',
    text: 'Dernoh kàà d’Gschìcht erschiina. Nix ìsch gändert wora; prowier’s glich nochemol.',
  },
  drafts_full: {
    title: 'Dü hàsch schu zeh Gschìchta ìn Àrweit',
    text: 'Schìck oder lesch eini, no fàng d’nächscht à.',
  },
  minor_media: {
    title: 'Fotos un Film àb 18 Johr',
    text: 'Unter 18 nìmmt dr Club nur Text. Ke Dàtei ìsch bhàlta wora.',
  },
  quota_reached: {
    title: '’s langt fer hìtt',
    text: 'Dü hàsch gschìckt, was ìn 24 Stunda geht. Was do ìsch, blibt do.',
  },
  storage_full: {
    title: 'Dr Club hàt ke Plàtz meh',
    text: 'Grad kàt ke Dàtei àkumma. Di Text ìsch gspichert; prowiar ’s morn.',
  },
  upload_gone: {
    title: 'Des Schìcka gìbt ’s nìmm',
    text: '’s ìsch z’làng unterbrocha gsìì, oder furt. Nìmm d’Dàtei noch emol.',
  },
  upload_locked: {
    title: 'Dia Dàtei kummt schu ìwer a àndra Sitta',
    text: 'Loss dia Sitta fertig màcha, oder màch sa züe.',
  },
  upload_mismatch: { title: 'D’Dàtei ìsch nìt gànz àkumma', text: 'Nix ìsch bhàlta wora. Schìck sa noch emol.' },
  media_type: {
    title: 'Des ìsch ke Foto un ke Film, wu mìr lasa kenna',
    text: 'Fotos: JPEG, PNG, WebP, HEIC, AVIF. Film: MP4, MOV, WebM. Nix ìsch bhàlta wora.',
  },
  media_empty: { title: 'Dia Dàtei ìsch laar', text: 'Nìmm a àndra. Nix ìsch bhàlta wora.' },
  media_too_large: {
    title: 'Dia Dàtei ìsch z’schwar',
    text: 'Hechschtens 25 MB fer a Foto, 200 MB fer a Film. Nix ìsch bhàlta wora.',
  },
  media_damaged: {
    title: 'Dia Dàtei ìsch kàpütt',
    text: 'Sa geht nìt bis àm And uf. Nix ìsch bhàlta wora; prowiar ’s mìt em Originàl.',
  },
  media_dimensions: {
    title: 'Des Bìld ìsch z’gross',
    text: 'Hechschtens 50 Milliona Pixel. Màch ’s kleiner, no schìck ’s noch emol. Nix ìsch bhàlta wora.',
  },
  media_animated: {
    title: 'Des Bìld bewegt sich',
    text: 'Dr Club nìmmt Fotos, wu still sìn. Fer was sich bewegt, schìck a Film. Nix ìsch bhàlta wora.',
  },
  media_too_long: {
    title: 'Dr Film ìsch z’làng',
    text: 'Hechschtens zwei Minüta. Schnid ìhn uf em Telefon, no schìck ìhn noch emol. Nix ìsch bhàlta wora.',
  },
  media_codec: {
    title: 'Dr Film hàt a Format, wu weni Apparàt lasa kenna',
    text: 'Uf em iPhone: Reglages, Kamera, Formats, “Le plus compatible”. No film ìhn noch emol. Nix ìsch bhàlta wora.',
  },
  media_failed: {
    title: 'Dia Dàtei hàt ma nìt kenna vorbereita',
    text: 'Dü kàsch nix drfìr, un nix ìsch bhàlta wora. Prowiar ’s noch emol, oder mìt ara àndra Dàtei.',
  },
  badge_ended: {
    title: 'Dàs Àbzeicha gìlt nìmm',
    text: 'Nix drvu gìlt noch. Wenn’s dins ìsch, maldsch di à un siehsch, worum.',
  },
  partner_taken: {
    title: 'Dà Kurznàma ìsch scho vergà',
    text: 'A ànderer Pàrtner het nen. Nix ìsch gspicheret worra; nammet a ànderer.',
  },
  webhooks_full: {
    title: '’S gìtt scho z’viel Webhooks',
    text: 'Nix ìsch gspicheret worra. Leschet einer, wu niemes meh brücht.',
  },
  badges_full: {
    title: 'Dü hàsch scho fìnf Gschäftsàbzeicha',
    text: 'Nix ìsch gspiichert worra. Gìb eins zruck un fàng noch emol à.',
  },
  domain_unproven: {
    title: 'Dr Nohwis ìsch nìt gfunda worra',
    text: 'Nix ìsch gänderet worra. E DNS-Iitrag brücht mànchmol e pààr Stund: lüeg spoter noch emol noh.',
  },
  suspended: {
    title: 'Dini Mìtgliedschàft rüeht',
    text: 'Nix ìsch gänderet worra. Schrìb em Club, fer drìwer z’reda.',
  },
};

/** Why a field of a story, a report or a decision was refused. */
export const storyFields: StoryFieldSentences = {
  too_short: (label) => `${label}: dr Text ìsch noch z’kurz.`,
  too_many: (label) => `${label}: des sìn z’vìel.`,
  media_missing: (label) => `${label}: gìb a Foto oder a Film drzüe, oder nìmm nur Text.`,
  media_not_ready: (label) => `${label}: a Dàtei ìsch noch nìt fertig. Wàrt a bìtzi, oder nìmm sa furt.`,
  alt_missing: (label) => `${label}: sàg ìn a pààr Wärter, was jeda Foto zeigt.`,
  people_missing: (label) => `${label}: sàg, wer ma kennt.`,
  permission_missing: (label) => `${label}: nìmm mìndeschtens ei Ort, wu dini Gschìcht derf kumma.`,
  text_outdated: (label) => `${label}: dia Sàtz han sich grad gändert. Las sa, no wähl.`,
  link_unknown: (label) => `${label}: gìb dr Link vum a Film uf YouTube, Vimeo, Instagram oder Facebook.`,
  reason_missing: (label) => `${label}: nìmm a Grund.`,
  good_faith_missing: (label) => `${label}: bestätig, dàss dü ’s ehrlig mainsch.`,
  captions_invalid: (label) => `${label}: d’Ùntertìtel kàt ma nìt lasa.`,
  origin_invalid: (label) =>
    `${label}: schrìwet a Ursprung wia https://www.bispiel.fr, ohna Pfàd un ohna Strìch àm And.`,
  origin_too_wide: (label) => `${label}: dà Plàtzhàlter deckt meh às eiri Sita. Schrìwet nen wia https://*.bispiel.fr.`,
  colour_invalid: (label) => `${label}: schrìwet d Fàrb wia #b3261e.`,
  name_has_address: (label) =>
    `${label}: ke Wab- oder Mailàdrass, denn er steht ìn Mails vum Club. Schrìwet em Club, wenn eini züe eirem Nàma ghert.`,
  slug_invalid: (label) => `${label}: kleini Büechstàwa ohna Àkzant, Zìffera un Bindestrìch, wia ville-de-mulhouse.`,
  url_private: (label) => `${label}: dia Àdrass geht nìt ìns effentlig Internet.`,
  domain_invalid: (label) => `${label}: schrìb ebbis wia „backerei.example“, ohna https un ohna Pfàd.`,
  unsignable: (label) =>
    `${label} hàt e gschweifti Klàmmera, { oder }, ìwer wu mànchi Laser vu Àbzeicha stolpra. Nix ìsch gänderet worra.`,
};
