/**
 * What is read of a badge of ours. A signature covers the meaning of a JSON-LD text, not its letters: with a context
 * of one's own, an alias or a key written twice, one signed meaning has many texts, of which other readers may
 * understand another. So a text that is not as we write it is refused before anybody looks at its signature.
 */
import { z } from 'zod';
import { badgeIdPattern } from '../../../contract/badge.ts';
import { paths } from '../../../contract/paths.ts';
import { credentialId } from '../credential.ts';
import type { StatusEntry } from '../ports.ts';

/** With a time zone, which is always UTC. */
const Time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/)
  .transform((text) => Date.parse(text))
  .refine(Number.isFinite);

/** What is read of it. Whether the rest is ours to the letter, the check of the proof says. */
const Shape = z.looseObject({
  id: z.string(),
  validFrom: Time,
  validUntil: Time,
  credentialSubject: z.looseObject({
    identifier: z.array(z.looseObject({ identityType: z.string(), identityHash: z.string() })).optional(),
  }),
  credentialStatus: z.strictObject({
    id: z.string(),
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^(?:0|[1-9]\d{0,5})$/),
    statusListCredential: z.string(),
  }),
});

/** What is read of a badge of ours. */
export interface OwnCredential {
  publicId: string;
  validFrom: number;
  validUntil: number;
  entry: StatusEntry;
  /** The domain that was signed; null in a person's badge. */
  domain: string | null;
}

/** How deep our own texts go is a third of this. */
const deepest = 16;

/** Keys that mean something to JavaScript or to JSON-LD, and nothing in a badge. */
const trap = /^(?:@.*|__proto__|constructor|prototype)$/;

/**
 * A badge as we write it.
 * @param credential what was parsed from `text`
 * @returns undefined when it is anything else
 */
export function readOwnCredential(
  credential: Record<string, unknown>,
  publicUrl: string,
  text?: string,
): OwnCredential | undefined {
  const keys = countKeys(credential);
  // A key written twice: which of the two counts is up to who reads it.
  if (keys === undefined || (text !== undefined && keys !== keysWritten(text))) return undefined;
  const parsed = Shape.safeParse(credential);
  if (!parsed.success) return undefined;
  const { id, validFrom, validUntil, credentialStatus, credentialSubject } = parsed.data;
  const publicId = idIn(id, publicUrl);
  const entry = entryIn(credentialStatus, publicUrl);
  if (publicId === undefined || entry === undefined) return undefined;
  const domain = credentialSubject.identifier?.find(({ identityType }) => identityType === 'ext:domain')?.identityHash;
  return { publicId, validFrom, validUntil, entry, domain: domain ?? null };
}

function idIn(address: string, publicUrl: string): string | undefined {
  const id = address.split('/').at(-2) ?? '';
  return badgeIdPattern.test(id) && address === credentialId(publicUrl, id) ? id : undefined;
}

function entryIn(
  status: { id: string; statusListIndex: string; statusListCredential: string },
  publicUrl: string,
): StatusEntry | undefined {
  const number = Number(/\/([1-9]\d{0,8}|0)$/.exec(status.statusListCredential)?.[1]);
  const list = Number.isNaN(number) ? undefined : new URL(paths.statusList(number), publicUrl).href;
  if (list !== status.statusListCredential || status.id !== `${list}#${status.statusListIndex}`) return undefined;
  return { list: number, position: Number(status.statusListIndex) };
}

/** How many keys there are in all; undefined when one is a trap or they go too deep. Needs no stack of its own. */
function countKeys(root: Record<string, unknown>): number | undefined {
  let count = 0;
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { value, depth } = one;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return undefined;
    const isArray = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      if (!isArray) count += 1;
      if (!isArray && trap.test(key) && !(key === '@context' && depth === 0)) return undefined;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return count;
}

/** How many keys are written in a valid JSON text: strings with a colon behind. */
function keysWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"\s*(:)?/gs)) if (colon) count += 1;
  return count;
}
