import type { CounterView } from '../../api/contract/counter.ts';
import type { Locale } from '../../api/contract/locales.ts';
import type { CounterTerms } from '../lang/terms.ts';
import { formatDate, formatNumber } from '../core.ts';

/** What a counter shows besides the number. */
export interface WordingOptions {
  goal: boolean;
  share: boolean;
  /** Today, as a calendar date: a date that has passed is no longer a promise. */
  today: string;
}

/**
 * The counter's sentence, from the longest wording to the shortest. The element takes the first
 * that fits where its fallback stood.
 */
export function wordings(view: CounterView, terms: CounterTerms, locale: Locale, options: WordingOptions): string[] {
  const count = view.members;
  const members = formatNumber(count, locale);
  const goal = formatNumber(view.goal.members, locale);
  const plain = terms.members(members, count);

  let sentences = [plain];
  if (options.goal) {
    const reached = count >= view.goal.members;
    const dated = terms.goal(members, count, goal, formatDate(view.goal.date, locale));
    if (reached) sentences = [terms.reached(members, count, goal), plain];
    else if (options.today > view.goal.date) sentences = [terms.goalOnly(members, count, goal), plain];
    else sentences = [dated, terms.goalOnly(members, count, goal), plain];
  }

  const { partner } = view;
  // A partner that has brought nobody yet is not shown up in public.
  if (!options.share || !partner || partner.members === 0) return sentences;
  const share = terms.share(formatNumber(partner.members, locale), partner.members, partner.name);
  return [...sentences.map((sentence) => `${sentence}, ${share}`), ...sentences];
}

/** How much of the goal is reached, from 0 to 1. */
export function progressOf(view: CounterView): number {
  return Math.min(1, view.members / view.goal.members);
}
