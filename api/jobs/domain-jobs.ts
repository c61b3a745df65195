import { recheckDomains } from '../domain/badges/recheck-domains.ts';
import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

const hour = 60 * 60_000;

/** The domains of business badges are looked at again and again. */
export function domainJobs(deps: Deps): Job[] {
  return [
    {
      name: 'badge-domains',
      every: hour,
      run: async (signal) => {
        const ended = await recheckDomains(deps, signal);
        if (ended > 0) deps.log.info({ ended }, 'Ended business badges whose domain had no proof for 14 days.');
      },
    },
  ];
}
