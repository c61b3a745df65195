import { durations } from '../contract/limits.ts';
import { forgetRefused } from '../domain/moderation/forget-refused.ts';
import type { Deps } from '../domain/ports.ts';

/** Erases what is past its time: people who never confirmed, spent keys, dead tokens and sessions, old mails, refused stories. */
export async function purge({ storage, clock, log }: Pick<Deps, 'storage' | 'clock' | 'log'>): Promise<void> {
  const now = clock.now();
  // Before the tables are cleared of their traces, so that these are among them.
  const stories = await forgetRefused({ storage, clock });
  const rows = await storage.purge(now, {
    pendingBefore: now - durations.pendingLife,
    mailsBefore: now - durations.sentMailLife,
    signInsBefore: now - durations.signInLife,
    uploadsBefore: now - durations.uploadUsageLife,
    reportsBefore: now - durations.reporterLife,
    deliveriesBefore: now - durations.sentMailLife,
  });
  const removed = { ...rows, stories };
  if (Object.values(removed).some((rows) => rows > 0)) log.info(removed, 'Erased what was past its time.');
}
