import { paths } from '../../contract/paths.ts';
import { mailTerms } from '../lang/index.ts';
import { letter, pageUrl, type Letter, type LetterFacts } from './letter.ts';

/**
 * Tells a member that their address was entered again. Like the confirmation it answers a form that
 * anyone can fill in, so it holds nothing that was typed there.
 */
export function alreadyMember(facts: LetterFacts, partner: string | null, leaveToken: string): Letter {
  const terms = mailTerms[facts.locale];
  return letter(facts, terms.alreadyMember({ partner }), pageUrl(facts, paths.home), [
    { label: terms.leave, url: pageUrl(facts, paths.leave, leaveToken) },
  ]);
}
