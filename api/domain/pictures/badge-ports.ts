/** What a badge's picture shows, and who draws it. */
import type { BadgeForm, BadgeScheme, BadgeState } from '../../contract/badge.ts';
import type { Locale } from '../../contract/locales.ts';

/** What one picture shows. Everything is plain text; the drawer escapes and cuts. */
export interface BadgePictureContent {
  form: BadgeForm;
  scheme: BadgeScheme;
  /** `unknown`: no badge has this address. `unchecked`: we could not look, so that nothing is said of one. */
  state: BadgeState | 'unknown' | 'unchecked';
  language: Locale;
  city: string;
  club: string;
  /** Name of the circle, when the holder shows it. */
  circle: string | null;
  year: number | null;
  /** As people are shown it: `shownDomain`. */
  domain: string | null;
  /** Where to check, without scheme: `club.example/b/…`. */
  address: string;
  /** `#rrggbb`. */
  accent: string;
  accentDark: string;
}

/** Draws badges. The same content gives the same bytes; `art` changes when the drawing does. */
export interface BadgePictures {
  readonly art: string;
  /** At most 4,096 bytes. */
  svg(content: BadgePictureContent): string;
  /** At most 12,288 bytes. @throws {DomainError} busy, when too many wait */
  png(content: BadgePictureContent, scale: 1 | 2): Promise<Uint8Array<ArrayBuffer>>;
  /** 1200 × 627, for social networks. @param name the holder's, when they show it */
  social(content: BadgePictureContent & { name: string | null }): Promise<Uint8Array<ArrayBuffer>>;
  /** The club's mark, a square of 512 pixels: its picture as an issuer. */
  mark(): Promise<Uint8Array<ArrayBuffer>>;
}
