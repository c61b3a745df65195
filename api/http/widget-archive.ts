/**
 * Every version of the widgets that this club has ever served, each in a folder of its own. A page that is pinned to
 * a version gets the same bytes as long as the club has a site: its hash would refuse any others.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../domain/ports.ts';
import { staticFile, type StaticFile, type WidgetFiles } from './widget-files.ts';

/** Files under addresses that name a version. */
export interface WidgetArchive {
  /** One file of one version; nothing when that version, or that file of it, was never served here. */
  file(version: string, name: string): Promise<StaticFile | undefined>;
  /** The hash of a file at the address of the version that runs, for a page's `integrity` attribute. */
  integrity(name: string): string | undefined;
  /** Is this file of the build what the address of its version serves? */
  holds(name: string): boolean;
}

export interface ArchiveOptions {
  /** What was built: `readWidgetFiles`. */
  built: WidgetFiles;
  /** Where versions are kept. */
  folder: string;
  /** The version that runs. */
  version: string;
  /** Whether a build takes the place of what was kept of its version: where nobody else's page depends on it. */
  follows: boolean;
  log: Log;
}

const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[0-9a-z]+(?:\.[0-9a-z]+){0,3})?$/;
const namePattern = /^(?:[a-z0-9-]+\/){0,2}[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const manifestName = 'manifest.json';

/** The hash of a file as `integrity` attributes have it (W3C Subresource Integrity). */
export const integrityOf = (content: Uint8Array): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Keeps the build that runs, unless its version is kept already, and opens everything that is kept.
 * @throws when the folder cannot be read or written
 */
export function openWidgetArchive(options: ArchiveOptions): WidgetArchive {
  const { built, folder, version, follows, log } = options;
  const files = released(built);
  const hashes = new Map(Array.from(files, ([name, { plain }]) => [name, integrityOf(plain)]));
  const own = join(folder, version);
  let kept = readHashes(own);
  let changed = differences(hashes, kept);
  if (!kept || (follows && changed.length > 0)) {
    keep(files, own);
    kept = readHashes(own);
    changed = differences(hashes, kept);
  }
  if (changed.length > 0) {
    log.warn(
      { version, files: changed },
      'widgets: this build is not the one that was released as its version. Pages that are pinned to it go on getting ' +
        'what was released; /widgets/<major>/ serves the build. Give the build a version of its own: api/contract/version.ts',
    );
  }
  const memory = new Map<string, Promise<StaticFile | undefined>>();
  const manifests = new Map([[version, kept ?? new Map<string, string>()]]);

  function hashOf(asked: string, name: string): string | undefined {
    if (!versionPattern.test(asked)) return undefined;
    let known = manifests.get(asked);
    // Only what is there is remembered: strangers may ask for any number of versions that are not.
    if (known === undefined && existsSync(join(folder, asked))) {
      known = hashesOrNone(join(folder, asked), log);
      manifests.set(asked, known);
    }
    return known?.get(name);
  }

  return {
    file(asked, name) {
      const hash = hashOf(asked, name);
      if (hash === undefined) return Promise.resolve(undefined);
      // What runs is in memory already.
      if (asked === version && hash === hashes.get(name)) return Promise.resolve(built.get(name));
      const key = `${asked}/${name}`;
      let reading = memory.get(key);
      if (reading === undefined) {
        reading = readKept(join(folder, asked, name), name, hash, log);
        memory.set(key, reading);
      }
      return reading;
    },
    integrity: (name) => kept?.get(name),
    holds: (name) => kept !== undefined && kept.get(name) === hashes.get(name),
  };
}

/** A file that is no longer what it was when it was kept is sent to nobody, for a year, as something it is not. */
async function readKept(path: string, name: string, hash: string, log: Log): Promise<StaticFile | undefined> {
  try {
    const content = await readFile(path);
    if (integrityOf(content) === hash) return staticFile(name, content);
    log.error({ path }, 'widgets: a kept file is not what was released. It is not served; restore it from a backup');
  } catch (err) {
    log.error({ path, err }, 'widgets: a kept file cannot be read. It is not served; restore it from a backup');
  }
  return undefined;
}

/** What belongs to a version: what its manifest names, and the manifest. Whatever else lies there is always the newest. */
function released(built: WidgetFiles): WidgetFiles {
  const manifest = built.get(manifestName);
  if (!manifest) return new Map();
  const { files } = JSON.parse(Buffer.from(manifest.plain).toString()) as { files: object };
  return new Map(Array.from(built).filter(([name]) => name === manifestName || Object.hasOwn(files, name)));
}

/** Names of what is not the same in both. */
function differences(built: ReadonlyMap<string, string>, kept: ReadonlyMap<string, string> | undefined): string[] {
  const names = new Set([...built.keys(), ...(kept?.keys() ?? [])]);
  return [...names].filter((name) => built.get(name) !== kept?.get(name)).sort();
}

/** What a folder holds, as was written down when it was made; nothing when there is no such folder. */
function readHashes(folder: string): Map<string, string> | undefined {
  const file = join(folder, manifestName);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file);
  const { files } = JSON.parse(text.toString()) as { files: Record<string, { integrity: string }> };
  const named = Object.entries(files).filter(([name]) => namePattern.test(name));
  const hashes = new Map(named.map(([name, { integrity }]) => [name, integrity]));
  // It describes all files but itself.
  return hashes.set(manifestName, integrityOf(text));
}

/** An old version must not keep the others from being served. */
function hashesOrNone(folder: string, log: Log): Map<string, string> {
  try {
    return readHashes(folder) ?? new Map();
  } catch (err) {
    log.error({ folder, err }, 'widgets: a kept version cannot be read. It is not served; restore it from a backup');
    return new Map();
  }
}

/** Writes a version beside its place and moves it there in one step: there is never half of one. */
function keep(files: WidgetFiles, place: string): void {
  const parent = dirname(place);
  const beside = (word: string) => join(parent, `.${word}-${randomUUID()}`);
  const [fresh, old] = [beside('new'), beside('old')];
  mkdirSync(parent, { recursive: true });
  try {
    for (const [name, { plain }] of files) write(join(fresh, name), plain);
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
  } catch (error) {
    // Another process of the same club was quicker: what it has kept is as good.
    if (!existsSync(join(place, manifestName))) throw error;
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
