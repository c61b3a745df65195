import { durations, mailsPerDay } from '../contract/limits.ts';
import type { Transaction } from './ports.ts';

/**
 * Takes one of the mails that forms may send to an address that nobody has confirmed: one in ten minutes and
 * three in a day for each purpose, over all networks and processes. The places are single-use keys, as those of
 * proofs are: taken in the transaction that orders the mail, forgotten when their time is over.
 * @param key `addressKey` of the address
 * @returns false when there is none left; what was asked for is done without a mail
 */
export async function mayWriteToStranger(tx: Transaction, purpose: string, key: string, now: number): Promise<boolean> {
  const place = (name: string, length: number) => {
    const number = Math.floor(now / length);
    return tx.spend(`mail:${purpose}:${name}:${number}:${key}`, (number + 1) * length);
  };
  if (!(await place('gap', durations.mailGap))) return false;
  for (let mail = 1; mail <= mailsPerDay; mail++) {
    if (await place(`day-${mail}`, durations.mailDay)) return true;
  }
  return false;
}
