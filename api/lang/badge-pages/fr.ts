import { dateIn } from '../format.ts';
import type { BadgePageTerms } from './terms.ts';

const date = dateIn('fr');
const of = (name: string) => (/^[aeiouyhàâéèêîïôœ]/i.test(name) ? `d’${name}` : `de ${name}`);

export const badgePageTerms: BadgePageTerms = {
  page: {
    valid: 'Ce badge est valable',
    ended: 'Ce badge a pris fin',
    checked: (day, time) => `Vérifié à l’instant, le ${date(day)} à ${time}.`,
    person: (club) => `Il appartient à un membre du ${club}.`,
    business: (club) => `Il appartient à une entreprise membre du ${club}.`,
    onlyOn: (domain) => `Valable seulement sur ${domain}. Vu sur un autre site, il ne veut rien dire.`,
    endedOn: (day) => `Il n’est plus valable depuis le ${date(day)}.`,
    endedText: 'Un badge qui se montre encore avec cette adresse n’est plus vrai, quelle que soit son image.',
    labels: {
      name: 'Porté par',
      circle: 'Cercle',
      since: 'Membre depuis le',
      until: 'Valable jusqu’au',
      domain: 'Valable sur',
      club: 'Remis par',
    },
    day: date,
    nameless: 'La personne qui le porte a choisi de ne pas montrer son nom.',
    meaning: 'Ce que veut dire ce badge',
    report: 'Signaler un abus de ce badge',
    code: (address) => `Code QR de cette page, ${address}`,
    scan: 'Cette page sur un téléphone',
    elsewhere: {
      title: 'Le vérifier ailleurs',
      lead: 'Ne nous croyez pas sur parole. Le badge est signé, et des programmes qui ne sont pas les nôtres savent le contrôler.',
      addressBar: (origin) =>
        `Lisez d’abord la barre d’adresse de cette page : elle doit commencer par ${origin}/b/. Une page semblable, ailleurs, ne prouve rien.`,
      issuer: (did) =>
        `Un feu vert ailleurs dit que la signature est juste. Elle n’est la nôtre que si l’émetteur y est ${did}.`,
      document: 'Le badge signé, en fichier',
      verifierPlus: 'Vérifier avec VerifierPlus',
      oneEdTech: 'Vérifier avec le validateur de 1EdTech',
      paste: 'Le validateur de 1EdTech demande une adresse. Donnez-lui celle-ci :',
      ours: 'Vérifier une image ou un fichier chez nous',
      leaves: 'Ces deux liens quittent le site du club. Aucun des deux services n’apprend rien de vous avant.',
    },
    social: {
      title: (city) => `Badge des ambassadeurs ${of(city)}`,
      text: 'Ouvrez cette page pour voir si le badge est valable en ce moment.',
      picture: (city) => `Badge des ambassadeurs ${of(city)}`,
    },
    missing: {
      title: 'Il n’y a pas de badge à cette adresse',
      text: 'Nous n’avons jamais remis de badge à cette adresse. L’image qui mène ici n’est pas de nous, ou l’adresse a été mal recopiée.',
      points: [
        'La partie après /b/ compte 22 lettres et chiffres. Majuscules et minuscules y sont différentes.',
        'Elle n’a jamais de zéro, de O majuscule, de I majuscule ni de L minuscule.',
        'L’image porte-t-elle un code à scanner ? Il connaît l’adresse entière.',
      ],
      verify: 'Vérifier plutôt une image ou un fichier',
    },
  },
  print: {
    title: 'Une affiche pour la vitrine',
    hint: 'Imprimez cette page telle quelle, sans marges ajoutées ni « ajuster à la page ». Rien d’autre ne s’imprimera.',
    sizes: { a5: 'A5, pour une porte', a4: 'A4, pour une vitrine' },
    member: (city) => `Ambassadeurs ${of(city)}`,
    scan: 'Scannez pour vérifier',
    back: 'Retour au badge',
  },
  home: {
    title: 'Un badge qui dit vrai',
    text: 'Chaque membre a le sien, à montrer sur un site, dans un courriel ou en vitrine. Chacun peut le vérifier, et il prend fin avec l’adhésion.',
  },
  meaning: {
    short: 'Le badge',
    title: 'Ce que veut dire le badge',
    lead: (city) =>
      `Qui montre ce badge s’est engagé, en son nom, à parler en faveur ${of(city)}. Le club l’a vérifié, et chacun peut le vérifier à son tour.`,
    what: {
      title: 'Ce qu’il dit',
      text: 'Que celui ou celle qui le porte est membre du club aujourd’hui : une personne, ou une entreprise sur son propre site.',
    },
    not: {
      title: 'Ce qu’il ne dit pas',
      text: 'Ce n’est pas un label. Il ne dit rien de la qualité d’un produit ou d’un service, ni de l’environnement, ni des opinions de personne. Personne ne l’a payé.',
    },
    criteria: { title: 'Comment on l’obtient' },
    member: {
      title: 'Chaque membre',
      text: 'Le badge est créé dès que l’adresse est confirmée. Il ne coûte rien, et chaque membre a le sien.',
    },
    circles: {
      title: 'Les cercles',
      text: 'Chaque membre choisit le cercle dont il se sent le plus proche. Le badge ne le nomme que si la personne le veut.',
      byInvitation: 'Sur invitation du club.',
    },
    business: {
      title: 'Les entreprises',
      text: 'Le badge d’une entreprise vaut sur un seul domaine, écrit sur l’image et dans ce qui est signé. Le club vérifie chaque semaine que ce domaine est toujours à elle, et met fin au badge après 14 jours sans preuve.',
    },
    check: {
      title: 'Comment en vérifier un',
      points: (host) => [
        `Appuyez dessus, ou scannez son code. La page qui s’ouvre doit être sur ${host} : lisez la barre d’adresse.`,
        'Regardez cette page, pas l’image. Une image se copie ; la page demande au moment où vous l’ouvrez.',
        'Sur le site d’une entreprise, comparez le domaine de la page avec celui de votre barre d’adresse.',
      ],
      verify: 'Vérifier une image, un fichier ou une adresse',
    },
    ends: {
      title: 'Ce qui y met fin',
      points: [
        'La personne quitte le club.',
        'Le club suspend l’adhésion, par exemple après un abus.',
        'Treize mois passent sans aucun contact entre la personne et le club.',
        'L’entreprise perd son domaine, ou rend son badge.',
      ],
      text: 'La page, les images et la liste signée le disent en quelques minutes. Des copies gardées par d’autres programmes peuvent mettre quelques heures de plus.',
    },
    privacy: {
      title: 'Ce qui est personnel',
      text: 'Rien, sauf si la personne le veut : le nom et le cercle se montrent par choix, et s’effacent quand le badge prend fin. Nous comptons les vérifications, jamais les personnes.',
    },
    mine: 'Mon badge',
  },
  report: {
    title: 'Signaler un abus de badge',
    lead: 'Une personne du club lira ceci et regardera le badge. Vous n’avez pas à dire qui vous êtes.',
    about: 'Vous signalez le badge de cette adresse :',
    labels: {
      reason: 'Qu’est-ce qui ne va pas ?',
      url: 'Où l’avez-vous vu ?',
      text: 'Que devons-nous savoir d’autre ?',
    },
    hints: {
      url: 'L’adresse de la page, ou le lieu. Exemple : https://boutique.example/nous',
      text: 'Quelques mots suffisent. Laissez de côté ce qui ne regarde personne.',
    },
    reasons: {
      not_theirs: 'Quelqu’un montre un badge qui n’est pas à lui',
      wrong_site: 'Il est sur un site où il ne vaut pas',
      misleading: 'Il sert à faire croire quelque chose de faux',
      other: 'Autre chose',
    },
    errors: {
      reason: 'Choisissez ce qui ne va pas.',
      url: 'L’endroit où vous l’avez vu : 2 000 signes au plus, sur une ligne.',
      text: 'Ce que nous devons savoir d’autre : 2 000 signes au plus.',
    },
    submit: 'Envoyer le signalement',
    done: {
      title: 'Merci, votre signalement est arrivé',
      text: 'Une personne du club va regarder ce badge. S’il y a abus, il prendra fin et sa page le dira.',
    },
    back: 'Retour au badge',
  },
};
