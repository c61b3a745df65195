// The launchers of the test runner, one per engine.
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { findBrowser, launchOptions } from './browser.ts';
import { findFirefox, startWebKit } from './engines.ts';

async function chromium() {
  return chromeLauncher({
    // A context per page: tests share no storage, and keys reach pages that are not in front.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    launchOptions: launchOptions(await findBrowser()),
  });
}

function firefox() {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('BROWSERS asks for firefox and there is none. Install it or set FIREFOX_PATH.');
  const launcher = chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath, headless: true },
  });
  // Firefox gives a page that is not in front neither frames nor keys.
  launcher.concurrency = 1;
  return launcher;
}

async function webkit() {
  const { port, browser, stop } = await startWebKit();
  const { webdriverLauncher } = await import('@web/test-runner-webdriver');
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  });
  // One page after the other, each of them the window's own: side by side they would be frames, all of one size.
  launcher.concurrency = 1;
  const { initialize, stop: stopLauncher } = launcher;
  launcher.initialize = (config) => initialize.call(launcher, { ...config, concurrency: 1 });
  launcher.stop = async () => {
    await stopLauncher.call(launcher);
    stop();
  };
  return launcher;
}

const launchers = { chromium, firefox, webkit };

/** A window of an exact size inside, which the runner's own commands do not have for WebDriver. */
export const sizeWindow = {
  name: 'size-window-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'size-window') return undefined;
    const { driver } = session.browser;
    const [width, height] = await driver.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await driver.setWindowRect(null, null, payload.width + width, payload.height + height);
    return true;
  },
};

/** Keys that are pressed together, which the runner's own commands do not have for WebDriver. */
export const pressTogether = {
  name: 'press-together-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'press-together') return undefined;
    await session.browser.driver.keys(payload);
    return true;
  },
};

/** @param {string[]} names the engines that are wanted; each must be there */
export function launch(names) {
  const unknown = names.filter((name) => !Object.hasOwn(launchers, name));
  if (unknown.length > 0)
    throw new Error(`BROWSERS asks for ${unknown.join(', ')}. Known are ${Object.keys(launchers).join(', ')}.`);
  return Promise.all(names.map((name) => launchers[name]()));
}
