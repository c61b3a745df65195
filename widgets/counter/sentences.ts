import type { CounterView } from '../../api/contract/counter.ts';
import type { CounterTerms } from '../lang/terms.ts';

/** What a partner brought, in words; nothing when that is nobody: no partner is shown up. */
export function shareOf({ partner }: CounterView, terms: CounterTerms): string | undefined {
  return partner?.members ? terms.share(terms.number(partner.members), partner.members, partner.name) : undefined;
}

/**
 * The counter in words, from the longest sentence to the shortest. The element takes the first
 * that fits where its fallback stood.
 * @param share what the partner brought, when that is to be said too
 */
export function sentencesFor(
  { members, goal }: CounterView,
  terms: CounterTerms,
  withGoal: boolean,
  share?: string,
): string[] {
  const count = terms.number(members);
  const aim = terms.number(goal.members);
  const sentences = [terms.members(count, members)];
  if (withGoal && members >= goal.members) sentences.unshift(terms.reached(count, members, aim));
  else if (withGoal) {
    sentences.unshift(terms.goalOnly(count, members, aim));
    // A date that has passed is no longer a promise.
    if (Date.now() < Date.parse(goal.date) + 864e5)
      sentences.unshift(terms.goal(count, members, aim, terms.date(goal.date)));
  }
  return share ? [...sentences.map((sentence) => `${sentence}, ${share}`), ...sentences] : sentences;
}
