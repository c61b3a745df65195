import type { StoryFieldSentences, StoryProblems } from './terms.ts';

/** What can go wrong with signing in, stories and their media. */
export const storyProblems: StoryProblems = {
  unauthenticated: {
    title: 'Il faut vous identifier',
    text: 'Demandez un code par courriel, puis reprenez où vous en étiez. Rien n’est perdu.',
  },
  forbidden: {
    title: 'Cette action ne vous est pas ouverte',
    text: 'Rien n’a été changé. Demandez à une personne qui administre le club.',
  },
  code_invalid: { title: 'Ce n’est pas le bon code', text: 'Recopiez les six chiffres du dernier courriel reçu.' },
  code_expired: {
    title: 'Ce code ne vaut plus',
    text: 'Un code vaut dix minutes et quelques essais. Demandez-en un autre.',
  },
  passkey_invalid: {
    title: 'La clé d’accès n’a pas été reconnue',
    text: 'Rien n’a été changé. Essayez encore, ou avec un autre appareil.',
  },
  story_changed: { title: 'Ce récit a changé entre-temps', text: 'Rien n’a été écrasé. Rechargez-le, puis reprenez.' },
  wrong_state: {
    title: 'Ce récit n’en est plus là',
    text: 'Rien n’a été changé. Rechargez la page pour voir où il en est.',
  },
  same_person: {
    title: 'Une autre personne doit répondre',
    text: 'Qui a pris la décision ne tranche pas le recours. Rien n’a été changé.',
  },
  captions_missing: {
    title: 'Il manque les sous-titres',
    text: 'Une vidéo paraît avec ses sous-titres et sa transcription. Écrivez-les d’abord.',
  },
  media_not_ready: {
    title: 'Une photo ou une vidéo se prépare encore',
    text: 'Le récit pourra paraître quand elle sera prête. Rien n’a été changé ; réessayez dans un instant.',
  },
  drafts_full: {
    title: 'Vous avez déjà dix récits en cours',
    text: 'Envoyez ou effacez-en un, puis commencez le suivant.',
  },
  minor_media: {
    title: 'Photos et vidéos à partir de 18 ans',
    text: 'Avant 18 ans, le club prend les textes seulement. Aucun fichier n’a été gardé.',
  },
  quota_reached: {
    title: 'C’est assez pour aujourd’hui',
    text: 'Vous avez envoyé le maximum pour 24 heures. Ce qui est déjà là reste là.',
  },
  storage_full: {
    title: 'Le club manque de place',
    text: 'Aucun fichier ne peut arriver pour l’instant. Votre texte est gardé ; essayez demain.',
  },
  upload_gone: {
    title: 'Cet envoi n’existe plus',
    text: 'Il a été interrompu trop longtemps ou retiré. Choisissez le fichier encore une fois.',
  },
  upload_locked: {
    title: 'Ce fichier arrive déjà par une autre page',
    text: 'Laissez l’autre page finir, ou fermez-la.',
  },
  upload_mismatch: {
    title: 'Le fichier n’est pas arrivé entier',
    text: 'Rien n’a été gardé. Envoyez-le encore une fois.',
  },
  media_type: {
    title: 'Ce fichier n’est ni une photo ni une vidéo que nous lisons',
    text: 'Photos : JPEG, PNG, WebP, HEIC, AVIF. Vidéos : MP4, MOV, WebM. Rien n’a été gardé.',
  },
  media_empty: { title: 'Ce fichier est vide', text: 'Choisissez-en un autre. Rien n’a été gardé.' },
  media_too_large: {
    title: 'Ce fichier est trop lourd',
    text: '25 Mo au plus pour une photo, 200 Mo pour une vidéo. Rien n’a été gardé.',
  },
  media_damaged: {
    title: 'Ce fichier est abîmé',
    text: 'Il ne s’ouvre pas jusqu’au bout. Rien n’a été gardé ; essayez avec l’original.',
  },
  media_dimensions: {
    title: 'Cette image est trop grande',
    text: '50 millions de pixels au plus. Réduisez-la, puis envoyez-la encore. Rien n’a été gardé.',
  },
  media_animated: {
    title: 'Cette image est animée',
    text: 'Le club prend les photos fixes. Pour ce qui bouge, envoyez une vidéo. Rien n’a été gardé.',
  },
  media_too_long: {
    title: 'Cette vidéo est trop longue',
    text: 'Deux minutes au plus. Coupez-la sur votre téléphone, puis envoyez-la encore. Rien n’a été gardé.',
  },
  media_codec: {
    title: 'Cette vidéo est dans un format que peu d’appareils lisent',
    text: 'Sur iPhone : Réglages, Appareil photo, Formats, « Le plus compatible ». Puis filmez ou exportez-la encore. Rien n’a été gardé.',
  },
  media_failed: {
    title: 'Ce fichier n’a pas pu être préparé',
    text: 'Ce n’est pas votre faute, et rien n’a été gardé. Essayez encore, ou avec un autre fichier.',
  },
  badge_ended: {
    title: 'Ce badge a pris fin',
    text: 'Plus rien de ce badge n’est valable. Si c’est le vôtre, identifiez-vous pour savoir pourquoi.',
  },
  partner_taken: {
    title: 'Ce nom court est pris',
    text: 'Un autre partenaire le porte. Rien n’a été enregistré ; choisissez-en un autre.',
  },
  webhooks_full: {
    title: 'Il y a déjà trop d’appels sortants',
    text: 'Rien n’a été enregistré. Supprimez-en un qui ne sert plus.',
  },
  badges_full: {
    title: 'Vous avez déjà cinq badges d’entreprise',
    text: 'Rien n’a été enregistré. Retirez-en un, puis recommencez.',
  },
  domain_unproven: {
    title: 'La preuve n’a pas été trouvée',
    text: 'Rien n’a été changé. Une entrée DNS met parfois quelques heures à se voir : regardez à nouveau plus tard.',
  },
  suspended: { title: 'Votre adhésion est suspendue', text: 'Rien n’a été changé. Écrivez au club pour en parler.' },
};

