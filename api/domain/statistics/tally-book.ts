import { limits } from '../../contract/limits.ts';
import type { TallyKind } from '../../contract/statistics.ts';
import type { Tally } from './ports.ts';

/** What was gathered since the last time. */
export interface Gathered {
  tallies: Tally[];
  /** Checks of badges by the origin of the page that asked; empty when it said none. */
  checks: Map<string, number>;
}

/** So many different counts, and origins, are held apart between two writes; further ones are counted together. */
const most = 5000;

/**
 * Counts in memory, written together by a job every few seconds. What was counted since then is lost when the process
 * is killed: these are statistics, and a write for every story that somebody scrolls past would cost more than it tells.
 */
export class TallyBook {
  readonly #day: (at: number) => number;
  readonly #now: () => number;
  #tallies = new Map<string, Tally>();
  #checks = new Map<string, number>();

  /** @param day tells the day of a moment in the club's own time */
  constructor(now: () => number, day: (at: number) => number) {
    this.#now = now;
    this.#day = day;
  }

  /** Adds to a count of today. */
  add(partnerId: number, kind: TallyKind, page: string, campaign: string, count = 1): void {
    this.#put({ day: this.#day(this.#now()), partnerId, kind, page, campaign, count });
  }

  /**
   * A badge was checked. Called where hot reads are answered: nothing is looked up here.
   * @param origin of the page that asked, as its browser says
   */
  badgeCheck(origin: string | undefined): void {
    // A header has room for sixteen thousand letters, an origin for some: five thousand long ones would be heavy.
    const isOrigin = origin !== undefined && origin.length <= limits.origin;
    const known = isOrigin && (this.#checks.has(origin) || this.#checks.size < most) ? origin : '';
    this.#checks.set(known, (this.#checks.get(known) ?? 0) + 1);
  }

  /** Hands over what was gathered, and begins anew. */
  take(): Gathered {
    const gathered = { tallies: [...this.#tallies.values()], checks: this.#checks };
    this.#tallies = new Map();
    this.#checks = new Map();
    return gathered;
  }

  /** Takes back what could not be written. */
  putBack(tallies: readonly Tally[]): void {
    for (const tally of tallies) this.#put(tally);
  }

  #put(tally: Tally): void {
    const full = this.#tallies.size >= most;
    const key = ({ day, partnerId, kind, page, campaign }: Tally) => [day, partnerId, kind, page, campaign].join('\n');
    const place = full && !this.#tallies.has(key(tally)) ? { ...tally, page: '', campaign: '' } : tally;
    const known = this.#tallies.get(key(place));
    if (known) known.count += tally.count;
    else this.#tallies.set(key(place), { ...place });
  }
}
