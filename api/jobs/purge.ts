import { durations } from '../contract/limits.ts';
import type { Deps } from '../domain/ports.ts';

/** Erases what is past its time: people who never confirmed, spent keys, dead tokens, old mails. */
export async function purge({ storage, clock, log }: Pick<Deps, 'storage' | 'clock' | 'log'>): Promise<void> {
  const now = clock.now();
  const removed = await storage.purge(now, {
    pendingBefore: now - durations.pendingLife,
    mailsBefore: now - durations.sentMailLife,
  });
  if (removed.members + removed.mails + removed.keys > 0) log.info(removed, 'Erased what was past its time.');
}
