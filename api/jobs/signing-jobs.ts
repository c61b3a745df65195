import { signDue } from '../domain/badges/sign-due.ts';
import { signLists } from '../domain/badges/sign-lists.ts';
import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

const second = 1000;

/** The name to wake the signer by. */
export const signing = 'signing';

/** Badges between two looks at the lists: a revocation never waits for thousands of new badges. */
const most = 50;

/** Of several processes that sign the same, one is kept; the others have worked for nothing. */
export function signingJobs(deps: Deps): Job[] {
  return [
    {
      name: signing,
      every: 5 * second,
      async run(signal) {
        const unfit = new Set<number>();
        do await signLists(deps, signal);
        while (!signal.aborted && (await signDue(deps, { signal, unfit, most })) === most);
      },
    },
  ];
}
