import type { BadgeTexts } from '../../domain/ports.ts';

export const badgeTexts: BadgeTexts = {
  achievement: (club, circle) => `Member of the ${club}${circle === null ? '' : `, circle “${circle}”`}`,
  description: (_club, city) => `This person or this business speaks up for ${city} as an ambassador.`,
  criteria: 'Signed the club’s charter, confirmed their address, and in touch within the last thirteen months.',
};
