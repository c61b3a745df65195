/** Somebody who tells stories, on a phone of their own and with a thumb. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { durations } from '../../api/contract/limits.ts';
import type { TestDemo } from './demo.ts';
import { mailedCode, mailTo } from './letters.ts';
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
    for (const box of [`[name=circle][value=${circle}]`, '#age15', '#charter']) await page.tap(`form ${box}`);
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

  /** Presses something that leads to another page. */
  async follow(selector: string): Promise<void> {
    // A page that is still putting itself together moves away from under a finger.
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'networkidle0' }), this.page.tap(selector)]);
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
    await touch(await this.inside(selector));
  }

  async write(selector: string, text: string): Promise<void> {
    await this.writeInto(await this.inside(selector), text);
  }

  async writeInto(field: ElementHandle<Element>, text: string): Promise<void> {
    await touch(field);
    // A browser waits a moment for what the finger will do next: keys pressed meanwhile write nothing.
    await this.page.waitForFunction((one) => (one.getRootNode() as ShadowRoot).activeElement === one, {}, field);
    const input = field as ElementHandle<HTMLInputElement>;
    await until(
      async () => {
        await input.evaluate((one) => one.select());
        await this.page.keyboard.type(text);
        return input.evaluate((one, whole) => one.value === whole, text);
      },
      () => input.evaluate((one) => `the field says "${one.value}".`),
      300,
    );
  }

  /** Presses what has these words on it, in the line about a story when one is named. */
  async press(words: string, line = ''): Promise<void> {
    const found = await this.page.waitForFunction(
      (tag, what, within) => {
        const root = document.querySelector(tag)?.shadowRoot;
        const lines = [...(root?.querySelectorAll('li') ?? [])];
        const place = within ? lines.find(({ textContent }) => textContent?.includes(within)) : root;
        return [...(place?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.includes(what));
      },
      {},
      form,
      words,
      line,
    );
    await touch(found.asElement() as ElementHandle<Element>);
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

/** A touch; once more for what was still moving into its place. */
async function touch(element: ElementHandle<Element>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await element.tap();
    } catch (error) {
      if (tries === 50) throw error;
      await delay(100);
    }
  }
}
