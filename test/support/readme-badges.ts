/** The badges of the README’s second picture: the three forms on light and on dark ground, and one that has ended. */
import { badgeForms, badgeSizes, type BadgeForm, type BadgeScheme } from '../../api/contract/badge.ts';
import type { BadgePictureContent } from '../../api/domain/pictures/badge-ports.ts';
import { createBadgePictures } from '../../api/pictures/badges/index.ts';
import { badgeContent } from './badge-pictures.ts';

/** How much larger than on a page. */
const zoom = 1.5;

/** A page that needs nothing from anywhere. */
export function readmeBadges(): string {
  const { svg } = createBadgePictures({ accent: badgeContent().accent, waiting: 200 });
  const image = (form: BadgeForm, scheme: BadgeScheme, change: Partial<BadgePictureContent> = {}) => {
    const text = svg(badgeContent({ circle: null, ...change, form, scheme }));
    const bytes = Buffer.from(text).toString('base64');
    return `<img width="${badgeSizes[form].width * zoom}" alt="" src="data:image/svg+xml;base64,${bytes}">`;
  };
  const ground = (scheme: 'light' | 'dark') => {
    const [line, seal, compact] = badgeForms.map((form) => image(form, scheme));
    const domain = image('line', scheme, { domain: 'boulangerie.example' });
    return `<section class="${scheme}">${seal}<div>${line}${domain}${compact}${image('line', scheme, { state: 'ended' })}</div></section>`;
  };
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; display: grid; grid-template-columns: 1fr 1fr; height: 560px; }
    section { display: flex; gap: 56px; align-items: center; justify-content: center; }
    div { display: grid; gap: 26px; }
    img { display: block; }
    .light { background: #fbeadd; }
    .dark { background: #17120f; }
  </style>${ground('light')}${ground('dark')}`;
}
