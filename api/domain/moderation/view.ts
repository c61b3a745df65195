/** Stories as the console sees them: whole, with what blocks them and what was decided; never with an address. */
import { durations } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locales.ts';
import type { DecisionView, QueueMediaView, QueueStory } from '../../contract/moderation.ts';
import type { PeopleShown, StoryLanguage } from '../../contract/vocabulary.ts';
import { sharedWith } from '../partners/name.ts';
import type { Deps } from '../ports.ts';
import type { Story } from '../stories/ports.ts';
import {
  circleView,
  inOrder,
  linkView,
  myMediaView,
  type MediaWithFiles,
  type PrivateViewDeps,
} from '../stories/view.ts';
import { blockersOf } from './blockers.ts';
import { isHidden } from './hidden.ts';
import type { Decision } from './ports.ts';

export type ViewDeps = PrivateViewDeps & Pick<Deps, 'storage'>;

/**
 * Stories in the order in which they came, each with everything that deciding takes. Reports and appeals outlive
 * what they are about: of a story that is hidden now there is where it stands, and nothing that it says.
 */
export async function viewStories(deps: ViewDeps, stories: readonly Story[], locale: Locale): Promise<QueueStory[]> {
  const { storage } = deps;
  const ids = stories.map(({ id }) => id);
  const permissions = await storage.stories.permissions(ids);
  const tags = await storage.stories.tags(ids);
  const media = Map.groupBy(await storage.media.byStory(ids), ({ storyId }) => storyId);
  const decisions = Map.groupBy(await storage.moderation.decisions(ids), ({ storyId }) => storyId);
  const reports = await storage.moderation.openReports(ids);
  const blockers = await blockersOf(deps, [...stories]);
  const before = await storage.moderation.publishedBefore([...new Set(stories.map(({ memberId }) => memberId))]);
  const partners = new Map((await storage.partners()).map((partner) => [partner.id, partner]));
  return stories.map((story) => {
    const partner = partners.get(story.partnerId);
    const hidden = isHidden(story);
    return {
      id: story.publicId,
      version: story.version,
      status: story.status,
      kind: story.kind,
      text: hidden ? '' : story.text,
      language: story.language as StoryLanguage,
      author: {
        name: hidden ? '' : story.signature,
        place: hidden ? null : story.place,
        circle: circleView(deps, story.circle, locale),
      },
      prompt: hidden ? null : story.prompt,
      link: hidden ? null : linkView(story.link),
      people: story.people as PeopleShown | null,
      adult: story.adult,
      permissions: permissions.get(story.id)!,
      partner: (partner && sharedWith(partner, locale)) ?? null,
      media: inOrder(hidden ? [] : (media.get(story.id) ?? [])).map((one) => queueMediaView(deps, one)),
      tags: tags.get(story.id) ?? [],
      featured: story.featured,
      submittedAt: story.submittedAt,
      publishedAt: story.publishedAt,
      publishedBefore: before.get(story.memberId) ?? 0,
      openReports: reports.get(story.id) ?? 0,
      blockers: blockers.get(story.id) ?? [],
      history: (decisions.get(story.id) ?? [])
        .toSorted((a, b) => b.id - a.id)
        .map((decision) => decisionView(decision, decision.staffName)),
    };
  });
}

function queueMediaView(deps: ViewDeps, media: MediaWithFiles): QueueMediaView {
  const captions = media.files.filter(({ role }) => role === 'captions');
  return {
    ...myMediaView(deps, media),
    // As the author's machine calls it: a name, a place, an address may be in it.
    fileName: null,
    captions: captions.map(({ language, text }) => ({ language: language as StoryLanguage, vtt: text ?? '' })),
    transcript: media.transcript,
  };
}

/** A decision with the name of whoever took it. */
export async function viewDecision({ storage }: Pick<Deps, 'storage'>, decision: Decision): Promise<DecisionView> {
  const staff = await storage.sessions.staffById(decision.staffId);
  return decisionView(decision, staff?.name ?? '');
}

function decisionView(decision: Decision, by: string): DecisionView {
  const { publicId: id, action, reason, text, at, undoneAt } = decision;
  return { id, action, reason, text, by, at, undoneAt, undoUntil: at + durations.undoLife };
}
