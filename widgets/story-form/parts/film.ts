/** Makes a film smaller before it is sent: loaded only for one that is worth it. */
import {
  BlobSource,
  BufferTarget,
  canEncodeVideo,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
} from 'mediabunny';

/** Makes a film smaller. @returns nothing when this browser cannot, or a track would be lost */
export type Shrink = (file: Blob, onProgress: (part: number) => void, signal: AbortSignal) => Promise<Blob | undefined>;

/** The shorter side of what is sent, in pixels. */
const side = 720;
const bitrate = 2_500_000;

/** Transcodes to H.264 at 720p; sound is taken over as it is where MP4 can hold it. */
export const shrink: Shrink | undefined = async (file, onProgress, signal) => {
  if (!('VideoEncoder' in globalThis) || !(await canEncodeVideo('avc', { width: 1280, height: side, bitrate })))
    return undefined;
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return undefined;
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
    const upright = height > width;
    const target = new BufferTarget();
    const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
    const conversion = await Conversion.init({
      input,
      output,
      video: {
        codec: 'avc',
        bitrate,
        ...(Math.min(width, height) > side && (upright ? { width: side } : { height: side })),
      },
      // Where and when it was filmed stays on this machine.
      tags: {},
      showWarnings: false,
    });
    // Without its sound, or without its picture, it would not be the film that was chosen.
    if (!conversion.isValid || conversion.discardedTracks.some((one) => one.reason !== 'discarded_by_user'))
      return undefined;
    conversion.onProgress = onProgress;
    const cancel = () => void conversion.cancel().catch(() => {});
    signal.addEventListener('abort', cancel, { once: true });
    signal.throwIfAborted();
    await conversion.execute();
    return target.buffer ? new Blob([target.buffer], { type: 'video/mp4' }) : undefined;
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
};
