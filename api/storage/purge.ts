import type { PurgeBefore } from '../domain/ports.ts';
import { removeClosedReports } from './badge-reports.ts';
import { removeOldUsage } from './media.ts';
import { removePendingMembers } from './members.ts';
import { removeEndedMails } from './outbox.ts';
import type { Engine } from './query.ts';
import { anonymiseReports } from './reports.ts';
import { removeExpiredSessions } from './sessions.ts';
import { removeEndedDeliveries } from './webhooks.ts';
import { removeExpiredKeys, removeExpiredTokens } from './tokens.ts';
import { askForScrub, dueScrub, scrub } from './upkeep.ts';

/**
 * Removes what is past its time, then makes sure that nothing erased (now or since the last time) is left
 * in the files. What could not be cleared is cleared by the next purge.
 */
export async function purge(engine: Pick<Engine, 'write' | 'scrub'>, now: number, before: PurgeBefore) {
  const { asked, removed } = await engine.write(async (on) => {
    const members = await removePendingMembers(on, before.pendingBefore);
    if (members > 0) await askForScrub(on);
    const mails = await removeEndedMails(on, before.mailsBefore);
    const closed = await removeClosedReports(on, before.reportsBefore);
    if (closed > 0) await askForScrub(on);
    const reports = closed + (await anonymiseReports(on, before.reportsBefore));
    await removeOldUsage(on, before.uploadsBefore);
    await removeEndedDeliveries(on, before.deliveriesBefore ?? 0);
    const keys =
      (await removeExpiredKeys(on, now)) +
      (await removeExpiredTokens(on, now)) +
      (await removeExpiredSessions(on, now, before.signInsBefore));
    return { asked: await dueScrub(on), removed: { members, mails, keys, reports } };
  });
  await scrub(engine, asked);
  return removed;
}
