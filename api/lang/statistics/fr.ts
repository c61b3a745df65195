import type { StatisticsTexts } from './terms.ts';

export const statisticsTexts: StatisticsTexts = {
  title: 'Statistiques',
  lead: 'Des nombres, jamais des personnes.',
  period: {
    label: 'Période',
    days: { '7': '7 jours', '30': '30 jours', '90': '90 jours', '365': 'Une année' },
    from: 'Du',
    to: 'Au',
    partner: 'Partenaire',
    everyPartner: 'Tous les partenaires',
    show: 'Afficher',
    shown: (from, to) => `Du ${from} au ${to}`,
  },
  kinds: {
    signup: 'Demandes',
    confirmation: 'Adhésions confirmées',
    story_seen: 'Récits vus',
    story_played: 'Vidéos lancées',
    badge_check: 'Badges vérifiés',
  },
  groups: { joined: 'Rejoindre', stories: 'Récits', badges: 'Badges' },
  before: (before) => `période précédente : ${before}`,
  overTime: (kind, sum, day, most) => `${kind} : ${sum} en tout, au plus ${most} (${day}).`,
  byWeek: 'Une barre par semaine.',
  byName: (kind, name, most) => `${kind} : d’abord ${name}, ${most}.`,
  nothing: 'Rien dans cette période.',
  empty: {
    title: 'Rien encore',
    text: 'Dans cette période, aucun widget n’a rien rapporté. Dès qu’une page de partenaire en montre un, les nombres arrivent ici en quelques secondes.',
  },
  by: {
    day: { title: 'Par jour', column: 'Jour' },
    partner: { title: 'Par partenaire', column: 'Partenaire' },
    page: { title: 'Par page', column: 'Page' },
    campaign: { title: 'Par campagne', column: 'Campagne' },
  },
  noPage: 'Sans page',
  noCampaign: 'Sans campagne',
  table: 'Les nombres en tableau',
  csv: 'Télécharger en CSV',
  more: 'Le tableau s’arrête là ; le fichier contient tout.',
  places: {
    title: 'D’où viennent les membres',
    text: 'Aujourd’hui, d’après ce que chacun a écrit. Un lieu de moins de cinq personnes n’apparaît qu’avec d’autres ; les nombres sont arrondis au multiple de cinq inférieur.',
    column: 'Lieu',
    members: 'Membres',
    unsaid: 'Non précisé',
    rest: 'Autres lieux, ensemble',
    tooFew: 'Trop peu de membres pour montrer des lieux sans montrer des personnes.',
  },
  counted: {
    title: 'Comment nous comptons',
    points: [
      'Une demande compte quand le formulaire est parti, une adhésion quand le lien du courriel a été confirmé.',
      'Un récit compte quand sa moitié est restée une seconde à l’écran ; une vidéo, quand elle démarre.',
      'Un badge compte quand une page ou une personne en demande la validité.',
      'Ni cookie, ni identifiant, ni adresse IP : le même visiteur compte chaque fois.',
      'Les jours sont ceux de l’heure du club. Une panne peut faire perdre quelques secondes de comptage.',
    ],
  },
  referral: {
    title: 'Faites venir quelqu’un',
    text: 'Votre lien personnel mène au formulaire. Il dit au club que c’est vous qui avez donné envie, rien d’autre.',
    label: 'Votre lien',
    elsewhere: 'Sur n’importe quelle page d’un partenaire, ajoutez ceci à la fin de l’adresse :',
    elsewhereLabel: 'À ajouter à une adresse',
    came: (count, written) =>
      count === 0
        ? 'Personne n’est encore venu par ce lien.'
        : `${written} ${count === 1 ? 'personne a rejoint' : 'personnes ont rejoint'} le club grâce à vous.`,
  },
  back: { console: 'Retour à la console', partner: 'Retour à la page du partenaire' },
};
