import { grouped, partsOf, type WritingTerms } from './terms.ts';

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember';

export const number: WritingTerms['number'] = (value) => grouped(value, '.');

export const date: WritingTerms['date'] = (given) => {
  const [year, month, day] = partsOf(given);
  return `${day}. ${months.split(' ')[month - 1]} ${year}`;
};
