import { actorName, type StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Badge, BadgeReport } from './ports.ts';

/** A report that nobody has closed, with the badge that it is about. */
export interface OpenReport {
  report: BadgeReport;
  badge: Badge;
}

/** Reports that one page shows; what is closed makes room for the next. */
const most = 100;

/** What the staff have to look at, the oldest first. */
export async function openReports({ storage }: Pick<Deps, 'storage'>): Promise<OpenReport[]> {
  const reports = await storage.badges.reports(most);
  const badges = new Map<number, Badge>();
  for (const badgeId of new Set(reports.map((report) => report.badgeId))) {
    const badge = await storage.badges.byId(badgeId);
    if (badge) badges.set(badgeId, badge);
  }
  return reports.flatMap((report) => {
    const badge = badges.get(report.badgeId);
    return badge ? [{ report, badge }] : [];
  });
}

/**
 * Closes a report: somebody has looked, and nothing more is to be done.
 * @throws {DomainError} not_found, also when it was closed before
 */
export async function closeBadgeReport(
  deps: Pick<Deps, 'storage' | 'clock'>,
  actor: StaffActor,
  id: number,
): Promise<void> {
  await deps.storage.write(async (tx) => {
    const now = deps.clock.now();
    if (!(await tx.badges.closeReport(id, now))) throw new DomainError('not_found');
    await tx.audit('badge.report_closed', `badge_report:${id}`, now, actorName(actor));
  });
}
