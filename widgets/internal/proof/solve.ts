import type { Challenge } from '../../../api/contract/challenge.ts';
import { hasherFor, wordsOf } from './sha256.ts';

/** The most hashes between two pauses, however fast the machine is. */
export const hashesPerSlice = 2048;
const millisecondsPerSlice = 8;
const hashesPerLook = 32;

/** What may be told to the solver. */
export interface SolveOptions {
  signal?: AbortSignal;
  /** Called at each pause with the part of the numbers that were tried, 0 to 1. */
  onProgress?: (part: number) => void;
  /** Gives the page its turn. */
  pause?: () => Promise<void>;
}

/**
 * Finds the number that a challenge asks for, in slices of at most eight milliseconds: typing and
 * scrolling never wait, even on a phone four times slower than this. No worker, because a worker
 * made from a blob is what strict pages forbid first.
 * @throws the signal's reason when aborted; RangeError when no number fits
 */
export async function solveChallenge(challenge: Challenge, options: SolveOptions = {}): Promise<number> {
  const { signal, onProgress, pause = letThePageWork } = options;
  const hash = hasherFor(challenge.salt);
  const wanted = wordsOf(challenge.challenge);
  for (let number = 0; number <= challenge.maxnumber;) {
    signal?.throwIfAborted();
    const end = performance.now() + millisecondsPerSlice;
    const last = Math.min(number + hashesPerSlice, challenge.maxnumber + 1);
    while (number < last) {
      const words = hash(`${number}`);
      if (wanted.every((word, i) => word === words[i])) return number;
      if (++number % hashesPerLook === 0 && performance.now() > end) break;
    }
    onProgress?.(number / challenge.maxnumber);
    await pause();
  }
  throw new RangeError('No number up to maxnumber solves this challenge.');
}

/** A task of its own: unlike a microtask or a resolved promise, input is handled in between. */
function letThePageWork(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
