import { query, type Executor } from './query.ts';

interface NewInvitation {
  codeHash: string;
  circle: string;
  places: number;
  expiresAt: number | null;
  at: number;
}

const insert = query<NewInvitation>()((db, p) =>
  db.insertInto('invitation').values({
    code_hash: p.codeHash,
    circle: p.circle,
    places: p.places,
    expires_at: p.expiresAt,
    created_at: p.at,
  }),
);

const find = query<{ codeHash: string; circle: string; now: number }>()((db, p) =>
  db
    .selectFrom('invitation')
    .select('id')
    .where('code_hash', '=', p.codeHash)
    .where('circle', '=', p.circle)
    .where((eb) => eb('taken', '<', eb.ref('places')))
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', p.now)])),
);

const take = query<{ id: number }>()((db, p) =>
  db
    .updateTable('invitation')
    .set((eb) => ({ taken: eb('taken', '+', 1) }))
    .where('id', '=', p.id)
    .where((eb) => eb('taken', '<', eb.ref('places'))),
);

export async function insertInvitation(on: Executor, invitation: NewInvitation): Promise<void> {
  await on.run(insert, invitation);
}

/** Undefined when the code is unknown, for another circle, expired or used up. */
export async function findInvitation(
  on: Executor,
  codeHash: string,
  circle: string,
  now: number,
): Promise<number | undefined> {
  return (await on.get(find, { codeHash, circle, now }))?.id;
}

/** Takes one place. False when there is none left. */
export async function takeInvitation(on: Executor, id: number): Promise<boolean> {
  return (await on.run(take, { id })) === 1;
}