/** Why a field of a story, a report or a decision was refused. */
export const storyFields: StoryFieldSentences = {
  too_short: (label) => `${label} : ce texte est encore trop court.`,
  too_many: (label) => `${label} : il y en a trop.`,
  media_missing: (label) => `${label} : ajoutez une photo ou une vidéo, ou choisissez le texte seul.`,
  media_not_ready: (label) => `${label} : un fichier n’est pas encore prêt. Attendez un instant, ou retirez-le.`,
  alt_missing: (label) => `${label} : dites en quelques mots ce que montre chaque photo.`,
  people_missing: (label) => `${label} : dites qui l’on reconnaît.`,
  permission_missing: (label) => `${label} : choisissez au moins un endroit où votre récit peut paraître.`,
  text_outdated: (label) => `${label} : ces phrases viennent de changer. Relisez-les, puis choisissez.`,
  link_unknown: (label) => `${label} : collez le lien d’une vidéo sur YouTube, Vimeo, Instagram ou Facebook.`,
  reason_missing: (label) => `${label} : choisissez une raison.`,
  good_faith_missing: (label) => `${label} : confirmez que vous signalez de bonne foi.`,
  captions_invalid: (label) => `${label} : les sous-titres ne se lisent pas.`,
  origin_invalid: (label) =>
    `${label} : écrivez une origine comme https://www.exemple.fr, sans chemin ni barre finale.`,
  origin_too_wide: (label) => `${label} : ce joker couvre plus que votre site. Écrivez-le comme https://*.exemple.fr.`,
  colour_invalid: (label) => `${label} : écrivez la couleur comme #b3261e.`,
  name_has_address: (label) =>
    `${label} : sans adresse web ni courriel, car il figure dans les courriels du club. Écrivez au club si votre nom en contient une.`,
  slug_invalid: (label) =>
    `${label} : des minuscules sans accent, des chiffres et des traits d’union, comme ville-de-mulhouse.`,
  url_private: (label) => `${label} : cette adresse ne mène pas à l’internet public.`,
  domain_invalid: (label) => `${label} : écrivez-le comme « boulangerie.example », sans https ni chemin.`,
  unsignable: (label) =>
    `${label} contient une accolade, { ou }, que certains lecteurs de badges ne comprennent pas. Rien n’a été changé.`,
};
