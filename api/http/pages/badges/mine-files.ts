import { html } from 'hono/html';
import {
  badgeForms,
  badgePaths,
  badgePicture,
  badgeSchemes,
  badgeSizes,
  type BadgeForm,
} from '../../../contract/badge.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import type { Html } from '../layout.ts';
import type { BadgeView } from './view.ts';

/** Every picture of a badge, and the files that are signed: plain links, which any program follows. */
export function filesAndPictures(view: BadgeView): Html {
  const { pictures, files } = myBadges[view.locale].mine;
  const page = badgePaths.page(view.badge.publicId);
  const downloads: [name: keyof typeof files.names, path: string][] = [
    ['bakedPng', `${page}/baked.png`],
    ['bakedSvg', `${page}/baked.svg`],
    ['json', `${page}/credential.json`],
    ['jwt', `${page}/credential.jwt`],
  ];
  return html`<div class="tools">
    <details class="tool">
      <summary>${pictures.title}</summary>
      <p>${pictures.lead}</p>
      ${badgeForms.map((form) => picturesOf(view, form))}
    </details>
    <details class="tool">
      <summary>${files.title}</summary>
      <p>${files.lead}</p>
      <ul>
        ${downloads.map(([name, path]) => html`<li><a href="${path}" download>${files.names[name]}</a></li>`)}
      </ul>
    </details>
  </div>`;
}

/** One form on light and on dark ground, as it will look there, with links to all of its files. */
function picturesOf(view: BadgeView, form: BadgeForm): Html {
  const { publicId } = view.badge;
  const { pictures } = myBadges[view.locale].mine;
  const { width, height } = badgeSizes[form];
  const shown = (scheme: 'light' | 'dark') =>
    html`<span class="on-${scheme}"
      ><img
        src="${badgePicture(publicId, 'svg', { form, scheme })}"
        width="${width}"
        height="${height}"
        alt=""
        loading="lazy"
    /></span>`;
  const link = (path: string, text: string) => html`<a href="${path}" download>${text}</a>`;
  return html`<section class="form-of-badge">
    <h4>${pictures.forms[form]} <span class="hint">${width} × ${height}</span></h4>
    <p class="grounds">${shown('light')} ${shown('dark')}</p>
    <ul>
      ${badgeSchemes.map(
        (scheme) =>
          html`<li>
            ${pictures.schemes[scheme]} – ${link(badgePicture(publicId, 'svg', { form, scheme }), 'SVG')}
            ${
              scheme === 'auto'
                ? ''
                : html`· ${link(badgePicture(publicId, 'png', { form, scheme }), 'PNG')} ·
                  ${link(badgePicture(publicId, 'png', { form, scheme, scale: 2 }), `PNG, ${pictures.twice}`)}`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
