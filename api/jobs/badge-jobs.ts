import { awardMissing } from '../domain/badges/award-missing.ts';
import { expireBadges } from '../domain/badges/expire.ts';
import { remindHolders } from '../domain/badges/remind.ts';
import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What becomes of badges by itself. */
export function badgeJobs(deps: Deps): Job[] {
  return [
    {
      name: 'badges',
      every: hour,
      run: async (signal) => {
        const ended = await expireBadges(deps, signal);
        const reminded = await remindHolders(deps, signal);
        if (ended + reminded > 0) deps.log.info({ ended, reminded }, 'Looked through the badges that end.');
      },
    },
    {
      // Some milliseconds for ten thousand members when nothing is to be done. Imports run in a process of their own
      // and wake nobody here.
      name: 'badge-awards',
      every: minute,
      run: async (signal) => {
        const awarded = await awardMissing(deps, signal);
        if (awarded > 0) deps.log.info({ awarded }, 'Gave a badge to members who had none.');
      },
    },
  ];
}
