import type { ConfiguratorTerms } from './terms.ts';

export const configuratorTerms: ConfiguratorTerms = {
  title: 'Le club sur votre site',
  lead: 'Choisissez ce que voient vos visiteurs, regardez, copiez deux lignes. Ni cookie, ni compte, ni rien à installer.',
  short: 'Pour les sites partenaires',
  form: {
    title: 'Votre choix',
    partner: {
      label: 'Votre nom court de partenaire',
      hint: 'En minuscules, avec des tirets, tel que le club vous l’a donné.',
      missing: 'Dites d’abord pour qui\u00a0: sans ce nom court, le club ne saurait pas de quel site il s’agit.',
      unknown: (name) =>
        `Le club ne connaît aucun partenaire nommé «\u00a0${name}\u00a0». Demandez-lui votre nom court.`,
      paused: (name) =>
        `«\u00a0${name}\u00a0» est en pause\u00a0: ses widgets ne montrent que leur lien. Le club vous dira pourquoi.`,
      sites: (name, sites) => `${name}\u00a0: fonctionne sur ${sites}. Pour une autre adresse, demandez au club.`,
      noSites: (name) => `${name}\u00a0: aucun site n’est encore autorisé. Donnez au club l’adresse du vôtre.`,
    },
    widget: 'Quoi montrer',
    widgets: {
      signup: { name: 'Adhésion', text: 'On rejoint le club sans quitter votre page.' },
      testimonials: { name: 'Récits', text: 'Ce que racontent les ambassadeurs\u00a0: mots, photos, films.' },
      badge: { name: 'Badge', text: '«\u00a0Je suis ambassadrice\u00a0», vérifié sous vos yeux.' },
      counter: { name: 'Compteur', text: 'Combien nous sommes, en une phrase.' },
      'story-form': { name: 'Raconter', text: 'Les membres écrivent, envoient une photo ou un film.' },
    },
    language: 'Langue',
    asPage: 'celle de la page',
    theme: 'Fond',
    themes: { auto: 'comme la page', light: 'clair', dark: 'sombre' },
    accent: {
      label: 'Couleur',
      hint: 'Sous la forme #rrggbb\u202f; vide\u00a0: celle du partenaire, sinon celle du club. Les mots restent lisibles, nous la corrigeons s’il le faut.',
      pick: 'Choisir la couleur',
    },
    options: 'Disposition et filtres',
    labels: {
      circle: 'Cercle',
      compact: 'ne s’ouvre qu’à la demande',
      open: 'ouvert d’emblée',
      layout: 'Disposition',
      kind: 'Genre de récit',
      language: 'Raconté en',
      tag: 'Thème',
      limit: 'Combien pour commencer',
      order: 'Ordre',
      story: 'Un seul récit\u00a0: la fin de son adresse',
      'only-partner': 'seulement ceux racontés sur vos pages',
      badge: 'Le badge\u00a0: la fin de son adresse',
      variant: 'Forme',
      share: 'avec ce que votre site a apporté',
      'no-goal': 'sans objectif ni date',
    },
    values: {
      'layout.carousel': 'l’un après l’autre',
      'layout.wall': 'mur',
      'layout.list': 'liste',
      'layout.single': 'un seul',
      'kind.text': 'mots',
      'kind.photo': 'photos',
      'kind.video': 'films',
      'order.featured': 'd’abord ceux choisis par le club',
      'order.newest': 'les plus récents d’abord',
      'order.oldest': 'les plus anciens d’abord',
      'variant.line': 'ligne',
      'variant.seal': 'sceau',
      'variant.compact': 'petit',
      'variant.figure': 'grand chiffre',
    },
    any: 'tous',
    update: 'Montrer',
  },
  refused: {
    title: 'Laissé de côté',
    unknown: (name) => `«\u00a0${name}\u00a0» ne se choisit pas ici.`,
    value: (name, value) => `«\u00a0${value}\u00a0» n’existe pas pour «\u00a0${name}\u00a0».`,
    accent: (value) =>
      `«\u00a0${value}\u00a0» n’est pas une couleur de la forme #rgb ou #rrggbb\u202f; les autres écritures de CSS ne sont pas admises.`,
  },
  preview: {
    title: 'À quoi cela ressemble',
    note: 'Un cadre avec le widget seul, sous une politique de sécurité stricte (CSP). Rien n’est envoyé d’ici\u00a0: ni adhésion, ni récit.',
    width: 'Largeur',
    phone: 'téléphone',
    desktop: 'ordinateur',
    scheme: 'Page',
    light: 'claire',
    dark: 'sombre',
    script: 'JavaScript',
    withScript: 'actif',
    withoutScript: 'bloqué',
  },
  contrast: {
    title: 'Contraste de votre couleur',
    onLight: (ratio) => `${ratio}:1 sur blanc`,
    onDark: (ratio) => `${ratio}:1 sur fond sombre`,
    fine: 'Suffisant partout\u00a0: il faut 4,5:1 pour bien lire (WCAG 2.2, AA). Elle est prise telle quelle.',
    corrected: 'Il faut 4,5:1 pour bien lire (WCAG 2.2, AA). Seule la clarté a bougé, la teinte est la vôtre.',
    light: 'sur page claire',
    dark: 'sur page sombre',
    sheet: {
      label: 'Pour votre feuille de style',
      text: 'Collez ces lignes dans le CSS de votre site\u00a0: la couleur, et la place de ce qui est plus haut que son remplaçant, car aucun widget ne déplace une page qu’on lit. Elles ne sont pas dans le code, pour qu’une page qui interdit les styles en ligne l’accepte.',
    },
  },
  snippets: {
    title: 'Copier',
    lead: 'Sept façons de faire. Sans script, il reste toujours un lien, une image ou un chiffre.',
    missing: 'Les lignes à copier paraîtront ici dès que le partenaire sera connu.',
    label: 'Code',
    kinds: {
      pinned: {
        title: 'Script, version fixe',
        text: 'À prendre si vous pouvez coller du HTML\u00a0: le fichier ne change jamais, et le navigateur refuse tout autre. Pour les nouveautés, recopiez la ligne.',
      },
      evergreen: {
        title: 'Script, toujours à jour',
        text: 'À prendre si personne ne s’occupera de la page\u00a0: il suit la version 1 de lui-même. Sans empreinte\u00a0: vous faites confiance au serveur du club.',
      },
      iframe: {
        title: 'Cadre',
        text: 'À prendre si votre gestionnaire de contenu retire les scripts mais laisse passer les cadres. La dernière ligne ajuste la hauteur\u202f; on peut s’en passer.',
      },
      oembed: {
        title: 'Adresse (oEmbed)',
        text: 'À prendre dans les éditeurs qui changent une adresse collée en son contenu. Collez-la seule sur une ligne.',
      },
      wordpress: {
        title: 'WordPress',
        text: 'À prendre avec l’extension du club, même sans le droit de publier du HTML. Elle écrit elle-même le lien et le script.',
      },
      react: {
        title: 'React',
        text: 'À prendre dans une application React 19, avec le paquet npm. Le rendu se fait aussi sur un serveur.',
      },
      html: {
        title: 'HTML seul',
        text: 'À prendre là où aucun script ne tourne\u00a0: lettre d’information, intranet. On arrive sur la page du club.',
      },
    },
    storyForm:
      'Le formulaire de récit n’est entier dans aucun fichier\u00a0: son chargeur est fixé, et ce qu’il va chercher a des adresses qui ne changent jamais, mais pas d’empreinte.',
    badgeMissing:
      'Sans la fin de son adresse, aucun badge ne paraît, seulement un lien vers ce qu’il signifie. Chaque membre trouve le sien dans «\u00a0Mes badges\u00a0».',
    storiesWait:
      'Les récits ne poussent rien de ce que l’on est en train de lire. Tout en haut d’une page, ôtez ce qui est entre les balises\u00a0: ils paraissent aussitôt.',
    quoteKept:
      'Le récit entre les balises est une copie pour qui n’a pas de script. Si son auteur le retire, le widget ne le montre plus\u202f; ôtez-le aussi de votre page.',
    kit: {
      title: 'Plusieurs widgets sur une page',
      text: 'Prenez ce seul script à la place des leurs\u202f; il les connaît tous, sauf le formulaire de récit.',
    },
  },
  more: {
    title: 'Pour ceux que cela regarde aussi',
    passport: 'Passeport\u00a0: poids, requêtes, ligne CSP, accessibilité, données envoyées',
    privacy: 'Ce que deviennent les données de vos visiteurs',
    doctor:
      'Rien ne paraît\u202f? Ajoutez ceci à l’adresse de votre page\u202f; l’obstacle est nommé, avec la ligne qui le lève\u00a0:',
  },
  status: {
    updated: 'L’aperçu et le code sont à jour.',
    failed: 'L’aperçu n’a pas pu être renouvelé. Appuyez sur «\u00a0Montrer\u00a0».',
  },
  words: {
    signup: (city) => `Devenir ambassadrice ou ambassadeur (${city})`,
    testimonials: (city) => `${city} racontée par ses ambassadeurs`,
    badge: (city) => `Le badge des ambassadeurs (${city})`,
    counter: (club) => `${club}\u00a0: combien nous sommes`,
    storyForm: (city) => `Raconter ${city}`,
    withoutScript: {
      signup: 'Le formulaire sans JavaScript',
      testimonials: 'Tous les récits, sur le site du club',
      badge: 'Vérifier sur le site du club',
      counter: 'Le chiffre du jour',
      'story-form': 'Se connecter sur le site du club',
    },
  },
};
