import { query, type Executor } from './query.ts';

const written = query<{ action: string; subject: string; at: number; actor: string | null }>()((db, p) =>
  db.insertInto('audit').values({ action: p.action, subject: p.subject, created_at: p.at, actor: p.actor }),
);

/** One line of what was done, to whom, when. Never a name or an address: the log outlives the member. */
export async function audit(
  on: Executor,
  action: string,
  subject: string,
  at: number,
  actor: string | null = null,
): Promise<void> {
  await on.run(written, { action, subject, at, actor });
}
