/**
 * The beginning of a story, verbatim: cut after a sentence when there is one in the second half of the room,
 * after a word otherwise. Paragraphs become spaces.
 * @param most the longest length, in UTF-16 code units, the ellipsis included
 * @returns the text, and whether something is missing
 */
export function excerptOf(text: string, most: number): { text: string; isCut: boolean } {
  const flat = text.replace(/[ \t\n]+/g, ' ').trim();
  if (flat.length <= most) return { text: flat, isCut: false };
  const room = flat.slice(0, most - 1).toWellFormed();
  const sentence = Array.from(room.matchAll(/[.!?؟。…][\u00a0\u202f]?["»”“’)]*(?= )/gu)).at(-1);
  const end = sentence ? sentence.index + sentence[0].length : 0;
  if (end > most / 2) return { text: flat.slice(0, end), isCut: true };
  const word = room.lastIndexOf(' ');
  const kept = (word > 0 ? room.slice(0, word) : room.replace(/\ufffd$/, '')).replace(/[\s,;:،\u2013\u2014-]+$/u, '');
  return { text: `${kept}…`, isCut: true };
}
