import { grouped, partsOf, type WritingTerms } from './terms.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';

export const number: WritingTerms['number'] = (value) => grouped(value, '\u202f');

export const date: WritingTerms['date'] = (given) => {
  const [year, month, day] = partsOf(given);
  return `${day} ${months.split(' ')[month - 1]} ${year}`;
};
