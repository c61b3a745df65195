import { grouped, partsOf, type WritingTerms } from './terms.ts';

const months = 'January February March April May June July August September October November December';

export const number: WritingTerms['number'] = (value) => grouped(value, ',');

export const date: WritingTerms['date'] = (given) => {
  const [year, month, day] = partsOf(given);
  return `${months.split(' ')[month - 1]} ${day}, ${year}`;
};
