import type { MailOrder, QueuedMail } from '../domain/ports.ts';
import { listQuery } from './lists.ts';
import { literal, query, type Executor } from './query.ts';

/**
 * A short number for the fingerprint of an inbox, for the index in which mails are counted: keys are
 * random, and an index of the keys themselves would be a third of all that a sign-up writes. Two keys
 * may have the same number; who searches by it compares the key as well. (FNV-1a, 32 bits.)
 */
export function inboxNumber(addressKey: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < addressKey.length; i++) hash = Math.imul(hash ^ addressKey.charCodeAt(i), 0x01000193);
  return hash;
}

const insert = query<Required<MailOrder> & { inbox: number }>()((db, p) =>
  db.insertInto('outbox').values({
    kind: p.kind,
    member_id: p.memberId,
    staff_id: p.staffId,
    subject_id: p.subjectId,
    partner_id: p.partnerId,
    language: p.language,
    address_key: p.addressKey,
    inbox: p.inbox,
    form_prefix: p.formPrefix,
    message_id: p.messageId,
    created_at: p.createdAt,
    status: literal('queued'),
    next_attempt_at: p.notBefore,
  }),
);

const columns = [
  'id',
  'kind',
  'member_id as memberId',
  'staff_id as staffId',
  'subject_id as subjectId',
  'partner_id as partnerId',
  'language',
  'address_key as addressKey',
  'form_prefix as formPrefix',
  'message_id as messageId',
  'created_at as createdAt',
  'attempts',
] as const;

const claim = {
  sqlite: query<{ now: number; leaseUntil: number; max: number }>()((db, p) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('outbox')
          .select('id')
          .where('status', '=', literal('queued'))
          .where('next_attempt_at', '<=', p.now)
          .orderBy('next_attempt_at')
          .orderBy('id')
          .limit(p.max),
      )
      .updateTable('outbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: p.leaseUntil }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(columns),
  ),
  // Several processes claim at once and none waits for another: rows in someone's hands are passed over.
  postgres: query<{ now: number; leaseUntil: number; max: number }>()((db, p) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('outbox')
          .select('id')
          .where('status', '=', literal('queued'))
          .where('next_attempt_at', '<=', p.now)
          .orderBy('next_attempt_at')
          .orderBy('id')
          .limit(p.max)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('outbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1), next_attempt_at: p.leaseUntil }))
      .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning(columns),
  ),
};

const sent = query<{ id: number; at: number }>()((db, p) =>
  db
    .updateTable('outbox')
    .set({ status: literal('sent'), ended_at: p.at, error: null })
    .where('id', '=', p.id),
);

const retry = query<{ id: number; nextAttemptAt: number; error: string }>()((db, p) =>
  db
    .updateTable('outbox')
    .set({ next_attempt_at: p.nextAttemptAt, error: p.error })
    .where('id', '=', p.id)
    .where('status', '=', literal('queued')),
);

const failed = query<{ id: number; at: number; error: string }>()((db, p) =>
  db
    .updateTable('outbox')
    .set({ status: literal('failed'), ended_at: p.at, error: p.error })
    .where('id', '=', p.id)
    .where('status', '=', literal('queued')),
);

const cancel = query<{ memberId: number; at: number }>()((db, p) =>
  db
    .updateTable('outbox')
    .set({ status: literal('failed'), ended_at: p.at, error: 'member left' })
    .where('member_id', '=', p.memberId)
    .where('status', '=', literal('queued')),
);

const cancelAbout = listQuery<{ kinds: string; subjectId: number; at: number }>()((db, p, list) =>
  db
    .updateTable('outbox')
    .set({ status: literal('failed'), ended_at: p.at, error: 'undone' })
    .where('subject_id', '=', p.subjectId)
    .where(list.hasText('kind', p.kinds))
    .where('status', '=', literal('queued')),
);

const forgetForms = query<{ memberId: number }>()((db, p) =>
  db.updateTable('outbox').set({ form_prefix: null }).where('member_id', '=', p.memberId),
);

const nextDue = query()((db) =>
  db
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('next_attempt_at').as('at'))
    .where('status', '=', literal('queued')),
);

const removeEnded = query<{ before: number }>()((db, p) =>
  db.deleteFrom('outbox').where('status', '<>', literal('queued')).where('ended_at', '<', p.before),
);

export async function enqueueMail(on: Executor, order: MailOrder): Promise<void> {
  await on.run(insert, {
    staffId: null,
    subjectId: null,
    notBefore: order.createdAt,
    ...order,
    inbox: inboxNumber(order.addressKey),
  });
}

/** Oldest first. Claiming is moving the next attempt to the end of the lease, so a process that dies lets go by itself. */
export async function claimMails(on: Executor, now: number, leaseUntil: number, max: number): Promise<QueuedMail[]> {
  const mails = await on.all(claim[on.engine], { now, leaseUntil, max });
  return mails.sort((a, b) => a.id - b.id);
}

export async function mailSent(on: Executor, id: number, at: number): Promise<void> {
  await on.run(sent, { id, at });
}

export async function mailRetry(on: Executor, id: number, nextAttemptAt: number, error: string): Promise<void> {
  await on.run(retry, { id, nextAttemptAt, error: storable(error) });
}

export async function mailFailed(on: Executor, id: number, at: number, error: string): Promise<void> {
  await on.run(failed, { id, at, error: storable(error) });
}

/** Mails to someone who left are not sent any more, and tell no network. Their number stays, for the caps. */
export async function cancelMails(on: Executor, memberId: number, at: number): Promise<void> {
  await on.run(cancel, { memberId, at });
  await on.run(forgetForms, { memberId });
}

/** The same for mails of some kinds about one thing: what they were to say is no longer so. */
export async function cancelMailsAbout(
  on: Executor,
  kinds: readonly string[],
  subjectId: number,
  at: number,
): Promise<void> {
  await on.run(cancelAbout[on.engine], { kinds: JSON.stringify(kinds), subjectId, at });
}

export async function nextMailAt(on: Executor): Promise<number | undefined> {
  return (await on.get(nextDue, {}))?.at ?? undefined;
}

export async function removeEndedMails(on: Executor, before: number): Promise<number> {
  return on.run(removeEnded, { before });
}

/** What a foreign mail server said may hold anything; PostgreSQL takes no NUL, and nobody reads a page of it. */
function storable(error: string): string {
  return error.replaceAll('\0', '').slice(0, 500).toWellFormed();
}
