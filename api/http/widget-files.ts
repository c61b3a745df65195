import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What browsers read besides the plain bytes. */
type Coding = 'br' | 'gzip';

export interface StaticFile {
  plain: Uint8Array<ArrayBuffer>;
  /** The smallest form in a coding, made when it is first asked for. */
  coded(coding: Coding): Promise<Uint8Array<ArrayBuffer>>;
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
  '.zip': 'application/zip',
};

/**
 * Off this thread: it takes longer than anybody else should wait. All that is built, in four languages, would take
 * seconds of every start; what one page shows is a handful of files.
 */
const compress: Record<Coding, (content: Uint8Array) => Promise<Buffer>> = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gzip: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** One file, ready to be sent in every coding. */
export function staticFile(name: string, content: Uint8Array): StaticFile {
  const made: Partial<Record<Coding, Promise<Uint8Array<ArrayBuffer>>>> = {};
  return {
    plain: new Uint8Array(content),
    coded: (coding) => (made[coding] ??= compress[coding](content).then((bytes) => new Uint8Array(bytes))),
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
