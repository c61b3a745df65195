import { durations } from '../../contract/limits.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../ports.ts';
import { hashToken, isToken } from '../tokens.ts';
import type { SessionKind } from './ports.ts';

/** How often a session that is being used is written to: each request would be too often. */
const touchEvery = 5 * 60_000;

/**
 * Who a token stands for, or nobody: unknown, expired, idle for too long, of somebody who left or was
 * suspended, or sent by the wrong way.
 * @param kind how the token came: a cookie's token is no bearer token, nor the other way round
 * @param origin where the request came from; a bearer token works from one origin only
 */
export async function resolveSession(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  token: string | undefined,
  kind: SessionKind,
  origin: string,
): Promise<Actor | undefined> {
  if (!isToken(token)) return undefined;
  const hash = hashToken(token);
  const row = await storage.sessions.find(hash);
  const now = clock.now();
  if (!row || row.kind !== kind || row.expiresAt <= now) return undefined;
  if (row.kind === 'bearer' && row.origin !== origin) return undefined;
  const idle = row.staffId === null ? durations.sessionIdle : durations.staffSessionIdle;
  if (row.usedAt + idle <= now) return undefined;
  if (row.usedAt + touchEvery <= now) await storage.write((tx) => tx.sessions.touch(hash, now));
  if (row.memberId !== null) {
    const member = await storage.memberById(row.memberId);
    if (member?.status !== 'active') return undefined;
    return { kind: 'member', memberId: member.id, session: hash, via: row.kind };
  }
  const staff = row.staffId === null ? undefined : await storage.sessions.staffById(row.staffId);
  if (staff?.status !== 'active') return undefined;
  return { kind: 'staff', staffId: staff.id, role: staff.role, level: row.level, session: hash };
}
