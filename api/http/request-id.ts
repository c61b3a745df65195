import { randomBytes } from 'node:crypto';
import type { AppContext } from './env.ts';

/** The id that a problem and the log share. Made only when one of them needs it. */
export function requestIdOf(c: AppContext): string {
  let id = c.get('requestId');
  if (!id) c.set('requestId', (id = randomBytes(9).toString('base64url')));
  return id;
}
