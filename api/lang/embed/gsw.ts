import { numberIn } from '../format.ts';
import type { EmbedTerms } from './terms.ts';

// ICU's Alsatian is Swiss German: the day is written in numbers.
const date = (day: string) => day.split('-').map(Number).toReversed().join('.');
const number = numberIn('gsw');

export const embedTerms: EmbedTerms = {
  titles: {
    signup: (city) => `Formülàr, fer Botschàfter vu ${city} z wara`,
    testimonials: (city) => `Gschìchta vu da Botschàfter vu ${city}`,
    badge: (city) => `Àbzeicha vumma Botschàfter vu ${city}`,
    counter: (city) => `Wiavìel Botschàfter àss ${city} hàt`,
    'story-form': (city) => `Formülàr, fer vu ${city} z verzehla`,
  },
  number,
  label: () => 'Botschàfter',
  aim: (goal, day) => `Ziel: ${number(goal)} bis ${date(day)}`,
  story: {
    lead: 'E pààr Werter länga; Fotos un e kurzer Film sìn wìllkumma. Dr Club list jeda Gschìcht, vor àss sa erschint.',
    link: 'Uf dr Sitta vum Club verzehla',
  },
  checkBadge: 'Des Àbzeicha prìafa',
};
