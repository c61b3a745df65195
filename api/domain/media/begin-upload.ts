import type { FieldProblem } from '../../contract/codes.ts';
import { durations, mediaLimits, storyLimits } from '../../contract/limits.ts';
import { mediaKinds, type MediaKind } from '../../contract/vocabulary.ts';
import { DomainError, refuseField } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Deps, Transaction } from '../ports.ts';
import { findUnchanged, readOwnWithMedia, type Author } from '../stories/own.ts';
import { settle } from '../stories/settle.ts';
import { kindOf } from '../stories/words.ts';
import { hashToken } from '../tokens.ts';
import { cleanFileName } from './file-name.ts';
import type { Media, UploadFiles, UploadRole } from './ports.ts';

export type UploadDeps = Pick<Deps, 'storage' | 'clock' | 'ids'> & { uploads: UploadFiles };

/** What a browser says of a file before it sends it. Everything in it is checked, nothing believed. */
export interface UploadClaim {
  size: number;
  metadata: Record<string, string>;
}

export interface BegunUpload {
  /** What the address of the upload ends with. */
  id: string;
  /** Public id of the photo or film. */
  media: string;
  expiresAt: number;
  /** Whether a public story had to leave its feeds for it. */
  wasPublic: boolean;
}

const known = ['story', 'kind', 'filename', 'filetype', 'position', 'role', 'for', 'sha256'];

/**
 * Decides whether a file may be sent, and makes its place: all before a byte of it is written.
 * @throws {DomainError} invalid_request, not_found, minor_media, media_empty, media_too_large, quota_reached, storage_full
 */
export async function beginUpload(deps: UploadDeps, author: Author, claim: UploadClaim): Promise<BegunUpload> {
  const { kind, role } = read(claim.metadata);
  checkSize(role === 'poster' ? 'photo' : kind, claim.size);
  const { story, media } = await readOwnWithMedia(deps, author, claim.metadata['story'] ?? '');
  if (!story.adult) throw new DomainError('minor_media');
  const film = role === 'poster' ? findFilm(media, claim.metadata['for']) : undefined;
  if (film && story.status === 'published') throw new DomainError('wrong_state');
  if (!film) checkNumber(media, kind);
  if ((await deps.uploads.used()) >= mediaLimits.diskFull) throw new DomainError('storage_full');

  const id = hashToken(deps.ids.token()).slice(0, 32);
  const publicId = film?.publicId ?? newId(deps);
  const now = deps.clock.now();
  const upload = { id, role, memberId: author.memberId, size: claim.size, createdAt: now };
  const expiresAt = now + durations.uploadLife;
  const wasPublic = await deps.storage.write(async (tx) => {
    // Approving makes no new version: where the story stands is read again, or a photo nobody saw would be public.
    const current = await findUnchanged(tx, author, story);
    await checkQuota(tx, author, claim.size, now);
    if (film) {
      await tx.media.insertUpload({ ...upload, mediaId: film.id, expiresAt });
      return false;
    }
    const place = { publicId, storyId: story.id, memberId: author.memberId, kind, bytes: claim.size };
    const one = {
      ...place,
      position: positionOf(claim.metadata, media),
      fileName: cleanFileName(claim.metadata['filename']),
    };
    await tx.media.insertUpload({ ...upload, mediaId: await tx.media.insert(one, now), expiresAt });
    await tx.stories.bump(story.id, now);
    await tx.stories.setKind(story.id, kindOf(story.link, [...media, { kind }]));
    // Nothing is whole while a file is on its way.
    return settle(tx, current, false, now);
  });
  return { id, media: publicId, expiresAt, wasPublic };
}

function read(metadata: Record<string, string>): { kind: MediaKind; role: UploadRole } {
  const errors: FieldProblem[] = Object.keys(metadata)
    .filter((key) => !known.includes(key))
    .map((field) => ({ field: field.slice(0, 40), code: 'unknown_field' }));
  const { kind = '', role = 'main', sha256 } = metadata;
  if (!(mediaKinds as readonly string[]).includes(kind)) errors.push({ field: 'kind', code: 'invalid' });
  if (role !== 'main' && role !== 'poster') errors.push({ field: 'role', code: 'invalid' });
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) errors.push({ field: 'sha256', code: 'invalid' });
  if (errors.length > 0) throw new DomainError('invalid_request', { errors });
  return { kind: kind as MediaKind, role: role as UploadRole };
}

function checkSize(kind: MediaKind, size: number): void {
  if (size === 0) throw new DomainError('media_empty');
  if (size > (kind === 'photo' ? mediaLimits.photoBytes : mediaLimits.videoBytes)) {
    throw new DomainError('media_too_large');
  }
}

function findFilm<T extends Media>(media: T[], publicId: string | undefined): T {
  const film = media.find((one) => one.publicId === publicId && one.kind === 'video' && one.status !== 'failed');
  if (!film) throw new DomainError('not_found');
  return film;
}

/** Up to six photos, or one film. */
function checkNumber(media: Pick<Media, 'kind'>[], kind: MediaKind): void {
  const most = kind === 'photo' ? storyLimits.photos : storyLimits.videos;
  if (media.length >= most || media.some((one) => one.kind !== kind)) refuseField('media', 'too_many');
}

const day = 24 * 60 * 60_000;

/** Inside the transaction: two claims at once must not both be the last that fits. */
async function checkQuota(tx: Transaction, { memberId }: Author, size: number, now: number): Promise<void> {
  const { files, bytes, kept } = await tx.media.usage(memberId, now - day);
  const over =
    files >= mediaLimits.filesPerDay ||
    bytes + size > mediaLimits.bytesPerDay ||
    kept + size > mediaLimits.bytesPerMember;
  if (over) throw new DomainError('quota_reached');
}

/** Where the author wants it; else behind the others. */
function positionOf({ position = '' }: Record<string, string>, media: Pick<Media, 'position'>[]): number {
  return /^\d$/.test(position) ? Number(position) : Math.max(-1, ...media.map((one) => one.position)) + 1;
}
