/** What a browser can do to a picture or film before it leaves the machine. */

/** A picture to send, and a small one to show. */
export interface Prepared {
  blob: Blob;
  /** Drawn, not an address: a page's policy may forbid pictures from memory. */
  preview?: HTMLCanvasElement;
}

const previewSide = 320;
const quality = 0.9;

function draw(source: ImageBitmap | HTMLVideoElement, width: number, height: number, side: number): HTMLCanvasElement {
  const factor = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * factor));
  canvas.height = Math.max(1, Math.round(height * factor));
  canvas.getContext('2d')!.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encode = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | undefined>((resolve) =>
    // A browser that cannot write a type writes PNG instead.
    canvas.toBlob((blob) => resolve(blob?.type === type ? blob : undefined), type, quality),
  );

/** JPEG has no transparency: what shows through is white. */
function onWhite(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const context = canvas.getContext('2d')!;
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Turns a photo upright and scales it down; where and when it was taken stays on this machine. A photo that
 * this browser cannot read goes as it is.
 * @param side the longest side, in pixels
 */
export async function preparePhoto(file: Blob, side: number): Promise<Prepared> {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { blob: file };
  }
  const { width, height } = bitmap;
  const canvas = draw(bitmap, width, height, side);
  const preview = draw(bitmap, width, height, previewSide);
  bitmap.close();
  const blob = (await encode(canvas, 'image/webp')) ?? (await encode(onWhite(canvas), 'image/jpeg'));
  return { blob: blob ?? file, preview };
}

/** What a film shows of itself. */
export interface Looked {
  /** Nothing when this page's policy does not let a film be looked at. */
  playable: boolean | undefined;
  /** Milliseconds; nothing when the file does not say. */
  duration?: number;
  /** Its shorter side, in pixels. */
  side?: number;
  poster?: Blob;
  preview?: HTMLCanvasElement;
}

const patience = 10_000;

/** Looks at a film: whether it can be played here, how long it is, and its first picture. */
export async function lookAtFilm(file: Blob): Promise<Looked> {
  const film = document.createElement('video');
  const address = URL.createObjectURL(file);
  const done = new AbortController();
  const { signal } = done;
  try {
    const seen = new Promise<boolean | undefined>((resolve) => {
      film.addEventListener('loadeddata', () => resolve(true), { signal });
      film.addEventListener('error', () => setTimeout(resolve, 0, false), { signal });
      addEventListener(
        'securitypolicyviolation',
        ({ blockedURI }) => blockedURI.startsWith('blob') && resolve(undefined),
        { signal },
      );
      setTimeout(resolve, patience, false);
    });
    Object.assign(film, { muted: true, playsInline: true, preload: 'auto', src: address });
    const playable = await seen;
    const { duration, videoWidth: width, videoHeight: height } = film;
    if (!playable || !width) return { playable: playable && false };
    const poster = await encode(draw(film, width, height, 1600), 'image/jpeg');
    return {
      playable,
      side: Math.min(width, height),
      preview: draw(film, width, height, previewSide),
      ...(Number.isFinite(duration) && { duration: duration * 1000 }),
      ...(poster && { poster }),
    };
  } finally {
    done.abort();
    film.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}
