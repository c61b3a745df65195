import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { badgePaths, badgePicture, badgeSizes } from '../../contract/badge.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { anywhere, frameAncestors } from '../../domain/badges/frame-ancestors.ts';
import { pictureOf, type ShownBadge } from '../../domain/badges/view.ts';
import { badgeFrameTerms } from '../../lang/badge-frame.ts';
import type { AppDeps } from '../env.ts';

const style =
  ':root{color-scheme:light dark}body{margin:0;background:transparent}a{display:inline-block;border-radius:10px}' +
  'a:focus-visible{outline:3px solid Highlight;outline-offset:-3px}img{display:block;max-width:100%;height:auto}';
// Made apart: the hash is of every character between the tags, and a template may be laid out anew.
const styleElement = raw(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** One frame, ready to be sent. */
interface Frame {
  body: string;
  csp: string;
}

/**
 * A badge for a frame: its picture, as a link to where it can be checked, without a script. A browser shows it on
 * the domain that the badge is bound to and on no other (`frame-ancestors`), whatever the page around it says.
 * There is no `X-Frame-Options` beside it: that header knows no list, and browsers would be told two things.
 */
export function badgeFrame(badge: ShownBadge, deps: AppDeps): Promise<Frame> {
  const { publicId } = badge;
  const { state, language, city, address } = pictureOf(badge, deps, deps.clock.now(), 'line', 'light');
  const terms = badgeFrameTerms[language];
  const alt = state === 'valid' ? terms.standing(city, address) : terms.ended(address);
  return frameOf({ id: publicId, href: badgePaths.page(publicId), language, alt }, frameAncestors(badge, deps));
}

/**
 * What a frame shows where no badge is: that there is none, wherever it is asked for. A browser that may not show a
 * frame draws an error of its own, which reads as if the site were broken.
 */
export function unknownFrame(id: string, { club, publicUrl }: Pick<AppDeps, 'club' | 'publicUrl'>): Promise<Frame> {
  const language = club.defaultLanguage;
  const alt = badgeFrameTerms[language].unknown(new URL(publicUrl).host + paths.verify);
  return frameOf({ id, href: paths.verify, language, alt }, anywhere);
}

async function frameOf(
  { id, href, language, alt }: { id: string; href: string; language: Locale; alt: string },
  ancestors: string,
): Promise<Frame> {
  const { width, height } = badgeSizes.line;
  const body = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${alt}</title>
        ${styleElement}
      </head>
      <body>
        <a href="${href}" target="_blank" rel="noopener"
          ><picture>
            <source media="(prefers-color-scheme: dark)" srcset="${badgePicture(id, 'svg', { scheme: 'dark' })}" />
            <img src="${badgePicture(id, 'svg')}" width="${width}" height="${height}" alt="${alt}" /> </picture
        ></a>
      </body>
    </html>`;
  const csp = [
    "default-src 'none'",
    "img-src 'self'",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ];
  return { body: String(body), csp: csp.join('; ') };
}
