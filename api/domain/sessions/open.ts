import { durations } from '../../contract/limits.ts';
import type { Deps, Transaction } from '../ports.ts';
import { hashToken } from '../tokens.ts';
import type { Holder, SessionKind, SessionLevel } from './ports.ts';

export interface OpenedSession {
  /** The only copy: what is stored is its hash. */
  token: string;
  expiresAt: number;
}

/** Opens a session inside a transaction: always a new token, never one that was there before signing in. */
export async function openSession(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  tx: Transaction,
  holder: Holder,
  { kind, level, origin }: { kind: SessionKind; level: SessionLevel; origin: string | null },
): Promise<OpenedSession> {
  const token = ids.token();
  const now = clock.now();
  const life =
    'staffId' in holder
      ? durations.staffSessionLife
      : kind === 'bearer'
        ? durations.widgetSessionLife
        : durations.sessionLife;
  const expiresAt = now + life;
  await tx.sessions.open(hashToken(token), {
    memberId: 'memberId' in holder ? holder.memberId : null,
    staffId: 'staffId' in holder ? holder.staffId : null,
    kind,
    level,
    origin,
    createdAt: now,
    expiresAt,
  });
  return { token, expiresAt };
}
