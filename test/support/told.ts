/** Stories put where they are read from, for tests of what readers see. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { storyUses, type StoryStatus, type StoryUse } from '../../api/contract/vocabulary.ts';
import { newFileName } from '../../api/domain/media/names.ts';
import { newId } from '../../api/domain/ids.ts';
import type { Permissions, Story } from '../../api/domain/stories/ports.ts';
import type { TestApp } from './app.ts';
import { addMember } from './session.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request'>;

export interface Telling extends Partial<Pick<Story, 'text' | 'language' | 'signature' | 'place' | 'circle' | 'link'>> {
  memberId?: number;
  uses?: readonly StoryUse[];
  tags?: string[];
  featured?: boolean;
  status?: Extract<StoryStatus, 'draft' | 'pending' | 'published'>;
}

/** Tells a story, published unless said otherwise; answers its public id. */
export async function tell(app: On, telling: Telling = {}): Promise<string> {
  const { deps, clock } = app;
  const { uses = storyUses, tags = [], featured = false, status = 'published', ...words } = telling;
  const memberId = words.memberId ?? (await addMember(app));
  const partner = (await deps.storage.partnerBySlug('ville'))!;
  const publicId = newId(deps);
  const terms = 'sentences of a test';
  const hash = createHash('sha256').update(terms).digest('hex');
  await deps.storage.write(async (tx) => {
    await tx.keepConsentText(hash, terms);
    const now = clock.now();
    const told = {
      text: 'J’aime la place de la Réunion au petit matin. Personne ne court.',
      language: 'fr',
      signature: 'Odile',
      place: 'Dornach',
      circle: deps.club.circles[0]!.id,
      link: null,
      ...words,
      memberId,
    };
    const id = await tx.stories.insert(
      { ...told, publicId, partnerId: partner.id, prompt: null, people: null, adult: true },
      now,
    );
    await tx.stories.setPermissions(id, permissionsOf(uses), hash, now);
    await tx.stories.setTags(id, tags);
    if (status === 'draft') return;
    await tx.stories.move(id, ['draft'], 'pending', now);
    if (status === 'published') await tx.stories.move(id, ['pending'], 'published', now);
    if (featured) await tx.stories.setFeatured(id, true);
  });
  return publicId;
}

export const permissionsOf = (uses: readonly StoryUse[]): Permissions =>
  Object.fromEntries(storyUses.map((use) => [use, uses.includes(use)])) as Permissions;

/** What an author allows from now on. */
export async function allowOnly({ deps, clock }: On, publicId: string, uses: readonly StoryUse[]): Promise<void> {
  await deps.storage.write(async (tx) => {
    const story = (await tx.stories.find(publicId))!;
    const hash = createHash('sha256').update('sentences of a test').digest('hex');
    await tx.stories.setPermissions(story.id, permissionsOf(uses), hash, clock.now());
  });
}

/** Gives a story a photo of one colour, as the decoder leaves it. */
export async function addPhoto(
  { deps, clock }: On,
  publicId: string,
  { colour = '#2f5a56', alt = 'La place au matin' } = {},
): Promise<void> {
  const story = (await deps.storage.stories.byPublicId(publicId))!;
  const files = await Promise.all(
    [480, 960].flatMap((width) =>
      (['webp', 'jpeg'] as const).map(async (format) => {
        const height = (width * 2) / 3;
        const image = sharp({ create: { width, height, channels: 3, background: colour } });
        const bytes = await image.toFormat(format).toBuffer();
        const type = `image/${format}`;
        const name = newFileName(deps.ids, type);
        await deps.media.put(name, type, { bytes });
        return { role: 'image' as const, name, type, width, height, bytes: bytes.length, language: null, text: null };
      }),
    ),
  );
  await deps.storage.write(async (tx) => {
    const owner = { storyId: story.id, memberId: story.memberId };
    const row = { publicId: newId(deps), ...owner, kind: 'photo' as const, position: 0, fileName: null, bytes: 1 };
    const id = await tx.media.insert(row, clock.now());
    await tx.media.change(id, { alt });
    await tx.media.ready(id, { width: 960, height: 640, duration: null, placeholder: colour }, files);
    await tx.stories.setKind(story.id, 'photo');
  });
}
