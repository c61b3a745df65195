/** Somebody who tells stories, on a phone of their own and with a thumb. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { durations } from '../../api/contract/limits.ts';
import type { TestDemo } from './demo.ts';
import { mailedCode, mailTo } from './letters.ts';
import { press, pressFound, write, writeFound } from './hand.ts';
import { appears, until } from './until.ts';
import { openWatched, phone, type Watched } from './watched.ts';

const form = 'ambassador-story-form';

/** A person is not quicker than the club takes for a machine. */
const asPeopleFill = durations.minimumFill + 100;

export interface Joining {
  firstName: string;
  email: string;
  circle?: string;
  /** Complaints that are answers. */
  expected?: RegExp;
}

/** A member and their browser. */
export class Author {
  readonly email: string;
  readonly watched: Watched;
  readonly #demo: TestDemo;

  private constructor(demo: TestDemo, email: string, watched: Watched) {
    this.#demo = demo;
    this.email = email;
    this.watched = watched;
  }

  /** Somebody who is in the club already. */
  static async open(demo: TestDemo, browser: Browser, email: string, expected?: RegExp): Promise<Author> {
    return new Author(demo, email, await openWatched(browser, demo, { viewport: phone, expected }));
  }

  /** Joins by the club's own form and confirms by the button of the mail's page. */
  static async join(
    demo: TestDemo,
    browser: Browser,
    { firstName, email, circle = 'entrepreneurs', expected }: Joining,
  ): Promise<Author> {
    const author = await Author.open(demo, browser, email, expected);
    const { page } = author;
    await page.goto(`${demo.club}/join?partner=ville-de-mulhouse&lang=fr`);
    await page.type('#firstName', firstName);
    await page.type('#email', email);
    for (const box of [`[name=circle][value=${circle}]`, '#age15', '#charter']) await press(page, `form ${box}`, 'tap');
    await delay(asPeopleFill);
    await author.follow('form .button');
    const link = /https?:\/\/\S+\/confirm\?\S+/;
    await page.goto(link.exec((await mailTo(demo.smtp, email, link)).text!)![0]);
    await author.follow('form button');
    return author;
  }

  get page(): Page {
    return this.watched.page;
  }

  /** Presses something that leads to another page, and waits until that one asks for nothing more. */
  async follow(selector: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'networkidle0' }), press(this.page, selector, 'tap')]);
  }

  /** Opens "my stories", and signs in by the six digits of the mail on the way. */
  async arrive(): Promise<void> {
    await this.askCode();
    await this.typeCode();
  }

  /** Opens "my stories", which asks who one is, and says it. */
  async askCode(): Promise<void> {
    await this.page.goto(`${this.#demo.club}/me/stories?lang=fr`);
    await this.page.type('#email', this.email);
    await delay(asPeopleFill);
    await this.follow('form .button');
  }

  async typeCode(): Promise<void> {
    await this.page.type('#code', await mailedCode(this.#demo.smtp, this.email));
    await this.follow('form .button');
  }

  /** What stands in the story form, once it is there. */
  async inside(selector: string): Promise<ElementHandle<Element>> {
    return (await appears(this.page, `${form} >>> ${selector}`))!;
  }

  async tap(selector: string): Promise<void> {
    await press(this.page, `${form} >>> ${selector}`, 'tap');
  }

  async write(selector: string, text: string): Promise<void> {
    await write(this.page, `${form} >>> ${selector}`, text, 'tap');
  }

  /** Writes a text into each of the fields, in their order, once there are as many. */
  async writeEach(selector: string, texts: readonly string[]): Promise<void> {
    const fields = () => this.page.$$(`${form} >>> ${selector}`);
    await until(
      async () => (await fields()).length === texts.length,
      async () => `there are ${(await fields()).length} of ${texts.length} ${selector}.`,
    );
    for (const [index, text] of texts.entries()) {
      await writeFound(async () => (await fields())[index], `${selector} ${index + 1}`, text, 'tap');
    }
  }

  /** Presses what has these words on it, in the line about a story when one is named. */
  async press(words: string, line = ''): Promise<void> {
    const find = async () => {
      const found = await this.page.evaluateHandle(
        (tag, what, within) => {
          const root = document.querySelector(tag)?.shadowRoot;
          const lines = [...(root?.querySelectorAll('li') ?? [])];
          const place = within ? lines.find(({ textContent }) => textContent?.includes(within)) : root;
          return [...(place?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.includes(what));
        },
        form,
        words,
        line,
      );
      return found.asElement() as ElementHandle<Element> | null;
    };
    await pressFound(find, `"${words}"`, 'tap');
  }

  /** Waits until a part of the form says something. */
  async until(selector: string, words: string): Promise<void> {
    const read = () =>
      this.page.$eval(
        form,
        (one, where) => Array.from(one.shadowRoot?.querySelectorAll(where) ?? [], ({ textContent }) => textContent),
        selector,
      );
    await until(
      async () => (await read()).some((text) => text?.includes(words)),
      async () => `the form never says "${words}" but ${JSON.stringify(await read())}.`,
    );
  }

  /** Begins a new story with pictures: says that they are of age, then chooses files. */
  async begin(kind: 'photo' | 'video', text: string, files: string[]): Promise<void> {
    await this.press('Nouveau récit');
    await this.write('#text', text);
    await this.tap(`#kind-${kind}`);
    await this.tap('#adult-on');
    const input = (await this.inside('#file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...files);
  }

  /** Waits until the club has prepared every file. */
  async ready(count: number): Promise<void> {
    await this.page.waitForFunction(
      (tag, many) => {
        const items = [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll('.media > li') ?? [])];
        const busy = items.some((item) => item.querySelector('progress') || /prépare/.test(item.textContent ?? ''));
        return items.length === many && !busy;
      },
      {},
      form,
      count,
    );
  }

  /** Says who is in the picture and where the story may appear, and hands it in. */
  async handIn(people?: 'me' | 'agreed' | 'nobody'): Promise<void> {
    if (people) await this.tap(`#people-${people}`);
    for (const use of ['club_site', 'partner_sites']) await this.tap(`#permissions-${use}`);
    await this.press('Confier au club');
    await this.inside('.done');
  }
}
