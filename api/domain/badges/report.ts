import type { BadgeReportRequest } from '../../contract/badge-requests.ts';
import { badgeLimits, durations } from '../../contract/limits.ts';
import type { FieldProblem } from '../../contract/codes.ts';
import { longTextProblem, textProblem } from '../../contract/text.ts';
import { addressKey, parseAddress } from '../addresses.ts';
import { DomainError } from '../errors.ts';
import { messageId } from '../messages.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Spendable } from '../proofs/challenge.ts';
import type { Staff } from '../sessions/ports.ts';
import { isShown, readBadge } from './view.ts';

type ReportDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'publicUrl'>;

/** A report whose form, origin and token were checked. */
export interface BadgeReportInput {
  publicId: string;
  request: BadgeReportRequest;
  ipPrefix: string | null;
  spendable: Spendable;
}

/** Reports are counted, and staff are written to, by days that begin with the first report. */
const day = durations.mailDay;

/**
 * Takes a report of a badge, whether it is valid or has ended, and tells the staff: with one mail for each badge in
 * a day, however many reports there are. Beyond the cap nothing is kept, and whoever reports learns nothing of it.
 * @throws {DomainError} not_found, invalid_request, proof_spent
 */
export async function reportBadge(deps: ReportDeps, input: BadgeReportInput): Promise<void> {
  if (!(await readBadge(deps, input.publicId))) throw new DomainError('not_found');
  const staff = await deps.storage.sessions.staff();
  const { url, text, reason } = input.request;
  const errors = problemsOf(input.request);
  if (errors.length > 0) throw new DomainError('invalid_request', { errors });
  await deps.storage.write(async (tx) => {
    const { key, expiresAt } = input.spendable;
    if (!(await tx.spend(key, expiresAt))) throw new DomainError('proof_spent');
    // With its row locked, so that of many reports at once one is the first, and none comes over the cap.
    const badge = await tx.badges.find(input.publicId);
    if (!badge || !isShown(badge)) throw new DomainError('not_found');
    const now = deps.clock.now();
    const before = await tx.badges.reportsSince(badge.id, now - day);
    if (before >= badgeLimits.reportsPerDay) return;
    const report = { badgeId: badge.id, reason, url: url || null, text: text || null };
    const id = await tx.badges.insertReport(report, now);
    if (before > 0) return;
    for (const person of staff) if (person.status === 'active') await orderMail(deps, tx, person, id, input.ipPrefix);
  });
}

/** What could not be kept as it was typed. */
function problemsOf({ url = '', text = '' }: BadgeReportRequest): FieldProblem[] {
  const found = { url: textProblem(url, badgeLimits.url), text: longTextProblem(text, badgeLimits.reportText) };
  return Object.entries(found).flatMap(([field, code]) => (code ? [{ field, code }] : []));
}

async function orderMail(
  deps: ReportDeps,
  tx: Transaction,
  { id: staffId, email, language }: Staff,
  subjectId: number,
  formPrefix: string | null,
): Promise<void> {
  const address = parseAddress(email);
  if (!address) return;
  await tx.enqueueMail({
    kind: 'badge_reported',
    memberId: null,
    staffId,
    subjectId,
    partnerId: null,
    language,
    addressKey: addressKey(deps.keys, address),
    formPrefix,
    messageId: messageId(deps),
    createdAt: deps.clock.now(),
  });
}
