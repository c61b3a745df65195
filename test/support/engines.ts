import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * The engines beside Chromium. None of them comes from npm: whoever wants them installs the system's
 * packages (Debian: `firefox-esr`, and `webkit2gtk-driver xvfb`), and nothing here downloads anything.
 */

/** An engine of the tests. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

const present = (paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));

/** Firefox: `FIREFOX_PATH`, else an installed one. */
export const findFirefox = (): string | undefined =>
  present([
    process.env['FIREFOX_PATH'],
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);

/** WebKitGTK: its driver, its small browser and a screen to draw on. */
export function findWebKit(): { driver: string; browser: string } | undefined {
  const driver = present([process.env['WEBKIT_DRIVER_PATH'], '/usr/bin/WebKitWebDriver']);
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((triple) => `/usr/lib/${triple}`);
  const browser = present(
    [...folders, '/usr/lib64', '/usr/libexec'].map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`),
  );
  const screen = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? present(['/usr/bin/Xvfb']);
  return driver && browser && screen ? { driver, browser } : undefined;
}

/** The engines that this machine has. Chromium is always there: npm brings one. */
export const installedEngines = (): Engine[] =>
  engines.filter((engine) => engine === 'chromium' || (engine === 'firefox' ? findFirefox() : findWebKit()));

/** A driver that listens on the loopback. */
export interface WebKitDriver {
  port: number;
  /** The browser that it is to start. */
  browser: string;
  stop(): void;
}

/** What makes the buttons around the page small: the window is never narrower than they are, and phones are. */
const narrow = '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }';

/** Starts WebKit's driver, on a screen of its own where there is none. It ends with this process at the latest. */
export async function startWebKit(): Promise<WebKitDriver> {
  const found = findWebKit();
  if (!found) throw new Error('There is no WebKit. On Debian: apt-get install webkit2gtk-driver xvfb');
  const started: ChildProcess[] = [];
  const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(join(settings, 'gtk-3.0/gtk.css'), narrow);
  const stop = () => {
    // The driver's browsers are of its group: they end with it, however it ends.
    for (const { pid } of started.splice(0))
      try {
        if (pid) process.kill(-pid);
      } catch {
        // It has ended already.
      }
    rmSync(settings, { recursive: true, force: true });
  };
  process.once('exit', stop);
  try {
    const env: NodeJS.ProcessEnv = { ...process.env, XDG_CONFIG_HOME: settings };
    if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
      const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        detached: true,
      });
      started.push(screen);
      const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
      env['DISPLAY'] = `:${String(number).trim()}`;
    }
    const port = await freePort();
    started.push(spawn(found.driver, [`--port=${port}`], { stdio: 'ignore', env, detached: true }));
    await untilListening(port);
    return { port, browser: found.browser, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKit's driver does not listen on port ${port}.`);
}
