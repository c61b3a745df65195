import { dateIn } from '../format.ts';
import type { StoryPageTerms } from './terms.ts';

const date = dateIn('fr');
const of = (name: string) => (/^[aeiouyhàâéèêîïôœ]/i.test(name) ? `d’${name}` : `de ${name}`);

export const storyPageTerms: StoryPageTerms = {
  list: {
    title: 'Récits',
    lead: (city) =>
      `Ce que des habitants, des voisins et des gens partis loin racontent ${of(city)}, avec leurs mots et dans leur langue.`,
    filter: 'Choisir des récits',
    labels: { circle: 'Cercle', kind: 'Forme', language: 'Langue', tag: 'Thème' },
    any: {
      circle: 'Tous les cercles',
      kind: 'Toutes les formes',
      language: 'Toutes les langues',
      tag: 'Tous les thèmes',
    },
    kinds: { text: 'Texte', photo: 'Photos', video: 'Vidéo' },
    apply: 'Choisir',
    reset: 'Tout montrer',
    none: 'Aucun récit pour ce choix. Il sera peut-être le vôtre.',
    readOn: (author) => `Lire la suite du récit ${of(author)}`,
    open: (author) => `Ouvrir le récit ${of(author)}`,
    more: 'Récits suivants',
    first: 'Revenir au début',
    tell: 'Raconter à mon tour',
  },
  story: {
    title: (author) => `Le récit ${of(author)}`,
    all: 'Tous les récits',
    published: (day) => `Paru le ${date(day)}`,
    partner: (name) => `Raconté chez ${name}`,
    transcript: 'Transcription de la vidéo',
    duration: (seconds) => `Vidéo de ${seconds} secondes`,
    film: 'Télécharger la vidéo',
    link: {
      youtube: 'Voir la vidéo sur YouTube',
      vimeo: 'Voir la vidéo sur Vimeo',
      instagram: 'Voir la vidéo sur Instagram',
      facebook: 'Voir la vidéo sur Facebook',
    },
    linkNote: 'Ce lien quitte le site du club. Rien n’est demandé à ce service tant que vous ne le suivez pas.',
    picture: (author, city) => `Extrait du récit ${of(author)}, ambassadeur ou ambassadrice ${of(city)}`,
    share: {
      title: 'Partager',
      mail: 'Par courriel',
      on: (site) => `Partager sur ${site}`,
    },
    report: 'Signaler ce récit',
    gone: {
      title: 'Ce récit n’est pas ici',
      text: 'Son auteur l’a peut-être retiré, ou l’adresse est incomplète. Les autres récits sont toujours là.',
    },
  },
  report: {
    title: 'Signaler un récit',
    about: (author) => `Vous signalez le récit ${of(author)} :`,
    lead: 'Une personne de l’équipe le lira, décidera et vous répondra. Pas besoin de compte.',
    labels: {
      reason: 'Que reprochez-vous à ce récit ?',
      text: 'Ce qui ne va pas, avec vos mots',
      name: 'Votre nom',
      email: 'Votre adresse électronique',
      goodFaith: 'Je crois de bonne foi que ce que je signale est exact et complet.',
    },
    hints: {
      text: 'Quel passage, quelle image, quel moment de la vidéo ? Cela aide à décider vite.',
      name: 'Il n’est donné ni à l’auteur ni à personne hors de l’équipe.',
      email: 'Pour l’accusé de réception et la réponse, rien d’autre. Exemple : camille@exemple.fr',
    },
    nameless: 'Pour signaler un abus sexuel sur mineur, ni nom ni adresse ne sont nécessaires.',
    submit: 'Envoyer le signalement',
    errors: {
      reason: 'Choisissez un motif dans la liste.',
      text: 'Dites en quelques mots ce qui ne va pas, en 2 000 caractères au plus.',
      name: 'Écrivez votre nom.',
      email: 'Écrivez votre adresse, par exemple camille@exemple.fr.',
      goodFaith: 'Cochez la case de bonne foi pour envoyer.',
    },
    done: {
      title: 'Merci, votre signalement est arrivé',
      text: 'Une personne de l’équipe va le lire. Le récit reste visible jusqu’à sa décision.',
      number: (receipt) => `Numéro de votre signalement : ${receipt}`,
      points: [
        'Si vous avez laissé une adresse, vous recevez un accusé de réception, puis la décision et ses raisons.',
        'Votre nom et votre adresse sont effacés quand plus aucune réponse n’est attendue.',
      ],
    },
    back: 'Revenir au récit',
  },
  kit: {
    title: 'À publier sur les réseaux',
    lead: 'Les images et le texte de ce récit, prêts pour la page Facebook et le compte Instagram du club.',
    notAllowed: {
      title: 'Ce récit ne va pas sur les réseaux sociaux',
      text: 'Son auteur n’a pas donné cette permission, ou le récit n’est pas publié. Vous pouvez partager le lien de sa page quand elle est publique.',
    },
    pictures: 'Images',
    shapes: { og: 'Paysage, pour Facebook', portrait: 'Portrait, pour Instagram' },
    photo: (position) => `Photo ${position}`,
    film: 'Vidéo',
    alt: 'Texte de remplacement à recopier avec l’image :',
    download: 'Télécharger',
    text: 'Texte à copier',
    textHint: 'Les mots de l’auteur ne se changent pas : coupez si besoin, ne réécrivez pas.',
    post: 'Où publier',
    facebook: 'La page Facebook du club',
    instagram: 'Le compte Instagram du club',
  },
  home: { title: 'Ils le racontent', all: 'Lire tous les récits' },
  embed: { title: (club) => `Récits du ${club}` },
};
