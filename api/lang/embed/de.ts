import { dateIn, numberIn } from '../format.ts';
import type { EmbedTerms } from './terms.ts';

const date = dateIn('de');
const number = numberIn('de');

export const embedTerms: EmbedTerms = {
  titles: {
    signup: (city) => `Formular, um Botschafterin oder Botschafter von ${city} zu werden`,
    testimonials: (city) => `Geschichten von Botschafterinnen und Botschaftern von ${city}`,
    badge: (city) => `Abzeichen einer Botschafterin oder eines Botschafters von ${city}`,
    counter: (city) => `Wie viele Botschafterinnen und Botschafter ${city} hat`,
    'story-form': (city) => `Formular, um von ${city} zu erzählen`,
  },
  number,
  label: (count) => (count === 1 ? 'Botschafterin oder Botschafter' : 'Botschafterinnen und Botschafter'),
  aim: (goal, day) => `Ziel: ${number(goal)} bis ${date(day)}`,
  story: {
    lead: 'Ein paar Worte genügen; Fotos und ein kurzer Film sind willkommen. Der Club liest jede Geschichte, bevor sie erscheint.',
    link: 'Auf der Seite des Clubs erzählen',
  },
  checkBadge: 'Dieses Abzeichen prüfen',
};
