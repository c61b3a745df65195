/** Mails about badges: one that ends soon, a domain without its proof, a report. */
import type { BadgeReportReason } from '../../contract/badge-words.ts';
import { badgeDurations } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import { shownDomain } from '../../domain/badges/domain-name.ts';
import { dateIn, days } from '../../lang/format.ts';
import { badgeMailTerms } from '../lang/badges/index.ts';
import { letter, pageUrl, type Letter, type LetterFacts } from './letter.ts';

/** What would prove the domain again, as its holder put it there. */
export interface ProofView {
  name: string;
  value: string;
  /** A path on the domain. */
  file: string;
  content: string;
}

/** A calendar day in words. */
function dayIn({ locale }: LetterFacts, at: number): string {
  return dateIn(locale === 'gsw' ? 'de' : locale)(new Date(at).toISOString().slice(0, 10));
}

export function badgeEnding(facts: LetterFacts, validUntil: number): Letter {
  const words = badgeMailTerms[facts.locale].ending(dayIn(facts, validUntil));
  return letter(facts, words, pageUrl(facts, paths.myBadgesPage));
}

/** @param domain in punycode */
export function domainMissing(facts: LetterFacts, domain: string, missingSince: number, proof: ProofView): Letter {
  const words = badgeMailTerms[facts.locale].domainMissing({
    domain: shownDomain(domain),
    since: dayIn(facts, missingSince),
    until: dayIn(facts, missingSince + badgeDurations.domainGrace),
    record: { name: proof.name, value: proof.value },
    file: { path: proof.file, content: proof.content },
  });
  return letter(facts, words, pageUrl(facts, paths.myBadgesPage));
}

/** @param domain in punycode */
export function domainLost(facts: LetterFacts, domain: string): Letter {
  const lost = { domain: shownDomain(domain), days: days(badgeDurations.domainGrace) };
  return letter(facts, badgeMailTerms[facts.locale].domainLost(lost), pageUrl(facts, paths.myBadgesPage));
}

/** To the staff: the reason, chosen from a list, and where to read the rest. */
export function badgeReported(facts: LetterFacts, reason: BadgeReportReason): Letter {
  const terms = badgeMailTerms[facts.locale];
  return letter(facts, terms.reported(terms.reasons[reason]), pageUrl(facts, paths.badgeReports));
}
