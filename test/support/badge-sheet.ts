/** All pictures of badges on one page, on white, black and a colour, to be looked at. */
import { badgeForms, badgeSizes, type BadgeForm } from '../../api/contract/badge.ts';
import type { BadgePictureContent } from '../../api/domain/pictures/badge-ports.ts';
import { createBadgePictures } from '../../api/pictures/badges/index.ts';
import { badgeContent } from './badge-pictures.ts';

const grounds = ['#ffffff', '#000000', '#2f6f8f'];

const contents: Partial<BadgePictureContent>[] = [
  {},
  { circle: null, domain: 'boulangerie-du-klapperstein.example' },
  {
    language: 'de',
    city: 'Mülhausen',
    circle: 'Menschen von hier und Herzen für hier',
    domain: 'bäckerei-klapperstein.example',
  },
  { language: 'gsw', city: 'Mìlhüsa', circle: 'Lìt vu do un Harzer fer do' },
  { language: 'en', circle: 'أصدقاء المدينة' },
  { circle: null },
  { state: 'ended' },
  { state: 'ended', language: 'de', city: 'Mülhausen' },
  { state: 'unknown' },
];

/** A page that needs nothing from anywhere. */
export async function badgeSheet(): Promise<string> {
  const pictures = createBadgePictures({ accent: badgeContent().accent, waiting: 200 });
  const image = (type: string, bytes: string | Uint8Array, width: number) =>
    `<img width="${width}" alt="" src="data:image/${type};base64,${Buffer.from(bytes).toString('base64')}">`;
  const svg = (change: Partial<BadgePictureContent>, width?: number) => {
    const content = badgeContent(change);
    return image('svg+xml', pictures.svg(content), width ?? badgeSizes[content.form].width);
  };
  const png = async (form: BadgeForm, change: Partial<BadgePictureContent>, scale: 1 | 2) =>
    image('png', await pictures.png(badgeContent({ ...change, form }), scale), badgeSizes[form].width);
  const rows: string[] = [];
  for (const ground of grounds) {
    const row = (...images: string[]) => rows.push(`<p style="background:${ground}">${images.join('')}</p>`);
    for (const content of contents) {
      row(
        ...badgeForms.flatMap((form) =>
          (['light', 'dark', 'auto'] as const).map((scheme) => svg({ ...content, form, scheme })),
        ),
      );
    }
    const states = ['valid', 'ended', 'unknown'] as const;
    row(
      ...states.flatMap((state) =>
        (['light', 'dark'] as const).map((scheme) => svg({ form: 'seal', state, scheme }, 50)),
      ),
    );
    for (const scale of [1, 2] as const) {
      row(
        ...(await Promise.all(
          badgeForms.map((form) => png(form, { scheme: ground === '#000000' ? 'dark' : 'light' }, scale)),
        )),
      );
    }
  }
  const social = await pictures.social({ ...badgeContent(), name: 'Odile Schœnauer' });
  rows.push(`<p>${image('png', social, 600)}${image('png', await pictures.mark(), 128)}</p>`);
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}p{display:flex;flex-wrap:wrap;gap:20px;align-items:center;margin:0;padding:20px}img{max-width:100%}</style>${rows.join('')}`;
}
