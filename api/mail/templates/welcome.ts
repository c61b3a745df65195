import { numberIn } from '../../lang/format.ts';
import { paths } from '../../contract/paths.ts';
import { mailTerms } from '../lang/index.ts';
import { letter, pageUrl, type Letter, type LetterFacts } from './letter.ts';

// Letters and what stands between them in names. A "name" with digits, an address or control marks in it
// may have been typed by someone else than the reader, to be read under our letterhead.
const name = /^\p{L}[\p{L}\p{M}]*(?:(?:[ ’'-]|\. ?)\p{L}[\p{L}\p{M}]*)*\.?$/u;
const domainLike = /\p{L}\.\p{L}{2}/u;

/** The name to greet a person by, or nothing when it does not read like one. */
export function greetingName(firstName: string): string | null {
  const trimmed = firstName.trim();
  return trimmed.length <= 40 && name.test(trimmed) && !domainLike.test(trimmed) ? trimmed : null;
}

/** Welcomes a member who has just confirmed: their badge, what comes next, and how to leave. */
export function welcome(
  facts: LetterFacts,
  member: { firstName: string; newsletter: boolean },
  tokens: { leave: string; unsubscribe: string | undefined },
): Letter {
  const terms = mailTerms[facts.locale];
  const words = terms.welcome({
    firstName: greetingName(member.firstName),
    goal: numberIn(facts.locale)(facts.club.goal.members),
    newsletter: member.newsletter,
  });
  const more = [
    { label: terms.myBadges, url: pageUrl(facts, paths.myBadgesPage) },
    { label: terms.leave, url: pageUrl(facts, paths.leave, tokens.leave) },
  ];
  if (tokens.unsubscribe !== undefined) {
    more.splice(1, 0, { label: terms.unsubscribe, url: pageUrl(facts, paths.unsubscribe, tokens.unsubscribe) });
  }
  return letter(facts, words, pageUrl(facts, paths.home), more);
}
