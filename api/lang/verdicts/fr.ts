import { dateIn } from '../format.ts';
import type { VerifyTerms } from './terms.ts';

const trustNothing =
  'Ne vous fiez à rien de ce qu’il dit. Demandez plutôt l’adresse du badge à la personne qui l’affiche.';

export const verifyTerms: VerifyTerms = {
  title: 'Vérifier un badge',
  lead: 'Est-il authentique, et toujours valable\u202f? Donnez-nous le badge tel que vous l’avez\u00a0: son image, son adresse ou son texte.',
  kinds: {
    good: 'Authentique et valable',
    over: 'Authentique, mais pas valable aujourd’hui',
    wrong: 'Ne vous y fiez pas',
    unclear: 'Pas de verdict',
  },
  verdicts: {
    valid: {
      title: 'Ce badge est valable',
      reason: 'Il figure au registre du club, rien n’y a été changé et il est valable aujourd’hui.',
      advice:
        'Comparez ce qui est écrit ci-dessous avec ce que vous avez vu. C’est le registre qui fait foi, pas l’image.',
    },
    replaced: {
      title: 'Cette copie n’est plus à jour',
      reason: 'Le club l’a signée, puis a émis une version plus récente du même badge.',
      advice: 'Le badge tel qu’il est aujourd’hui figure ci-dessous. Son titulaire peut télécharger la nouvelle copie.',
    },
    ended: {
      title: 'Ce badge a pris fin',
      reason: 'Le club l’a bien attribué, mais il n’est plus valable aujourd’hui.',
      advice: 'Qui l’affiche encore le fait à tort. Vous pouvez nous le signaler sur la page du badge.',
    },
    expired: {
      title: 'La durée de ce badge est écoulée',
      reason: 'Le club l’a bien signé, pour une durée qui est passée.',
      advice: 'Demandez le badge actuel à son titulaire. Un simple contact avec le club le renouvelle.',
    },
    not_yet_valid: {
      title: 'Ce badge n’est pas encore valable',
      reason: 'Le club l’a signé pour une date à venir.',
      advice: 'Vérifiez-le de nouveau plus tard. D’ici là, il ne prouve rien.',
    },
    wrong_domain: {
      title: 'Ce badge n’est pas valable sur ce site',
      reason: 'Il est authentique, mais appartient à un autre site, indiqué ci-dessous.',
      advice: 'Sur le site que vous avez indiqué, c’est une copie. Merci de nous le signaler sur la page du badge.',
    },
    tampered: {
      title: 'Ce badge a été modifié',
      reason: 'Il dit venir du club, mais la signature ne correspond pas à ce qu’il dit.',
      advice: trustNothing,
    },
    wrong_purpose: {
      title: 'Cette signature n’est pas celle d’un badge',
      reason: 'La signature a été faite pour autre chose, puis placée ici.',
      advice: trustNothing,
    },
    bad_algorithm: {
      title: 'Le club ne signe pas ainsi',
      reason: 'La signature est d’un genre que n’importe qui aurait pu fabriquer.',
      advice: trustNothing,
    },
    unknown_key: {
      title: 'Ce n’est pas la signature du club',
      reason: 'Il dit venir du club, mais a été signé avec une clé que le club n’a pas, ou n’a plus.',
      advice: trustNothing,
    },
    foreign_issuer: {
      title: 'Ce badge ne vient pas du club',
      reason: 'Quelqu’un d’autre l’a émis. Un nom et un logo ne prouvent rien\u00a0: chacun peut les y écrire.',
      advice: 'Seul son émetteur peut dire s’il est authentique. Les outils ci-dessous montrent de qui il s’agit.',
    },
    foreign_address: {
      title: 'Cette adresse n’est pas du club',
      reason: 'Les badges du club sont tous sur ce site. Nous n’ouvrons jamais les pages des autres.',
      advice: 'Relisez l’adresse lettre par lettre\u00a0: une imitation n’en change souvent qu’une.',
    },
    unknown_badge: {
      title: 'Nous ne connaissons pas ce badge',
      reason: 'Aucun badge du club n’a cette adresse.',
      advice: 'Comparez-la lettre par lettre avec ce que vous avez vu\u00a0: majuscules et minuscules comptent.',
    },
    no_credential: {
      title: 'Il n’y a pas de badge signé là-dedans',
      reason:
        'Cela se lit, mais ne porte pas de signature. Captures d’écran, réseaux sociaux et messageries l’enlèvent.',
      advice: 'Saisissez plutôt l’adresse imprimée sur le badge.',
    },
    unreadable: {
      title: 'Nous n’arrivons pas à lire cela',
      reason: 'Ce n’est ni l’image ou le texte d’un badge, ni une adresse, ou cela a été abîmé en chemin.',
      advice: 'Téléchargez le badge de nouveau et déposez-le ici tel quel, ou saisissez son adresse.',
    },
    too_large: {
      title: 'C’est trop gros pour un badge',
      reason: 'Aucun badge ne dépasse 256 kilooctets\u00a0: nous ne l’avons pas lu.',
      advice: 'Donnez-nous le badge seul, ou saisissez son adresse.',
    },
    cannot_check: {
      title: 'Vérification impossible pour le moment',
      reason: 'Notre registre ne répond pas. Cela ne dit rien du badge, ni en bien ni en mal.',
      advice: 'Merci de réessayer dans quelques minutes.',
    },
  },
  register: {
    title: 'Au registre du club aujourd’hui',
    state: { valid: 'Valable', ended: 'Adhésion terminée' },
    picture: 'Le badge tel qu’il est aujourd’hui',
    name: 'Nom',
    circle: 'Cercle',
    domain: 'Valable seulement sur',
    since: 'Depuis le',
    until: 'Jusqu’au',
    open: 'Ouvrir la page de ce badge',
    day: dateIn('fr'),
  },
  form: {
    title: 'Qu’avez-vous\u202f?',
    again: 'Vérifier un autre badge',
    file: 'Son image ou son fichier',
    fileHint: 'Choisissez-le ou déposez-le ici\u00a0: PNG, SVG ou JSON, tel qu’il a été téléchargé.',
    or: 'ou',
    address: 'Son adresse',
    addressHint: (address) => `Elle est imprimée sur le badge, par exemple ${address}`,
    text: 'Son texte',
    textHint: 'Le contenu du fichier, en JSON ou en une seule longue ligne.',
    site: 'Le site où vous l’avez vu (facultatif)',
    siteHint: 'Pour les badges d’entreprise, qui ne valent que sur leur propre site.',
    submit: 'Vérifier',
    privacy: 'Ce que vous vérifiez est regardé, puis oublié\u00a0: rien n’est conservé.',
    fileAgain: 'Pour vérifier de nouveau un fichier, choisissez-le encore une fois.',
    errors: {
      nothing: 'Choisissez un fichier, ou saisissez une adresse ou un texte.',
      several: 'Deux champs sont remplis. Videz-en un, pour que nous sachions lequel vérifier.',
      site: 'Ce n’est pas l’adresse d’un site. Exemple\u00a0: www.boulangerie.example',
    },
  },
  second: {
    title: 'Un deuxième avis',
    text: 'Les badges suivent la norme Open Badges 3.0\u00a0: d’autres peuvent les vérifier sans nous. Leurs outils disent si un badge est authentique et qui l’a émis.',
    verifierPlus: 'VerifierPlus, du Digital Credentials Consortium',
    oneEdTech: 'Validateur de 1EdTech',
  },
};
