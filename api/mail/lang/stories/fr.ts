import type { StoryMailTerms } from './terms.ts';

const object = (until: string) => [
  `Vous n’êtes pas d’accord ? Dites-le jusqu’au ${until}, gratuitement, sur la page de vos récits : une autre personne que celle qui a décidé relira tout. Vous pouvez aussi saisir un tribunal.`,
  'La décision a été prise par une personne, sans aucun traitement automatique.',
];

/** French. */
export const fr: StoryMailTerms = {
  published: ({ excerpt }) => ({
    subject: 'Votre récit est en ligne',
    preview: 'Merci de porter la flamme.',
    heading: 'Votre récit est en ligne',
    paragraphs: [
      `« ${excerpt} »`,
      'Il paraît là où vous l’avez permis. Partagez-le : chaque récit donne envie d’en écrire un autre.',
    ],
    button: 'Voir mon récit',
    notes: ['Vous pouvez le modifier, le retirer ou changer vos choix à tout moment, sur la page de vos récits.'],
    reason: 'Vous recevez ce message parce que vous avez envoyé un récit au club.',
  }),
  refused: ({ excerpt, reason, text, until }) => ({
    subject: 'Votre récit ne peut pas paraître ainsi',
    preview: reason,
    heading: 'Votre récit ne peut pas paraître ainsi',
    paragraphs: [
      `« ${excerpt} »`,
      `${reason} C’est la charte du club qui le demande.`,
      text,
      'Rien n’est perdu : votre récit est là, vous pouvez le reprendre et l’envoyer encore.',
    ],
    button: 'Reprendre mon récit',
    notes: object(until),
    reason: 'Vous recevez ce message parce que vous avez envoyé un récit au club.',
  }),
  removed: ({ excerpt, reason, text, until }) => ({
    subject: 'Votre récit a été retiré',
    preview: reason,
    heading: 'Votre récit a été retiré',
    paragraphs: [
      `« ${excerpt} »`,
      `Il ne paraît plus sur aucun site. ${reason} C’est la charte du club qui le demande.`,
      text,
      'Il est encore là pour vous : vous pouvez le reprendre et l’envoyer à nouveau.',
    ],
    button: 'Ouvrir mes récits',
    notes: object(until),
    reason: 'Vous recevez ce message parce que le club a publié un récit de vous.',
  }),
  appealDecided: ({ excerpt, upheld, answer }) => ({
    subject: upheld ? 'Vous aviez raison : la décision est annulée' : 'La décision sur votre récit est maintenue',
    preview: 'Une autre personne a tout relu.',
    heading: upheld ? 'Vous aviez raison' : 'La décision est maintenue',
    paragraphs: [
      `« ${excerpt} »`,
      'Une autre personne que celle qui avait décidé a tout relu. Voici sa réponse :',
      answer,
    ],
    button: 'Ouvrir mes récits',
    notes: [
      'Vous pouvez aussi saisir un tribunal.',
      'La réponse a été donnée par une personne, sans aucun traitement automatique.',
    ],
    reason: 'Vous recevez ce message parce que vous avez contesté une décision du club.',
  }),
  reportReceipt: ({ receipt, reason, url }) => ({
    subject: `Votre signalement ${receipt} est bien arrivé`,
    preview: 'Une personne va le lire.',
    heading: 'Votre signalement est bien arrivé',
    paragraphs: [
      `Numéro : ${receipt}. Raison : ${reason}.`,
      'Une personne du club va relire ce récit, puis vous répondre. Votre nom et votre adresse ne sont montrés ni à l’auteur ni aux personnes qui relisent.',
    ],
    button: 'Revoir le récit',
    notes: [
      `Adresse signalée : ${url}`,
      'Vous n’avez rien signalé ? Quelqu’un s’est trompé d’adresse : ne faites rien.',
    ],
    reason: 'Vous recevez ce message parce que votre adresse a été donnée avec un signalement.',
  }),
  reportDecided: ({ receipt, upheld, answer }) => ({
    subject: upheld ? `Signalement ${receipt} : le récit est retiré` : `Signalement ${receipt} : le récit reste`,
    preview: 'Une personne a relu le récit.',
    heading: upheld ? 'Le récit est retiré' : 'Le récit reste en ligne',
    paragraphs: ['Une personne du club a relu le récit que vous avez signalé. Voici sa réponse :', answer],
    button: 'Ouvrir la page du club',
    notes: [
      'Vous n’êtes pas d’accord ? Répondez à l’adresse de contact du club, ci-dessous, en citant le numéro. Vous pouvez aussi saisir un tribunal.',
      'La décision a été prise par une personne, sans aucun traitement automatique.',
    ],
    reason: 'Vous recevez ce message parce que votre adresse a été donnée avec un signalement.',
  }),
};
