import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

export function cdnJobs(_deps: Deps): Job[] {
  return [];
}
