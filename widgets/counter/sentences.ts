import type { CounterView } from '../../api/contract/counter.ts';
import type { Locale } from '../../api/contract/locales.ts';
import { formatDate, formatNumber } from '../core.ts';
import type { CounterTerms } from '../lang/terms.ts';

/**
 * The counter in words, from the longest sentence to the shortest. The element takes the first
 * that fits where its fallback stood.
 * @param withShare also say what the partner brought, unless that is nobody: no partner is shown up
 */
export function sentencesFor(
  { members, goal, partner }: CounterView,
  terms: CounterTerms,
  locale: Locale,
  withGoal: boolean,
  withShare?: boolean,
): string[] {
  const count = formatNumber(members, locale);
  const aim = formatNumber(goal.members, locale);
  const sentences = [terms.members(count, members)];
  if (withGoal && members >= goal.members) sentences.unshift(terms.reached(count, members, aim));
  else if (withGoal) {
    sentences.unshift(terms.goalOnly(count, members, aim));
    // A date that has passed is no longer a promise.
    if (Date.now() < Date.parse(goal.date) + 864e5)
      sentences.unshift(terms.goal(count, members, aim, formatDate(goal.date, locale)));
  }
  if (!withShare || !partner?.members) return sentences;
  const share = terms.share(formatNumber(partner.members, locale), partner.members, partner.name);
  return [...sentences.map((sentence) => `${sentence}, ${share}`), ...sentences];
}
