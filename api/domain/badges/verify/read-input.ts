import type { Verdict } from '../../../contract/badge-words.ts';
import { badgeLimits } from '../../../contract/limits.ts';
import type { Deps } from '../../ports.ts';
import { readAddress, type BadgeAddress } from './address.ts';

/** What somebody gives us to check. One of the first three; a site beside. */
export interface VerifyInput {
  /** JSON, a JWT, an SVG as text, or an address. */
  text?: string | undefined;
  /** A file, known by its content: PNG, SVG, JSON, a JWT. */
  bytes?: Uint8Array | undefined;
  address?: string | undefined;
  /** Where the badge was seen, as people write it. */
  site?: string | undefined;
}

/** What it turned out to be. */
export type Read =
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'address'; address: BadgeAddress }
  | { kind: 'json'; text: string; credential: Record<string, unknown> }
  | { kind: 'jwt'; token: string };

const unreadable: Read = { kind: 'verdict', verdict: 'unreadable' };

/** Nothing is fetched, and nothing thrown whatever it is. */
export function readInput(deps: Pick<Deps, 'credentials' | 'publicUrl'>, { text, bytes, address }: VerifyInput): Read {
  const given = bytes ?? new TextEncoder().encode((text ?? address ?? '').trim());
  if (given.byteLength > badgeLimits.verifyBytes) return { kind: 'verdict', verdict: 'too_large' };
  const content = withoutMark(given);
  const found = deps.credentials.unbake(content);
  if (found.kind === 'json') return readJson(found.text);
  if (found.kind === 'jwt') return { kind: 'jwt', token: found.text };
  if (found.kind === 'none') return { kind: 'verdict', verdict: 'no_credential' };
  const link = content.byteLength <= badgeLimits.url ? readAddress(decode(content), deps.publicUrl) : undefined;
  return link ? { kind: 'address', address: link } : unreadable;
}

/** Editors put a byte order mark before UTF-8, and nobody sees it. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function readJson(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'verdict', verdict: 'no_credential' };
  }
  return { kind: 'json', text, credential: value as Record<string, unknown> };
}
