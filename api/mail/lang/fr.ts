import { signIn } from './sign-in/fr.ts';
import { withPartner, type MailTerms } from './terms.ts';

/** French. */
export const fr: MailTerms = {
  confirmation: ({ club, partner, hours, days }) => ({
    subject: 'Plus qu’un geste : confirmez votre adhésion',
    preview: `Une page, un bouton. Le lien est valable ${hours} heures.`,
    heading: 'Plus qu’un geste',
    paragraphs: [
      `Vous souhaitez rejoindre « ${club} »${withPartner(partner, (name) => ` depuis le site « ${name} »`)}. ` +
        'Ouvrez la page ci-dessous, appuyez sur son bouton : vous serez des nôtres.',
    ],
    button: 'Confirmer mon adhésion',
    notes: [
      `Le lien est valable ${hours} heures. Sans confirmation, les données saisies sont effacées au bout de ${days} jours.`,
      'Vous n’avez rien demandé ? Ne faites rien : il n’y aura pas d’adhésion.',
    ],
    reason: `Vous recevez ce message parce que votre adresse a été saisie dans le formulaire d’adhésion${withPartner(partner, (name) => ` du site « ${name} »`)}.`,
  }),
  welcome: ({ firstName, goal, newsletter }) => ({
    subject: 'Bienvenue au club !',
    preview: 'Votre adhésion est confirmée.',
    heading: `${['Bienvenue', ...(firstName === null ? [] : [firstName])].join(', ')} !`,
    paragraphs: [
      'Votre adhésion est confirmée. Sur chaque site partenaire, le compteur vient d’avancer : ' +
        `l’objectif est de ${goal} ambassadeurs, et vous en faites partie.`,
      newsletterSentence[`${newsletter}`],
      'Votre badge vous attend : un signe pour votre site, vos courriels ou votre vitrine. Ce qu’il montre, c’est vous qui le choisissez.',
      'La suite se passe là où vous êtes. Parlez-en autour de vous : rejoindre le club prend une minute.',
    ],
    button: 'Ouvrir la page du club',
    notes: ['Vous pouvez partir à tout moment, sans mot de passe et sans explication.'],
    reason: 'Vous recevez ce message parce que vous venez de confirmer votre adhésion.',
  }),
  alreadyMember: ({ partner }) => ({
    subject: 'Vous êtes déjà des nôtres',
    preview: 'Rien n’a changé.',
    heading: 'Vous êtes déjà des nôtres',
    paragraphs: [
      'Quelqu’un, peut-être vous, vient de remplir à nouveau le formulaire d’adhésion avec votre adresse' +
        `${withPartner(partner, (name) => `, sur le site « ${name} »`)}.`,
      'Rien n’a changé : votre adhésion continue, avec les choix que vous aviez faits.',
    ],
    button: 'Ouvrir la page du club',
    notes: [
      'Ce n’était pas vous ? Ne faites rien : ce qui a été saisi n’a pas été gardé.',
      'Vous pouvez partir à tout moment, sans mot de passe et sans explication.',
    ],
    reason:
      'Vous recevez ce message parce que votre adresse, celle d’un membre, vient d’être saisie dans un formulaire d’adhésion.',
  }),
  signIn,
  myBadges: 'Mon badge',
  copyLink: 'Le bouton ne répond pas ? Copiez ce lien dans votre navigateur :',
  leave: 'Quitter le club',
  unsubscribe: 'Ne plus recevoir les nouvelles',
  privacy: 'Vos données',
  legal: 'Mentions légales',
};

const newsletterSentence = {
  true: 'Vous recevrez les nouvelles du club, comme vous l’avez choisi.',
  false: 'Vous n’avez pas demandé les nouvelles du club : nous ne vous écrirons que pour votre adhésion.',
};
