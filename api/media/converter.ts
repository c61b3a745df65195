/**
 * ffmpeg, when an operator has set it up: films in HEVC and other codecs become H.264, and films without a
 * poster get one. Which reader opens the file is decided by its bytes, never by ffmpeg: left to itself it
 * opens a text that names other addresses, and goes there.
 */
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mediaLimits } from '../contract/limits.ts';
import { DomainError } from '../domain/errors.ts';
import { bounded, type Bounds } from './bounded.ts';
import { sniffFile } from './worker/sniff.ts';

export interface Converter {
  /**
   * Writes a film as H.264 and AAC, at most 720 lines, without metadata.
   * @throws {DomainError} media_codec
   */
  film(input: string, output: string): Promise<void>;
  /** Writes the first frame. Undefined when there is none to be had. */
  poster(input: string, output: string): Promise<string | undefined>;
}

const gibibyte = 1024 ** 3;
// Two minutes of film from a phone, converted on one slow core.
const filmBounds: Bounds = { processor: 10 * 60_000, time: 20 * 60_000, memory: gibibyte };
const posterBounds: Bounds = { processor: 15_000, time: 60_000, memory: gibibyte };

const codecs = 'h264,hevc,vp8,vp9,libvpx-vp9,av1,libdav1d,libaom-av1,aac,opus,libopus,mp3,mp3float,pcm_s16le,pcm_s16be';

/** Neither side longer than 1280, both even, as H.264 wants them. */
const scale =
  "scale=w='if(gte(iw,ih),trunc(min(1280,iw)/2)*2,-2)':h='if(gte(iw,ih),-2,trunc(min(1280,ih)/2)*2)',format=yuv420p";

/** @param ffmpeg path of the program */
export function createConverter(ffmpeg: string, signal: AbortSignal): Converter {
  async function run(input: string, output: string, options: string[], bounds: Bounds): Promise<boolean> {
    const found = await sniffFile(input);
    if (found === undefined || found === 'empty' || found.is !== 'film') return false;
    const reader = found.container === 'webm' ? 'matroska' : 'mov';
    const safe = ['-nostdin', '-loglevel', 'quiet', '-threads', '1', '-protocol_whitelist', 'file,pipe'];
    const source = ['-codec_whitelist', codecs, '-f', reader, '-i', input];
    const child = spawn(ffmpeg, [...safe, ...source, ...options, '-y', output], {
      env: {},
      cwd: dirname(output),
      stdio: 'ignore',
    });
    return (await bounded(child, bounds, signal)) === 'done';
  }

  return {
    async film(input, output) {
      const longest = String(mediaLimits.fileDuration / 1000 + 1);
      const picture = ['-map', '0:v:0', '-vf', scale, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24'];
      const sound = ['-map', '0:a:0?', '-c:a', 'aac', '-b:a', '128k', '-ac', '2'];
      const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn', '-t', longest, '-f', 'mp4'];
      const done = await run(input, output, [...picture, ...sound, ...bare], filmBounds);
      if (!done) throw new DomainError('media_codec');
    },
    async poster(input, output) {
      const options = ['-map', '0:v:0', '-frames:v', '1', '-map_metadata', '-1', '-f', 'image2', '-c:v', 'png'];
      const done = await run(input, output, options, posterBounds);
      const written = done && (await stat(output).catch(() => undefined));
      return written && written.size > 0 ? output : undefined;
    },
  };
}
