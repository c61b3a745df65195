import { AppealDecision, ReportDecision } from '../../contract/moderation.ts';
import { matchLocale } from '../../contract/locales.ts';
import { staffPaths } from '../../contract/paths.ts';
import { answerAppeal } from '../../domain/moderation/answer-appeal.ts';
import { answerReport } from '../../domain/moderation/answer-report.ts';
import { listAppeals, listAudit, listPeople, listReports, readStory } from '../../domain/moderation/list.ts';
import { readJson } from '../body.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { staffActor } from '../guard.ts';
import { ownJson } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';

/**
 * Reports by readers and appeals by authors, and the log of everything, for admins.
 * @param changed called when what is public may have changed
 */
export function objectionRoutes(deps: AppDeps, changed: () => void): Route[] {
  const localeOf = (c: AppContext) => matchLocale(c.req.query('lang'), deps.club.defaultLanguage);
  const after = (c: AppContext) => c.req.query('after');

  async function answered(c: AppContext, storyId: number): Promise<Response> {
    changed();
    deps.wakeMailer();
    return ownJson({ story: await readStory(deps, storyId, localeOf(c)) });
  }

  return [
    {
      method: 'GET',
      path: staffPaths.reports,
      role: 'moderator',
      handler: async (c) => ownJson(await listReports(deps, after(c), localeOf(c))),
    },
    {
      method: 'POST',
      path: '/v1/staff/reports/:receipt/decisions',
      role: 'moderator',
      handler: async (c) => {
        const request = validate(ReportDecision, await readJson(c));
        return answered(c, await answerReport(deps, staffActor(c), c.req.param('receipt') ?? '', request));
      },
    },
    {
      method: 'GET',
      path: staffPaths.appeals,
      role: 'moderator',
      handler: async (c) => ownJson(await listAppeals(deps, staffActor(c), after(c), localeOf(c))),
    },
    {
      method: 'POST',
      path: '/v1/staff/appeals/:id/decisions',
      role: 'moderator',
      handler: async (c) => {
        const request = validate(AppealDecision, await readJson(c));
        return answered(c, await answerAppeal(deps, staffActor(c), c.req.param('id') ?? '', request));
      },
    },
    {
      method: 'GET',
      path: staffPaths.audit,
      role: 'admin',
      handler: async (c) => ownJson(await listAudit(deps, after(c))),
    },
    { method: 'GET', path: staffPaths.staff, role: 'admin', handler: async () => ownJson(await listPeople(deps)) },
  ];
}
