import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { badgePaths, badgePicture, badgeSizes } from '../../contract/badge.ts';
import { frameAncestors } from '../../domain/badges/frame-ancestors.ts';
import { pictureOf, type ShownBadge } from '../../domain/badges/view.ts';
import { badgeFrameTerms } from '../../lang/badge-frame.ts';
import type { AppDeps } from '../env.ts';

const style =
  ':root{color-scheme:light dark}body{margin:0;background:transparent}a{display:inline-block;border-radius:10px}' +
  'a:focus-visible{outline:3px solid Highlight;outline-offset:-3px}img{display:block;max-width:100%;height:auto}';
// Made apart: the hash is of every character between the tags, and a template may be laid out anew.
const styleElement = raw(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * A badge for a frame: its picture, as a link to where it can be checked, without a script. A browser shows it on
 * the domain that the badge is bound to and on no other (`frame-ancestors`), whatever the page around it says.
 * There is no `X-Frame-Options` beside it: that header knows no list, and browsers would be told two things.
 */
export async function badgeFrame(badge: ShownBadge, deps: AppDeps): Promise<{ body: string; csp: string }> {
  const { publicId } = badge;
  const { width, height } = badgeSizes.line;
  const { state, language, city, address } = pictureOf(badge, deps, deps.clock.now(), 'line', 'light');
  const terms = badgeFrameTerms[language];
  const alt = state === 'valid' ? terms.standing(city, address) : terms.ended(address);
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
        <a href="${badgePaths.page(publicId)}" target="_blank" rel="noopener"
          ><picture>
            <source
              media="(prefers-color-scheme: dark)"
              srcset="${badgePicture(publicId, 'svg', { scheme: 'dark' })}"
            />
            <img src="${badgePicture(publicId, 'svg')}" width="${width}" height="${height}" alt="${alt}" /> </picture
        ></a>
      </body>
    </html>`;
  const csp = [
    "default-src 'none'",
    "img-src 'self'",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors(badge, deps)}`,
  ];
  return { body: String(body), csp: csp.join('; ') };
}
