/** French: the club's own language and the source of the other three. */
import { durations } from '../contract/limits.ts';
import { dateIn, days, fieldErrors, hours, numberIn } from './format.ts';
import { frLegal } from './fr-legal.ts';
import { consolePage } from './console/fr.ts';
import { storyFields, storyProblems } from './problems/fr.ts';
import { myStoriesTerms } from './my-stories/fr.ts';
import { signInTerms } from './sign-in/fr.ts';
import type { ServerTerms } from './terms.ts';

const number = numberIn('fr');
const date = dateIn('fr');
// French counts 0 as singular.
const many = (count: number) => count >= 2;
const vowel = /^[aeiouyhàâéèêîôœ]/i;
const de = (name: string) => (vowel.test(name) ? `d’${name}` : `de ${name}`);

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

const labels: ServerTerms['join']['labels'] = {
  firstName: 'Prénom',
  email: 'Adresse de courriel',
  circle: 'Votre cercle',
  invitation: 'Code d’invitation',
  age15: '15 ans ou plus',
  charter: 'Charte',
  lastName: 'Nom',
  place: 'Commune ou pays',
  organisation: 'Entreprise, association, école',
  sentence: 'En une phrase, ce que vous aimez ici',
  newsletter: 'Nouvelles du club',
  public: 'Paraître publiquement',
  introductions: 'Mises en relation',
};

