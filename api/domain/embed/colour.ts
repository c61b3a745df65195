/** Colours that people choose: read as numbers, never as text, and corrected until words in them can be read. */

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What WCAG 2.2 asks of words at normal size (1.4.3, level AA). */
export const readableContrast = 4.5;

/**
 * The grounds on which an accent must be readable: white, and the lightest of the dark canvases that browsers paint
 * under `color-scheme: dark` (#121212, #1c1b22, #1e1e1e). What is readable on that one is so on the darker ones.
 */
export const surfaces = { light: '#ffffff', dark: '#1e1e1e' } as const;

/** Reads `#rgb` or `#rrggbb`; anything else that CSS calls a colour, or hides behind one, is none. */
export function parseColour(text: string): Colour | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const whole = digits.length === 6 ? digits : digits.replace(/./g, '$&$&');
  const value = Number.parseInt(whole, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Writes `#rrggbb`. */
export function formatColour([red, green, blue]: Colour): string {
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, as corrected in 2021: sRGB with the knee at 0.04045). */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio by WCAG 2.2: 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** An accent that can be read on light and on dark grounds. */
export interface ReadableAccent {
  /** `#rrggbb`, at least 4.5:1 on white. */
  light: string;
  /** `#rrggbb`, at least 4.5:1 on the dark surface. */
  dark: string;
  /** Whether either differs from what was chosen. */
  corrected: boolean;
}

/**
 * The chosen accent where it can be read, and the nearest one of the same hue and saturation where it cannot.
 * @param accent `#rgb` or `#rrggbb`
 * @throws {TypeError} for anything else: check with `parseColour` first
 */
export function readableAccent(accent: string): ReadableAccent {
  const chosen = parseColour(accent);
  if (!chosen) throw new TypeError('An accent is #rgb or #rrggbb.');
  const light = formatColour(readableOn(chosen, 'light'));
  const dark = formatColour(readableOn(chosen, 'dark'));
  const plain = formatColour(chosen);
  return { light, dark, corrected: light !== plain || dark !== plain };
}

/** Luminance only rises with lightness, hue and saturation being equal, so halving the interval finds the nearest. */
function readableOn(chosen: Colour, scheme: keyof typeof surfaces): Colour {
  const surface = parseColour(surfaces[scheme])!;
  const isReadable = (colour: Colour) => contrast(colour, surface) >= readableContrast;
  if (isReadable(chosen)) return chosen;
  const [hue, saturation, lightness] = toHsl(chosen);
  let readable = scheme === 'light' ? 0 : 1;
  let unreadable = lightness;
  // Ten halvings are finer than the 256 steps that a channel has.
  for (let step = 0; step < 10; step++) {
    const middle = (readable + unreadable) / 2;
    if (isReadable(fromHsl([hue, saturation, middle]))) readable = middle;
    else unreadable = middle;
  }
  return fromHsl([hue, saturation, readable]);
}

type Hsl = readonly [hue: number, saturation: number, lightness: number];

function toHsl(colour: Colour): Hsl {
  const [red, green, blue] = colour.map((channel) => channel / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const range = most - least;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  if (most === red) return [(((green - blue) / range + 6) % 6) * 60, saturation, lightness];
  if (most === green) return [((blue - red) / range + 2) * 60, saturation, lightness];
  return [((red - green) / range + 4) * 60, saturation, lightness];
}

/** CSS Color 4, §7.1. */
function fromHsl([hue, saturation, lightness]: Hsl): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const turn = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
