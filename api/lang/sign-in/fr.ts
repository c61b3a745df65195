import type { SignInTerms } from './terms.ts';

export const signInTerms: SignInTerms = {
  myStories: 'Mes récits',
  ask: {
    title: 'S’identifier',
    lead: 'Pas de mot de passe : nous vous envoyons un code à six chiffres.',
    label: 'Votre adresse de courriel',
    hint: 'Celle que vous avez donnée en rejoignant le club.',
    submit: 'Recevoir un code',
    cookie:
      'Un seul cookie retient que c’est vous, sur ce site et nulle part ailleurs. Il part quand vous vous déconnectez.',
    stranger: 'Pas encore des nôtres ?',
    join: 'Rejoindre le club',
  },
  code: {
    title: 'Votre code',
    lead: 'Si cette adresse est celle d’un membre, un courriel avec six chiffres vient d’y partir.',
    label: 'Les six chiffres du courriel',
    hint: 'Exemple : 042917',
    submit: 'Entrer',
    points: [
      'Le code est valable dix minutes, une seule fois.',
      'Rien après deux minutes ? Regardez dans les indésirables, puis vérifiez l’adresse.',
    ],
    again: 'Demander un autre code',
    malformed: 'Tapez les six chiffres du courriel, sans lettre.',
  },
  space: {
    title: (firstName) => `Bonjour, ${firstName}`,
    stories: {
      title: 'Vos récits',
      text: 'Un texte, des photos, une vidéo : racontez ce que vous aimez ici, reprenez un brouillon, retirez ce qui ne doit plus se voir.',
      link: 'Ouvrir mes récits',
    },
    about: 'Ce que le club sait de vous',
    labels: { email: 'Courriel', circle: 'Cercle', place: 'Lieu' },
    change: (address) => `Quelque chose a changé ? Écrivez à ${address}.`,
    signOut: 'Se déconnecter',
    signOutEverywhere: 'Se déconnecter partout',
    everywhere: 'Partout, c’est aussi sur vos autres appareils et sur les sites des partenaires.',
    leave: 'Quitter le club',
  },
  leave: {
    title: 'Quitter le club',
    text: 'Votre nom, votre adresse, vos récits et leurs photos sont effacés tout de suite, ici et chez les partenaires. Votre badge cesse partout d’être valable. Vous n’aurez plus de nouvelles de nous.',
    button: 'Je quitte le club',
    otherwise: 'Vous préférez rester ? Revenez en arrière : rien ne change.',
  },
  back: 'Retour à mon espace',
};
