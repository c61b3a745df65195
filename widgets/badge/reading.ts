import type { BadgeStatus } from '../../api/contract/badge.ts';
import { ApiFailure } from '../core.ts';

const textOrNull = (value: unknown) => value === null || typeof value === 'string';
const isDay = (value: unknown) => typeof value === 'string' && Date.parse(value) > 0;

/**
 * Whether an answer is the status of this badge, whole and in words that we know. Whatever else it may be, it
 * says nothing about the badge.
 */
export function isStatusOf(badge: string, answer: BadgeStatus): boolean {
  const { id, state, circle, name, domain, since, until } = answer;
  return (
    id === badge &&
    (state === 'valid' || state === 'ended') &&
    [circle, name, domain].every(textOrNull) &&
    [since, until ?? since].every(isDay) &&
    // The limit is in bytes, of which a character has at least one.
    JSON.stringify(answer).length <= 300
  );
}
