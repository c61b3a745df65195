import { literal, query, type Engine, type Executor } from './query.ts';

const ask = query()((db) =>
  db
    .insertInto('upkeep')
    .values({ task: literal('scrub'), asked: 1, done: 0 })
    .onConflict((conflict) => conflict.column('task').doUpdateSet((eb) => ({ asked: eb('upkeep.asked', '+', 1) }))),
);

const due = query()((db) =>
  db.selectFrom('upkeep').select('asked').where('task', '=', literal('scrub')).whereRef('done', '<', 'asked'),
);

const finish = query<{ asked: number }>()((db, p) =>
  db.updateTable('upkeep').set({ done: p.asked }).where('task', '=', literal('scrub')).where('done', '<', p.asked),
);

/**
 * Notes that the files hold something of erased people, in the transaction that erases them: whatever
 * comes in between, it is known until they were cleared.
 */
export async function askForScrub(on: Executor): Promise<void> {
  await on.run(ask, {});
}

/** How often it was asked for, if that has not been answered. */
export async function dueScrub(on: Executor): Promise<number | undefined> {
  return (await on.get(due, {}))?.asked;
}

/** Clears the engine's files, and notes it. Who was erased meanwhile stays to be cleared. */
export async function scrub(engine: Pick<Engine, 'write' | 'scrub'>, asked: number | undefined): Promise<void> {
  const clear = await engine.scrub(asked !== undefined);
  if (clear && asked !== undefined) await engine.write((on) => on.run(finish, { asked }));
}
