/** How many letters must be changed, added or taken away to make one word of another (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_each, at) => at);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((row[j] ?? 0) + Number(a[i] !== b[j]), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known word that was meant, as far as one can tell; else the first. */
export function nearest(word: string, known: readonly string[]): string {
  const sorted = known.toSorted((a, b) => distance(word, a) - distance(word, b));
  return sorted[0] ?? '';
}
