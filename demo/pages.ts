import { readDemoFile, type DemoFile } from './files.ts';

const root = new URL('./', import.meta.url);
const hostile = ['hostile.html', 'hostile.css', 'hostile.js'];

/**
 * The documentation pages that the club shows at `/demo/`: the widgets' own and the worst host page.
 * @param path what stands after `/demo/`
 */
export async function demoPages(path: string): Promise<DemoFile | undefined> {
  if (path === '' || path === 'widgets/') return demoPages('widgets/index.html');
  if (path.startsWith('widgets/')) return readDemoFile(new URL('widgets/', root), path.slice('widgets/'.length));
  return hostile.includes(path) ? readDemoFile(root, path) : undefined;
}
