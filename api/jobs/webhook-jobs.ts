import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

/** Tells the webhooks what has happened. */
export function webhookJobs(_deps: Deps): Job[] {
  return [];
}
