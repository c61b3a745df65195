export interface Turnstile {
  /** Runs `work` when it is its turn. */
  <T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody is inside. */
  empty(): Promise<void>;
}

/** Lets so many in at once; the others wait in line. */
export function createTurnstile(places: number): Turnstile {
  let inside = 0;
  const line: (() => void)[] = [];
  const leavers: (() => void)[] = [];

  const leave = () => {
    const next = line.shift();
    // The place goes to whoever is next, without being free in between.
    if (next) return next();
    inside -= 1;
    if (inside === 0) for (const resolve of leavers.splice(0)) resolve();
  };

  const enter = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside < places) inside += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return Object.assign(enter, {
    empty: () => (inside === 0 ? Promise.resolve() : new Promise<void>((resolve) => leavers.push(resolve))),
  });
}
