/** What stories ask of the storage. */
import type { ReportReason, StoryKind, StoryOrder, StoryStatus, StoryUse } from '../../contract/vocabulary.ts';

/** One row of `story`. */
export interface Story {
  id: number;
  publicId: string;
  memberId: number;
  /** On whose page it was told. */
  partnerId: number;
  kind: StoryKind;
  status: StoryStatus;
  /** Counts the author's changes. What is public is exactly the version that was approved. */
  version: number;
  text: string;
  language: string;
  circle: string;
  signature: string;
  place: string | null;
  prompt: string | null;
  link: string | null;
  people: string | null;
  adult: boolean;
  featured: boolean;
  createdAt: number;
  updatedAt: number;
  submittedAt: number | null;
  publishedAt: number | null;
}

export type Permissions = Record<StoryUse, boolean>;

/** What a feed shows. Every filter is optional; `site` decides which permission counts. */
export interface FeedFilter {
  site: 'club' | 'partners';
  circle?: string;
  kind?: StoryKind;
  language?: string;
  tag?: string;
  /** Only stories that were told on this partner's pages. */
  partnerId?: number;
  order: StoryOrder;
  limit: number;
  /** Where the page before ended. */
  after?: { featured: number; publishedAt: number; id: number };
}

export interface FeedEntry {
  story: Story;
  tags: string[];
}

export interface StoryReads {
  byPublicId(publicId: string): Promise<Story | undefined>;
  ofMember(memberId: number): Promise<Story[]>;
  permissions(storyIds: number[]): Promise<Map<number, Permissions>>;
  tags(storyIds: number[]): Promise<Map<number, string[]>>;
  feed(filter: FeedFilter): Promise<FeedEntry[]>;
}

export interface StoryWrites {
  find(publicId: string): Promise<Story | undefined>;
  insert(
    story: Pick<
      Story,
      | 'publicId'
      | 'memberId'
      | 'partnerId'
      | 'text'
      | 'language'
      | 'circle'
      | 'signature'
      | 'place'
      | 'prompt'
      | 'link'
      | 'people'
      | 'adult'
    >,
    at: number,
  ): Promise<number>;
  countUnpublished(memberId: number): Promise<number>;
  /** What a member has in public view. */
  publishedOf(memberId: number): Promise<Story[]>;
  /** The author's words. The version goes up by one; false when it was not the one given. */
  change(
    id: number,
    version: number,
    fields: Pick<
      Story,
      'text' | 'language' | 'circle' | 'signature' | 'place' | 'prompt' | 'link' | 'people' | 'adult'
    >,
    at: number,
  ): Promise<boolean>;
  /** A change that is not in the row itself (a photo came, an alternative text): version and time only. */
  bump(id: number, at: number): Promise<void>;
  setKind(id: number, kind: StoryKind): Promise<void>;
  /**
   * Moves a story on. False when it stood somewhere else. `publishedAt` and `submittedAt` follow from the status;
   * whatever is no longer `published` loses its place in every feed in the same statement.
   */
  move(id: number, from: readonly StoryStatus[], to: StoryStatus, at: number): Promise<boolean>;
  setFeatured(id: number, featured: boolean): Promise<void>;
  setTags(id: number, tags: string[]): Promise<void>;
  /** Writes what the author allows and until now did not, and ends what they no longer allow. Feeds follow at once. */
  setPermissions(id: number, permissions: Permissions, textHash: string, at: number): Promise<void>;
  permissions(id: number): Promise<Permissions>;
  /** The row and all that hangs on it, media left to `MediaWrites`. */
  remove(id: number): Promise<void>;
  /** Empties what a member who leaves has told; their published stories are gone with it. */
  removeOf(memberId: number): Promise<void>;
}

export interface NewReport {
  receipt: string;
  storyId: number;
  storyVersion: number;
  reason: ReportReason;
  text: string;
  url: string;
  partnerId: number | null;
  name: string | null;
  email: string | null;
  language: string;
  at: number;
}

export interface Report extends NewReport {
  id: number;
  status: 'open' | 'upheld' | 'rejected';
  decidedAt: number | null;
  answer: string | null;
}