export const fr: ServerTerms = {
  site: {
    languageName: 'Français',
    skipToContent: 'Aller au contenu',
    languages: 'Langue',
    about: 'À propos du club',
    home: 'Accueil',
    join: 'Rejoindre le club',
    charter: 'Charte',
    privacy: 'Vos données',
    legal: 'Mentions légales',
    mailbox: 'Boîte aux lettres de démonstration',
    accessibility: {
      full: 'Accessibilité : totalement conforme',
      partial: 'Accessibilité : partiellement conforme',
      none: 'Accessibilité : non conforme',
    },
    newTab: 'nouvel onglet',
    demo: 'Démonstration : le club, ses membres et ses partenaires sont inventés. Aucun courriel ne part d’ici.',
    pageTitle: (page, club) => `${page} – ${club}`,
  },
  counter: {
    sentence: (members, goal, day) =>
      `${number(members)} ${many(members) ? 'ambassadrices et ambassadeurs' : 'ambassadrice ou ambassadeur'} aujourd’hui ; nous voulons être ${number(goal)} le ${date(day)}.`,
    share: (members, partner) =>
      members === 0
        ? `Le premier membre venu par ${partner}, c’est peut-être vous.`
        : `${number(members)} ${many(members) ? 'sont venus' : 'est venu'} par ${partner}.`,
  },
  home: {
    title: (city) => `Déclarez votre flamme à ${city}`,
    lead: (club) =>
      `${club.name.fr} réunit celles et ceux qui aiment la ville et sa région, et qui le disent. C’est gratuit, ouvert à toutes et à tous dès 15 ans, et cela prend moins d’une minute.`,
    join: 'Je rejoins le club',
    steps: {
      title: 'Comment cela se passe',
      items: [
        {
          title: 'Vous vous inscrivez',
          text: 'Un prénom, une adresse de courriel, un cercle : rien de plus n’est nécessaire.',
        },
        {
          title: 'Vous confirmez',
          text: `Un seul courriel, un seul bouton. Sans votre confirmation, tout est effacé au bout de ${pendingDays} jours.`,
        },
        {
          title: 'Vous racontez',
          text: 'Une phrase, une photo, une vidéo : ce que vous aimez ici, avec vos mots, quand vous voulez.',
        },
      ],
    },
    circles: 'Trois façons d’en être',
    byInvitation: 'sur invitation',
    promise: {
      title: 'Ce que nous ne faisons pas',
      paragraphs: [],
      points: [
        'Pas de pistage, pas de publicité, et pas de cookie tant que vous ne vous identifiez pas.',
        'Pas de mot de passe à retenir.',
        'Pas de nouvelles du club sans votre accord, et vous les arrêtez d’un clic.',
        'Pas de départ compliqué : partir est aussi simple qu’entrer.',
      ],
    },
    partners: 'Les partenaires du club',
    partnersLead: 'On peut rejoindre le club sur leurs pages, sans les quitter.',
  },
  join: {
    title: (city) => `Devenir ambassadrice ou ambassadeur ${de(city)}`,
    lead: 'Moins d’une minute, puis un courriel à confirmer.',
    via: (partner) => `Vous venez par notre partenaire : ${partner}.`,
    back: (partner) => `Retour au site « ${partner} »`,
    requiredNote: 'Les champs sont obligatoires quand leur nom le dit.',
    required: 'obligatoire',
    optional: 'facultatif',
    labels,
    hints: {
      firstName: 'Comme on vous appelle. Exemple : Camille',
      email: 'Nous y envoyons un courriel à confirmer. Exemple : camille@exemple.fr',
      invitation: 'Pour le cercle sur invitation seulement. Exemple : FLAMME-1234',
      place: 'Exemples : Riedisheim, Toronto, Suisse',
      organisation: 'Exemple : Atelier Bollwerk',
      sentence: '280 signes au plus.',
    },
    more: 'En dire plus',
    wishes: 'Si vous le souhaitez',
    agreements: 'Pour entrer au club',
    readCharter: 'Lire la charte',
    notice: 'Ce que nous faisons de vos données',
    submit: 'Je rejoins le club',
    trap: 'Laissez ce champ vide',
    errorsTitle: (count) =>
      many(count)
        ? `${number(count)} points sont à revoir ; rien n’est perdu`
        : 'Un point est à revoir ; rien n’est perdu',
    errorPrefix: 'Erreur : ',
    sent: {
      title: 'Encore un geste : regardez votre courrier',
      text: (address) =>
        `Si tout va bien, un courriel arrive dans quelques instants à ${address}. Il contient un bouton : en le pressant, vous entrez au club.`,
      points: [
        'Rien après quelques minutes ? Regardez dans les indésirables.',
        `Le lien vaut ${linkHours} heures. Sans confirmation, tout est effacé au bout de ${pendingDays} jours.`,
        'Vous pouvez fermer cette page.',
      ],
      again: 'Corriger l’adresse',
    },
  },
  confirm: {
    open: {
      title: 'Encore un geste',
      text: 'Cette adresse a été donnée pour rejoindre le club. Si c’est vous, confirmez : votre adhésion commence aussitôt et le compteur avance d’un.',
      button: 'Je confirme',
      otherwise: `Ce n’était pas vous ? Fermez cette page : il ne se passe rien, et la demande est effacée au bout de ${pendingDays} jours.`,
    },
    confirmed: {
      title: 'Bienvenue au club !',
      text: 'Votre adhésion est confirmée. Merci de porter la flamme avec nous.',
      points: [
        'Un courriel de bienvenue arrive : gardez-le, il contient le lien pour partir quand vous voulez.',
        'Parlez du club autour de vous : chaque voix compte, et le compteur le montre.',
      ],
    },
    already: {
      title: 'C’est déjà fait',
      text: 'Votre adhésion était déjà confirmée ; ce second appui n’a rien changé.',
    },
    expired: {
      title: 'Ce lien a vieilli',
      text: `Un lien de confirmation vaut ${linkHours} heures. Vous n’êtes pas inscrit, et la demande sera effacée. Il suffit de recommencer : cela prend moins d’une minute.`,
    },
    unknown: {
      title: 'Nous ne connaissons pas ce lien',
      text: 'Il est peut-être coupé : copiez-le en entier depuis le courriel. Ou bien la demande a été effacée, faute de confirmation. Rien n’a été changé.',
    },
    taken: {
      title: 'Cette invitation a déjà servi',
      text: 'Toutes ses places ont été prises entre-temps. Vous n’êtes pas inscrit. Demandez un autre code au club, ou choisissez un autre cercle.',
    },
    yourAnswers: 'Vous avez répondu :',
    joinAgain: 'Rejoindre le club',
  },
  leave: {
    open: {
      title: 'Quitter le club',
      text: 'Votre nom, votre adresse et ce que vous nous avez dit seront effacés aussitôt. Votre badge cesse partout d’être valable. Vous ne recevrez plus rien de nous.',
      button: 'Je quitte le club',
      otherwise: 'Vous préférez rester ? Fermez cette page : rien ne change.',
    },
    done: {
      title: 'C’est fait, vous avez quitté le club',
      text: 'Vos données sont effacées. Merci pour le bout de chemin ; la porte reste ouverte.',
    },
    unknown: {
      title: 'Nous ne connaissons pas ce lien',
      text: 'Il est peut-être coupé ou trop vieux. Rien n’a été changé. Pour quitter le club, écrivez-nous : l’adresse est dans les mentions légales.',
    },
  },
  unsubscribe: {
    open: {
      title: 'Ne plus recevoir les nouvelles',
      text: 'Vous restez membre du club ; seules les nouvelles s’arrêtent.',
      button: 'J’arrête les nouvelles',
      otherwise: 'Vous préférez les garder ? Fermez cette page : rien ne change.',
    },
    done: {
      title: 'Les nouvelles sont arrêtées',
      text: 'Vous restez membre du club et ne recevrez plus ses nouvelles.',
    },
    unknown: {
      title: 'Nous ne connaissons pas ce lien',
      text: 'Il est peut-être coupé ou trop vieux. Rien n’a été changé. Pour arrêter les nouvelles, écrivez-nous : l’adresse est dans les mentions légales.',
    },
  },
  signIn: signInTerms,
  myStories: myStoriesTerms,
  console: consolePage,
  mailbox: {
    title: 'Boîte aux lettres de démonstration',
    text: 'Les courriels que le club aurait envoyés, les plus récents d’abord. Cette page n’existe que dans la démonstration.',
    empty: 'Aucun courriel pour l’instant. Inscrivez-vous sur le site d’un partenaire, puis revenez.',
    to: 'À',
    date: 'Date',
    subject: 'Objet',
    asText: 'Texte seul',
    asHtml: 'Mis en page',
    back: 'Tous les courriels',
    refresh: 'Actualiser',
  },
  charter: {
    title: 'La charte du club',
    lead: 'Ce que nous nous promettons les uns aux autres, en quelques mots.',
    version: (version) => `Version ${version}`,
    agree: 'On l’accepte en entrant au club. Nous gardons la trace de la version acceptée.',
  },
  ...frLegal,
  fieldError: fieldErrors(labels, {
    unnamed: 'Un champ du formulaire',
    own: {
      'firstName.required': 'Prénom : écrivez comment on vous appelle, par exemple Camille.',
      'email.required': 'Adresse de courriel : écrivez votre adresse, par exemple camille@exemple.fr.',
      'email.email_invalid': 'Adresse de courriel : il y manque quelque chose. Elle ressemble à camille@exemple.fr.',
      'circle.required': 'Votre cercle : choisissez-en un.',
      'circle.circle_unknown': 'Votre cercle : choisissez-en un dans la liste.',
      'circle.invalid': 'Votre cercle : choisissez-en un dans la liste.',
      'age15.under_age':
        '15 ans ou plus : le club accueille dès 15 ans. Si vous êtes plus jeune, revenez vite ; nous n’avons rien gardé.',
      'charter.charter_not_accepted': 'Charte : cochez la case pour entrer au club.',
    },
    general: {
      ...storyFields,
      required: (label) => `${label} : ce champ est à remplir.`,
      too_long: (label, max) =>
        `${label} : le texte est trop long${max ? `, ${number(max)} signes au plus` : ''}. Rien n’a été coupé.`,
      control_character: (label) =>
        `${label} : un signe invisible s’y est glissé, souvent par un copier-coller. Retapez ce texte.`,
      invalid_unicode: (label) => `${label} : un signe y est abîmé. Retapez ce texte.`,
      email_invalid: (label) => `${label} : l’adresse ressemble à camille@exemple.fr.`,
      circle_unknown: (label) => `${label} : choisissez dans la liste.`,
      invitation_required: (label) =>
        `${label} : ce cercle est sur invitation, écrivez le code reçu du club, ou choisissez un autre cercle.`,
      invitation_unknown: (label) =>
        `${label} : nous ne connaissons pas ce code, ou il a déjà servi. Vérifiez-le, ou choisissez un autre cercle.`,
      under_age: (label) => `${label} : le club accueille dès 15 ans. Nous n’avons rien gardé.`,
      charter_not_accepted: (label) => `${label} : cochez la case.`,
      charter_outdated: (label) => `${label} : elle vient de changer. Lisez la nouvelle version, puis cochez la case.`,
      language_unknown: (label) => `${label} : cette langue n’est pas proposée.`,
      url_invalid: (label) => `${label} : cette adresse web n’est pas valable.`,
      wrong_type: (label) => `${label} : la réponse n’a pas la forme attendue.`,
      unknown_field: (label) => `${label} : il n’a pas sa place ici.`,
      invalid: (label) => `${label} : la réponse n’est pas valable.`,
    },
  }),
  problems: {
    ...storyProblems,
    invalid_request: {
      title: 'Des réponses sont à revoir',
      text: 'Rien n’a été enregistré. Ce que vous avez écrit est encore là.',
    },
    invalid_json: { title: 'La demande est arrivée abîmée', text: 'Rien n’a été enregistré. Essayez encore.' },
    unsupported_media_type: {
      title: 'La demande a une forme inconnue',
      text: 'Rien n’a été enregistré. Passez par le formulaire du club.',
    },
    body_too_large: {
      title: 'La demande est trop lourde',
      text: 'Rien n’a été enregistré. Raccourcissez vos réponses, puis essayez encore.',
    },
    not_found: {
      title: 'Il n’y a rien à cette adresse',
      text: 'La page a peut-être changé de place. L’accueil mène partout.',
    },
    method_not_allowed: {
      title: 'Cette adresse ne s’utilise pas ainsi',
      text: 'Rien n’a été changé. Repartez de l’accueil.',
    },
    wrong_host: {
      title: 'Ce n’est pas la bonne adresse',
      text: 'Le club ne répond pas sous ce nom. Rien n’a été changé.',
    },
    partner_unknown: {
      title: 'Nous ne connaissons pas ce partenaire',
      text: 'Rien n’est perdu : vous pouvez rejoindre le club sur sa propre page.',
    },
    partner_paused: {
      title: 'Ce partenaire fait une pause',
      text: 'Rien n’est perdu : vous pouvez rejoindre le club sur sa propre page.',
    },
    origin_not_allowed: {
      title: 'Ce formulaire ne peut pas servir depuis cette page',
      text: 'Rien n’a été enregistré. Vous pouvez rejoindre le club sur sa propre page.',
    },
    proof_invalid: {
      title: 'Le formulaire n’a pas pu être vérifié',
      text: 'Rien n’a été enregistré. Cochez ce que vous acceptez, puis envoyez-le encore une fois.',
    },
    proof_expired: {
      title: 'Le formulaire est resté ouvert longtemps',
      text: 'Rien n’a été enregistré. Ce que vous avez écrit est encore là : envoyez-le encore une fois.',
    },
    proof_spent: {
      title: 'Ce formulaire a déjà été envoyé',
      text: 'Regardez votre courrier. Rien reçu ? Envoyez-le encore une fois.',
    },
    too_fast: {
      title: 'C’était très rapide',
      text: 'Par prudence, rien n’a été enregistré. Ce que vous avez écrit est encore là : envoyez-le encore une fois.',
    },
    rate_limited: { title: 'Beaucoup de demandes à la fois', text: 'Rien n’a été enregistré, et rien n’est perdu.' },
    busy: { title: 'Il y a foule', text: 'Rien n’a été enregistré. Essayez encore dans un instant.' },
    internal: {
      title: 'Quelque chose n’a pas marché chez nous',
      text: 'Ce n’est pas votre faute, et rien n’a été enregistré. Essayez encore dans un instant.',
    },
  },
  retryAfter: (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return seconds < 90
      ? 'Essayez encore dans une minute.'
      : minutes < 90
        ? `Essayez encore dans ${number(minutes)} minutes.`
        : `Essayez encore dans ${number(Math.ceil(minutes / 60))} heures.`;
  },
};
