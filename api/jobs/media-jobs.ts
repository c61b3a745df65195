import { clearGarbage } from '../domain/media/clear-garbage.ts';
import type { ProcessDeps } from '../domain/media/process-upload.ts';
import { reapUploads } from '../domain/media/reap-uploads.ts';
import { reconcile } from '../domain/media/reconcile.ts';
import { createMediaProcessing } from './process-media.ts';
import type { Job } from './runner.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** The name to wake the decoder by: `runner.wake(mediaJob)` when an upload is whole. */
export const mediaJob = 'media';

/** What is done about uploads and files. Each job is by itself: one that fails stops no other. */
export function mediaJobs(deps: ProcessDeps): Job[] {
  return [
    // Woken by uploads; by itself for what was left from before, and for what is tried again.
    { name: mediaJob, every: 15 * second, run: createMediaProcessing(deps) },
    { name: 'media-uploads', every: minute, run: () => reapUploads(deps) },
    { name: 'media-tidy', every: 10 * minute, run: () => deps.decoder.tidy() },
    // What an author takes back has to be gone within a minute.
    { name: 'media-garbage', every: 15 * second, run: () => clearGarbage(deps) },
    { name: 'media-store', every: day, run: () => reconcile(deps) },
  ];
}
