/** The letters of the pictures. They come with the program: a bare machine has none. */
import { createRequire } from 'node:module';
import { openFont, type Font } from './font.ts';

const { resolve } = createRequire(import.meta.url);

export interface Fonts {
  /** Every file that the renderer may use; it looks nowhere else. */
  files: string[];
  /** The family that a text is set in first; what it lacks comes from the others. */
  familyFor(text: string): string;
  /** A text without the characters that no font has; undefined when letters would be missing. */
  readable(text: string): string | undefined;
  /** Width of a text in pixels. */
  width(text: string, size: number, weight?: 400 | 600): number;
}

/** Reads the fonts once: half a megabyte, a few milliseconds. */
export function openFonts(): Fonts {
  const open = (name: string, family: string) => openFont(resolve(`@expo-google-fonts/${name}`), family);
  const regular = open('lora/400Regular/Lora_400Regular.ttf', 'Lora');
  const bold = open('lora/600SemiBold/Lora_600SemiBold.ttf', 'Lora');
  const arabic = open('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf', 'Noto Naskh Arabic');
  const arabicBold = open('noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf', 'Noto Naskh Arabic');
  const all = [regular, bold, arabic, arabicBold];
  const fontOf = (code: number, first: Font, second: Font) => (first.has(code) ? first : second);
  return {
    files: all.map(({ file }) => file),
    familyFor: (text) => (/\p{Script=Arabic}/u.test(text) ? arabic.family : regular.family),
    readable(text) {
      let kept = '';
      for (const character of text) {
        const code = character.codePointAt(0)!;
        if (/\s/u.test(character) || regular.has(code) || arabic.has(code)) kept += character;
        else if (/\p{L}|\p{N}/u.test(character)) return undefined;
      }
      return kept;
    },
    width(text, size, weight = 400) {
      const [first, second] = weight === 600 ? [bold, arabicBold] : [regular, arabic];
      let sum = 0;
      for (const character of text) {
        const code = character.codePointAt(0)!;
        // Marks stand on their letter.
        if (!/\p{M}/u.test(character)) sum += fontOf(code, first, second).advance(code);
      }
      return sum * size;
    },
  };
}
