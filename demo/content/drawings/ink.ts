/** The print shop of the demo: a few inks, a few shapes, and the paper that all pictures are printed on. */

export const ink = {
  paper: '#f7ead9',
  cream: '#fdf5ea',
  night: '#2a2438',
  brown: '#3a2620',
  red: '#b3261e',
  brick: '#cf5a3c',
  peach: '#f0a583',
  ochre: '#e9b44c',
  pine: '#2f5a56',
  sage: '#8fae93',
  mist: '#cfdfd6',
  sky: '#a9cbd0',
  water: '#5f94a0',
} as const;

/** One picture: its size in user units and what is on it. */
export interface Drawing {
  width: number;
  height: number;
  body: string;
  /** The grain of the press; a film has none, since it would flicker. */
  grain?: boolean;
}

/** Numbers that look like chance and are the same at every run (MINSTD). */
export function chance(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state * 48_271) % 2_147_483_647;
    return from + (state / 2_147_483_647) * (to - from);
  };
}

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d: string, stroke: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const group = (transform: string, ...parts: string[]): string =>
  `<g transform="${transform}">${parts.join('')}</g>`;

/** Repeats a part `count` times. */
export const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

/** Ink laid over ink, a little beside its place, as on a small press. */
export const over = (...parts: string[]): string => `<g style="mix-blend-mode:multiply">${parts.join('')}</g>`;

/** The whole picture: paper below, the grain of the press above. */
export function print({ width, height, body, grain = true }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 0.22  0 0 0 0 0.15  0 0 0 0 0.12  0 0 0 -1.3 0.62"/></filter>
<pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(32)"><circle cx="4.5" cy="4.5" r="1.7" fill="${ink.brown}"/></pattern>
<pattern id="hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(-38)"><rect width="10" height="2.4" fill="${ink.brown}"/></pattern>
</defs>
<rect width="${width}" height="${height}" fill="${ink.paper}"/>
${body}
${grain ? `<rect width="${width}" height="${height}" filter="url(#grain)" opacity="0.11"/>` : ''}
</svg>`;
}
