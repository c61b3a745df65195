import type { Club } from '../../contract/club.ts';

/** A day of the calendar and the time, on the clocks of the club's city. */
export function momentOf({ timeZone }: Pick<Club, 'timeZone'>, time: number): { day: string; time: string } {
  const [day = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(time)
    .split(' ');
  return { day, time: clock };
}
