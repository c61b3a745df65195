/** Films: looked at, and copied packet by packet into a new file that has pictures and sound and nothing else. */
import { join } from 'node:path';
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
  WebMOutputFormat,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import { mediaLimits } from '../../contract/limits.ts';
import { checkSize } from './photo.ts';
import { Refusal, type MadeFile } from './protocol.ts';

export interface Film {
  file: MadeFile;
  /** Milliseconds. */
  duration: number;
}

/** What every browser of the last years plays; deeper colours and other layouts only some do. */
const playable = /^(?:avc[13]\.(?:42|4d|58|64)|vp09\.00|vp9$|av01\.0)/i;
const audible = new Set(['aac', 'opus']);

/**
 * Checks a film and writes it anew, ready to play from its first bytes.
 * @throws {Refusal} media_type, media_codec, media_too_long, media_dimensions, media_damaged
 */
export async function remux(path: string, container: 'mp4' | 'webm', folder: string): Promise<Film> {
  using input = new Input({
    source: new FilePathSource(path, { handleUnhandledError: () => undefined }),
    formats: container === 'webm' ? [WEBM] : [MP4, QTFF],
  });
  try {
    const { video, duration } = await check(input);
    const name = container === 'webm' ? 'film.webm' : 'film.mp4';
    await copy(input, container, join(folder, name));
    const type = container === 'webm' ? 'video/webm' : 'video/mp4';
    const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
    return { file: { role: 'film', name, type, width, height }, duration };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof UnsupportedInputFormatError) throw new Refusal('media_type', { cause: error });
    throw new Refusal('media_damaged', { cause: error });
  }
}

async function check(input: Input): Promise<{ video: InputVideoTrack; duration: number }> {
  const video = await input.getPrimaryVideoTrack();
  if (!video) throw new Refusal((await input.getTracks()).length > 0 ? 'media_type' : 'media_damaged');
  checkSize(await video.getDisplayWidth(), await video.getDisplayHeight());
  // From the packets, not from what a header says of them.
  const duration = Math.round((await input.computeDuration()) * 1000);
  if (!(duration > 0)) throw new Refusal('media_damaged');
  if (duration > mediaLimits.fileDuration) throw new Refusal('media_too_long');
  // Last: a film of another codec is converted when that is set up, and must be fit for it.
  await checkCodecs(video, await input.getPrimaryAudioTrack());
  return { video, duration };
}

async function checkCodecs(video: InputVideoTrack, audio: InputAudioTrack | null): Promise<void> {
  const codec = await video.getCodecParameterString();
  if (!codec || !playable.test(codec)) throw new Refusal('media_codec');
  if (audio && !audible.has((await audio.getCodec()) ?? '')) throw new Refusal('media_codec');
}

async function copy(input: Input, container: 'mp4' | 'webm', path: string): Promise<void> {
  const output = new Output({
    format: container === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(path),
  });
  const conversion = await Conversion.init({
    input,
    output,
    // Phones add tracks of their own: where the camera was, second by second.
    tracks: 'primary',
    copy: { mode: 'forced', shiftTolerance: Infinity },
    tags: () => ({}),
    showWarnings: false,
  });
  // A film whose picture cannot be copied is "valid" all the same, as sound alone.
  const lost = conversion.discardedTracks.some(({ reason }) => reason !== 'discarded_by_user');
  if (!conversion.isValid || lost) throw new Refusal('media_codec');
  await conversion.execute();
}
