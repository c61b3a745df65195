import { expect } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys, setViewport } from './shared/commands.ts';
import type { AmbassadorBadge } from '../../widgets/badge/badge.ts';
import { badgeIn, details, id, isOpen, opener, picture, said, statusOf } from './badge-support.ts';
import { fakeApi, json, offline, type Answer } from './shared/fake-api.ts';
import { mount, settle } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { waitUntil } from './shared/wait-until.ts';

const answer = () => json(statusOf());
const states: Record<string, Answer> = {
  valid: answer,
  ended: () => json(statusOf({ state: 'ended', until: null })),
  'wrong-site': () => json(statusOf({ domain: 'boulangerie-du-klapperstein.example' })),
  unknown: offline,
};

/** A node of the tree that assistive technology reads. */
interface Node {
  role: string;
  name?: string;
  expanded?: boolean;
  children?: Node[];
}
const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => sendKeys({ press: key })), Promise.resolve());
const focused = (element: Element) => element.shadowRoot!.activeElement;
const within = (inner: DOMRect) => {
  const { clientWidth, clientHeight } = document.documentElement;
  return inner.left >= 0 && inner.top >= 0 && inner.right <= clientWidth && inner.bottom <= clientHeight;
};

/** From 0, black, to 255, of a computed colour. */
const brightness = (colour: string) => {
  const channels = colour
    .match(/[\d.]+/g)!
    .slice(0, 3)
    .map(Number);
  return channels.reduce((sum, channel) => sum + channel / 3, 0);
};

