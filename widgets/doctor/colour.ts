/** Contrast as WCAG 2.2 counts it (1.4.3). Colours are red, green, blue from 0 to 255 and how opaque they are. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** What lies over what. */
export function over([r, g, b, a]: Colour, under: Colour): Colour {
  const mix = (top: number, bottom: number) => top * a + bottom * (1 - a);
  return [mix(r, under[0]), mix(g, under[1]), mix(b, under[2]), 1];
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const hex = (colour: Colour) =>
  `#${colour
    .slice(0, 3)
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`;

/** The colour nearest to a text's own that is readable on a ground: towards black or white, as far as it must. */
export function readable(text: Colour, ground: Colour, wanted = 4.5): string {
  const black: Colour = [0, 0, 0, 1];
  const white: Colour = [255, 255, 255, 1];
  const end = contrast(black, ground) > contrast(white, ground) ? black : white;
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = over([end[0], end[1], end[2], share], text);
    const rounded = mixed.map((part, at) => (at < 3 ? Math.round(part) : part)) as unknown as Colour;
    if (contrast(rounded, ground) >= wanted) return hex(rounded);
  }
  return hex(end);
}
