/** The oldest browsers in which a widget draws itself. Older ones show what stands between its tags. */
export interface Browsers {
  chrome: number;
  firefox: number;
  safari: number;
}

/** The newest of what the widgets stand on, and since when browsers have it (MDN browser-compat-data). */
export const features: Readonly<Record<string, Browsers>> = {
  'URL.canParse': { chrome: 120, firefox: 115, safari: 17 },
  'AbortSignal.any': { chrome: 116, firefox: 124, safari: 17.4 },
  popover: { chrome: 114, firefox: 125, safari: 17 },
  'color-mix': { chrome: 111, firefox: 113, safari: 16.2 },
  ':dir(': { chrome: 120, firefox: 49, safari: 16.4 },
};

export function browsersOf(): Browsers {
  const newest = (name: keyof Browsers) => Math.max(...Object.values(features).map((since) => since[name]));
  return { chrome: newest('chrome'), firefox: newest('firefox'), safari: newest('safari') };
}
