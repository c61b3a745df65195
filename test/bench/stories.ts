/** Stories that are public before the first request: a text, a photo, in turns, as long as people write them. */
import { randomBytes } from 'node:crypto';
import type { Deps, Transaction } from '../../api/domain/ports.ts';
import { mediaLimits } from '../../api/contract/limits.ts';
import { newMember } from '../support/new-member.ts';

const newId = () => randomBytes(16).toString('base64url');
const sentence = 'Le matin, quand le marché s’installe au bord du canal, la ville sent le pain et la pluie. ';
const textHash = 'text of the bench';

/** What the story of that number says. */
export const storyText = (number: number): string => sentence.repeat(2 + (number % 5));

/**
 * Lets so many stories be published, all by one author.
 * @param photos every other one has a picture, whose files nobody has: for feeds that are read and not looked at
 */
export async function bringStories(
  { storage, clock, club }: Pick<Deps, 'storage' | 'clock' | 'club'>,
  partnerId: number,
  count: number,
  photos = true,
): Promise<void> {
  const at = clock.now() - count * 1000;
  const memberId = await storage.write(async (tx) => {
    await tx.keepConsentText(textHash, textHash);
    return (await tx.insertActiveMember(newMember('author@example.org', at, { partnerId }), at))!;
  });
  // A transaction each hundred: as large as a commit gets by itself.
  for (let first = 0; first < count; first += 100) {
    await storage.write(async (tx) => {
      for (let i = first; i < Math.min(first + 100, count); i++) {
        await tell(tx, club, { memberId, partnerId, number: i, photo: photos && i % 2 === 1 }, at + i * 1000);
      }
    });
  }
}

interface Told {
  memberId: number;
  partnerId: number;
  number: number;
  photo: boolean;
}

async function tell(
  tx: Transaction,
  club: Deps['club'],
  { memberId, partnerId, number, photo }: Told,
  at: number,
): Promise<void> {
  const circle = club.circles[number % 2]!.id;
  const words = {
    text: storyText(number),
    language: number % 4 ? 'fr' : 'de',
    circle,
    signature: 'Odile',
  };
  const empty = { place: 'Dornach', prompt: null, link: null, people: 'nobody', adult: true };
  const id = await tx.stories.insert({ ...words, ...empty, publicId: newId(), memberId, partnerId }, at);
  if (photo) await addPhoto(tx, id, memberId, at);
  const permissions = { club_site: true, partner_sites: true, newsletter: false, social: false, print: false };
  await tx.stories.setPermissions(id, permissions, textHash, at);
  await tx.stories.setTags(
    id,
    club.tags.slice(0, number % 3).map((tag) => tag.id),
  );
  await tx.stories.move(id, ['draft'], 'published', at);
  if (number % 10 === 0) await tx.stories.setFeatured(id, true);
}

async function addPhoto(tx: Transaction, storyId: number, memberId: number, at: number): Promise<void> {
  const photo = { publicId: newId(), storyId, memberId, kind: 'photo' as const, position: 0, fileName: null, bytes: 1 };
  const id = await tx.media.insert(photo, at);
  await tx.media.change(id, { alt: 'Le marché du canal couvert, un samedi matin de novembre.' });
  const files = mediaLimits.widths.flatMap((width) =>
    (['webp', 'jpeg'] as const).map((kind) => ({
      role: 'image' as const,
      name: `${newId()}.${kind}`,
      type: `image/${kind}`,
      width,
      height: (width * 3) / 4,
      bytes: width * 90,
      language: null,
      text: null,
    })),
  );
  await tx.media.ready(id, { width: 1600, height: 1200, duration: null, placeholder: '#a08060' }, files);
  await tx.stories.setKind(storyId, 'photo');
}