describe('<ambassador-badge>: details', () => {
  before(() => useSourceTerms('badge'));
  afterEach(async () => {
    document.documentElement.dir = '';
    await setViewport({ width: 800, height: 600 });
    await emulateMedia({ colorScheme: 'light' });
  });

  it('opens by keyboard, is gone through in order, and closes with Escape where it was opened', async () => {
    fakeApi(answer);
    const page = await mount<HTMLElement>(
      `<div><button id="before">avant</button><ambassador-badge badge="${id}">${picture}</ambassador-badge><button id="after">après</button></div>`,
    );
    const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
    await waitUntil(() => said(element), 'something is said');
    page.querySelector<HTMLElement>('#before')!.focus();
    await press('Tab');
    expect(document.activeElement === element.querySelector('a'), 'the picture’s link').to.equal(true);
    await press('Tab');
    expect(focused(element) === opener(element), 'the button').to.equal(true);
    await press('Enter');
    expect(isOpen(element)).to.equal(true);
    const links = [...details(element).querySelectorAll('a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal(['Vérifier auprès du club', 'Signaler']);
    for (const link of links) {
      await press('Tab');
      expect(focused(element) === link, link.textContent).to.equal(true);
    }
    await press('Escape');
    expect(isOpen(element)).to.equal(false);
    expect(focused(element) === opener(element), 'the button').to.equal(true);
    await press('Space');
    expect(isOpen(element)).to.equal(true);
    await press('Space');
    expect(isOpen(element)).to.equal(false);
    await press('Tab');
    expect(document.activeElement?.id).to.equal('after');
  });

  it('tells assistive technology what the button opens, and whether it is open', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    const node = async () =>
      flat((await a11ySnapshot({})) as unknown as Node).find(
        ({ role, name }) => role === 'button' && name === 'Détails',
      );
    expect(await node()).to.have.property('expanded', false);
    opener(element).click();
    await settle();
    expect(await node()).to.have.property('expanded', true);
  });

  it('speaks politely, from a place that was there before', async () => {
    let tell!: () => void;
    fakeApi(() => new Promise((resolve) => (tell = () => resolve(answer()))));
    const element = await badgeIn();
    const region = element.shadowRoot!.querySelector('[role=status]')!;
    expect(region.textContent.trim()).to.equal('');
    expect(region.checkVisibility()).to.equal(true);
    tell();
    await settle();
    expect(element.shadowRoot!.querySelector('[role=status]')).to.equal(region);
    expect(region.textContent).to.contain('Badge valable');
    opener(element).click();
    await settle();
    expect(said(element)).to.equal('Badge valable');
  });

  it('closes when the visitor turns to something else', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    opener(element).click();
    expect(isOpen(element)).to.equal(true);
    const other = document.createElement('div');
    other.popover = 'auto';
    document.body.append(other);
    other.showPopover();
    expect(isOpen(element)).to.equal(false);
    other.remove();
  });

  for (const [width, direction, around] of [
    [320, 'ltr', 'ltr'],
    [320, 'rtl', 'ltr'],
    [1280, 'ltr', 'ltr'],
    [1280, 'rtl', 'ltr'],
    [1280, 'ltr', 'rtl'],
    [1280, 'rtl', 'rtl'],
  ] as const)
    for (const place of ['start', 'end', 'bottom'] as const)
      it(`opens within ${width} pixels, ${direction} in ${around}, at the ${place}, and moves nothing`, async () => {
        await setViewport({ width, height: 640 });
        document.documentElement.dir = around;
        fakeApi(answer);
        const page = await mount<HTMLElement>(
          `<main dir="${direction}"><style>main { display: flex; flex-direction: column; align-items: ${place === 'end' ? 'end' : 'start'}; font: 16px/1.5 sans-serif } i { display: block; height: ${place === 'bottom' ? 500 : 20}px }</style><i></i><ambassador-badge badge="${id}">${picture}</ambassador-badge><p>suite</p></main>`,
        );
        const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
        await waitUntil(() => said(element), 'something is said');
        const others = () =>
          Array.from(page.querySelectorAll('p, img'), (each) => each.getBoundingClientRect().toJSON() as unknown);
        const before = others();
        opener(element).click();
        await settle();
        const [box, button] = [details(element), opener(element)].map((each) => each.getBoundingClientRect());
        expect(within(box!), 'within the view').to.equal(true);
        expect(Math.min(Math.abs(box!.top - button!.bottom), Math.abs(button!.top - box!.bottom))).to.be.below(10);
        expect(box!.left, 'at its button').to.be.below(button!.right);
        expect(box!.right, 'at its button').to.be.above(button!.left);
        expect(others()).to.deep.equal(before);
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(scrollWidth).to.equal(clientWidth);
      });

  for (const [state, reply] of Object.entries(states)) {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const theme of ['auto', 'light', 'dark'])
        it(`is accessible when ${state}, in ${colorScheme}, theme="${theme}", closed and open`, async () => {
          await emulateMedia({ colorScheme });
          document.documentElement.style.colorScheme = 'light dark';
          try {
            fakeApi(reply);
            const element = await badgeIn(`badge="${id}" theme="${theme}"`);
            expect(element.shadowRoot!.querySelector('.chip')).not.to.equal(null);
            await expect(element).to.be.accessible();
            opener(element).click();
            await settle();
            await expect(element).to.be.accessible();
            expect(consoleLines().length).to.equal(state === 'unknown' ? 1 : 0);
          } finally {
            document.documentElement.style.colorScheme = '';
          }
        });

    it(`is dark with theme="dark" when ${state}, on a dark page that names no color-scheme`, async () => {
      fakeApi(reply);
      const page = await mount<HTMLElement>(
        `<div style="background: #17120f; color: #fff3ea"><ambassador-badge badge="${id}" theme="dark">${picture}</ambassador-badge></div>`,
      );
      const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
      for (const colorScheme of ['light', 'dark'] as const) {
        await emulateMedia({ colorScheme });
        await waitUntil(() => said(element), 'something is said');
        for (const part of ['.chip', '[popover]']) {
          const { backgroundColor, color } = getComputedStyle(element.shadowRoot!.querySelector(part)!);
          expect(brightness(backgroundColor), `${part}, its ground`).to.be.below(60);
          expect(brightness(color), `${part}, its words`).to.be.above(200);
        }
      }
      await expect(element).to.be.accessible();
      expect(consoleLines().length).to.equal(state === 'unknown' ? 1 : 0);
    });

    it(`fits into its picture’s width when ${state}, with text twice as large, in every language and form`, async () => {
      fakeApi(reply);
      for (const lang of ['fr', 'de', 'en', 'gsw'])
        for (const variant of ['line', 'seal', 'compact']) {
          const page = await mount<HTMLElement>(
            `<div lang="${lang}"><style>div { font-size: 32px; display: flex }</style><ambassador-badge badge="${id}" variant="${variant}"></ambassador-badge></div>`,
          );
          const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
          await waitUntil(() => said(element), 'something is said');
          const [base, chip, button] = ['.base', '.chip', 'button'].map((each) =>
            element.shadowRoot!.querySelector(each)!.getBoundingClientRect(),
          );
          expect(chip!.right, `${lang} ${variant}`).to.be.at.most(base!.right + 2.5);
          expect(button!.right, `${lang} ${variant}`).to.be.at.most(base!.right + 2.5);
          page.remove();
        }
      expect(consoleLines().length).to.be.at.most(12);
    });
  }

  it('has targets of 24 pixels, and no motion', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    const { width, height } = opener(element).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    opener(element).click();
    for (const each of element.shadowRoot!.querySelectorAll('*')) {
      const { animationName, transitionDuration } = getComputedStyle(each);
      expect([animationName, transitionDuration]).to.deep.equal(['none', '0s']);
    }
  });

  it('takes the page’s font and the house’s properties', async () => {
    fakeApi(answer);
    const page = await mount<HTMLElement>(
      `<div><style>div { font: 20px/1.5 "Courier New" } ambassador-badge { --ambassador-accent: rgb(1, 2, 3); --ambassador-surface: rgb(4, 5, 6); --ambassador-text: rgb(7, 8, 9) } ambassador-badge::part(valid) { letter-spacing: 3px }</style><ambassador-badge badge="${id}">${picture}</ambassador-badge></div>`,
    );
    const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
    await waitUntil(() => said(element), 'something is said');
    const [chip, sign] = ['.chip', '[role] svg'].map((each) =>
      getComputedStyle(element.shadowRoot!.querySelector(each)!),
    );
    expect([chip!.fontFamily, chip!.fontSize, chip!.backgroundColor, chip!.color, chip!.letterSpacing]).to.deep.equal([
      '"Courier New"',
      '16px',
      'rgb(4, 5, 6)',
      'rgb(7, 8, 9)',
      '3px',
    ]);
    expect(sign!.color).to.equal('rgb(1, 2, 3)');
  });
});
