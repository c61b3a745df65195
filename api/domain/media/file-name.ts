/** Longest name that is kept, in UTF-16 code units. */
const longest = 120;

/** Controls, line and paragraph separators, marks that turn the direction of what follows, lone surrogates. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A file's name as its author's machine calls it, for their eyes only: no path, nothing invisible. It never
 * becomes a path here, nor part of an address.
 */
export function cleanFileName(name: string | undefined): string | null {
  const last = (name ?? '').split(/[/\\]/).at(-1)!;
  let short = '';
  for (const character of last.replaceAll(unseen, '').trim()) {
    if (short.length + character.length > longest) break;
    short += character;
  }
  return short || null;
}
