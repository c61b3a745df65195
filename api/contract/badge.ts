/** What badges and their addresses look like from outside. Schemas of requests are in `badge-requests.ts`. */
import type { Verdict } from './badge-words.ts';

/** Twenty-two characters of base58 (128 random bits): no 0, O, I or l, since people read it from a shop window. */
export const badgeIdPattern = /^[1-9A-HJ-NP-Za-km-z]{22}$/;

/** `line` 200 × 64, `seal` 160 × 160, `compact` 144 × 36, in CSS pixels. */
export const badgeForms = ['line', 'seal', 'compact'] as const;
export type BadgeForm = (typeof badgeForms)[number];

export const badgeSizes: Record<BadgeForm, { width: number; height: number }> = {
  line: { width: 200, height: 64 },
  seal: { width: 160, height: 160 },
  compact: { width: 144, height: 36 },
};

/** `auto` follows the reader's own scheme (an SVG alone can). */
export const badgeSchemes = ['light', 'dark', 'auto'] as const;
export type BadgeScheme = (typeof badgeSchemes)[number];

/** What anybody is told of a badge: it is valid, or its membership has ended, for whatever reason. */
export const badgeStates = ['valid', 'ended'] as const;
export type BadgeState = (typeof badgeStates)[number];

/** `/b/:id/status.json`, at most 300 bytes. Texts are in the badge's own language; null when the holder shows none. */
export interface BadgeStatus {
  id: string;
  state: BadgeState;
  /** Name of the circle. */
  circle: string | null;
  name: string | null;
  /** The one domain, with those under it, that a business badge is valid on. */
  domain: string | null;
  /** Day of the first award, `2026-11-23`. */
  since: string;
  /** Last day of validity; null when it has ended. */
  until: string | null;
}

/** The answer of `POST /v1/badge-checks`. The badge, as it stands now, is there when it is certainly one of ours. */
export interface BadgeCheck {
  verdict: Verdict;
  badge?: BadgeStatus;
}

/** The addresses of a badge, relative to the club's origin. None has a query: caches and mail programs drop them. */
export const badgePaths = {
  page: (id: string) => `/b/${id}`,
  status: (id: string) => `/b/${id}/status.json`,
  report: (id: string) => `/b/${id}/report`,
} as const;

/** Name of one picture: `/b/<id>[-form][-scheme][@2x].svg|png`; the line, light and of single size is `/b/<id>.svg`. */
export function badgePicture(
  id: string,
  type: 'svg' | 'png',
  { form = 'line', scheme = 'light', scale = 1 }: { form?: BadgeForm; scheme?: BadgeScheme; scale?: 1 | 2 } = {},
): string {
  const parts = [form === 'line' ? '' : `-${form}`, scheme === 'light' ? '' : `-${scheme}`, scale === 2 ? '@2x' : ''];
  return `${badgePaths.page(id)}${parts.join('')}.${type}`;
}
