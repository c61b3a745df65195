import type { BadgeTexts } from '../../domain/ports.ts';

export const badgeTexts: BadgeTexts = {
  achievement: (club, circle) => `Mitglied im ${club}${circle === null ? '' : `, Kreis „${circle}“`}`,
  description: (_club, city) => `Diese Person oder dieses Unternehmen setzt sich als Botschafter für ${city} ein.`,
  criteria: 'Charta des Clubs unterschrieben, Adresse bestätigt und seit weniger als dreizehn Monaten in Kontakt.',
};
