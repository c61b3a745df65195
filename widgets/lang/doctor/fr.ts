import type { DoctorTerms } from './terms.ts';

export const fr: DoctorTerms = {
  decimal: ',',
  title: 'Diagnostic des widgets',
  looking: 'Examen de la page…',
  one: 'Un point à corriger',
  some: '{count} points à corriger',
  well: 'Tout va bien',
  wellMeans: 'Rien sur cette page ne gêne les widgets.',
  checked: 'En ordre',
  places: {
    policy: 'Dans la Content-Security-Policy, remplacez cette directive ou ajoutez-la :',
    html: 'Dans le code HTML de la page :',
    css: 'Dans la feuille de style de la page :',
    club: 'À envoyer au club :',
    script: 'Là où cela se règle :',
  },
  severities: { broken: 'Bloque', harmed: 'Gêne', advice: 'Conseil' },
  checks: {
    policy: 'La politique de sécurité laisse passer ce qu’il faut',
    network: 'Le club répond',
    partner: 'Le partenaire et l’adresse de cette page sont connus',
    scripts: 'Une seule version, à jour et intacte',
    elements: 'Balises, attributs, langue et contenu de secours',
    looks: 'Visible et lisible (4,5:1)',
    globals: 'Aucun autre script ne fausse le navigateur',
  },
  copy: 'Copier',
  copied: 'Copié',
  selected: 'Sélectionné',
  again: 'Réexaminer',
  report: 'Copier le rapport',
  close: 'Fermer le diagnostic',
  request: 'Bonjour, merci d’ajouter {origin} aux adresses du partenaire « {partner} ».',
  resume: 'Bonjour, le partenaire « {partner} » est en pause. Peut-il reprendre sur {origin} ?',
  fallbacks: {
    signup: 'Devenir ambassadrice ou ambassadeur',
    testimonials: 'Lire les témoignages',
    badge: 'Vérifier ce badge',
    counter: 'Voir le club',
    'story-form': 'Raconter mon histoire',
  },
  findings: {
    csp: [
      'La politique de sécurité bloque « {directive} »',
      'Le navigateur refuse ces requêtes. Les visiteurs voient le contenu de secours, ou un widget incomplet.',
    ],
    'trusted-types': [
      'La règle « lit-html » n’est pas autorisée',
      'La page limite les Trusted Types. Sans elle, aucun widget ne se dessine.',
    ],
    mixed: [
      'L’adresse du club est en http',
      'Une page https ne peut rien lire en http. Le widget reste sur son contenu de secours.',
    ],
    blocked: [
      'Une extension bloque le club',
      'Le site {origin} répond, mais la question du widget est arrêtée dans ce navigateur. D’autres visiteurs ont peut-être la même extension ; ils voient le contenu de secours.',
    ],
    unreachable: [
      'Le club est injoignable',
      '{origin} ne répond pas. Les visiteurs voient le contenu de secours. Vérifiez l’attribut « api » et votre connexion.',
    ],
    origin: [
      'Cette adresse n’est pas celle du partenaire',
      'Le club ne connaît pas {origin} pour « {partner} » : les inscriptions y sont refusées.',
    ],
    'partner-unknown': [
      'Le partenaire « {partner} » est inconnu',
      'Vérifiez l’orthographe du nom court que le club vous a donné. Rien ne peut être envoyé d’ici.',
    ],
    'partner-paused': [
      'Le partenaire « {partner} » est en pause',
      'Le club a suspendu ses widgets. Les visiteurs voient le contenu de secours.',
    ],
    'partner-missing': ['Il manque « partner » à <{tag}>', 'Sans nom de partenaire, le formulaire ne s’affiche pas.'],
    module: [
      'Il manque type="module" à {file}',
      'Le navigateur lit ce script à l’ancienne et s’arrête à la première ligne. Rien ne s’affiche.',
    ],
    unloaded: ['<{tag}> n’est pas chargé', 'Aucun script ne la définit. Les visiteurs voient le contenu de secours.'],
    integrity: [
      'L’empreinte de {file} est fausse',
      'Le navigateur refuse un fichier qui ne correspond pas à « integrity ».',
    ],
    gone: ['{file} {version} n’existe pas', 'Cette adresse ne mène à aucun fichier du club. Rien ne s’affiche.'],
    version: [
      'La version {version} n’est plus la dernière',
      'Elle continue de marcher. La version {current} apporte corrections et textes nouveaux.',
    ],
    versions: ['Plusieurs versions sur la page : {versions}', 'La première sert partout. Gardez un script.'],
    twice: [
      'Le script est chargé plusieurs fois',
      'Rien ne casse, mais les visiteurs téléchargent trop : {files}. Gardez cette seule ligne.',
    ],
    taken: [
      'Un autre script a pris <{tag}>',
      'Une page ne peut avoir deux définitions. La nôtre s’efface et le contenu de secours reste. Cherchez et retirez ce code :',
    ],
    tag: [
      '<{tag}> n’existe pas',
      'La balise s’appelle sans doute <{right}>. Les visiteurs ne voient que ce qu’elle contient.',
    ],
    unclosed: [
      '<{tag}> n’est pas fermé',
      'Tout ce qui suit dans la page lui appartient alors, et peut disparaître. Une barre oblique dans la balise ne la ferme pas.',
    ],
    fallback: [
      '<{tag}> est vide',
      'Si le script est bloqué, lent ou refusé, les visiteurs ne voient rien. Un vrai lien reste toujours.',
    ],
    attribute: ['Attribut inconnu « {name} »', '<{tag}> l’ignore. Vouliez-vous dire « {right} » ?'],
    flag: ['« {name}="{value}" » veut dire oui', 'La présence de l’attribut suffit à l’activer. Pour non, retirez-le.'],
    value: ['« {name}="{value}" » n’est pas une valeur connue', '<{tag}> l’ignore. La plus proche est « {right} ».'],
    ids: [
      'L’identifiant « {id} » est en double',
      'Liens et étiquettes vers <{tag}> mènent au premier des deux. Renommez le second.',
    ],
    lang: [
      'La page ne dit pas sa langue',
      'Les lecteurs d’écran la devinent, et les widgets parlent français. C’est aussi un critère d’accessibilité (RGAA 8.3).',
    ],
    hidden: ['<{tag}> est invisible', 'La feuille de style de la page le cache ({by}). Aucun visiteur ne le voit.'],
    squeezed: [
      'Le cadre est écrasé à {width} px',
      'Une règle de la page limite la largeur des iframes. Le widget y est illisible.',
    ],
    contrast: ['Contraste trop faible : {ratio}:1', 'Dans <{tag}>, « {words} » se lit mal (il faut 4,5:1, RGAA 3.2).'],
    polluted: [
      'Un script ajoute « {name} » à tous les objets',
      'Nos widgets s’en protègent, d’autres scripts peut-être pas. Corrigez le script fautif, ou effacez après lui :',
    ],
    clobbered: [
      'Un élément porte le nom « {name} »',
      'Il cache document.{name} aux autres scripts. Nos widgets s’en protègent. Renommez-le.',
    ],
  },
};
