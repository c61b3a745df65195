/** Calendar days as numbers (20261126): they sort, and mean the same in every time zone once they are made. */

// One entry per time zone of a configuration: making a formatter costs more than what is counted with it.
const zones = new Map<string, (at: number) => number>();

/** A function that tells the day of a moment in a time zone (IANA name). */
export function dayIn(timeZone: string): (at: number) => number {
  const known = zones.get(timeZone);
  if (known) return known;
  const made = dayTeller(timeZone);
  zones.set(timeZone, made);
  return made;
}

function dayTeller(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  let known: { quarter: number; day: number } | undefined;
  return (at) => {
    // No zone changes its day but at a quarter of an hour.
    const quarter = Math.floor(at / 900_000);
    if (known?.quarter !== quarter) known = { quarter, day: Number(format.format(at).replaceAll('-', '')) };
    return known.day;
  };
}

/** Midnight in UTC of a day, for reckoning. */
export function timeOf(day: number): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
}

/** The day of a midnight in UTC. */
function dayAt(time: number): number {
  return Number(new Date(time).toISOString().slice(0, 10).replaceAll('-', ''));
}

/** So many days later, or before. */
export function plusDays(day: number, days: number): number {
  return dayAt(timeOf(day) + days * 86_400_000);
}

/** How many days from one to the other, both included. */
export function daysFrom(from: number, to: number): number {
  return Math.round((timeOf(to) - timeOf(from)) / 86_400_000) + 1;
}

/** As `2026-11-26`. */
export function isoOf(day: number): string {
  return new Date(timeOf(day)).toISOString().slice(0, 10);
}

/** The day of a date like `2026-11-26`; nothing when there is no such day. */
export function readDay(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Before the calendar of today and after what a number of eight digits holds, nobody counted anything.
  if (Number.isNaN(time) || text < '2000' || !new Date(time).toISOString().startsWith(text)) return undefined;
  return dayAt(time);
}
