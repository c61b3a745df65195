/** Finds a credential in whatever a stranger hands over. By content alone, within bounds, and without ever failing. */
import { badgeLimits } from '../contract/limits.ts';
import type { Unbaked } from '../domain/badges/credential-ports.ts';
import { pngKeyword } from './bake.ts';
import { isPng, keywordOf, readChunks, type Chunk } from './png.ts';
import { credentialsInSvg } from './svg.ts';

const none: Unbaked = { kind: 'none' };
const unreadable: Unbaked = { kind: 'unreadable' };

/** Other pictures that we know by their first bytes: they carry no credential. */
const otherPictures = [/^\xff\xd8\xff/, /^GIF8[79]a/, /^RIFF[^]{4}WEBP/, /^[^]{4}ftyp(?:avif|heic|mif1)/, /^BM/];

export function unbake(bytes: Uint8Array): Unbaked {
  if (bytes.length > badgeLimits.verifyBytes) return unreadable;
  if (isPng(bytes)) return fromPng(bytes);
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (otherPictures.some((pattern) => pattern.test(start))) return none;
  const text = decode(bytes)?.trim();
  if (text === undefined) return unreadable;
  return text.startsWith('<') ? fromSvg(text) : fromText(text);
}

/** UTF-8, without the mark that some editors put before it. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Three parts, the first of which begins with a brace: a host name is none. */
const jwt = /^e[wy][\w-]*\.[\w-]+\.[\w-]*$/;

/** A token, or the text of a JSON object. */
function fromText(text: string): Unbaked {
  if (jwt.test(text)) return { kind: 'jwt', text };
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { kind: 'json', text } : unreadable;
  } catch {
    return unreadable;
  }
}

function fromPng(bytes: Uint8Array): Unbaked {
  const found = readChunks(bytes)?.filter((chunk) => keywordOf(chunk) === pngKeyword);
  if (!found || found.length > 1) return unreadable;
  const [chunk] = found;
  const text = chunk ? textOf(chunk) : '';
  if (text === '') return none;
  return text === undefined ? unreadable : fromText(text.trim());
}

/** The text of an iTXt chunk. A compressed one is refused: what it would become, nobody knows before. */
function textOf({ type, data }: Chunk): string | undefined {
  const flags = pngKeyword.length + 1;
  if (type !== 'iTXt' || data[flags] !== 0 || data[flags + 1] !== 0) return undefined;
  const language = data.indexOf(0, flags + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? undefined : decode(data.subarray(translated + 1));
}

function fromSvg(text: string): Unbaked {
  const found = credentialsInSvg(text);
  if (!found || found.length > 1) return unreadable;
  return found[0] === undefined ? none : fromText(found[0].trim());
}
