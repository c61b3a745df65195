import { durations } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { mailTerms } from '../lang/index.ts';
import { letter, pageUrl, type Letter, type LetterFacts } from './letter.ts';

const hour = 3_600_000;

/**
 * Asks whoever owns the address to confirm. It goes to people who may not have asked for it, so nothing
 * that a visitor typed is in it: a stranger cannot send words through us.
 */
export function confirmation(facts: LetterFacts, partner: string | null, token: string): Letter {
  const words = mailTerms[facts.locale].confirmation({
    club: facts.club.name[facts.locale],
    partner,
    hours: durations.confirmationLife / hour,
    days: durations.pendingLife / (24 * hour),
  });
  return letter(facts, words, pageUrl(facts, paths.confirm, token));
}
