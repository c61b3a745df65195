import type { SessionReads, SessionWrites } from '../domain/sessions/ports.ts';
import type { Executor } from './query.ts';

export function sessionReads(_on: Executor): SessionReads {
  return {} as SessionReads;
}

export function sessionWrites(_on: Executor): SessionWrites {
  return {} as SessionWrites;
}
