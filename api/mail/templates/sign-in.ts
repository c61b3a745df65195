import { durations } from '../../contract/limits.ts';
import { mailTerms } from '../lang/index.ts';
import { codeLetter, type Letter, type LetterFacts } from './letter.ts';

const minute = 60_000;

/**
 * Six digits to be typed in by a person. Nothing in it can be pressed: mail scanners press whatever they
 * find. Nor does it hold anything that was typed by whoever asked, who may be anybody.
 */
export function signIn(facts: LetterFacts, code: string): Letter {
  return codeLetter(facts, mailTerms[facts.locale].signIn(durations.codeLife / minute), code);
}
