/** An author's stories, as only they see them. */
import { durations, mediaLimits } from '../../contract/limits.ts';
import type { Locale } from '../../contract/locales.ts';
import type { MyStories, MyStoryView } from '../../contract/story.ts';
import type { Deps, Member } from '../ports.ts';
import { readOwn, type Author } from './own.ts';
import type { Story } from './ports.ts';
import { standingRefusal, statementView } from './statement.ts';
import { myStoryView } from './view.ts';
import { circlesOf } from './words.ts';

type MineDeps = Pick<Deps, 'storage' | 'clock' | 'club' | 'texts' | 'keys' | 'mediaOrigin' | 'publicUrl'>;

/**
 * One story of this author.
 * @throws {DomainError} not_found
 */
export async function myStory(deps: MineDeps, author: Author, publicId: string): Promise<MyStoryView> {
  const [view] = await viewsOf(deps, [await readOwn(deps, author, publicId)]);
  return view!;
}

/** All of them, newest first, with everything that the form shows. */
export async function myStories(deps: MineDeps, member: Member, locale: Locale): Promise<MyStories> {
  const { club, texts, storage, clock } = deps;
  const stories = await storage.stories.ofMember(member.id);
  const { uses, people, adult } = texts.story(locale);
  const circles = circlesOf(deps, member);
  const used = await storage.media.usage(member.id, clock.now() - day);
  const room = Math.min(mediaLimits.bytesPerDay - used.bytes, mediaLimits.bytesPerMember - used.kept);
  return {
    stories: await viewsOf(
      deps,
      stories.toSorted((a, b) => b.id - a.id),
    ),
    terms: { version: club.storyTerms.version, uses, people, adult },
    prompts: Object.fromEntries(circles.map(({ id, prompts }) => [id, prompts.map((prompt) => prompt[locale])])),
    circles: circles.map(({ id, name }) => ({ id, name: name[locale] })),
    quota: { files: Math.max(0, mediaLimits.filesPerDay - used.files), bytes: Math.max(0, room) },
  };
}

const day = durations.mailDay;

async function viewsOf(deps: MineDeps, stories: readonly Story[]): Promise<MyStoryView[]> {
  const ids = stories.map(({ id }) => id);
  const { storage } = deps;
  const permissions = await storage.stories.permissions(ids);
  const media = Map.groupBy(await storage.media.byStory(ids), ({ storyId }) => storyId);
  const decisions = Map.groupBy(await storage.moderation.decisions(ids), ({ storyId }) => storyId);
  const appeals = new Map((await storage.moderation.appealsOf(ids)).map((appeal) => [appeal.decisionId, appeal]));
  const author = stories[0]?.memberId;
  const unfinished = author === undefined ? [] : await storage.media.unfinished(author);
  const uploads = new Map(unfinished.map((upload) => [upload.mediaId, upload]));
  return stories.map((story) => {
    const refusal = standingRefusal(decisions.get(story.id) ?? []);
    const statement = refusal && statementView(refusal, appeals.get(refusal.id));
    return myStoryView(deps, story, permissions.get(story.id)!, media.get(story.id) ?? [], statement, uploads);
  });
}
