import { badgeIdPattern, badgePaths } from '../../contract/badge.ts';
import { embedPaths, isEmbeddable, type EmbedChoice, type Embeddable } from '../../contract/embed.ts';
import { paths } from '../../contract/paths.ts';
import { isPublicId } from '../stories/own.ts';
import { readChoice, type KnownNames } from './choice.ts';

/** What an address of ours shows, when it is one that others may show. */
export type OwnAddress =
  | { kind: 'frame'; choice: EmbedChoice }
  | { kind: 'story'; id: string; choice: EmbedChoice }
  | { kind: 'badge'; id: string };

/** Longer than any that we make. */
const longest = 2048;

/**
 * Reads an address that somebody pasted. It has to be the club's own as it stands: nothing is completed, and what
 * browsers would mend (a backslash, a line feed, a name with another one before it) is somebody else's.
 * @param base the club's own origin
 * @returns nothing for any other address
 */
export function readOwnAddress(base: string, text: string, known: KnownNames): OwnAddress | undefined {
  // eslint-disable-next-line no-control-regex
  if (text.length > longest || /[\u0000- \\\u007f]/.test(text) || !/^https?:\/\/[^/]/i.test(text)) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== new URL(base).origin || url.username !== '' || url.password !== '') return undefined;
  const query = (name: string) => url.searchParams.get(name) ?? undefined;
  const choose = (widget: Embeddable) => readChoice(query, known, widget).choice;
  const { pathname } = url;
  if (pathname === paths.join) return { kind: 'frame', choice: choose('signup') };
  const widget = pathname === embedPaths.configurator ? (query('widget') ?? 'signup') : after('/embed/', pathname);
  if (isEmbeddable(widget)) return { kind: 'frame', choice: choose(widget) };
  const story = after(paths.storyPage(''), pathname);
  if (story !== undefined && isPublicId(story)) return { kind: 'story', id: story, choice: choose('testimonials') };
  const badge = after(badgePaths.page(''), pathname);
  return badge !== undefined && badgeIdPattern.test(badge) ? { kind: 'badge', id: badge } : undefined;
}

const after = (start: string, path: string): string | undefined =>
  path.startsWith(start) ? path.slice(start.length) : undefined;
