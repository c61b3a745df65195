/** What every page of a badge shows in the same way. */
import { html, raw } from 'hono/html';
import type { BadgeForm, BadgeStatus } from '../../../contract/badge.ts';
import { badgePaths, badgePicture, badgeSizes } from '../../../contract/badge.ts';
import type { Locale } from '../../../contract/locales.ts';
import { shownDomain } from '../../../domain/badges/domain-name.ts';
import { statusOf, type ShownBadge } from '../../../domain/badges/view.ts';
import { badgeFrameTerms } from '../../../lang/badge-frame.ts';
import type { AppDeps } from '../../env.ts';
import type { Html } from '../layout.ts';

/** A badge at the moment of asking, for a reader of one language. */
export interface BadgeView {
  deps: Pick<AppDeps, 'club' | 'publicUrl' | 'texts'>;
  badge: ShownBadge;
  status: BadgeStatus;
  locale: Locale;
  /** The moment of asking. */
  now: number;
}

export function viewOf(
  deps: Pick<AppDeps, 'club' | 'publicUrl' | 'texts' | 'clock'>,
  badge: ShownBadge,
  locale: Locale,
): BadgeView {
  const now = deps.clock.now();
  return { deps, badge, status: statusOf(badge, deps, now), locale, now };
}

/** An address of ours, whole. */
export const absolute = ({ deps }: Pick<BadgeView, 'deps'>, path: string): string => new URL(path, deps.publicUrl).href;

/** Where the badge is checked, as people read it from a picture: `club.example/b/…`. */
export const shortAddress = ({ deps, badge }: Pick<BadgeView, 'deps' | 'badge'>): string =>
  new URL(deps.publicUrl).host + badgePaths.page(badge.publicId);

/** The picture in words, in the badge's own language, which is that of the picture. */
export function altOf(view: Pick<BadgeView, 'deps' | 'badge'>): string {
  const { language } = view.badge;
  return badgeFrameTerms[language].standing(view.deps.club.city[language], shortAddress(view));
}

/** As people are shown it. */
export const domainOf = ({ status }: Pick<BadgeView, 'status'>): string | null =>
  status.domain === null ? null : shownDomain(status.domain);

/**
 * The picture as it is at this moment, light or dark as the reader prefers. One that has ended is asked for at an
 * address of its own: for a minute the browser may still have the other one.
 */
export function badgeImage(
  { badge, status }: Pick<BadgeView, 'badge' | 'status'>,
  form: BadgeForm,
  { alt, size = badgeSizes[form] }: { alt: string; size?: { width: number; height: number } },
): Html {
  const fresh = status.state === 'ended' ? '?ended' : '';
  const dark = badgePicture(badge.publicId, 'svg', { form, scheme: 'dark' }) + fresh;
  return html`<picture>
    <source srcset="${dark}" media="(prefers-color-scheme: dark)" />
    <img
      src="${badgePicture(badge.publicId, 'svg', { form }) + fresh}"
      width="${size.width}"
      height="${size.height}"
      alt="${alt}"
      ${alt === '' ? '' : raw(`lang="${badge.language}"`)}
    />
  </picture>`;
}

/** The seal as its page shows it, in CSS pixels. */
export const largeSeal = { width: 240, height: 240 };
