const minute = 60_000;
const hour = 60 * minute;

const longest = 6 * hour;

/** A mail is given up when it could not be sent for this long. A link sent at the last moment still dies before its pending member does. */
export const giveUpAfter = 72 * hour;

/**
 * How long to wait after a failed try, in milliseconds: somewhere between a minute and a bound that doubles
 * with every try up to six hours. The whole span is used, so mails that failed together do not come back
 * together.
 * @param attempts tries so far, from 1
 * @param random a number from 0 up to 1
 */
export function backOff(attempts: number, random: number): number {
  const bound = Math.min(longest, minute * 2 ** Math.max(1, attempts));
  return Math.round(minute + random * (bound - minute));
}
