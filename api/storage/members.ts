import { sql } from 'kysely';
import type { Member, MemberStatus, NewMember } from '../domain/ports.ts';
import { literal, query, type Bound, type Executor } from './query.ts';

const columns = [
  'id',
  'email',
  'address',
  'first_name as firstName',
  'last_name as lastName',
  'circle',
  'place',
  'organisation',
  'sentence',
  'language',
  'newsletter',
  'public',
  'introductions',
  'status',
  'partner_id as partnerId',
  'invitation_id as invitationId',
  'joined_at as joinedAt',
  'confirmed_at as confirmedAt',
  'suspended_at as suspendedAt',
] as const;

const byId = query<{ id: number }>()((db, p) => db.selectFrom('member').select(columns).where('id', '=', p.id));

const byAddress = query<{ address: string }>()((db, p) =>
  db.selectFrom('member').select(columns).where('address', '=', p.address),
);

interface InsertedMember extends NewMember {
  status: MemberStatus;
  confirmedAt: number | null;
}

/** What a sign-up says, as columns: the same when somebody comes and when they come again. */
const told = (p: Bound<NewMember>) => ({
  address: p.address,
  email: p.email,
  first_name: p.firstName,
  last_name: p.lastName,
  circle: p.circle,
  place: p.place,
  organisation: p.organisation,
  sentence: p.sentence,
  language: p.language,
  newsletter: p.newsletter,
  public: p.public,
  introductions: p.introductions,
  partner_id: p.partnerId,
  invitation_id: p.invitationId,
  joined_at: p.joinedAt,
});

const insert = query<InsertedMember>()((db, p) =>
  db
    .insertInto('member')
    .values({
      ...told(p),
      status: p.status,
      confirmed_at: p.confirmedAt,
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id'),
);

const replace = query<NewMember & { id: number }>()((db, p) =>
  db
    .updateTable('member')
    .set({
      ...told(p),
      status: literal('pending'),
      confirmed_at: null,
      left_at: null,
    })
    .where('id', '=', p.id)
    .where('status', '<>', literal('active')),
);

const activate = query<{ id: number; at: number }>()((db, p) =>
  db
    .updateTable('member')
    .set({ status: literal('active'), confirmed_at: p.at })
    .where('id', '=', p.id)
    .where('status', '=', literal('pending')),
);

const empty = query<{ id: number; at: number; gone: string }>()((db, p) =>
  db
    .updateTable('member')
    .set({
      status: literal('left'),
      left_at: p.at,
      address: p.gone,
      email: p.gone,
      first_name: '',
      last_name: null,
      place: null,
      organisation: null,
      sentence: null,
      newsletter: 0,
      public: 0,
      introductions: 0,
    })
    .where('id', '=', p.id)
    .where('status', '=', literal('active')),
);

const move = query<{ id: number; email: string; address: string }>()((db, p) =>
  db
    .updateTable('member')
    .set({ email: p.email, address: p.address })
    .where('id', '=', p.id)
    .where('status', '=', literal('active')),
);

const suspend = query<{ id: number; at: number | null }>()((db, p) =>
  db
    .updateTable('member')
    .set({ suspended_at: p.at })
    .where('id', '=', p.id)
    .where('status', '=', literal('active'))
    .where(sql<boolean>`(suspended_at is null) <> (cast(${p.at} as bigint) is null)`),
);

const withoutNewsletter = query<{ id: number }>()((db, p) =>
  db.updateTable('member').set({ newsletter: 0 }).where('id', '=', p.id),
);

const removeOne = query<{ id: number }>()((db, p) =>
  db.deleteFrom('member').where('id', '=', p.id).where('status', '=', literal('pending')),
);

const removePending = query<{ before: number }>()((db, p) =>
  db.deleteFrom('member').where('status', '=', literal('pending')).where('joined_at', '<', p.before),
);

type Flags = 'newsletter' | 'public' | 'introductions';

function toMember(row: Omit<Member, Flags> & Record<Flags, number>): Member {
  return {
    ...row,
    newsletter: row.newsletter === 1,
    public: row.public === 1,
    introductions: row.introductions === 1,
  };
}

export async function findMember(on: Executor, id: number): Promise<Member | undefined> {
  const row = await on.get(byId, { id });
  return row && toMember(row);
}

/** By canonical address. */
export async function findMemberByAddress(on: Executor, address: string): Promise<Member | undefined> {
  const row = await on.get(byAddress, { address });
  return row && toMember(row);
}

/** Undefined when the address is known already. */
export async function insertMember(
  on: Executor,
  member: NewMember,
  status: MemberStatus,
  confirmedAt: number | null,
): Promise<number | undefined> {
  return (await on.get(insert, { ...member, status, confirmedAt }))?.id;
}

/** Only pending members and members who left are replaced. */
export async function replaceMember(on: Executor, id: number, member: NewMember): Promise<void> {
  await on.run(replace, { ...member, id });
}

/** False when the member was not pending. */
export async function activateMember(on: Executor, id: number, at: number): Promise<boolean> {
  return (await on.run(activate, { id, at })) === 1;
}

/**
 * Takes everything personal out of the row of an active member. The row stays, for what refers to it;
 * its address becomes one that no mail can be sent to and that nobody else can have.
 */
export async function emptyMember(on: Executor, id: number, at: number): Promise<boolean> {
  return (await on.run(empty, { id, at, gone: `left:${id}` })) === 1;
}

/** False when the member is not active. */
export async function moveMember(on: Executor, id: number, email: string, address: string): Promise<boolean> {
  return (await on.run(move, { id, email, address })) === 1;
}

/** False when nothing changed: not active, suspended already, or not suspended. */
export async function suspendMember(on: Executor, id: number, at: number | null): Promise<boolean> {
  return (await on.run(suspend, { id, at })) === 1;
}

export async function stopNewsletter(on: Executor, id: number): Promise<void> {
  await on.run(withoutNewsletter, { id });
}

/** Deletes someone who has not confirmed, with all that hangs on them. False when there is no such person. */
export async function removePendingMember(on: Executor, id: number): Promise<boolean> {
  return (await on.run(removeOne, { id })) === 1;
}

/** Deletes those who never confirmed, with all that hangs on them. Answers how many they were. */
export async function removePendingMembers(on: Executor, before: number): Promise<number> {
  return on.run(removePending, { before });
}
