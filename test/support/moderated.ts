/** Stories in any state, made at the storage: for tests of what comes after telling one. */
import { createHash, randomBytes } from 'node:crypto';
import type { StoryStatus, StoryUse } from '../../api/contract/vocabulary.ts';
import { storyUses } from '../../api/contract/vocabulary.ts';
import type { Permissions, Story } from '../../api/domain/stories/ports.ts';
import { addMember } from './session.ts';
import type { TestApp } from './app.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request'>;

export interface Told {
  memberId?: number;
  status?: StoryStatus;
  text?: string;
  language?: string;
  circle?: string;
  link?: string | null;
  /** Default: the club's own site and its partners'. */
  uses?: readonly StoryUse[];
}

export const newPublicId = () => randomBytes(16).toString('base64url').slice(0, 22);

export function permissionsFor(uses: readonly StoryUse[]): Permissions {
  return Object.fromEntries(storyUses.map((use) => [use, uses.includes(use)])) as Permissions;
}

/** Tells a story and moves it where it is wanted. Answers its row. */
export async function tell(app: On, told: Told = {}): Promise<Story> {
  const { deps, clock } = app;
  const { status = 'pending', uses = ['club_site', 'partner_sites'] } = told;
  const memberId = told.memberId ?? (await addMember(app));
  const partner = await deps.storage.partnerBySlug('ville');
  const publicId = newPublicId();
  const sentences = JSON.stringify(deps.texts.story('fr'));
  const textHash = createHash('sha256').update(sentences).digest('hex');
  await deps.storage.write(async (tx) => {
    await tx.keepConsentText(textHash, sentences);
    const id = await tx.stories.insert(
      {
        publicId,
        memberId,
        partnerId: partner!.id,
        text: told.text ?? 'Mon jardin de la Cité, trois mètres sur dix, et tout le quartier par-dessus la haie.',
        language: told.language ?? 'fr',
        circle: told.circle ?? deps.club.circles[0]!.id,
        signature: 'Odile',
        place: 'Dornach',
        prompt: null,
        link: told.link ?? null,
        people: null,
        adult: true,
      },
      clock.now(),
    );
    await tx.stories.setPermissions(id, permissionsFor(uses), textHash, clock.now());
    if (status === 'draft') return;
    await tx.stories.move(id, ['draft'], 'pending', clock.now());
    if (status === 'pending') return;
    if (status === 'removed') await tx.stories.move(id, ['pending'], 'published', clock.now());
    await tx.stories.move(id, ['pending', 'published'], status, clock.now());
  });
  return (await deps.storage.stories.byPublicId(publicId))!;
}

/** Adds a film that came out of the decoder, without captions. Answers its public id. */
export async function addFilm({ deps, clock }: On, story: Pick<Story, 'id' | 'memberId'>): Promise<string> {
  const publicId = newPublicId();
  await deps.storage.write(async (tx) => {
    const id = await tx.media.insert(
      {
        publicId,
        storyId: story.id,
        memberId: story.memberId,
        kind: 'video',
        position: 0,
        fileName: 'tram.mp4',
        bytes: 1000,
      },
      clock.now(),
    );
    const film = {
      role: 'film' as const,
      type: 'video/mp4',
      width: 1280,
      height: 720,
      bytes: 900,
      language: null,
      text: null,
    };
    await tx.media.ready(id, { width: 1280, height: 720, duration: 4000, placeholder: '#336699' }, [
      { ...film, name: `${newPublicId()}.mp4` },
    ]);
    await tx.stories.setKind(story.id, 'video');
  });
  return publicId;
}
