import { sql } from 'kysely';
import type { Standing } from '../domain/ports.ts';
import { literal, query, type Executor } from './query.ts';

const lock = query<{ address: string }>()((db, p) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${p.address}, 0))`.as('locked')),
);

// One row whoever the address belongs to, also nobody.
const read = query<{ address: string; addressKey: string; daySince: number }>()((db, p) =>
  db
    .selectFrom(db.selectNoFrom(sql.lit(1).as('one')).as('always'))
    .leftJoin('member', (join) => join.on('member.address', '=', p.address))
    .select((eb) => [
      'member.id',
      'member.status',
      'member.invitation_id as invitationId',
      'member.language',
      eb.selectFrom('suppression').select('address_key').where('address_key', '=', p.addressKey).as('suppressed'),
      eb
        .selectFrom('outbox')
        .select((last) => last.fn.max('created_at').as('at'))
        .where('address_key', '=', p.addressKey)
        .where('kind', '<>', literal('welcome'))
        .as('lastMailAt'),
      eb
        .selectFrom('outbox')
        .select((count) => count.fn.countAll<number>().as('mails'))
        .where('address_key', '=', p.addressKey)
        .where('kind', '<>', literal('welcome'))
        .where('created_at', '>', p.daySince)
        .as('mailsInDay'),
    ]),
);

const suppressed = query<{ addressKey: string; reason: string; at: number }>()((db, p) =>
  db
    .insertInto('suppression')
    .values({ address_key: p.addressKey, reason: p.reason, created_at: p.at })
    .onConflict((conflict) => conflict.column('address_key').doNothing()),
);

/** On PostgreSQL, sign-ups for one address wait for each other until the transaction ends. SQLite has one writer. */
export async function lockAddress(on: Executor, address: string): Promise<void> {
  if (on.engine === 'postgres') await on.get(lock, { address });
}

export async function readStanding(
  on: Executor,
  address: string,
  addressKey: string,
  daySince: number,
): Promise<Standing> {
  const row = await on.get(read, { address, addressKey, daySince });
  if (!row) throw new Error('storage: a query that always has a row had none. Nothing was written.');
  const { id, status, language } = row;
  const known = id !== null && status !== null && language !== null;
  return {
    member: known ? { id, status, invitationId: row.invitationId, language } : undefined,
    suppressed: row.suppressed !== null,
    lastMailAt: row.lastMailAt,
    mailsInDay: row.mailsInDay ?? 0,
  };
}

/** The first reason is kept. */
export async function suppress(on: Executor, addressKey: string, reason: string, at: number): Promise<void> {
  await on.run(suppressed, { addressKey, reason, at });
}
