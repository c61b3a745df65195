// Readers of Alsatian know numbers and months as they are written in German.
export { date, number } from './de.ts';
