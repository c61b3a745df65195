import type { BadgeTexts } from '../../domain/ports.ts';

export const badgeTexts: BadgeTexts = {
  achievement: (club, circle) => `Mìtglìed vum ${club}${circle === null ? '' : `, Kreis „${circle}“`}`,
  description: (_club, city) => `Die Person oder dàs Gschäft steht àls Botschàfter fer ${city} i.`,
  criteria: 'D’Charta vum Club unterschrìwa, d’Adress bstätigt, un ìn da letschta drizeh Monet vu sich heera glo.',
};
