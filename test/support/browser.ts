import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, LaunchOptions, Page } from 'puppeteer-core';
import { patience } from './until.ts';

/**
 * Finds a Chromium for every test that needs a real one: `CHROME_PATH`, else an installed Chrome,
 * Chromium or Edge, else the one that is packed in an npm package of this project (Linux on x64).
 */

/** A Chromium on this machine and where it came from. */
export interface FoundBrowser {
  executablePath: string;
  from: 'CHROME_PATH' | 'installed' | 'npm';
}

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

// Written beside the unpacked browser, whose own file expects fonts in a shared temporary folder.
const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

async function unpack(folder: string): Promise<void> {
  // Unpacked under a name of this process, then renamed in one step: suites run side by side.
  const own = `${folder}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    // Shared libraries that a bare machine lacks; the package itself unpacks them only where it was made for.
    await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(own, 'fonts-kit.conf'), fontsConfiguration(folder));
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

async function packedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(cache, 'chromium');
  if (!existsSync(join(folder, 'fonts-kit.conf'))) await unpack(folder);
  process.env.LD_LIBRARY_PATH = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  process.env.FONTCONFIG_FILE = join(folder, 'fonts-kit.conf');
  return join(folder, 'chromium');
}

async function installedChrome(): Promise<string | undefined> {
  const { Launcher } = await import('chrome-launcher');
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
}

/** Finds a Chromium, unpacking the one from npm when there is no other. */
export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.CHROME_PATH;
  // `CHROME=npm` asks for the packed one on a machine that has another.
  if (chosen && process.env.CHROME !== 'npm') return { executablePath: chosen, from: 'CHROME_PATH' };
  const installed = process.env.CHROME === 'npm' ? undefined : await installedChrome();
  if (installed) return { executablePath: installed, from: 'installed' };
  let reason = `the one from npm runs on Linux x64 only, this is ${process.platform} ${process.arch}`;
  try {
    const packed = await packedChromium();
    if (packed) return { executablePath: packed, from: 'npm' };
  } catch (error) {
    reason = `the one from npm could not be unpacked: ${error instanceof Error ? error.message : String(error)}`;
  }
  throw new Error(
    `No browser for the tests: none is installed and ${reason}. Install Chrome or Chromium (Debian: "apt-get install chromium"), or set CHROME_PATH to one.`,
  );
}

/** How a found browser is started for tests. */
export function launchOptions(found: FoundBrowser): LaunchOptions {
  return {
    executablePath: found.executablePath,
    headless: found.from === 'npm' ? 'shell' : true,
    // Chromium refuses its sandbox to root, which is who runs tests in most containers.
    // A camera that shows a test picture, allowed without a question: no page but the story form asks for one.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  };
}

/**
 * Starts a Chromium under puppeteer.
 * @param options added to the usual launch options
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { launch } = await import('puppeteer-core');
  const usual = launchOptions(await findBrowser());
  return launch({ timeout: patience, ...usual, ...options, args: [...(usual.args ?? []), ...(options.args ?? [])] });
}

/** A page that waits as long as a busy machine needs. */
export async function newPage(of: Browser | BrowserContext): Promise<Page> {
  const page = await of.newPage();
  page.setDefaultTimeout(patience);
  return page;
}
