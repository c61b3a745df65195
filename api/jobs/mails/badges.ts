import { badgeDurations } from '../../contract/limits.ts';
import { parseAddress, suppressionKey } from '../../domain/addresses.ts';
import type { Badge } from '../../domain/badges/ports.ts';
import { proofFilePath, proofRecordName, proofRecordValue } from '../../domain/badges/domain-proof.ts';
import type { OutgoingMail, QueuedMail } from '../../domain/ports.ts';
import { noticeMail } from '../../mail/notice.ts';
import * as templates from '../../mail/templates/badges.ts';
import type { Letter, LetterFacts } from '../../mail/templates/letter.ts';
import type { MailDeps } from './deps.ts';

type Kind = 'badge_ending' | 'badge_domain_missing' | 'badge_domain_lost' | 'badge_reported';

/** Mails about badges; or, in words, why nobody needs one any more. */
export async function badgeMail(deps: MailDeps, order: QueuedMail & { kind: Kind }): Promise<OutgoingMail | string> {
  const facts: LetterFacts = { club: deps.club, publicUrl: deps.publicUrl, locale: order.language };
  const written =
    order.kind === 'badge_reported'
      ? await writeToStaff(deps, facts, order)
      : await writeToHolder(deps, facts, { ...order, kind: order.kind });
  if (typeof written === 'string') return written;
  const address = parseAddress(written.email);
  if (!address) return 'address unusable';
  const key = suppressionKey(deps.keys, address);
  const { suppressed } = await deps.storage.write((tx) =>
    tx.standing(address.canonical, order.addressKey, key, deps.clock.now()),
  );
  return suppressed ? 'address suppressed' : noticeMail(deps, order, address.deliverable, written.letter);
}

/** Whom it goes to, and what it says. */
type Written = { email: string; letter: Letter };

async function writeToStaff(
  { storage }: MailDeps,
  facts: LetterFacts,
  { staffId, subjectId }: QueuedMail,
): Promise<Written | string> {
  const staff = staffId === null ? undefined : await storage.sessions.staffById(staffId);
  if (staff?.status !== 'active') return 'nobody to write to';
  const report = subjectId === null ? undefined : await storage.badges.report(subjectId);
  if (report?.closedAt !== null) return 'report closed';
  return { email: staff.email, letter: templates.badgeReported(facts, report.reason) };
}

type HolderOrder = QueuedMail & { kind: Exclude<Kind, 'badge_reported'> };

async function writeToHolder(
  { storage, clock }: MailDeps,
  facts: LetterFacts,
  { kind, memberId, subjectId }: HolderOrder,
): Promise<Written | string> {
  const member = memberId === null ? undefined : await storage.memberById(memberId);
  if (member?.status !== 'active') return 'member gone';
  const badge = subjectId === null ? undefined : await storage.badges.byId(subjectId);
  if (badge?.memberId !== member.id) return 'badge gone';
  const letter = write[kind](facts, badge, clock.now());
  return typeof letter === 'string' ? letter : { email: member.email, letter };
}

/** A mail about a badge as it is now. */
const write: Record<HolderOrder['kind'], (facts: LetterFacts, badge: Badge, now: number) => Letter | string> = {
  badge_ending(facts, { status, validUntil }, now) {
    if (status !== 'active' || validUntil === null || validUntil <= now) return 'badge ended';
    // Ordered before somebody came by: nothing ends any more.
    if (validUntil > now + badgeDurations.badgeNotice) return 'badge renewed';
    return templates.badgeEnding(facts, validUntil);
  },
  badge_domain_missing(facts, { status, domain, missingSince, publicId }) {
    if (status !== 'active' || domain === null) return 'badge ended';
    if (missingSince === null) return 'domain proven again';
    return templates.domainMissing(facts, domain, missingSince, {
      name: proofRecordName(domain),
      value: proofRecordValue(publicId),
      file: proofFilePath,
      content: publicId,
    });
  },
  badge_domain_lost(facts, { status, endReason, domain }) {
    if (status !== 'ended' || endReason !== 'domain_lost') return 'domain proven again';
    return domain === null ? 'badge gone' : templates.domainLost(facts, domain);
  },
};
