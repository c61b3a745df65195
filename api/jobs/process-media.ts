/** Uploads become photos and films: two at once, the oldest first, and one that always fails holds up nobody. */
import { giveUp, processUpload, type ProcessDeps, type WaitingUpload } from '../domain/media/process-upload.ts';

const minute = 60_000;
const lanes = 2;
const window = 200;
const mostTries = 8;

/**
 * The job. Between its runs it remembers what failed for no fault of the file's (the store was away) and when
 * to try again: half a minute, doubling, eight times; then the file fails, and its author can send it anew.
 */
export function createMediaProcessing(deps: ProcessDeps): (signal: AbortSignal) => Promise<void> {
  const resting = new Map<string, { tries: number; until: number }>();
  const busy = new Set<number>();

  function next(waiting: WaitingUpload[]): WaitingUpload | undefined {
    const now = deps.clock.now();
    // A poster waits for its film; and nothing is made twice at once.
    return waiting.find(({ id, mediaId }) => !busy.has(mediaId) && (resting.get(id)?.until ?? 0) <= now);
  }

  async function attempt(upload: WaitingUpload): Promise<void> {
    try {
      await processUpload(deps, upload);
      resting.delete(upload.id);
    } catch (error) {
      const tries = (resting.get(upload.id)?.tries ?? 0) + 1;
      deps.log.error({ err: error, tries }, 'A photo or film could not be stored. It is tried again.');
      if (tries < mostTries) {
        resting.set(upload.id, { tries, until: deps.clock.now() + 0.5 * minute * 2 ** tries });
        return;
      }
      await giveUp(deps, upload, 'media_failed');
      resting.delete(upload.id);
    }
  }

  async function lane(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const upload = next(await deps.storage.media.waiting(window));
      if (!upload) return;
      busy.add(upload.mediaId);
      await attempt(upload).finally(() => busy.delete(upload.mediaId));
    }
  }

  return async (signal) => {
    await Promise.all(Array.from({ length: lanes }, () => lane(signal)));
  };
}
