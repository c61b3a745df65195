/** Somebody of the staff at the console: signs in by code and passkey, decides with the keyboard alone. */
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { runCommand } from '../../api/cli/run.ts';
import type { TestDemo } from './demo.ts';
import { mailedCode } from './letters.ts';
import { tabTo } from './person.ts';
import { appears, until } from './until.ts';
import { openWatched, type Watched } from './watched.ts';

/** Adds somebody to the staff as an operator does, while the club runs. */
export async function addByCommand({ config }: TestDemo, email: string, name: string, role: string): Promise<void> {
  const said: string[] = [];
  const terminal = { write: (text: string) => said.push(text) };
  const env = { MODE: config.mode, PORT: String(config.port), DATA_DIR: config.dataDir, SMTP_URL: config.smtpUrl };
  const code = await runCommand(['staff', 'add', email, '--name', name, '--role', role], env, {
    out: terminal,
    err: terminal,
  });
  if (code !== 0) throw new Error(`staff add: ${said.join('')}`);
}

/** One desk and who sits at it. */
export class Moderator {
  readonly watched: Watched;

  private constructor(watched: Watched) {
    this.watched = watched;
  }

  /** Opens the console and signs in, with a passkey that is made on the way. */
  static async arrive(demo: TestDemo, browser: Browser, email: string): Promise<Moderator> {
    // That nobody is signed in yet is an answer.
    const watched = await openWatched(browser, demo, { expected: /status of 401/ });
    const moderator = new Moderator(watched);
    const { page } = watched;
    const devtools = await page.createCDPSession();
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${demo.club}/console?lang=fr`);
    await appears(page, inside('#email'));
    await page.focus(inside('#email'));
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    // Each step takes the focus, once it is drawn.
    await moderator.untilFocus('code');
    await page.keyboard.type(await mailedCode(demo.smtp, email));
    await page.keyboard.press('Enter');
    await moderator.untilFocus('passkey');
    await page.keyboard.press('Enter');
    await moderator.untilFocus('story');
    return moderator;
  }

  get page(): Page {
    return this.watched.page;
  }

  key(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** The text of a part of the console. */
  read(selector: string): Promise<string> {
    return this.page.$eval(inside(selector), (one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());
  }

  /**
   * Waits until a part of the console says something.
   * @throws {Error} with what the console shows instead
   */
  async until(selector: string, words: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        (where, what) =>
          document.querySelector('ambassador-console')?.shadowRoot?.querySelector(where)?.textContent?.includes(what),
        {},
        selector,
        words,
      );
    } catch (cause) {
      throw new Error(`The console never said "${words}". It shows: ${await this.read('.base')}`, { cause });
    }
  }

  /** Opens a part of the console from its bar. */
  async open(part: string): Promise<void> {
    await tabTo(this.page, ({ tag, text }) => tag === 'button' && text.startsWith(part), part);
    await this.key('Enter');
  }

  /** Presses "next" until what is looked at has these words. */
  async goTo(selector: string, words: string): Promise<void> {
    await appears(this.page, inside(selector));
    for (let seen = await this.read(selector); !seen.includes(words);) {
      await this.key('j');
      const before = seen;
      // What is drawn late must not be stepped over.
      seen = await until(
        async () =>
          (await this.read(selector).then(
            (now) => now !== before && now,
            () => undefined,
          )) || undefined,
        () => `the console stands at "${before}", not at "${words}".`,
      );
    }
  }

  /** Sends the statement that is open. */
  async send(): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.key('Enter');
    await this.page.keyboard.up('Control');
  }

  /** Waits until the focus is in a field. */
  async untilFocus(id: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => document.querySelector('ambassador-console')?.shadowRoot?.activeElement?.id === wanted,
      {},
      id,
    );
  }
}

const inside = (selector: string) => `ambassador-console >>> ${selector}`;
