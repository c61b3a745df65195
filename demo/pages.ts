import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The documentation pages under `demo/`, by their path; nothing else of the folder is served. */
export async function demoPages(path: string): Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  if (!/^(?:widgets\/[a-z0-9-]+\.(?:html|css|js|svg)|hostile\.(?:html|css|js))$/.test(path)) return undefined;
  try {
    return { body: new Uint8Array(await readFile(new URL(path, import.meta.url))), type: types[extname(path)]! };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
