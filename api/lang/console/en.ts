import type { ConsolePageTerms } from './terms.ts';

export const consolePage: ConsolePageTerms = {
  title: 'Story console',
  waiting: 'The console is on its way. If nothing comes, reload the page.',
  needsScript:
    'The console needs JavaScript. Switch it on for this site, then reload the page. The stories wait, nothing is lost.',
};
