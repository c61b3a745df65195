import type { Deps } from '../domain/ports.ts';
import { deliverWebhooks } from '../domain/webhooks/deliver.ts';
import type { Job } from './runner.ts';

/** Often enough that an event arrives while somebody still looks. Nothing due costs one look at an index. */
const every = 2000;

/** Tells the webhooks what has happened. */
export function webhookJobs(deps: Deps): Job[] {
  return [{ name: 'webhooks', every, run: (signal) => deliverWebhooks(deps, Math.random, signal) }];
}
