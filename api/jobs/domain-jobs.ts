import type { Deps } from '../domain/ports.ts';
import type { Job } from './runner.ts';

export function domainJobs(_deps: Deps): Job[] {
  return [];
}
