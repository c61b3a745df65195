import { dateIn, numberIn } from '../format.ts';
import type { EmbedTerms } from './terms.ts';

const date = dateIn('en');
const number = numberIn('en');

export const embedTerms: EmbedTerms = {
  titles: {
    signup: (city) => `Form to become an ambassador of ${city}`,
    testimonials: (city) => `Stories from ambassadors of ${city}`,
    badge: (city) => `Badge of an ambassador of ${city}`,
    counter: (city) => `How many ambassadors ${city} has`,
    'story-form': (city) => `Form to tell a story about ${city}`,
  },
  number,
  label: (count) => (count === 1 ? 'ambassador' : 'ambassadors'),
  aim: (goal, day) => `Goal: ${number(goal)} by ${date(day)}`,
  story: {
    lead: 'A few words are enough; photos and a short film are welcome. Stories appear once the club has read them.',
    link: 'Tell it on the club’s own page',
  },
  checkBadge: 'Check this badge',
};
