import type { KeyRole } from '../../contract/badge-words.ts';

const month = (at: number) => new Date(at).toISOString().slice(0, 7);

const names: Record<KeyRole, (at: number) => string> = {
  badge: (at) => `key-${month(at)}`,
  status: (at) => `status-${month(at).slice(0, 4)}`,
  jwt: (at) => `es256-${month(at)}`,
};

/**
 * A name for a new key: `key-2026-11`, then `key-2026-11-2`. Never a key in itself, so that verifiers have to look
 * it up in our document.
 * @param taken every name that was ever published: none is used twice
 */
export function newKeyId(role: KeyRole, at: number, taken: string[]): string {
  const name = names[role](at);
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}
