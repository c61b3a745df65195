/**
 * The proof of work of one form. It is begun when a person first touches the form and is usually
 * there before they have finished typing. This file is loaded then, not before.
 */
import type { Challenge } from '../../../api/contract/challenge.ts';
import { durations } from '../../../api/contract/limits.ts';
import { solveChallenge } from './solve.ts';

interface Solved {
  payload: string;
  /** When the form may be sent, and until when, on this machine's clock. */
  from: number;
  until: number;
}

// The server counts from its answer, we from its arrival: a slow send must not make the proof too old.
const margin = 30_000;

/** Fetches challenges, solves them and hands out each proof once. */
export class Proof {
  readonly #fetchChallenge: (signal: AbortSignal) => Promise<Challenge>;
  readonly #stop = new AbortController();
  #solved: Promise<Solved> | undefined;

  constructor(fetchChallenge: (signal: AbortSignal) => Promise<Challenge>) {
    this.#fetchChallenge = fetchChallenge;
  }

  /** Starts working; a failure shows only to whoever takes the proof. */
  begin(): void {
    this.#solved ??= this.#solve();
    this.#solved.catch(() => (this.#solved = undefined));
  }

  /** The proof for one request. One that grew too old is replaced; the least filling time is waited out. */
  async take(): Promise<string> {
    this.begin();
    let solved = await this.#solved!;
    if (Date.now() > solved.until) solved = await this.#solve();
    this.#solved = undefined;
    const early = solved.from - Date.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    return solved.payload;
  }

  /** Ends the work: the form is gone. */
  stop(): void {
    this.#stop.abort();
  }

  async #solve(): Promise<Solved> {
    const { signal } = this.#stop;
    const challenge = await this.#fetchChallenge(signal);
    const arrived = Date.now();
    const number = await solveChallenge(challenge, { signal });
    const { algorithm, salt, signature } = challenge;
    return {
      payload: btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature })),
      from: arrived + challenge.minimumFill,
      until: arrived + durations.challengeLife - margin,
    };
  }
}
