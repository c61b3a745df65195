import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

export function badgeJobs(_deps: Deps): Job[] {
  return [];
}
