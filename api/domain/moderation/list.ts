/** What the console reads. */
import type { Appeals, AuditEntry, Queue, QueueStory, Reports, StaffView } from '../../contract/moderation.ts';
import type { Locale } from '../../contract/locales.ts';
import type { StoryStatus } from '../../contract/vocabulary.ts';
import type { StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import { isHidden } from './hidden.ts';
import type { Position } from './ports.ts';
import { viewDecision, viewStories, type ViewDeps } from './view.ts';

export type QueueName = 'pending' | 'published' | 'refused';

const statuses: Record<QueueName, readonly StoryStatus[]> = {
  pending: ['pending'],
  published: ['published'],
  refused: ['refused', 'removed'],
};

/** Rows in one answer. */
const page = 20;

/** Waiting stories in the order in which they came; what was decided, the latest first. */
export async function listQueue(
  deps: ViewDeps,
  name: QueueName,
  after: string | undefined,
  locale: Locale,
): Promise<Queue> {
  const { moderation } = deps.storage;
  const order = name === 'pending' ? 'oldest' : 'newest';
  const stories = await moderation.queue(statuses[name], order, page + 1, readPosition(after));
  const shown = stories.slice(0, page);
  const last = shown.at(-1);
  return {
    stories: await viewStories(deps, shown, locale),
    next: stories.length > page && last ? writePosition({ at: last.submittedAt ?? 0, id: last.id }) : null,
    waiting: await moderation.waiting(),
    tags: deps.club.tags.map(({ id, name }) => ({ id, name: name[locale] })),
  };
}

/**
 * One story, whole. One that is hidden is not found; by the number of its row, after something about it was
 * answered, it is there without what it says.
 * @param id public, or the row's
 * @throws {DomainError} not_found
 */
export async function readStory(deps: ViewDeps, id: string | number, locale: Locale): Promise<QueueStory> {
  const { storage } = deps;
  const story = typeof id === 'string' ? await storage.stories.byPublicId(id) : await storage.moderation.storyById(id);
  if (!story || (typeof id === 'string' && isHidden(story))) throw new DomainError('not_found');
  return (await viewStories(deps, [story], locale))[0]!;
}

/** Reports that nobody has answered, in the order in which they came. */
export async function listReports(deps: ViewDeps, after: string | undefined, locale: Locale): Promise<Reports> {
  const reports = await deps.storage.moderation.reports('open', page + 1, readPosition(after));
  const shown = reports.slice(0, page);
  const stories = await storiesById(deps, shown, locale);
  const last = shown.at(-1);
  return {
    reports: shown.flatMap((report) => {
      const story = stories.get(report.storyId);
      if (!story) return [];
      const { receipt, reason, text, url, at } = report;
      return [{ receipt, reason, text, url, answerable: report.email !== null, at, story }];
    }),
    next: reports.length > page && last ? writePosition(last) : null,
  };
}

/** Appeals that nobody has answered, in the order in which they came. */
export async function listAppeals(
  deps: ViewDeps,
  actor: StaffActor,
  after: string | undefined,
  locale: Locale,
): Promise<Appeals> {
  const { moderation } = deps.storage;
  const appeals = await moderation.appeals('open', page + 1, readPosition(after));
  const shown = appeals.slice(0, page);
  const stories = await storiesById(deps, shown, locale);
  const last = shown.at(-1);
  const views = [];
  for (const { publicId: id, text, createdAt: at, decisionId, storyId } of shown) {
    const decision = await moderation.decisionById(decisionId);
    const story = stories.get(storyId);
    if (!decision || !story) continue;
    const own = decision.staffId === actor.staffId;
    views.push({ id, text, at, decision: await viewDecision(deps, decision), own, story });
  }
  const next = appeals.length > page && last ? writePosition({ at: last.createdAt, id: last.id }) : null;
  return { appeals: views, next };
}

/** The log, latest first. */
export async function listAudit(
  { storage }: Pick<Deps, 'storage'>,
  after: string | undefined,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  if (after !== undefined && !/^\d{1,15}$/.test(after)) throw new DomainError('not_found');
  const rows = await storage.moderation.audit(100, after === undefined ? undefined : Number(after));
  const entries = rows.map(({ action, subject, actor, at }) => ({ action, subject, actor, at }));
  return { entries, next: rows.length === 100 ? String(rows.at(-1)!.id) : null };
}

/** Who works here. Addresses stay with the command line. */
export async function listPeople({ storage }: Pick<Deps, 'storage'>): Promise<{ people: StaffView[] }> {
  const people = [];
  for (const { id, name, role, status } of await storage.sessions.staff()) {
    people.push({ id, name, role, status, passkeys: (await storage.sessions.passkeys(id)).length });
  }
  return { people };
}

async function storiesById(
  deps: ViewDeps,
  rows: { storyId: number }[],
  locale: Locale,
): Promise<Map<number, QueueStory>> {
  const found = new Map<number, QueueStory>();
  const ids = [...new Set(rows.map(({ storyId }) => storyId))];
  const stories = (await Promise.all(ids.map((id) => deps.storage.moderation.storyById(id)))).filter((one) => !!one);
  const views = await viewStories(deps, stories, locale);
  for (const [index, story] of stories.entries()) found.set(story.id, views[index]!);
  return found;
}

const position = /^(\d{1,15})\.(\d{1,15})$/;

/** @throws {DomainError} not_found: no page begins there */
function readPosition(text: string | undefined): Position | undefined {
  if (text === undefined || text === '') return undefined;
  const match = position.exec(text);
  if (!match) throw new DomainError('not_found');
  return { at: Number(match[1]), id: Number(match[2]) };
}

function writePosition({ at, id }: Position): string {
  return `${at}.${id}`;
}
