/** Files made in the browser: no fixture is needed that somebody else's tool has written. */

const blobOf = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(`no ${type}`))), type, 0.9),
  );

/** A canvas whose upper left corner is red, the rest grey. */
function cornered(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#888';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 4, height / 4);
  return canvas;
}

/** An EXIF block that says how the camera was held (TIFF 6.0, tag 0x0112), with a mark to look for. */
function exif(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const payload = [...new TextEncoder().encode('Exif\0\0'), ...tiff, ...new TextEncoder().encode('GPS-SECRET')];
  const length = payload.length + 2;
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 255, ...payload]);
}

/** A JPEG, as a phone writes it: upright only with its EXIF orientation. */
export async function jpeg({ width = 400, height = 300, orientation = 1, name = 'photo.jpg' } = {}): Promise<File> {
  const bytes = new Uint8Array(await (await blobOf(cornered(width, height), 'image/jpeg')).arrayBuffer());
  return new File([bytes.slice(0, 2), exif(orientation) as BlobPart, bytes.slice(2)], name, { type: 'image/jpeg' });
}

/** The colour of a place of a picture, 0 to 1 from its upper left corner. */
export async function colourAt(picture: Blob, x: number, y: number): Promise<[number, number, number]> {
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0, blue = 0] = context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data;
  return [red, green, blue];
}

/** A short film, recorded from a canvas. */
export async function film(name = 'film.webm', milliseconds = 400): Promise<File> {
  const canvas = cornered(64, 48);
  const context = canvas.getContext('2d')!;
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const drawing = setInterval(() => context.fillRect(Math.random() * 60, 20, 4, 4), 30);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  recorder.stop();
  await stopped;
  clearInterval(drawing);
  return new File(pieces, name, { type: 'video/webm' });
}

/** Chooses files as a person does in the browser's dialogue. */
export function choose(element: Element, ...files: File[]): void {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('There is no choice of files.');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
