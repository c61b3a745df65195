// oxlint-disable-next-line triple-slash-reference -- a package without types, whoever compiles this file
/// <reference path="./libheif-js.d.ts" />
/** HEIC, as phones take it. The codec is not in sharp for its patents; libheif comes as WebAssembly. */
import { Refusal } from './protocol.ts';

/**
 * The first picture, upright as its file says, four bytes a pixel.
 * @param check called with the size before anything is decoded
 * @throws {Refusal} media_damaged, and whatever `check` throws
 */
export async function heicPixels(
  bytes: Uint8Array,
  check: (width: number, height: number) => void,
): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  // Two megabytes of WebAssembly, for this kind of file only.
  const { default: libheif } = await import('libheif-js/wasm-bundle.js');
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (!image) throw new Refusal('media_damaged');
  const width = image.get_width();
  const height = image.get_height();
  check(width, height);
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const shown = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) => image.display(target, resolve));
  if (!shown) throw new Refusal('media_damaged');
  return { data: shown.data, width, height };
}
