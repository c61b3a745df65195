import type { BadgeMailTerms } from './terms.ts';

/** French. */
export const fr: BadgeMailTerms = {
  ending: (until) => ({
    subject: `Votre badge prend fin le ${until}`,
    preview: 'Identifiez-vous une fois, et il reste.',
    heading: 'Gardez votre badge',
    paragraphs: [
      `Votre badge est valable jusqu’au ${until}. Un badge doit dire vrai : sans signe de vie pendant treize mois, il s’éteint.`,
      'Identifiez-vous une fois, et il reste : treize mois de plus, à la même adresse. Là où vous l’affichez, il n’y a rien à changer.',
    ],
    button: 'Garder mon badge',
    notes: ['Vous n’en voulez plus ? Ne faites rien : il prendra fin tout seul, et votre adhésion continue.'],
    reason: 'Vous recevez ce message parce que vous êtes membre du club et que votre badge arrive à son terme.',
  }),
  domainMissing: ({ domain, since, until, record, file }) => ({
    subject: `Badge de ${domain} : la preuve manque`,
    preview: `Remettez-la avant le ${until}, et le badge reste.`,
    heading: `La preuve manque sur ${domain}`,
    paragraphs: [
      `Depuis le ${since}, nous ne trouvons plus ce qui prouve que ${domain} est à vous. Le badge est encore valable ; sans preuve, il prend fin le ${until}.`,
      'Remettez l’une de ces deux choses : nous regardons chaque jour.',
      `Dans le DNS, une entrée TXT sous le nom ${record.name}, avec la valeur ${record.value}`,
      `Ou sur le site ${domain}, à l’adresse ${file.path}, un fichier qui contient ${file.content}`,
    ],
    button: 'Ouvrir mes badges',
    notes: ['Ce domaine n’est plus à vous ? Ne faites rien : le badge prendra fin tout seul.'],
    reason: `Vous recevez ce message parce que vous avez demandé un badge d’entreprise pour ${domain}.`,
  }),
  domainLost: ({ domain, days }) => ({
    subject: `Le badge de ${domain} a pris fin`,
    preview: 'Remettez la preuve, et il revient.',
    heading: `Le badge de ${domain} a pris fin`,
    paragraphs: [
      `Pendant ${days} jours, rien n’a prouvé que ${domain} est à vous. Le badge n’est plus valable ; partout où il est affiché, il le dit.`,
      'Pour le retrouver, demandez-le à nouveau sur la page de vos badges et remettez la preuve qui y est écrite. Il revient à la même adresse.',
    ],
    button: 'Ouvrir mes badges',
    notes: ['Votre adhésion continue, et votre badge personnel aussi.'],
    reason: `Vous recevez ce message parce que vous avez demandé un badge d’entreprise pour ${domain}.`,
  }),
  reported: (reason) => ({
    subject: 'Un badge a été signalé',
    preview: reason,
    heading: 'Un badge a été signalé',
    paragraphs: [`Raison choisie : ${reason}.`, 'Le reste se lit dans la console : ici, rien de ce qui a été écrit.'],
    button: 'Voir les signalements',
    notes: [],
    reason: 'Vous recevez ce message parce que vous faites partie de l’équipe du club.',
  }),
  reasons: {
    not_theirs: 'ce badge n’est pas à la personne qui le montre',
    wrong_site: 'ce badge est sur un site pour lequel il ne vaut pas',
    misleading: 'ce badge sert à faire croire autre chose',
    other: 'une autre raison',
  },
};
