/** A day of the calendar and the time, on the clocks of the city. */
export function momentOf(time: number): { day: string; time: string } {
  const [day = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(time)
    .split(' ');
  return { day, time: clock };
}
