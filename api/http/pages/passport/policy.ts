/** What a page's own policy must allow for one widget, and nothing more. A test loads each widget under its line. */
import type { Embeddable } from '../../../contract/embed.ts';

/** Where things come from. */
export interface Origins {
  club: string;
  /** Photos and films of stories; the club's own unless they lie elsewhere. */
  media: string;
}

/** Directives by name, in the order in which they are written. */
export type Directives = Record<string, string>;

/** The directives that a widget needs where everything else is forbidden (CSP 3). Styles need none. */
export function directivesFor(widget: Embeddable, { club, media }: Origins): Directives {
  const pictures: Partial<Record<Embeddable, Directives>> = {
    badge: { 'img-src': club },
    testimonials: { 'img-src': media, 'media-src': media },
    // `blob:` plays what somebody has chosen or recorded, before it is sent; a photo is drawn.
    'story-form': { 'img-src': media, 'media-src': 'blob:' },
  };
  return { 'default-src': "'none'", 'script-src': club, 'connect-src': club, ...pictures[widget] };
}

/** What a frame needs in place of it: itself, and the script that gives it its height. */
export const frameDirectivesFor = ({ club }: Pick<Origins, 'club'>): Directives => ({
  'default-src': "'none'",
  'frame-src': club,
  'script-src': club,
});

export const policyLine = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** For pages that require Trusted Types: the one policy that widgets have. */
export const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html";
