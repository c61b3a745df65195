/**
 * Draws the film of the demo anew: `node demo/content/draw-film.ts`. It needs `ffmpeg`; who only runs the demo
 * does not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renderAsync } from '@resvg/resvg-js';
import { print } from './drawings/ink.ts';
import { tramRide } from './drawings/outdoors.ts';

const seconds = 10;
const rate = 24;
const width = 1080;
const height = 720;

/** Slow at both ends, as a tram is. */
const ease = (t: number): number => t * t * (3 - 2 * t);

const encoder = spawn(
  'ffmpeg',
  `-y -loglevel error -f rawvideo -pix_fmt rgba -s ${width}x${height} -r ${rate} -i - -c:v libx264 -profile:v high -preset slow -crf 25 -pix_fmt yuv420p`
    .split(' ')
    .concat(new URL('films/tram.mp4', import.meta.url).pathname),
  { stdio: ['pipe', 'inherit', 'inherit'] },
);
for (let frame = 0; frame < seconds * rate; frame += 1) {
  const drawing = tramRide(ease(frame / (seconds * rate - 1)));
  const image = await renderAsync(print({ ...drawing, grain: false }), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  });
  if (!encoder.stdin.write(image.pixels)) await once(encoder.stdin, 'drain');
}
encoder.stdin.end();
await once(encoder, 'close');
