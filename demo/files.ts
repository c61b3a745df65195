/** Reads the demo's pages and pictures: flat folders, known endings, nothing else. */
import { readFile, readdir } from 'node:fs/promises';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface DemoFile {
  body: string;
  type: string;
}

/**
 * A file of a folder by its bare name. What is asked for is looked up in the folder's own list, so
 * that no path can lead out of it.
 * @param folder address of the folder, ending in a slash
 * @param name as asked for
 */
export async function readDemoFile(folder: URL, name: string): Promise<DemoFile | undefined> {
  const type = types[extname(name)];
  const list = await readdir(folder, { withFileTypes: true });
  const entry = list.find((one) => one.isFile() && one.name === name);
  if (type === undefined || !entry) return undefined;
  return { body: await readFile(new URL(entry.name, folder), 'utf8'), type };
}

/** Fills `{{name}}` in a page. A name without a value stays, so that a mistake is seen. */
export function fill(page: string, values: Record<string, string>): string {
  return page.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => (Object.hasOwn(values, name) ? values[name]! : mark));
}
