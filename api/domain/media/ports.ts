/** What media ask of the world: a place for files, a process that decodes, tables. */
import type { ProblemCode } from '../../contract/codes.ts';
import type { MediaKind, MediaStatus } from '../../contract/vocabulary.ts';

/**
 * Where published and waiting media lie: a folder or an S3-compatible store. Names are ours, random, and never
 * used again for other bytes. A name that is not there is
 * `undefined`, not an error. Removing what is gone is fine.
 */
export interface MediaStore {
  put(name: string, type: string, source: { path: string } | { bytes: Uint8Array }): Promise<void>;
  /**
   * A file, or a part of it.
   * @param range first and last byte, both included
   */
  get(name: string, range?: { start: number; end: number }): Promise<StoredFileContent | undefined>;
  stat(name: string): Promise<{ bytes: number; type: string } | undefined>;
  remove(name: string): Promise<void>;
  /** Every name, for the job that looks for files that nobody knows. */
  list(): AsyncIterable<string>;
  close(): Promise<void>;
}

export interface StoredFileContent {
  type: string;
  /** Of the whole file. */
  bytes: number;
  body: ReadableStream<Uint8Array>;
}

/** One row of `media`. */
export interface Media {
  id: number;
  publicId: string;
  storyId: number;
  memberId: number;
  kind: MediaKind;
  status: MediaStatus;
  problem: ProblemCode | null;
  position: number;
  alt: string;
  /** As the author's machine calls it; shown to the author alone, never used as a path. */
  fileName: string | null;
  width: number;
  height: number;
  /** Milliseconds; films only. */
  duration: number | null;
  /** `#rrggbb`. */
  placeholder: string;
  transcript: string | null;
  /** Of what was uploaded, for the quota. */
  bytes: number;
  createdAt: number;
}

export type FileRole = 'image' | 'film' | 'captions';

/** One file of a photo or film. For captions, `language` says which. */
export interface MediaFileRow {
  mediaId: number;
  role: FileRole;
  name: string;
  type: string;
  width: number;
  height: number;
  bytes: number;
  language: string | null;
  /** Text of captions, kept beside the file so that they can be edited. */
  text: string | null;
}

/** What an upload is to its media: all of it, or the picture that stands for a film until it is played. */
export type UploadRole = 'main' | 'poster';

/** An upload on its way. Its id is what the tus address ends with. */
export interface Upload {
  id: string;
  role: UploadRole;
  mediaId: number;
  memberId: number;
  /** Announced by the browser, in bytes. */
  size: number;
  createdAt: number;
  /** When it is reaped unless somebody goes on. */
  expiresAt: number;
  finishedAt: number | null;
}

export interface MediaReads {
  byStory(storyIds: number[]): Promise<(Media & { files: MediaFileRow[] })[]>;
  byPublicId(publicId: string): Promise<(Media & { files: MediaFileRow[] }) | undefined>;
  byId(id: number): Promise<Media | undefined>;
  /** To which media a file belongs, and whether its story is public anywhere, for what serves files. */
  fileByName(name: string): Promise<(MediaFileRow & { media: Media; isPublic: boolean }) | undefined>;
  upload(id: string): Promise<Upload | undefined>;
  /** A member's photos and films that have not come whole: what somebody can go on with. */
  unfinished(memberId: number): Promise<Upload[]>;
  expiredUploads(now: number, max: number): Promise<Upload[]>;
  /** What a member has uploaded since a time, and keeps in all. */
  usage(memberId: number, since: number): Promise<{ files: number; bytes: number; kept: number }>;
  /** Uploads that are whole and wait for the decoder, oldest first. */
  waiting(max: number): Promise<(Upload & { kind: MediaKind })[]>;
  /** Files that have to be removed from the store by now. */
  garbage(now: number, max: number): Promise<string[]>;
  /** Names of all files in their order, after one of them. */
  fileNames(after: string, max: number): Promise<string[]>;
}

