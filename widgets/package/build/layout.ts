/** Where things of the repository lie in the package. */
import { globSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Root of the repository. */
export const root = join(import.meta.dirname, '../../..');
/** The widgets' sources. */
export const widgets = join(root, 'widgets');

/** The widgets of the package: all but the console, which works on the club's own pages alone. */
export const widgetNames: readonly string[] = globSync('*/define.ts', { cwd: widgets })
  .map((path) => dirname(path))
  .filter((name) => name !== 'console')
  .sort();

/** `story-form` gives `StoryForm`. */
export const pascal = (widget: string): string =>
  widget.replace(/(?:^|-)(.)/g, (_all, letter: string) => letter.toUpperCase());

/**
 * The place in the package of a source, both without an extension: `widgets/badge/define` is `define/badge`.
 * @param path absolute, or from the root of the repository
 */
export function placeInPackage(path: string): string {
  const place = (path.startsWith(root) ? relative(root, path) : path)
    .split(sep)
    .join('/')
    .replace(/(?:\.d)?\.ts$/, '');
  const define = /^widgets\/([^/]+)\/define$/.exec(place);
  if (define) return `define/${define[1]}`;
  // Its name is taken by what the package itself exports.
  if (place === 'widgets/index') return 'elements';
  return place.replace(/^widgets\/(?:package\/)?/, '').replace(/^api\//, '');
}

/** How one file of the package is named by another. */
export function specifierOf(from: string, to: string): string {
  const path = relative(dirname(from), to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
