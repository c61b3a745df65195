import { readFileSync } from 'node:fs';
import type { AppDeps } from '../env.ts';
import { sendFile } from '../routes/widgets.ts';
import type { Route } from '../router.ts';
import { staticFile, type StaticFile } from '../widget-files.ts';
import { accentRoute } from './embed/accent.ts';
import { flame } from './layout.ts';

/** Sent as one file, in this order. */
const sheets = ['pages.css', 'form.css', 'desk.css', 'sign-in.css', 'my-stories.css'];

/** The same for the pages of badges. */
const badgeSheets = ['badges', 'tools', 'desk', 'sheet'].map((name) => `badges/${name}.css`);

/** Style sheet and icon of the pages, in the club's colours. */
export function assetRoutes(deps: AppDeps): Route[] {
  const { accent, accentDark } = deps.club.colours;
  const read = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
  const rules = sheets.map(read).join('');
  const svg = String(flame)
    .replace('<svg class="flame"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('<path d', `<path fill="${accent}" d`)
    .replace('<path class="flame-core"', '<path fill="#fff"');
  return [
    asset('pages.css', `:root{--club:${accent};--club-dark:${accentDark}}\n${rules}`, 'public, max-age=300'),
    asset('stories.css', read('stories.css'), 'public, max-age=300'),
    asset('badges.css', badgeSheets.map(read).join('\n'), 'public, max-age=300'),
    asset(
      'configurator.css',
      ['badges/tools.css', 'configurator/configurator.css'].map(read).join('\n'),
      'public, max-age=300',
    ),
    asset('configurator.js', read('configurator/configurator.js'), 'public, max-age=300'),
    asset('preview.js', read('configurator/preview.js'), 'public, max-age=300'),
    asset('copy.js', read('badges/copy.js'), 'public, max-age=300'),
    asset('partners.css', read('partners/partners.css'), 'public, max-age=300'),
    asset('frame.css', read('embed/frame.css'), 'public, max-age=300'),
    asset('frame-child.js', read('embed/frame-child.js'), 'public, max-age=300'),
    accentRoute(),
    asset('statistics.css', read('statistics/statistics.css'), 'public, max-age=300'),
    asset('verify.css', read('verify.css'), 'public, max-age=300'),
    asset('flame.svg', svg, 'public, max-age=86400'),
  ];
}

/** One file, compressed when it is first asked for. */
function asset(name: string, content: string, cacheControl: string): Route {
  let file: StaticFile | undefined;
  return {
    method: 'GET',
    path: `/assets/${name}`,
    role: 'public',
    handler: (c) => sendFile(c, (file ??= staticFile(name, Buffer.from(content))), cacheControl),
  };
}
