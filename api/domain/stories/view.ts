/** Stories as they leave the house: for everybody, and for their author. */
import type { Locale } from '../../contract/locales.ts';
import { parseLink } from '../../contract/links.ts';
import { paths } from '../../contract/paths.ts';
import type {
  LinkView,
  MediaFile,
  MediaView,
  MyMediaView,
  MyStoryView,
  StatementView,
  StoryView,
} from '../../contract/story.ts';
import type { PeopleShown, StoryLanguage } from '../../contract/vocabulary.ts';
import type { Media, MediaFileRow, Upload } from '../media/ports.ts';
import { previewUrl } from '../media/preview.ts';
import type { Deps } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import { sharedWith } from '../partners/name.ts';
import type { FeedEntry, Permissions, Story } from './ports.ts';

type ViewDeps = Pick<Deps, 'club' | 'mediaOrigin' | 'publicUrl'>;
/** What is not public is shown under addresses that are signed and soon over. */
export type PrivateViewDeps = ViewDeps & Pick<Deps, 'keys' | 'clock'>;
type Address = (file: MediaFileRow) => string;
export type MediaWithFiles = Media & { files: MediaFileRow[] };

/** In the order that the author gave them. */
export function inOrder<T extends Pick<Media, 'position' | 'id'>>(media: readonly T[]): T[] {
  return media.toSorted((a, b) => a.position - b.position || a.id - b.id);
}

/** A photo or film with the addresses of its files. */
export function mediaView(
  deps: ViewDeps,
  media: MediaWithFiles,
  address: Address = (file) => fileUrl(deps, file),
): MediaView {
  const byRole = (role: MediaFileRow['role']) => media.files.filter((file) => file.role === role);
  const film = byRole('film')[0];
  return {
    id: media.publicId,
    kind: media.kind,
    alt: media.kind === 'photo' ? media.alt : '',
    width: media.width,
    height: media.height,
    duration: media.duration,
    placeholder: media.placeholder,
    images: byRole('image')
      .toSorted(narrowestFirst)
      .map((file) => fileView(file, address(file))),
    film: film ? fileView(film, address(film)) : null,
    captions: byRole('captions').map((file) => ({
      language: file.language as StoryLanguage,
      url: address(file),
    })),
    transcript: media.transcript,
  };
}

const typeOrder = ['image/avif', 'image/webp', 'image/jpeg'];

/** Browsers take the first type that they read. */
function narrowestFirst(a: MediaFileRow, b: MediaFileRow): number {
  return a.width - b.width || typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type);
}

function fileView({ type, width, height, bytes }: MediaFileRow, url: string): MediaFile {
  return { url, type, width, height, bytes };
}

function fileUrl({ mediaOrigin }: ViewDeps, { name }: MediaFileRow): string {
  return `${mediaOrigin}${paths.media}${name}`;
}

/** Read again on its way out: what cannot be read as a film is never a link on anybody's page. */
export function linkView(link: string | null): LinkView | null {
  return (link !== null && parseLink(link)) || null;
}

/** A circle with its name; one that the club has given up keeps its identifier. */
export function circleView({ club }: Pick<Deps, 'club'>, id: string, locale: Locale): { id: string; name: string } {
  return { id, name: club.circles.find((circle) => circle.id === id)?.name[locale] ?? id };
}

/** A published story, as everybody may read it. */
export function storyView(
  deps: ViewDeps,
  { story, tags }: FeedEntry,
  media: readonly MediaWithFiles[],
  partner: Partner | undefined,
  locale: Locale,
): StoryView {
  return {
    id: story.publicId,
    kind: story.kind,
    language: story.language as StoryLanguage,
    text: story.text,
    author: { name: story.signature, place: story.place, circle: circleView(deps, story.circle, locale) },
    partner: (partner && sharedWith(partner, locale)) ?? null,
    tags,
    featured: story.featured,
    publishedAt: story.publishedAt ?? story.updatedAt,
    media: inOrder(media)
      .filter(({ status }) => status === 'ready')
      .map((one) => mediaView(deps, one)),
    link: linkView(story.link),
    url: new URL(paths.storyPage(story.publicId), deps.publicUrl).href,
  };
}

/**
 * A photo or film, as its author sees it while it is being made.
 * @param upload what has not come whole, for whoever can go on with it
 */
export function myMediaView(deps: PrivateViewDeps, media: MediaWithFiles, upload?: Upload): MyMediaView {
  const address: Address = ({ name }) => previewUrl(deps, name);
  const { captions: _captions, transcript: _transcript, ...view } = mediaView(deps, media, address);
  const { status, problem, position, fileName } = media;
  const left = upload && { id: upload.id, size: upload.size };
  return { ...view, status, problem, position, fileName, upload: left ?? null };
}

/** A story, as its author sees it. */
export function myStoryView(
  deps: PrivateViewDeps,
  story: Story,
  permissions: Permissions,
  media: readonly MediaWithFiles[],
  statement: StatementView | undefined,
  uploads: ReadonlyMap<number, Upload>,
): MyStoryView {
  const { text, language, circle, signature, place, prompt, link, people, adult } = story;
  return {
    id: story.publicId,
    version: story.version,
    status: story.status,
    kind: story.kind,
    fields: {
      text,
      language: language as StoryLanguage,
      circle,
      signature,
      place,
      prompt,
      link,
      people: people as PeopleShown | null,
      adult,
    },
    permissions,
    media: inOrder(media).map((one) => myMediaView(deps, one, uploads.get(one.id))),
    statement: statement ?? null,
    url:
      story.status === 'published' && permissions.club_site
        ? new URL(paths.storyPage(story.publicId), deps.publicUrl).href
        : null,
    createdAt: story.createdAt,
    updatedAt: story.updatedAt,
  };
}
