/** What people paste elsewhere. Texts, never markup of ours: whoever shows them escapes them once more. */
import { badgePaths, badgePicture, badgeSizes } from '../../../contract/badge.ts';
import { escapeMarkup } from '../../../domain/markup.ts';
import { myBadges } from '../../../lang/my-badges/index.ts';
import { absolute, altOf, type BadgeView } from './view.ts';

type Source = Pick<BadgeView, 'deps' | 'badge'>;

const { width, height } = badgeSizes.line;

const pageOf = (view: Source): string => escapeMarkup(absolute(view, badgePaths.page(view.badge.publicId)));

/** A picture and a link: it needs no script, and its addresses never change. */
export function siteSnippet(view: Source): string {
  const picture = escapeMarkup(absolute(view, badgePicture(view.badge.publicId, 'svg')));
  const size = `width="${width}" height="${height}"`;
  return `<a href="${pageOf(view)}" rel="noopener"><img src="${picture}" ${size} alt="${escapeMarkup(altOf(view))}" loading="lazy"></a>`;
}

/** The element around exactly that, so that the picture stays where no script runs. */
export function widgetSnippet(view: Source): string {
  const loader = escapeMarkup(absolute(view, '/widgets/1/loader.js'));
  return `<script type="module" src="${loader}"></script>
<ambassador-badge badge="${view.badge.publicId}">${siteSnippet(view)}</ambassador-badge>`;
}

/** For mail programs: they show no SVG, some drop styles, and a size that is missing is a huge picture. */
export function mailSnippet(view: Source): string {
  const picture = escapeMarkup(absolute(view, badgePicture(view.badge.publicId, 'png')));
  const size = `width="${width}" height="${height}"`;
  return `<a href="${pageOf(view)}"><img src="${picture}" ${size} alt="${escapeMarkup(altOf(view))}" border="0"></a>`;
}

/** For signatures without pictures: what the badge says, in the words that are signed. */
export function mailText(view: Pick<BadgeView, 'deps' | 'badge' | 'status'>): string {
  const { deps, badge, status } = view;
  const words = deps.texts.badge(badge.language).achievement(deps.club.name[badge.language], status.circle);
  return `${words}\n${absolute(view, badgePaths.page(badge.publicId))}`;
}

/** With the picture that proxies may not keep: theirs is the only way to a README. */
export function markdownSnippet(view: Source): string {
  const page = badgePaths.page(view.badge.publicId);
  // In a label, these signs would end it or begin something else (CommonMark §2.4).
  const alt = altOf(view).replace(/[\\`*_[\]<>&!]/g, (sign) => `\\${sign}`);
  return `[![${alt}](${absolute(view, `${page}/github.svg`)})](${absolute(view, page)})`;
}

/** For businesses: browsers refuse it on any domain but theirs. No style: many a page’s own policy forbids them. */
export function frameSnippet(view: Source): string {
  const { language, publicId } = view.badge;
  const title = escapeMarkup(myBadges[language].tools.frame.name(view.deps.club.name[language]));
  const address = escapeMarkup(absolute(view, `${badgePaths.page(publicId)}/frame`));
  return `<iframe src="${address}" width="${width}" height="${height}" title="${title}" loading="lazy" frameborder="0"></iframe>`;
}
