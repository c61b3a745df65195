import { markOf } from '../mark.ts';
import { circleAndYear, openSheet, sizeFor, type DrawForm } from './sheet.ts';

/** 144 × 36, for the foot of a page. There is no room for a whole address: the club's own is where one checks. */
export const compact: DrawForm = (said, letters, share) => {
  const room = 102 * share;
  const x = 37;
  const { add, say, drawn } = openSheet();
  add(
    '<rect class="g e" x=".5" y=".5" width="143" height="35" rx="8"/>',
    `<g transform="translate(18.500 18)">${markOf(said.state, { radius: 14, waves: 20, flame: 17 })}</g>`,
  );
  const whole = said.of + said.city;
  const sizes = [8.6, 8, 7.4, 6.8];
  // Rather the city alone than half of its name.
  const title = letters.width(whole, sizes.at(-1)!, 600) <= room ? whole : said.city;
  const headline = said.verdict || title;
  const size = sizeFor(letters, headline, room, sizes, 600);
  const [first, second, third] = title === '' ? [16, 0, 26] : [12, 21.2, 30];
  say(letters.fit(headline, room, size, 600), { x, y: first!, size, look: 't b' });
  if (said.verdict) say(letters.fit(title, room, 6.6), { x, y: second!, size: 6.6, look: 's' });
  else if (said.domain) {
    const domainSize = sizeFor(letters, said.domain, room, [6.8, 6.4, 6], 600);
    say(letters.fitMiddle(said.domain, room, domainSize, 600), { x, y: second!, size: domainSize, look: 't b' });
  } else say(circleAndYear(said, letters, room, 6.6), { x, y: second!, size: 6.6, look: 's' });
  const [host = ''] = said.address.split('/');
  const check = letters.fitMiddle(said.check + host, room, 6);
  say(check, { x, y: third!, size: 6, look: 's' });
  return drawn();
};
