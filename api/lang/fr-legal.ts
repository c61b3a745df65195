/** French: consents, privacy notice, legal pages. */
import { durations } from '../contract/limits.ts';
import { days, hours } from './format.ts';
import type { LegalTerms } from './terms.ts';

const linkHours = hours(durations.confirmationLife);
const pendingDays = days(durations.pendingLife);

export const frLegal: LegalTerms = {
  consents: () => ({
    age15: 'J’ai 15 ans ou plus.',
    charter: 'J’accepte la charte du club.',
    newsletter: 'Je veux recevoir les nouvelles du club par courriel. Je peux les arrêter d’un clic.',
    public: 'Le club et ses partenaires peuvent montrer mon prénom et mon cercle. Je peux changer d’avis.',
    introductions: 'Le club peut me proposer des mises en relation. Rien n’est transmis sans mon accord, chaque fois.',
  }),
  noticeTitle: 'Ce que nous faisons de vos données',
  notice: ({ legal }, partner) => [
    {
      title: 'Qui est responsable',
      text:
        `${legal.publisher}, ${legal.seat}, ${legal.email}.` +
        (partner
          ? ` Pour la collecte sur cette page, ${partner} est responsable avec elle : ${partner} montre le formulaire, le club reçoit vos réponses et répond à vos demandes. Vous pouvez vous adresser à l’un comme à l’autre.`
          : ''),
    },
    { title: 'Délégué à la protection des données', text: `Écrivez à ${legal.dataProtectionOfficer}.` },
    {
      title: 'Pourquoi, et à quel titre',
      text: 'Pour tenir votre adhésion et vous écrire à son sujet : c’est l’accord que vous passez en entrant au club. Pour les nouvelles, votre apparition publique et les mises en relation : votre consentement, case par case. Pour écarter les robots et savoir par quel partenaire on nous rejoint : notre intérêt légitime. Nous notons pour cela la page d’où part votre demande, celle par laquelle vous êtes entré sur ce site, le site qui vous y a mené, d’éventuels mots-clés de campagne, le membre dont vous avez suivi le lien et votre adresse IP raccourcie.',
    },
    {
      title: 'Si vous racontez',
      text: 'Votre récit, vos photos et votre vidéo paraissent sous le nom que vous choisissez, aux seuls endroits que vous cochez : c’est votre consentement, récit par récit, et vous le retirez d’un clic. Les fichiers sont refaits sans lieu ni appareil ; ce que vous aviez envoyé est effacé. Un récit retiré quitte tous les sites en moins d’une minute. Un récit refusé est effacé au bout de 190 jours, le temps de contester. Pour vous reconnaître, un seul cookie, sur le site du club, le temps de votre visite. Qui signale un récit peut laisser un nom et une adresse : ils servent à répondre, et sont effacés six mois après la réponse.',
    },
    {
      title: 'Votre badge',
      text: 'Chaque membre a un badge, à une adresse publique tirée au sort. Elle dit qu’un membre le porte, depuis quand et jusqu’à quand. Votre nom et votre cercle n’y sont que si vous les cochez : c’est votre consentement, et vous le retirez d’un clic. Un badge d’entreprise montre son domaine. Après la fin, il ne reste là que la date. Ce que d’autres ont copié avant, nous ne pouvons pas l’effacer chez eux. Nous comptons combien de badges sont vérifiés, jamais par qui.',
    },
    {
      title: 'Qui les reçoit',
      text:
        'L’équipe du club, son hébergeur et son service de courriel.' +
        (partner
          ? ` ${partner} ne reçoit pas vos réponses, seulement des nombres : demandes, membres venus par ses pages, récits vus. Les lieux n’y sont qu’à partir de cinq personnes.`
          : '') +
        ' Rien n’est vendu.',
    },
    {
      title: 'Ce qui est nécessaire',
      text: 'Le prénom, l’adresse de courriel, le cercle, l’âge de 15 ans et la charte : sans eux, pas d’adhésion. Tout le reste est libre. Avant 15 ans, nous ne gardons rien.',
    },
    {
      title: 'Combien de temps',
      text: `Le lien de confirmation vaut ${linkHours} heures ; une demande non confirmée est effacée au bout de ${pendingDays} jours. Ensuite, tant que vous êtes membre, et trois ans au plus après votre dernier signe : nous posons alors la question, et sans réponse nous effaçons. Si vous partez, vos données sont effacées ; il ne reste que la preuve, sans nom ni adresse, de ce qui avait été accepté, et une empreinte de l’adresse, illisible, qui évite de vous réinscrire par erreur.`,
    },
    {
      title: 'Vos droits',
      text: `Voir vos données, les corriger, les effacer, les emporter, en limiter l’usage, vous y opposer, et retirer un consentement à tout moment : écrivez à ${legal.dataProtectionOfficer}. Nous répondons dans le mois.`,
    },
    {
      title: 'Réclamation',
      text: 'Si notre réponse ne vous convient pas : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.',
    },
    {
      title: 'Ni cookie ni traceur',
      text: 'Ce formulaire ne dépose rien dans votre navigateur et n’appelle personne d’autre que le club. Sur les pages des partenaires, nous additionnons les récits vus, les vidéos lancées et les badges vérifiés, par jour, par page et par campagne : sans cookie, sans identifiant, sans rien garder de qui regarde.',
    },
  ],
  privacy: {
    title: 'Vos données',
    lead: 'La même notice que dans le formulaire, sans petits caractères.',
    version: (version) => `Version ${version}`,
  },
  legal: {
    title: 'Mentions légales',
    parts: ({ legal, name }) => [
      {
        title: 'Éditeur',
        paragraphs: [`${name.fr} est édité par :`],
        points: [legal.publisher, legal.form, legal.seat, `Téléphone : ${legal.phone}`, `Courriel : ${legal.email}`],
      },
      { title: 'Direction de la publication', paragraphs: [legal.director] },
      {
        title: 'Hébergement',
        paragraphs: [],
        points: [legal.host.name, legal.host.address, `Téléphone : ${legal.host.phone}`],
      },
      {
        title: 'Nous écrire',
        paragraphs: [
          `Pour toute question, et pour les autorités : ${legal.email}. Une personne lit et répond.`,
          `Pour vos données : ${legal.dataProtectionOfficer}.`,
        ],
      },
      {
        title: 'Signaler un contenu, répondre',
        paragraphs: [
          `Vous voyez un contenu illicite ou contraire à la charte ? Écrivez à ${legal.email} en donnant l’adresse de la page et la raison. Si l’on parle de vous, vous avez un droit de réponse : demandez-le à la même adresse dans les trois mois.`,
        ],
      },
    ],
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    parts: ({ legal, accessibility }, state, publicUrl) => [
      {
        title: 'Notre engagement',
        paragraphs: [
          `${legal.publisher} s’engage à rendre ses sites accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à ${publicUrl} et aux composants du club affichés sur les pages de ses partenaires.`,
        ],
      },
      {
        title: 'État de conformité',
        paragraphs: [
          {
            full: `${publicUrl} est en conformité totale avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2.`,
            partial: `${publicUrl} est en conformité partielle avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2, en raison des non-conformités énumérées ci-dessous.`,
            none: `${publicUrl} est en non-conformité avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : aucun audit en cours de validité ne permet de mesurer le respect des critères.`,
          }[state],
        ],
      },
      {
        title: 'Résultats des tests',
        paragraphs:
          state === 'none'
            ? [
                'L’audit de conformité reste à faire. Des contrôles automatiques passent à chaque version ; ils ne remplacent pas un audit.',
              ]
            : ['Les résultats de l’audit de conformité sont publiés avec cette déclaration.'],
      },
      {
        title: 'Contenus non accessibles',
        paragraphs:
          state === 'none'
            ? [
                'Sans audit, la liste n’est pas connue. Dites-nous ce qui vous arrête : c’est ce que nous corrigerons d’abord.',
              ]
            : ['Ils sont énumérés dans les résultats de l’audit.'],
      },
      {
        title: 'Établissement de cette déclaration',
        paragraphs: ['Technologies utilisées pour la réalisation du site :'],
        points: ['HTML', 'CSS', 'JavaScript (facultatif : chaque page fonctionne sans)', 'WAI-ARIA'],
      },
      {
        title: 'Retour d’information et contact',
        paragraphs: [
          `Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez à ${accessibility.contact} : nous vous orientons vers une autre voie ou vous envoyons le contenu sous une autre forme.`,
        ],
      },
      {
        title: 'Voies de recours',
        paragraphs: [
          'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service et que la réponse ne vous satisfait pas, vous pouvez :',
        ],
        points: [
          'écrire un message au Défenseur des droits (formulaire.defenseurdesdroits.fr) ;',
          'contacter le délégué du Défenseur des droits dans votre région (www.defenseurdesdroits.fr/saisir/delegues) ;',
          'envoyer un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
        ],
      },
    ],
  },
};
