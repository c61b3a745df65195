import type { BadgeTexts } from '../../domain/ports.ts';

export const badgeTexts: BadgeTexts = {
  achievement: (club, circle) => `Membre du ${club}${circle === null ? '' : `, cercle « ${circle} »`}`,
  description: (_club, city) => `Cette personne ou cette entreprise s’est engagée comme ambassadrice de ${city}.`,
  criteria: 'Avoir signé la charte du club, confirmé son adresse et donné signe de vie depuis moins de treize mois.',
};
