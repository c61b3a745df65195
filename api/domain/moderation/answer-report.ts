import type { ReportDecision } from '../../contract/moderation.ts';
import { actorName, type StaffActor } from '../actor.ts';
import { addressKey, parseAddress } from '../addresses.ts';
import { DomainError } from '../errors.ts';
import type { Report } from '../stories/ports.ts';
import { record, requireReason, tagsOf, type DecideDeps } from './decide.ts';
import { orderAuthorMail, orderReporterMail } from './mails.ts';
import { moveStory } from '../stories/move.ts';

/**
 * Answers a report. Upheld, the story is taken down with a statement to its author, and whoever else has
 * reported it is answered with it; rejected, it stays. Everybody who left an address gets a mail, and nobody two:
 * a thousand reports in somebody else's name are no way to have them written to a thousand times.
 * @returns the story's row id
 * @throws {DomainError} not_found, wrong_state, invalid_request
 */
export async function answerReport(
  deps: DecideDeps,
  actor: StaffActor,
  receipt: string,
  request: ReportDecision,
): Promise<number> {
  requireReason(request);
  const { moderation } = deps.storage;
  const report = await moderation.reportByReceipt(receipt);
  const seen = report && (await moderation.storyById(report.storyId));
  if (!report || !seen) throw new DomainError('not_found');
  const tags = await tagsOf(deps, seen.id);
  const others = request.action === 'uphold' ? await othersOf(deps, report) : [];

  return deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    const status = request.action === 'uphold' ? 'upheld' : 'rejected';
    if (!(await tx.moderation.decideReport(report.id, status, request.text, actor.staffId, now))) {
      throw new DomainError('wrong_state');
    }
    await tx.audit(`report.${status}`, `report:${report.id}`, now, actorName(actor));
    await orderReporterMail(deps, tx, report, 'report_decided');
    if (request.action === 'reject') return seen.id;

    const story = await tx.stories.find(seen.publicId);
    // It may be gone already: withdrawn by its author, or removed for another report.
    if (story && (await moveStory(tx, story, ['published'], 'removed', now))) {
      const before = { status: story.status, featured: story.featured, tags };
      const made = { action: 'remove' as const, reason: request.reason, text: request.text, before };
      const decision = await record(deps, tx, actor, story, made);
      await orderAuthorMail(deps, tx, story, 'story_removed', decision.id, now);
    }
    const answered = new Set([inboxOf(deps, report)]);
    for (const other of others) {
      if (!(await tx.moderation.decideReport(other.id, 'upheld', request.text, actor.staffId, now))) continue;
      const inbox = inboxOf(deps, other);
      if (!answered.has(inbox)) await orderReporterMail(deps, tx, other, 'report_decided');
      answered.add(inbox);
    }
    return seen.id;
  });
}

const page = 500;

/**
 * The other open reports of the same story. All that are open are read: mostly they are few, and an index that
 * only this needs would cost every report more than it saves here.
 */
async function othersOf({ storage }: DecideDeps, { id, storyId }: Report): Promise<Report[]> {
  const found: Report[] = [];
  for (let after: Report | undefined; ;) {
    const open = await storage.moderation.reports('open', page, after);
    found.push(...open.filter((other) => other.storyId === storyId && other.id !== id));
    if (open.length < page) return found;
    after = open.at(-1);
  }
}

function inboxOf({ keys }: DecideDeps, { email }: Report): string | undefined {
  const address = email === null ? undefined : parseAddress(email);
  return address && addressKey(keys, address);
}
