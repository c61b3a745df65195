import { html } from 'hono/html';
import { sourcesOf } from '../../../domain/partners/origins.ts';
import { frameUrl } from '../../../domain/embed/addresses.ts';
import type { AppDeps } from '../../env.ts';
import type { Html, PageOptions } from '../layout.ts';
import { accentSheets } from './accent.ts';
import type { FrameView } from './asked.ts';
import { partnerDiscovery } from './discovery.ts';

type FrameOptions = Required<
  Pick<PageOptions, 'locale' | 'bare' | 'noindex' | 'frameAncestors' | 'theme' | 'sheets' | 'scripts' | 'head'>
>;

/** How a page in a frame is sent: shown by this partner's sites alone, on whatever ground they have. */
export function frameOptions(deps: Pick<AppDeps, 'publicUrl'>, view: FrameView): FrameOptions {
  const { choice, partner, locale } = view;
  return {
    locale,
    bare: true,
    noindex: true,
    frameAncestors: sourcesOf(partner),
    theme: choice.theme,
    sheets: ['frame.css', ...accentSheets(choice.accent ?? partner.accent)],
    scripts: ['frame-child.js'],
    head: html`${surroundings(view)} ${partnerDiscovery(deps.publicUrl, partner.slug, frameUrl(deps.publicUrl, choice))}`,
  };
}

/** What `frame-child.js` has to know: whom it may tell its height, and what a webmaster should mend. */
function surroundings({ partner, around, refused }: FrameView): Html {
  const names: [name: string, content: string][] = [
    ['ambassador-sources', sourcesOf(partner).join(' ')],
    ...(around === undefined ? [] : [['ambassador-around', around] as [string, string]]),
    ...refused.map(({ name, value }): [string, string] => ['ambassador-refused', `${name}="${value}"`]),
  ];
  return html`${names.map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}`;
}
