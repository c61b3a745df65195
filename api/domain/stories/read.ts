/** What everybody may read. */
import type { Locale } from '../../contract/locales.ts';
import type { StoryFeed, StoryView } from '../../contract/story.ts';
import type { StoryUse } from '../../contract/vocabulary.ts';
import { DomainError } from '../errors.ts';
import { clubPartnerSlug } from '../partners/name.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import { isPublicId } from './own.ts';
import type { FeedEntry, FeedFilter, Story } from './ports.ts';
import { storyView } from './view.ts';

type ReadDeps = Pick<Deps, 'storage' | 'club' | 'mediaOrigin' | 'publicUrl'>;
export type Site = FeedFilter['site'];

/** The permission that counts on a site. */
const useOn: Record<Site, StoryUse> = { club: 'club_site', partners: 'partner_sites' };

/** Whose pages a request is for: the club's own, or those of a partner. */
export function siteOf(partner: Pick<Partner, 'slug'> | undefined): Site {
  return partner === undefined || partner.slug === clubPartnerSlug ? 'club' : 'partners';
}

/** One page of a feed, and where it ended if there is more. */
export async function readFeed(
  deps: ReadDeps,
  filter: FeedFilter,
  locale: Locale,
): Promise<{ feed: Omit<StoryFeed, 'next'>; end: FeedFilter['after'] | undefined }> {
  const { club } = deps;
  // One more than is shown tells whether there is more.
  const found = await deps.storage.stories.feed({ ...filter, limit: filter.limit + 1 });
  const entries = found.slice(0, filter.limit);
  const last = found.length > entries.length ? entries.at(-1)?.story : undefined;
  return {
    feed: {
      stories: await viewsOf(deps, entries, locale),
      club: {
        name: club.name[locale],
        facebook: club.social.facebook ?? null,
        instagram: club.social.instagram ?? null,
      },
    },
    end: last && { featured: Number(last.featured), publishedAt: last.publishedAt ?? 0, id: last.id },
  };
}

/**
 * One story, if it is public on this site.
 * @throws {DomainError} not_found
 */
export async function readStory(deps: ReadDeps, publicId: string, site: Site, locale: Locale): Promise<StoryView> {
  const story = await findPublic(deps, publicId, site);
  const tags = (await deps.storage.stories.tags([story.id])).get(story.id) ?? [];
  const [view] = await viewsOf(deps, [{ story, tags }], locale);
  return view!;
}

/**
 * The row of a story that is public on this site.
 * @throws {DomainError} not_found
 */
export async function findPublic({ storage }: Pick<Deps, 'storage'>, publicId: string, site: Site): Promise<Story> {
  const story = isPublicId(publicId) ? await storage.stories.byPublicId(publicId) : undefined;
  if (story?.status !== 'published') throw new DomainError('not_found');
  const allowed = (await storage.stories.permissions([story.id])).get(story.id);
  if (!allowed?.[useOn[site]]) throw new DomainError('not_found');
  return story;
}

async function viewsOf(deps: ReadDeps, entries: readonly FeedEntry[], locale: Locale): Promise<StoryView[]> {
  const media = Map.groupBy(
    await deps.storage.media.byStory(entries.map(({ story }) => story.id)),
    ({ storyId }) => storyId,
  );
  const partners = new Map((await deps.storage.partners()).map((partner) => [partner.id, partner]));
  return entries.map((entry) => {
    const { id, partnerId } = entry.story;
    return storyView(deps, entry, media.get(id) ?? [], partners.get(partnerId), locale);
  });
}
