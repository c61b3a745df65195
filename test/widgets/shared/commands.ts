/**
 * What a test may tell the browser to do: the runner's commands, on the engines that can. A test that asks an
 * engine for what is beyond it is left out there, and counted; no list of tests is kept, and nothing else is
 * left out.
 */
import {
  a11ySnapshot as runnersSnapshot,
  emulateMedia as runnersMedia,
  executeServerCommand,
  sendKeys as runnersKeys,
  sendMouse,
  setViewport as runnersViewport,
} from '@web/test-runner-commands';

export { sendMouse };

type Engine = 'chromium' | 'firefox' | 'webkit';

/** The engine that this test runs on. */
export const engine: Engine = /Chrome\//.test(navigator.userAgent)
  ? 'chromium'
  : /Firefox\//.test(navigator.userAgent)
    ? 'firefox'
    : 'webkit';

/** Why a command is beyond an engine. */
const beyond: Partial<Record<Engine, Record<string, string>>> = {
  firefox: {
    emulateMedia: 'WebDriver BiDi, which drives Firefox, emulates no media features',
    a11ySnapshot: 'the tree of accessibility comes from the DevTools protocol',
    swipe: 'the finger is one of the DevTools protocol',
  },
  webkit: {
    emulateMedia: 'classic WebDriver, which drives WebKit, emulates no media features',
    a11ySnapshot: 'classic WebDriver has no tree of accessibility',
    swipe: 'WebKitGTK takes no touch from its driver',
  },
};

class LeftOut extends Error {}

function need(command: string): void {
  const reason = beyond[engine]?.[command];
  if (reason) throw new LeftOut(`${command} is beyond ${engine}: ${reason}.`);
}

/** Whether the page is shown as asked for already. */
const isShown = ({ media, colorScheme, reducedMotion }: Parameters<typeof runnersMedia>[0]): boolean =>
  (!media || matchMedia(media).matches) &&
  (!colorScheme || matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches) &&
  (!reducedMotion || matchMedia(`(prefers-reduced-motion: ${reducedMotion})`).matches);

export const emulateMedia: typeof runnersMedia = async (media) => {
  if (engine !== 'chromium' && isShown(media)) return;
  need('emulateMedia');
  await runnersMedia(media);
};

export const a11ySnapshot: typeof runnersSnapshot = async (options) => {
  need('a11ySnapshot');
  return runnersSnapshot(options);
};

/** Keys that are held down in WebKit. */
const held = new Set<string>();

/** Presses a key or types a text. */
export const sendKeys: typeof runnersKeys = async (keys) => {
  // The runner's own command lets no key down there; its driver takes several at a time.
  if (engine === 'webkit' && 'down' in keys) held.add(keys.down);
  else if (engine === 'webkit' && 'up' in keys) held.delete(keys.up);
  else if (held.size > 0 && 'press' in keys) await executeServerCommand('press-together', [...held, keys.press]);
  else if ('press' in keys && keys.press === 'Space')
    await runnersKeys({ press: engine === 'chromium' ? 'Space' : ' ' });
  // WebKit's driver takes the same letter twice in a row for one.
  else if (engine === 'webkit' && 'type' in keys) for (const type of keys.type) await runnersKeys({ type });
  else await runnersKeys(keys);
};

/** Sets the size of the page in CSS pixels. */
export const setViewport: typeof runnersViewport = async (viewport) => {
  if (engine !== 'webkit') return runnersViewport(viewport);
  await executeServerCommand('size-window', viewport);
  // A window has its new size some frames later.
  const sized = () => innerWidth === viewport.width && innerHeight === viewport.height;
  for (let frames = 0; !sized(); frames++) {
    if (frames > 200) throw new Error(`The window stays at ${innerWidth} × ${innerHeight}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

/** Draws a finger across the page, from a point and by so many pixels. */
export async function swipe(x: number, y: number, by: number): Promise<void> {
  need('swipe');
  await executeServerCommand('swipe', { x, y, by });
}

type Run = (this: Mocha.Context) => unknown;

const leavingOut = (run: Run): Run =>
  async function (this: Mocha.Context) {
    try {
      await run.call(this);
    } catch (error) {
      if (error instanceof LeftOut) this.skip();
      throw error;
    }
  };

// Chromium can do everything: there, tests are registered as they are.
if (engine !== 'chromium')
  for (const name of ['it', 'before', 'beforeEach', 'after', 'afterEach']) {
    const register = Reflect.get(window, name) as (...args: unknown[]) => unknown;
    const wrapped = (...args: unknown[]) =>
      register(...args.map((each) => (typeof each === 'function' ? leavingOut(each as Run) : each)));
    Reflect.set(window, name, wrapped);
  }
