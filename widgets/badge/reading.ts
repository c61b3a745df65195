import type { BadgeStatus } from '../../api/contract/badge.ts';

/**
 * Whether an answer is the status of this badge, whole and in words that we know. Whatever else it may be, it
 * says nothing about the badge.
 */
export function isStatusOf(badge: string, answer: object): answer is BadgeStatus {
  const { id, state, circle, name, domain, since, until } = answer as BadgeStatus;
  return (
    id === badge &&
    ['valid', 'ended'].includes(state) &&
    [circle, name, domain, since, until].every((value) => typeof (value ?? '') === 'string') &&
    [since, until ?? since].every((day) => Date.parse(day) > 0) &&
    // The limit is in bytes, of which a character has at least one.
    JSON.stringify(answer).length < 301
  );
}
