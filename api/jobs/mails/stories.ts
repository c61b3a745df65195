import { durations } from '../../contract/limits.ts';
import { parseAddress, suppressionKey } from '../../domain/addresses.ts';
import type { OutgoingMail, QueuedMail } from '../../domain/ports.ts';
import { noticeMail } from '../../mail/notice.ts';
import * as templates from '../../mail/templates/stories.ts';
import type { Letter, LetterFacts } from '../../mail/templates/letter.ts';
import type { MailDeps } from './deps.ts';

type Kind =
  'story_published' | 'story_refused' | 'story_removed' | 'appeal_decided' | 'report_receipt' | 'report_decided';

/** Mails about stories; or, in words, why nobody needs one any more. */
export async function storyMail(deps: MailDeps, order: QueuedMail & { kind: Kind }): Promise<OutgoingMail | string> {
  const facts: LetterFacts = { club: deps.club, publicUrl: deps.publicUrl, locale: order.language };
  const written =
    order.subjectId === null ? 'nothing to write about' : await write(deps, facts, order, order.subjectId);
  if (typeof written === 'string') return written;
  const address = parseAddress(written.email);
  if (!address) return 'address unusable';
  if (await isSuppressed(deps, order, address.canonical, suppressionKey(deps.keys, address)))
    return 'address suppressed';
  return noticeMail(deps, order, address.deliverable, written.letter);
}

/** Nobody who gets no more mail gets this one. */
function isSuppressed(deps: MailDeps, order: QueuedMail, canonical: string, key: string): Promise<boolean> {
  const now = deps.clock.now();
  return deps.storage.write(async (tx) => (await tx.standing(canonical, order.addressKey, key, now)).suppressed);
}

async function write(
  deps: MailDeps,
  facts: LetterFacts,
  order: QueuedMail & { kind: Kind },
  subjectId: number,
): Promise<{ email: string; letter: Letter } | string> {
  const { moderation } = deps.storage;
  if (order.kind === 'report_receipt' || order.kind === 'report_decided') {
    return writeToReporter(deps, facts, order.kind, subjectId);
  }
  const member = order.memberId === null ? undefined : await deps.storage.memberById(order.memberId);
  if (member?.status !== 'active') return 'member gone';
  const appeal = order.kind === 'appeal_decided' ? await moderation.appealById(subjectId) : undefined;
  const decision = order.kind === 'appeal_decided' ? undefined : await moderation.decisionById(subjectId);
  const storyId = appeal?.storyId ?? decision?.storyId;
  const story = storyId === undefined ? undefined : await moderation.storyById(storyId);
  if (!story) return 'story gone';
  const { email } = member;
  if (appeal) {
    const upheld = appeal.status === 'upheld';
    return {
      email,
      letter: templates.appealDecided(facts, { story: story.text, upheld, answer: appeal.answer ?? '' }),
    };
  }
  if (!decision || decision.undoneAt !== null) return 'decision undone';
  if (order.kind === 'story_published') {
    if (story.status !== 'published') return 'story not public any more';
    return { email, letter: templates.storyPublished(facts, story) };
  }
  const statement = {
    story: story.text,
    reason: decision.reason ?? 'other',
    text: decision.text ?? '',
    appealUntil: decision.at + durations.appealLife,
  };
  const what = order.kind === 'story_refused' ? 'refused' : 'removed';
  return { email, letter: templates.storyStatement(facts, what, statement) };
}

async function writeToReporter(
  { storage }: MailDeps,
  facts: LetterFacts,
  kind: 'report_receipt' | 'report_decided',
  reportId: number,
): Promise<{ email: string; letter: Letter } | string> {
  const report = await storage.moderation.reportById(reportId);
  if (!report?.email) return 'nobody to answer';
  const { receipt, email } = report;
  if (kind === 'report_decided') {
    const upheld = report.status === 'upheld';
    return { email, letter: templates.reportDecided(facts, { receipt, upheld, answer: report.answer ?? '' }) };
  }
  const story = await storage.moderation.storyById(report.storyId);
  if (!story) return 'story gone';
  return { email, letter: templates.reportReceipt(facts, { receipt, reason: report.reason, storyId: story.publicId }) };
}