export interface MediaWrites {
  insert(
    media: Pick<Media, 'publicId' | 'storyId' | 'memberId' | 'kind' | 'position' | 'fileName' | 'bytes'>,
    at: number,
  ): Promise<number>;
  change(id: number, change: Partial<Pick<Media, 'alt' | 'position' | 'transcript'>>): Promise<void>;
  /** The same as `MediaReads.usage`; nobody else adds to it until the transaction ends. */
  usage(memberId: number, since: number): Promise<{ files: number; bytes: number; kept: number }>;
  /** Counts for the day's quota too, also when it is given up. */
  insertUpload(upload: Omit<Upload, 'finishedAt'>): Promise<void>;
  prolongUpload(id: string, expiresAt: number): Promise<void>;
  /** All bytes are here; the media becomes `processing`. False when it was finished or removed before. */
  finishUpload(id: string, at: number): Promise<boolean>;
  /** The decoder is done: files and facts, `ready`. False when the media is gone: then the files are garbage. */
  ready(
    mediaId: number,
    facts: Pick<Media, 'width' | 'height' | 'duration' | 'placeholder'>,
    files: Omit<MediaFileRow, 'mediaId'>[],
  ): Promise<boolean>;
  failed(mediaId: number, problem: ProblemCode): Promise<void>;
  /**
   * Replaces the pictures of a film; the old ones become garbage. False when the film is gone or its story is
   * published: nobody sees a picture that was not approved.
   */
  replaceImages(
    mediaId: number,
    placeholder: string,
    files: Omit<MediaFileRow, 'mediaId'>[],
    at: number,
  ): Promise<boolean>;
  /** Forgets an upload, and nothing else. */
  removeUpload(id: string): Promise<void>;
  /** Replaces the captions of a film; their old files become garbage. */
  replaceCaptions(mediaId: number, files: Omit<MediaFileRow, 'mediaId'>[]): Promise<void>;
  /** Takes a photo or film away: rows and upload at once, files by the garbage list. */
  remove(mediaId: number, at: number): Promise<void>;
  /** The same for all of a story, or of a member. */
  removeOf(owner: { storyId: number } | { memberId: number }, at: number): Promise<void>;
  /** Notes files for removal, from a time on, that no row names (any more). */
  discard(names: string[], at: number): Promise<void>;
  removed(name: string): Promise<void>;
}

/** A photo or film as it leaves the decoder: facts, and files that lie in a folder for as long as they are used. */
export interface MadeMedia {
  facts: Pick<Media, 'width' | 'height' | 'duration' | 'placeholder'>;
  files: { role: 'image' | 'film'; path: string; type: string; width: number; height: number; bytes: number }[];
}

/** What reads strangers' files, in processes of its own. */
export interface MediaDecoder {
  /**
   * Makes the files of one photo or film and hands them to `use`; they are gone when `use` has ended.
   * @param source `shape`: width and height that a picture is cut to, for posters
   * @throws {DomainError} media_type, media_damaged, media_failed … : why it cannot be made
   */
  decode<T>(
    source: { kind: MediaKind; path: string; shape?: { width: number; height: number } },
    use: (made: MadeMedia) => Promise<T>,
  ): Promise<T>;
  /**
   * Makes a small picture of one that somebody sent: WebP, transparent where it was, with a longest side.
   * @throws {DomainError} media_empty, media_type, media_damaged, media_failed …
   */
  logo(bytes: Uint8Array, longestSide: number): Promise<Uint8Array>;
  /** Removes what was being made when the program was cut off: it is a copy of somebody's photo or film. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Uploaded bytes before they are decoded. They lie apart from the store, and nothing ever serves them. */
export interface UploadFiles {
  /** Where the decoder finds an upload. */
  path(id: string): string;
  /**
   * Makes sure that a whole upload is on the disk.
   * @returns false when it is not what the browser had announced (by its hash)
   */
  seal(id: string): Promise<boolean>;
  /** Bytes that have come; undefined when there is nothing here. */
  size(id: string): Promise<number | undefined>;
  remove(id: string): Promise<void>;
  /** Every id of which there is anything. */
  list(): Promise<string[]>;
  /** Per cent of the disk that is used. */
  used(): Promise<number>;
}
