/** Every text of a language, also those that functions make. */

/** Where a text stands (`join.labels.email`, `counter.share(2,Ville)`) and what it says. */
export type Texts = Map<string, string>;

/** Arguments to call each function with, by its path: one list for each way that it can come out. */
export type Calls = Record<string, unknown[][]>;

/**
 * Collects the texts of a tree.
 * @throws {Error} for a function that `calls` does not know: a new text must not go unread
 */
export function textsOf(tree: unknown, calls: Calls, path = '', found: Texts = new Map()): Texts {
  if (typeof tree === 'string') found.set(path, tree);
  else if (typeof tree === 'function') {
    const lists = calls[path];
    if (!lists) throw new Error(`"${path}" is a function: say in the table of calls what to call it with`);
    for (const list of lists) {
      const shown = list.filter((one) => typeof one !== 'object').join();
      textsOf((tree as (...given: unknown[]) => unknown)(...list), calls, `${path}(${shown})`, found);
    }
  } else if (typeof tree === 'object' && tree !== null) {
    for (const [key, value] of Object.entries(tree)) textsOf(value, calls, path ? `${path}.${key}` : key, found);
  }
  return found;
}
