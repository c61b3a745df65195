/** Mails about stories: published, refused, removed, appeals, reports. */
import { paths } from '../../contract/paths.ts';
import type { RefusalReason, ReportReason } from '../../contract/vocabulary.ts';
import { dateIn } from '../../lang/format.ts';
import { reasons } from '../../lang/reasons/index.ts';
import { storyMailTerms } from '../lang/stories/index.ts';
import { letter, pageUrl, type Letter, type LetterFacts } from './letter.ts';

/** What a mail tells of a decision. */
export interface StatementView {
  /** The story's text, whole. */
  story: string;
  reason: RefusalReason;
  text: string;
  /** Last moment of an appeal, epoch milliseconds. */
  appealUntil: number;
}

const excerptLength = 120;

/** The beginning of a story in one line, cut between words. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= excerptLength) return line;
  const cut = line.slice(0, excerptLength).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed()}…`;
}

export function storyPublished(facts: LetterFacts, story: { publicId: string; text: string }): Letter {
  const words = storyMailTerms[facts.locale].published({ excerpt: excerpt(story.text) });
  return letter(facts, words, pageUrl(facts, paths.storyPage(story.publicId)));
}

/** @param what whether it was never public, or is so no more */
export function storyStatement(facts: LetterFacts, what: 'refused' | 'removed', statement: StatementView): Letter {
  const { locale } = facts;
  const words = storyMailTerms[locale][what]({
    excerpt: excerpt(statement.story),
    reason: reasons[locale].refusal[statement.reason],
    text: statement.text,
    until: dateIn(locale === 'gsw' ? 'de' : locale)(new Date(statement.appealUntil).toISOString().slice(0, 10)),
  });
  return letter(facts, words, pageUrl(facts, paths.myStoriesPage));
}

export function appealDecided(facts: LetterFacts, appeal: { story: string; upheld: boolean; answer: string }): Letter {
  const { story, ...rest } = appeal;
  const words = storyMailTerms[facts.locale].appealDecided({ excerpt: excerpt(story), ...rest });
  return letter(facts, words, pageUrl(facts, paths.myStoriesPage));
}

/**
 * Like a confirmation, it answers a form that anyone can fill in with anybody's address: it names the reason
 * that was chosen from a list and the story's own address, and nothing that was typed.
 */
export function reportReceipt(
  facts: LetterFacts,
  report: { receipt: string; reason: ReportReason; storyId: string },
): Letter {
  const url = pageUrl(facts, paths.storyPage(report.storyId));
  const reason = reasons[facts.locale].report[report.reason];
  return letter(facts, storyMailTerms[facts.locale].reportReceipt({ receipt: report.receipt, reason, url }), url);
}

export function reportDecided(
  facts: LetterFacts,
  report: { receipt: string; upheld: boolean; answer: string },
): Letter {
  return letter(facts, storyMailTerms[facts.locale].reportDecided(report), pageUrl(facts, paths.home));
}
