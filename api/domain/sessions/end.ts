import type { Actor } from '../actor.ts';
import type { Deps } from '../ports.ts';
import { hashToken, isToken } from '../tokens.ts';

/** Signs out: this session ends, others of the same person go on. */
export async function endSession(deps: Pick<Deps, 'storage'>, { session }: Pick<Actor, 'session'>): Promise<void> {
  await deps.storage.write((tx) => tx.sessions.end(session));
}

/** Signs out whoever holds a token, also one that means nothing any more. */
export async function endToken(deps: Pick<Deps, 'storage'>, token: string | undefined): Promise<void> {
  if (isToken(token)) await endSession(deps, { session: hashToken(token) });
}

/** Signs a person out everywhere. What was mailed to them opens nothing any more. */
export function endEverySession(deps: Pick<Deps, 'storage'>, actor: Actor): Promise<void> {
  const holder = actor.kind === 'member' ? { memberId: actor.memberId } : { staffId: actor.staffId };
  return deps.storage.write((tx) => tx.sessions.endAll(holder));
}
