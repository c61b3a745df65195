/** Names of files in the store: random, never used again for other bytes, and with nothing in them that a path could be made of. */
import { hashToken } from '../tokens.ts';
import type { Ids } from '../ports.ts';

/** What may be in the store, by the end of its name: what is served as which type is decided here alone. */
const types = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
} as const;

const pattern = /^[0-9a-f]{32}\.(webp|jpg|mp4|webm|vtt)$/;

/** The type of a file by its name; undefined when this is no name of ours. */
export function fileType(name: string): string | undefined {
  const extension = pattern.exec(name)?.[1] as keyof typeof types | undefined;
  return extension && types[extension];
}

/**
 * A new name.
 * @param type one of the types that are stored
 */
export function newFileName(ids: Ids, type: string): string {
  const extension = Object.entries(types).find(([, known]) => known === type)?.[0];
  if (!extension) throw new Error(`media: no file of the type ${type} is stored.`);
  return `${hashToken(ids.token()).slice(0, 32)}.${extension}`;
}
