import { markOf } from '../mark.ts';
import { circleAndYear, inCapitals, openSheet, sizeFor, whereToCheck, type DrawForm } from './sheet.ts';

/** First base line and largest size of the headline, by the number of lines under it. */
const rhythm = [
  { over: 20, head: 18, below: 0 },
  { over: 14.5, head: 17.5, below: 42.3 },
  { over: 10.6, head: 14, below: 35.4 },
];

/** 200 × 64: a small seal, the city, and where to check along the foot. */
export const line: DrawForm = (said, letters, share) => {
  const room = 138 * share;
  const x = 55;
  const { add, say, drawn } = openSheet();
  add(
    '<rect class="g e" x=".5" y=".5" width="199" height="63" rx="9"/><path class="e" d="M10 49.5h180"/>',
    `<g transform="translate(28.500 25)">${markOf(said.state, { radius: 20, waves: 26, flame: 24 })}</g>`,
  );
  const small = sizeFor(letters, `${said.circle} · ${said.year}`, room, [7.2, 6.8, 6.4]);
  const about = circleAndYear(said, letters, room, small);
  const rows = [said.domain, about.text].filter(Boolean).length;
  const { over, head, below } = rhythm[rows]!;
  const headline = said.verdict || said.city;
  const [capitals, asRead] = inCapitals(letters, said.verdict ? said.of + said.city : said.of.trim(), room - 20, 6.2);
  say(
    capitals,
    { x, y: over, size: 6.2, look: 's', spread: capitals.width + (capitals.text.length - 1) * 0.7 },
    { asRead },
  );
  const size = sizeFor(letters, headline, room, [head, head - 2, head - 4, 10, 8], 600);
  // Without a line above it, it stands in the middle.
  const base = capitals.text === '' ? 30 : over + 4.6 + size * 0.76;
  const glue = said.verdict ? undefined : said.of.endsWith(' ') ? ' ' : '';
  say(letters.fit(headline, room, size, 600), { x, y: base, size, look: 't b' }, { glue });
  if (said.domain) {
    const domainSize = sizeFor(letters, said.domain, room, [7.8, 7.2, 6.6], 600);
    const domain = letters.fitMiddle(said.domain, room, domainSize, 600);
    say(domain, { x, y: below, size: domainSize, look: 't b' });
  }
  say(about, { x, y: said.domain ? below + 9.2 : below, size: small, look: 's' });
  const check = whereToCheck(said, letters, 180 * share, 6.6, 5.6);
  say(check.fitted, { x: 100, y: 58.6, size: check.size, look: 's m' });
  return drawn();
};
