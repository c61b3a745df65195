import { releaseInvitation } from './invitations.ts';
import { anyoneLeft, removePendingMembers } from './members.ts';
import { removeEndedMails } from './outbox.ts';
import { query, type Engine } from './query.ts';
import { removeExpiredKeys, removeExpiredTokens } from './tokens.ts';

const lastScrub = query()((db) => db.selectFrom('upkeep').select('done_at as at').where('task', '=', 'scrub'));

const scrubbed = query<{ at: number }>()((db, p) =>
  db
    .insertInto('upkeep')
    .values({ task: 'scrub', done_at: p.at })
    .onConflict((conflict) => conflict.column('task').doUpdateSet({ done_at: p.at })),
);

/**
 * Removes what is past its time, then makes sure that nothing erased (now, or by a member who left
 * since the last time) is left in the files. What could not be cleared is cleared by the next purge.
 */
export async function purge(engine: Engine, now: number, before: { pendingBefore: number; mailsBefore: number }) {
  const { erased, removed } = await engine.write(async (on) => {
    const { members, invitations } = await removePendingMembers(on, before.pendingBefore);
    for (const id of invitations) await releaseInvitation(on, id);
    const mails = await removeEndedMails(on, before.mailsBefore);
    const keys = (await removeExpiredKeys(on, now)) + (await removeExpiredTokens(on, now));
    const since = (await on.get(lastScrub, {}))?.at ?? 0;
    return { erased: members > 0 || (await anyoneLeft(on, since)), removed: { members, mails, keys } };
  });
  if ((await engine.scrub(erased)) && erased) await engine.write((on) => on.run(scrubbed, { at: now }));
  return removed;
}
