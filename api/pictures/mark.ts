import { renderAsync } from '@resvg/resvg-js';
import { flame } from './template.ts';

const side = 512;
const height = 320;

/** The club's mark, its flame on its colour: who shows one of its credentials shows this beside its name. */
export async function drawMark({ accent }: { accent: string }): Promise<Uint8Array<ArrayBuffer>> {
  const mark = flame((side - height * 0.75) / 2, (side - height) / 2, height, '#ffffff', accent);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" rx="96" fill="${accent}"/>${mark}</svg>`;
  const image = await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: side } });
  return new Uint8Array(image.asPng());
}
