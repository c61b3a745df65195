import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

const second = 1000;

/** The name to wake the signer by. */
export const signing = 'signing';

export function signingJobs(_deps: Deps): Job[] {
  return [{ name: signing, every: 5 * second, run: () => Promise.resolve() }];
}
