import type { ConsolePageTerms } from './terms.ts';

export const consolePage: ConsolePageTerms = {
  title: 'Konsole der Geschichten',
  waiting: 'Die Konsole kommt gleich. Wenn nichts kommt, laden Sie die Seite neu.',
  needsScript:
    'Die Konsole braucht JavaScript. Schalten Sie es für diese Website ein und laden Sie die Seite neu. Die Geschichten warten, nichts ist verloren.',
};
