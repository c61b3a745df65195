import { sql } from 'kysely';
import type { Standing } from '../domain/ports.ts';
import { inboxNumber } from './outbox.ts';
import { literal, query, type Executor } from './query.ts';

const lock = query<{ address: string }>()((db, p) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${p.address}, 0))`.as('locked')),
);

interface Asked {
  address: string;
  /** Of the inbox, for the caps. */
  addressKey: string;
  /** Of exactly this address. */
  suppressionKey: string;
  daySince: number;
}

// One row whoever the address belongs to, also nobody: a total over a key that is unique, or over no row at
// all. Not a left join and not a lone `max`: with those SQLite makes a new plan for every new parameter,
// which costs ten times the query.
const read = query<Asked & { inbox: number }>()((db, p) =>
  db
    .selectFrom([
      db
        .selectFrom('member')
        .select(({ fn }) => [
          fn.max('id').as('id'),
          fn.max('status').as('status'),
          fn.max('invitation_id').as('invitationId'),
          fn.max('language').as('language'),
        ])
        .where('address', '=', p.address)
        .as('known'),
      db
        .selectFrom('suppression')
        .select(({ fn }) => fn.countAll<number>().as('entries'))
        .where('address_key', '=', p.suppressionKey)
        .as('objection'),
      db
        .selectFrom('outbox')
        .select(({ fn }) => [
          fn.max('created_at').as('lastMailAt'),
          fn.countAll<number>().filterWhere('created_at', '>', p.daySince).as('mailsInDay'),
          fn.countAll<number>().filterWhere('status', '=', literal('queued')).as('mailsWaiting'),
        ])
        .where('inbox', '=', p.inbox)
        .where('address_key', '=', p.addressKey)
        .where('kind', 'in', [literal('confirmation'), literal('already_member'), literal('report_receipt')])
        .as('asked'),
    ])
    .selectAll(),
);

const suppressed = query<{ key: string; reason: string; at: number }>()((db, p) =>
  db
    .insertInto('suppression')
    .values({ address_key: p.key, reason: p.reason, created_at: p.at })
    .onConflict((conflict) => conflict.column('address_key').doNothing()),
);

const lifted = query<{ key: string }>()((db, p) => db.deleteFrom('suppression').where('address_key', '=', p.key));

/** On PostgreSQL, sign-ups for one address wait for each other until the transaction ends. SQLite has one writer. */
export async function lockAddress(on: Executor, address: string): Promise<void> {
  if (on.engine === 'postgres') await on.get(lock, { address });
}

export async function readStanding(on: Executor, asked: Asked): Promise<Standing> {
  const row = await on.get(read, { ...asked, inbox: inboxNumber(asked.addressKey) });
  if (!row) throw new Error('storage: a query that always has a row had none. Nothing was written.');
  const { id, status, language, invitationId, lastMailAt, mailsInDay, mailsWaiting } = row;
  const known = id !== null && status !== null && language !== null;
  return {
    member: known ? { id, status, invitationId, language } : undefined,
    suppressed: row.entries > 0,
    lastMailAt,
    mailsInDay,
    mailWaiting: mailsWaiting > 0,
  };
}

/** The first reason is kept. */
export async function suppress(on: Executor, key: string, reason: string, at: number): Promise<void> {
  await on.run(suppressed, { key, reason, at });
}

/** False when it was not suppressed. */
export async function unsuppress(on: Executor, key: string): Promise<boolean> {
  return (await on.run(lifted, { key })) === 1;
}
