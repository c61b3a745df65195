import type { ConsolePageTerms } from './terms.ts';

export const consolePage: ConsolePageTerms = {
  title: 'Console des récits',
  waiting: 'La console arrive. Si rien ne vient, rechargez la page.',
  needsScript:
    'La console a besoin de JavaScript. Activez-le pour ce site, puis rechargez la page. Les récits attendent, rien n’est perdu.',
};
