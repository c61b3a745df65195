import { readFileSync } from 'node:fs';
import type { AppDeps } from '../env.ts';
import { sendFile } from '../routes/widgets.ts';
import type { Route } from '../router.ts';
import { staticFile } from '../widget-files.ts';
import { flame } from './layout.ts';

/** Style sheet and icon of the pages, in the club's colours. */
export function assetRoutes(deps: AppDeps): Route[] {
  const { accent, accentDark } = deps.club.colours;
  const rules = readFileSync(new URL('./pages.css', import.meta.url), 'utf8');
  const css = staticFile('pages.css', Buffer.from(`:root{--club:${accent};--club-dark:${accentDark}}\n${rules}`));
  const svg = String(flame)
    .replace('<svg class="flame"', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('<path d', `<path fill="${accent}" d`)
    .replace('<path class="flame-core"', '<path fill="#fff"');
  const icon = staticFile('flame.svg', Buffer.from(svg));
  return [
    {
      method: 'GET',
      path: '/assets/pages.css',
      role: 'public',
      handler: (c) => sendFile(c, css, 'public, max-age=300'),
    },
    {
      method: 'GET',
      path: '/assets/flame.svg',
      role: 'public',
      handler: (c) => sendFile(c, icon, 'public, max-age=86400'),
    },
  ];
}
