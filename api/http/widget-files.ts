import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export interface StaticFile {
  plain: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  etag: string;
  type: string;
}

/** Built files by name (`loader.js`, `lang/signup.de.js`), read once at start. */
export type WidgetFiles = Map<string, StaticFile>;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** One file, ready in every encoding. */
export function staticFile(name: string, content: Uint8Array): StaticFile {
  return ready(name, content, brotliCompressSync(content, smallest), gzipSync(content, { level: 9 }));
}

/** The same while requests are answered: compressing takes longer than anybody else should wait. */
export async function compressedFile(name: string, content: Uint8Array): Promise<StaticFile> {
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(content, smallest),
    promisify(gzip)(content, { level: 9 }),
  ]);
  return ready(name, content, brotli, zipped);
}

function ready(name: string, content: Uint8Array, brotli: Uint8Array, zipped: Uint8Array): StaticFile {
  return {
    plain: new Uint8Array(content),
    brotli: new Uint8Array(brotli),
    gzip: new Uint8Array(zipped),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
    type: types[extname(name)] ?? 'application/octet-stream',
  };
}

/** Reads a folder of built widgets; empty when it was not built. */
export function readWidgetFiles(dir: string): WidgetFiles {
  const files: WidgetFiles = new Map();
  if (!existsSync(dir)) return files;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(dir.length + 1).replaceAll('\\', '/');
    files.set(name, staticFile(name, readFileSync(path)));
  }
  return files;
}
