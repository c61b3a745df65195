import type { CaptionChange } from '../../contract/moderation.ts';
import { actorName, type StaffActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { parseCaptions, writeCaptions } from '../media/captions.ts';
import { newFileName } from '../media/names.ts';
import type { MediaFileRow } from '../media/ports.ts';
import type { Deps } from '../ports.ts';
import { isHidden } from './hidden.ts';

/**
 * Replaces what a film says in writing: captions by language, and the transcript. The files are in the store
 * before a row names them; if the row cannot be written they are noted for removal. A film that is public never
 * loses either.
 * @returns the story's row id
 * @throws {DomainError} not_found, invalid_request, captions_missing
 */
export async function caption(
  deps: Pick<Deps, 'storage' | 'clock' | 'ids' | 'media'>,
  actor: StaffActor,
  mediaId: string,
  change: CaptionChange,
): Promise<number> {
  const texts = readTexts(change);
  const media = await deps.storage.media.byPublicId(mediaId);
  const seen = media?.kind === 'video' ? await deps.storage.moderation.storyById(media.storyId) : undefined;
  if (!media || !seen || isHidden(seen)) throw new DomainError('not_found');
  const files: Omit<MediaFileRow, 'mediaId'>[] = [];
  try {
    for (const { language, vtt } of texts) files.push(await store(deps, language, vtt));
    const now = deps.clock.now();
    await deps.storage.write(async (tx) => {
      // Nothing else is said of it until the end: its author may take it back, a colleague may publish it.
      const story = await tx.stories.find(seen.publicId);
      if (!story || isHidden(story)) throw new DomainError('not_found');
      if (story.status === 'published' && (files.length === 0 || change.transcript === '')) {
        throw new DomainError('captions_missing');
      }
      await tx.media.replaceCaptions(media.id, files);
      await tx.media.change(media.id, { transcript: change.transcript === '' ? null : change.transcript });
      await tx.audit('media.captioned', `media:${media.id}`, now, actorName(actor));
    });
  } catch (error) {
    const names = files.map(({ name }) => name);
    await deps.storage.write((tx) => tx.media.discard(names, deps.clock.now())).catch(() => undefined);
    throw error;
  }
  return media.storyId;
}

/** Captions written anew from their cues, each language once. */
function readTexts({ captions }: CaptionChange): { language: string; vtt: string }[] {
  const texts = new Map<string, string>();
  for (const [index, { language, vtt }] of captions.entries()) {
    const cues = parseCaptions(vtt);
    if (!cues || texts.has(language)) {
      throw new DomainError('invalid_request', {
        errors: [{ field: `captions.${index}.vtt`, code: 'captions_invalid' }],
      });
    }
    texts.set(language, writeCaptions(cues));
  }
  return Array.from(texts, ([language, vtt]) => ({ language, vtt }));
}

async function store(
  deps: Pick<Deps, 'ids' | 'media'>,
  language: string,
  vtt: string,
): Promise<Omit<MediaFileRow, 'mediaId'>> {
  const name = newFileName(deps.ids, 'text/vtt');
  const bytes = Buffer.from(vtt);
  await deps.media.put(name, 'text/vtt', { bytes });
  return { role: 'captions', name, type: 'text/vtt', width: 0, height: 0, bytes: bytes.length, language, text: vtt };
}
