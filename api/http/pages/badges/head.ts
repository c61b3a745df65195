/** What other programs read about a badge: wallets, verifiers, social networks. */
import { html } from 'hono/html';
import { badgePaths } from '../../../contract/badge.ts';
import type { Locale } from '../../../contract/locales.ts';
import { badgePages } from '../../../lang/badge-pages/index.ts';
import { discovery } from '../embed/discovery.ts';
import type { Html } from '../layout.ts';
import { absolute, type BadgeView } from './view.ts';

/** As Open Graph wants them; it has no code for Alsatian. */
const ogLocales: Record<Locale, string> = { fr: 'fr_FR', de: 'de_DE', en: 'en_GB', gsw: 'gsw_FR' };

/** 1.91 to 1, as LinkedIn and Facebook show pictures. */
const picture = { width: 1200, height: 627 };

/** Social networks keep what they read for weeks, so nothing here says that the badge is valid. */
export function badgeHead(view: BadgeView): Html {
  const { deps, badge, status, locale } = view;
  const { social } = badgePages[locale].page;
  const city = deps.club.city[locale];
  const page = absolute(view, badgePaths.page(badge.publicId));
  const image = `${page}/og.png`;
  const title = social.title(city);
  const properties: [name: string, content: string][] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', social.text],
    ['og:url', page],
    ['og:site_name', deps.club.name[locale]],
    ['og:locale', ogLocales[locale]],
    ['og:image', image],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', social.picture(city)],
  ];
  const names: [name: string, content: string][] = [
    ['description', social.text],
    ['twitter:card', 'summary_large_image'],
    ['twitter:title', title],
    ['twitter:description', social.text],
    ['twitter:image', image],
    ['twitter:image:alt', social.picture(city)],
  ];
  const signed = (type: string, file: string) =>
    html`<link rel="alternate" type="${type}" href="${page}/${file}" title="Open Badges 3.0" />`;
  return html`<link rel="canonical" href="${page}" /> ${discovery(deps.publicUrl, page)}
    ${status.state === 'valid' ? signed('application/vc+ld+json', 'credential.json') : ''}
    ${properties.map(([property, content]) => html`<meta property="${property}" content="${content}" />`)}
    ${names.map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}`;
}
