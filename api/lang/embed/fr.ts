import { dateIn, numberIn } from '../format.ts';
import type { EmbedTerms } from './terms.ts';

const date = dateIn('fr');
const number = numberIn('fr');
const de = (name: string) => (/^[aeiouyhàâéèêîïôœ]/i.test(name) ? `d’${name}` : `de ${name}`);

export const embedTerms: EmbedTerms = {
  titles: {
    signup: (city) => `Formulaire pour devenir ambassadrice ou ambassadeur ${de(city)}`,
    testimonials: (city) => `Récits d’ambassadrices et d’ambassadeurs ${de(city)}`,
    badge: (city) => `Badge d’ambassadrice ou d’ambassadeur ${de(city)}`,
    counter: (city) => `Nombre d’ambassadrices et d’ambassadeurs ${de(city)}`,
    'story-form': (city) => `Formulaire pour raconter ${city}`,
  },
  number,
  label: (count) => (count < 2 ? 'ambassadrice ou ambassadeur' : 'ambassadrices et ambassadeurs'),
  aim: (goal, day) => `Objectif\u00a0: ${number(goal)} d’ici le ${date(day)}`,
  story: {
    lead: 'Quelques mots suffisent\u202f; des photos et un petit film sont les bienvenus. Le club lit chaque récit avant de le publier.',
    link: 'Raconter sur la page du club',
  },
  checkBadge: 'Vérifier ce badge',
};
