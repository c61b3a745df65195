import type { BadgeStatus } from '../../contract/badge.ts';
import { badgeLimits } from '../../contract/limits.ts';

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * `status.json` as it is sent, in at most so many bytes: names that are too long are cut where a reader would cut
 * them. Nothing that decides (state, domain, dates) is ever cut; a domain has a limit of its own for that.
 */
export function statusText(status: BadgeStatus, most: number = badgeLimits.statusBytes): string {
  const bare = bytesOf({ ...status, circle: null, name: null });
  if (bytesOf(status) <= most) return JSON.stringify(status);
  // `null` was counted in, and makes room for what stands in its place.
  const room = most - bare;
  // The holder's name is what a reader looks for; the circle gets what it leaves, and at least a third.
  const circle = cut(status.circle, Math.max(Math.floor(room / 3), room - spaceOf(status.name)));
  const name = cut(status.name, room - spaceOf(circle));
  return JSON.stringify({ ...status, circle, name });
}

/** What a text takes more than `null` does. */
const spaceOf = (text: string | null) => bytesOf(text) - bytesOf(null);

/** As many whole characters of a text as fit into so many bytes of JSON; null when not even one does. */
function cut(text: string | null, room: number): string | null {
  if (text === null || spaceOf(text) <= room) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (spaceOf(`${kept}${segment}…`) > room) break;
    kept += segment;
  }
  return kept.trim() === '' ? null : `${kept.trimEnd()}…`;
}
