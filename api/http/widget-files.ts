import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What browsers read besides the plain bytes. */
export type Coding = 'br' | 'gzip';

export interface StaticFile {
  plain: Uint8Array<ArrayBuffer>;
  etag: string;
  type: string;
  /** The same, compressed when it is first asked for; a server that starts need not wait for what nobody may want. */
  coded(coding: Coding): Promise<Uint8Array<ArrayBuffer>>;
}

/** Built files by name (`loader.js`, `lang/signup.de.js`), read once at start. */
export type WidgetFiles = Map<string, StaticFile>;

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.zip': 'application/zip',
};

/** Off the thread that answers requests: the smallest form takes longer than anybody else should wait. */
const compress: Record<Coding, (content: Uint8Array) => Promise<Buffer>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (content) => promisify(gzip)(content, { level: 9 }),
};

/** One file, ready to be sent in every encoding. */
export function staticFile(name: string, content: Uint8Array): StaticFile {
  const known: Partial<Record<Coding, Promise<Uint8Array<ArrayBuffer>>>> = {};
  return {
    plain: new Uint8Array(content),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
    type: types[extname(name)] ?? 'application/octet-stream',
    coded: (coding) => (known[coding] ??= compress[coding](content).then((bytes) => new Uint8Array(bytes))),
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
