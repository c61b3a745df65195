import { isLocale } from '../../contract/locales.ts';
import { DomainError } from '../errors.ts';
import type { MediaFileRow } from '../media/ports.ts';
import type { Deps } from '../ports.ts';
import { isPublicId } from '../stories/own.ts';
import type { Story } from '../stories/ports.ts';
import { circleView, inOrder } from '../stories/view.ts';
import type { PicturePhoto, PictureShape, StoryPictures } from './ports.ts';

/**
 * What each picture is for decides which permission it needs: the wide one stands for the story's page on the
 * club's site, the upright one is posted.
 */
const useOf = { og: 'club_site', portrait: 'social' } as const;

/** Photos are drawn about this wide. */
const wide = 900;

/**
 * Draws a story for social networks. An edit is a new version, which is a new picture.
 * @throws {DomainError} not_found, busy
 */
export async function storyPicture(
  deps: Pick<Deps, 'storage' | 'media' | 'club'> & { pictures: StoryPictures },
  publicId: string,
  shape: PictureShape,
): Promise<{ png: Uint8Array<ArrayBuffer>; key: string }> {
  const { club } = deps;
  const story = await findAllowed(deps, publicId, shape);
  const photo = await photoOf(deps, story.id);
  const locale = isLocale(story.language) ? story.language : club.defaultLanguage;
  const key = [story.publicId, story.version, photo?.name ?? ''].join(' ');
  const content = {
    text: story.text,
    language: story.language,
    author: story.signature,
    about: [circleView({ club }, story.circle, locale).name, ...(story.place ? [story.place] : [])],
    club: club.name[locale],
    accent: club.colours.accent,
  };
  const png = await deps.pictures.draw(key, shape, content, () => readPhoto(deps, photo));
  // While it was drawn it may have been taken back, forbidden here, or become another story.
  const { version } = await findAllowed(deps, publicId, shape);
  if (version !== story.version) throw new DomainError('not_found');
  return { png, key };
}

async function findAllowed({ storage }: Pick<Deps, 'storage'>, publicId: string, shape: PictureShape): Promise<Story> {
  const story = isPublicId(publicId) ? await storage.stories.byPublicId(publicId) : undefined;
  if (story?.status !== 'published') throw new DomainError('not_found');
  const allowed = (await storage.stories.permissions([story.id])).get(story.id);
  if (!allowed?.[useOf[shape]]) throw new DomainError('not_found');
  return story;
}

/** The first picture of a story in the size that is drawn: a JPEG that the decoder made, or a film's poster. */
async function photoOf({ storage }: Pick<Deps, 'storage'>, storyId: number): Promise<MediaFileRow | undefined> {
  const [first] = inOrder(await storage.media.byStory([storyId])).filter(({ status }) => status === 'ready');
  const jpegs = (first?.files ?? [])
    .filter(({ role, type }) => role === 'image' && type === 'image/jpeg')
    .toSorted((a, b) => a.width - b.width);
  return jpegs.find(({ width }) => width >= wide) ?? jpegs.at(-1);
}

async function readPhoto(
  { media }: Pick<Deps, 'media'>,
  file: MediaFileRow | undefined,
): Promise<PicturePhoto | undefined> {
  const stored = file && (await media.get(file.name));
  if (!stored) return undefined;
  const jpeg = new Uint8Array(await new Response(stored.body).arrayBuffer());
  return { jpeg, width: file.width, height: file.height };
}
