/** What the forms share: lines that are set one under the other, and what is read on them. */
import { lineOf, type Fitted, type Letters, type Place, type Weight } from '../letters.ts';
import type { Said } from '../said.ts';

export interface Drawn {
  body: string;
  /** All that is read on it, cut as it is cut, in the order of reading. */
  label: string;
}

/** @param share of the usual room for texts: less when the file would grow too large */
export type DrawForm = (said: Said, letters: Letters, share: number) => Drawn;

/** Collects markup and what it says. `glue` stands between a text and what was read before it. */
export function openSheet() {
  const parts: string[] = [];
  let label = '';
  const read = (text: string, glue = ' · ') => {
    if (text !== '') label += label === '' ? text : glue + text;
  };
  return {
    add(...markup: string[]) {
      parts.push(...markup);
    },
    /** For what is drawn letter by letter. */
    read,
    say(
      fitted: Fitted,
      place: Place,
      { asRead = fitted.text, glue }: { asRead?: string; glue?: string | undefined } = {},
    ) {
      if (fitted.text === '') return;
      parts.push(lineOf(fitted, place));
      read(asRead, glue);
    },
    drawn: (): Drawn => ({ body: parts.join(''), label }),
  };
}

/** The largest size in which a text is whole, else the smallest. */
export function sizeFor(
  letters: Letters,
  text: string,
  room: number,
  sizes: readonly number[],
  weight: Weight = 400,
): number {
  return sizes.find((size) => letters.width(text, size, weight) <= room) ?? sizes.at(-1)!;
}

/** In capitals; read aloud as it was written, unless it was cut. */
export function inCapitals(
  letters: Letters,
  text: string,
  room: number,
  size: number,
  weight: Weight = 400,
): [set: Fitted, asRead: string] {
  const capitals = text.toUpperCase();
  const set = letters.fit(capitals, room, size, weight);
  return [set, set.text === capitals ? text : set.text];
}

/** Circle and year on one line; without a circle the year is told in words. The circle gives way, the year stays. */
export function circleAndYear(said: Said, letters: Letters, room: number, size: number): Fitted {
  if (said.circle === '') return letters.fit(said.since, room, size);
  // The mark keeps the year behind a name that runs from right to left.
  const year =
    said.year === ''
      ? ''
      : `${/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(said.circle) ? '\u200e' : ''} · ${said.year}`;
  return letters.join(letters.fit(said.circle, room - letters.width(year, size), size), year, size);
}

/**
 * Where to check: the whole address, as large as it fits; else the club's own with a sign that more follows; else
 * as much of that as fits in the smallest size.
 */
export function whereToCheck(
  said: Said,
  letters: Letters,
  room: number,
  largest: number,
  smallest: number,
): { fitted: Fitted; size: number } {
  const [host = ''] = said.address.split('/');
  const shortened = host === said.address ? host : `${host}/b/…`;
  for (const address of [said.address, shortened]) {
    const text = said.check + address;
    const size = Math.min(largest, Math.floor((room / letters.width(text, 1)) * 10) / 10);
    if (size >= smallest) return { fitted: letters.fit(text, room, size), size };
  }
  const middle = letters.fitMiddle(host, room - letters.width(said.check, smallest), smallest);
  return { fitted: letters.fit(said.check + middle.text, room + 1, smallest), size: smallest };
}
