/** The three forms of one template. Each says what is seen on it, in the order of reading. */
import type { BadgeForm } from '../../contract/badge.ts';
import { lineOf, ringOf, short, standsAlone, type Fitted, type Letters, type Weight } from './letters.ts';
import { markOf } from './mark.ts';
import type { Said } from './said.ts';

export interface Drawn {
  body: string;
  /** As it is seen, cut as it is cut. */
  visible: string[];
}

/** @param share of the usual room for texts: less when the file would grow too large */
type Draw = (said: Said, letters: Letters, share: number) => Drawn;

/** Collects lines that are set one under the other. */
function sheet() {
  const parts: string[] = [];
  const visible: string[] = [];
  return {
    add(markup: string) {
      parts.push(markup);
    },
    say(fitted: Fitted, place: Parameters<typeof lineOf>[1], asRead = fitted.text) {
      if (fitted.text === '') return;
      parts.push(lineOf(fitted, place));
      visible.push(asRead);
    },
    drawn: (): Drawn => ({ body: parts.join(''), visible }),
    visible,
  };
}

/** Circle and year on one line; without a circle the year is told in words. The circle gives way, the year stays. */
function about(said: Said, letters: Letters, room: number, size: number, weight: Weight = 400): Fitted {
  if (said.circle === '') return letters.fit(said.since, room, size, weight);
  const year = said.year === '' ? '' : ` · ${said.year}`;
  const circle = letters.fit(said.circle, room - letters.width(year, size, weight), size, weight).text;
  const text = circle + year;
  return { text, width: letters.width(text, size, weight) };
}

/** The largest size in which a text is whole, else the smallest. */
function sizeFor(letters: Letters, text: string, room: number, sizes: readonly number[], weight: Weight = 400): number {
  return sizes.find((size) => letters.width(text, size, weight) <= room) ?? sizes.at(-1)!;
}

const line: Draw = (said, letters, share) => {
  const room = 136 * share;
  const { add, say, drawn } = sheet();
  add('<rect class="g e" x=".5" y=".5" width="199" height="63" rx="9"/><path class="e" d="M10 49.5h180"/>');
  add(`<g transform="translate(28 25)">${markOf(said.state, { radius: 19.5, waves: 26, flame: 23 })}</g>`);
  const x = 55;
  const over = said.verdict === '' ? said.of.trim() : said.of + said.city;
  const head = said.verdict === '' ? said.city : said.verdict;
  const details = [said.domain, said.circle + said.since].filter(Boolean).length;
  const top = [19, 15, 13.5][details]!;
  const caps = letters.fit(over.toLocaleUpperCase(), room - 12, 6.2);
  say(
    caps,
    { x, y: top, size: 6.2, look: 's', spread: caps.width + caps.text.length * 0.7 },
    letters.fit(over, room, 6.2).text,
  );
  const size = sizeFor(letters, head, room, details === 2 ? [15, 13, 11.5] : [18, 16, 14, 12], 600);
  say(letters.fit(head, room, size, 600), { x, y: top + 6 + size * 0.62, size, look: 't b' });
  let y = details === 2 ? 36.5 : 42;
  if (said.domain) {
    say(letters.fitMiddle(said.domain, room, 7.6, 600), { x, y, size: 7.6, look: 't b' });
    y += 8.8;
  }
  say(about(said, letters, room, 7.2), { x, y, size: 7.2, look: 's' });
  const check = letters.fitMiddle(said.check + said.address, 178 * share, 6.4);
  say(check, { x: 100 - check.width / 2, y: 58.4, size: 6.4, look: 's' });
  return drawn();
};

const compact: Draw = (said, letters, share) => {
  const room = 100 * share;
  const { add, say, drawn } = sheet();
  add('<rect class="g e" x=".5" y=".5" width="143" height="35" rx="8"/>');
  add(`<g transform="translate(19 18)">${markOf(said.state, { radius: 14, waves: 20, flame: 17 })}</g>`);
  const x = 38;
  const head = said.verdict || said.of + said.city;
  const size = sizeFor(letters, head, room, [8.6, 8, 7.4], 600);
  say(letters.fit(head, room, size, 600), { x, y: 12.2, size, look: 't b' });
  const second = said.verdict
    ? letters.fit(said.of + said.city, room, 6.6)
    : said.domain
      ? letters.fitMiddle(said.domain, room, 6.6)
      : about(said, letters, room, 6.6);
  say(second, { x, y: 21.4, size: 6.6, look: said.domain ? 't' : 's' });
  // There is no room for all of the address: the club's own is where one checks.
  const check = letters.fitMiddle(said.check + said.address.replace(/\/.*/u, ''), room, 6);
  say(check, { x, y: 30, size: 6, look: 's' });
  return drawn();
};

const seal: Draw = (said, letters, share) => {
  const { add, say, drawn, visible } = sheet();
  const { state, verdict } = said;
  add(`<g transform="translate(80 80)">${markOf(state, { radius: 80, waves: 56, flame: 50, rise: 17 })}`);
  add('<circle class="R" r="71" stroke-width=".7"/><circle class="R" r="55.5" stroke-width=".7"/>');
  const title = said.of + said.city;
  const top = letters.fit(title.toLocaleUpperCase(), 180 * share, 8.6, 600);
  if (standsAlone(top.text)) {
    if (top.text) visible.push(letters.fit(title, 400 * share, 8.6, 600).text);
    const track = Math.min(2.2, (186 - top.width) / top.text.length);
    add(ringOf(letters, top.text, { radius: 60.2, size: 8.6, weight: 600, look: 'o b', track, below: false }));
  } else {
    const straight = letters.fit(title, 80 * share, 9, 600);
    say(straight, { x: -straight.width / 2, y: -42, size: 9, look: 'o b' });
  }
  const rows: [Fitted, number, string][] = [];
  const row = (fitted: Fitted, size: number, look: string) => {
    if (fitted.text) rows.push([fitted, size, look]);
  };
  row(letters.fit(verdict, 92, 9.4, 600), 9.4, 'o b');
  row(letters.fitMiddle(said.domain, 92 * share, 8, 600), 8, 'o b');
  const circleSize = sizeFor(letters, said.circle, 92, [8.4, 7.8, 7.2]);
  row(letters.fit(said.circle, 92 * share, circleSize), circleSize, 'o');
  row(letters.fit(said.since, 80, 7.6), 7.6, 'o');
  let y = 23;
  for (const [fitted, size, look] of rows) {
    say(fitted, { x: -fitted.width / 2, y, size, look });
    y += 11.4;
  }
  const check = letters.fitMiddle(said.check + said.address, 186 * share, 6.4);
  add(ringOf(letters, check.text, { radius: 65.4, size: 6.4, weight: 400, look: 'o', track: 0.15, below: true }));
  if (check.text) visible.push(check.text);
  add('</g>');
  return drawn();
};

export const forms: Record<BadgeForm, Draw> = { line, compact, seal };
