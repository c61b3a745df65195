import { expect } from '@open-wc/testing';
import { badgeForms, badgePaths, badgePicture, badgeSizes, badgeSchemes } from '../../api/contract/badge.ts';
import type { AmbassadorBadge } from '../../widgets/badge/badge.ts';
import { badgeIn, id, opener, otherId, picture, rows, said, statesTold, statusOf } from './badge-support.ts';
import { fakeApi, json, never, offline } from './shared/fake-api.ts';
import { drawn, mount, settle, showsFallback } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { watch } from './shared/watchers.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';
import { waitUntil } from './shared/wait-until.ts';

const answer = () => json(statusOf());

runWidgetSuite('ambassador-badge', {
  widget: 'badge',
  attributes: `badge="${id}"`,
  answer,
  fallback: picture,
  defineAgain: () => import(new URL('../../widgets/badge/define.ts?again', import.meta.url).href),
});

describe('<ambassador-badge>', () => {
  before(() => useSourceTerms('badge'));

  it('says in words that the badge is valid, with a sign beside them', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    expect(said(element)).to.equal('Badge valable');
    expect(element.shadowRoot?.querySelector('[role=status] svg')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('gives circle, name and days in the words of the page', async () => {
    fakeApi(answer);
    expect(rows(await badgeIn())).to.deep.equal({
      Nom: 'Odile Muller',
      Cercle: 'Habitants et cœurs d’ici',
      'Depuis le': '23 novembre 2026',
      'Jusqu’au': '24 décembre 2027',
    });
  });

  it('says nothing of what its holder does not show', async () => {
    fakeApi(() => json(statusOf({ circle: null, name: null })));
    expect(Object.keys(rows(await badgeIn()))).to.deep.equal(['Depuis le', 'Jusqu’au']);
  });

  it('leads to the badge’s own page and to where it is reported, at the club that the page names', async () => {
    fakeApi(answer);
    const links = async (attributes: string) =>
      Array.from((await badgeIn(attributes)).shadowRoot?.querySelectorAll('a') ?? [], ({ href }) => href);
    const at = (club: string) => [club + badgePaths.page(id), club + badgePaths.report(id)];
    expect(await links(`badge="${id}"`)).to.deep.equal(at(location.origin));
    expect(await links(`badge="${id}" api="https://club.example/"`)).to.deep.equal(at('https://club.example'));
  });

  it('makes a link of nothing but an address of the web, whatever the page names', async () => {
    fakeApi(answer);
    consoleLines();
    for (const api of [
      'javascript:alert(1)//',
      ' JavaScript:alert(1)//',
      'x\njavascript:alert(1)//',
      'data:text/html,x',
    ]) {
      const element = document.createElement('ambassador-badge');
      Object.assign(element, { badge: id, api });
      document.body.append(element);
      await settle();
      const links = Array.from(element.shadowRoot!.querySelectorAll('a'), ({ protocol }) => protocol);
      expect(new Set(links)).to.deep.equal(new Set(['http:']));
      element.remove();
    }
  });

  describe('around the picture of the page', () => {
    it('leaves the very nodes and the markup alone, and shows them', async () => {
      fakeApi(answer);
      const holder = await mount(`<div>${picture}</div>`);
      const link = holder.firstElementChild as HTMLElement;
      const element = document.createElement('ambassador-badge');
      element.badge = id;
      element.append(link);
      const before = element.innerHTML;
      holder.append(element);
      await settle();
      await settle();
      expect(said(element)).to.equal('Badge valable');
      expect(element.firstElementChild).to.equal(link);
      expect(element.innerHTML).to.equal(before);
      expect(showsFallback(element)).to.equal(true);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });

    it('moves nothing while it takes over and when the answer comes', async () => {
      let tell!: () => void;
      const waiting = new Promise<void>((resolve) => (tell = resolve));
      fakeApi(() => waiting.then(answer));
      const line = `Ce commerce <ambassador-badge badge="${id}">${picture}</ambassador-badge> vous accueille.`;
      const plain = line.replaceAll('ambassador-badge', 'span');
      const page = await mount(
        `<main><style>p { font: 16px/1.6 serif; margin: 0 }</style><p>${plain}</p><p id="a">x</p><p>${line}</p><p id="b">x</p></main>`,
      );
      const heights = () => Array.from(page.querySelectorAll('p'), (each) => each.getBoundingClientRect().height);
      const image = page.querySelector<HTMLElement>('ambassador-badge img')!;
      const [without] = heights();
      await settle();
      const before = image.getBoundingClientRect().toJSON() as unknown;
      expect(heights()[2]).to.equal(without);
      tell();
      await settle();
      expect(said(page.querySelector('ambassador-badge')!)).to.equal('Badge valable');
      expect(image.getBoundingClientRect().toJSON()).to.deep.equal(before);
      expect(heights()[2]).to.equal(without);
    });

    it('has room of its own where nobody sees it grow', async () => {
      fakeApi(answer);
      const page = await mount<HTMLElement>(
        `<div><p></p><ambassador-badge badge="${id}">${picture}</ambassador-badge></div>`,
      );
      (page.firstElementChild as HTMLElement).style.height = '3000px';
      const element = page.querySelector('ambassador-badge')!;
      await settle();
      await settle();
      expect(said(element)).to.equal('');
      element.scrollIntoView();
      await settle();
      await settle();
      expect(said(element)).to.equal('Badge valable');
      const chip = element.shadowRoot!.querySelector('.chip')!.getBoundingClientRect();
      expect(chip.top).to.be.at.least(element.querySelector('img')!.getBoundingClientRect().bottom);
      scrollTo(0, 0);
    });
  });

  describe('without a picture of the page', () => {
    for (const form of badgeForms)
      for (const scheme of badgeSchemes)
        it(`draws the ${form} for ${scheme}, in its size, with the same markup`, async () => {
          fakeApi(answer);
          const element = await badgeIn(`badge="${id}" variant="${form}" theme="${scheme}"`, '\n');
          const image = element.shadowRoot!.querySelector('img')!;
          const { width, height } = badgeSizes[form];
          expect(new URL(image.src).pathname).to.equal(badgePicture(id, 'svg', { form, scheme }));
          expect([image.width, image.height, image.loading]).to.deep.equal([width, height, 'lazy']);
          expect(image.alt).to.equal(`Badge d’ambassade à vérifier sur ${location.host}/b/${id}`);
          const link = image.parentElement as HTMLAnchorElement;
          expect([link.localName, link.pathname, link.rel]).to.deep.equal(['a', `/b/${id}`, 'noopener']);
        });

    for (const variant of ['', 'Seal', 'constructor', '__proto__'])
      it(`draws the line for variant="${variant}"`, async () => {
        fakeApi(answer);
        const element = await badgeIn(`badge="${id}" variant="${variant}" theme="light"`, '');
        expect(new URL(element.shadowRoot!.querySelector('img')!.src).pathname).to.equal(`/b/${id}.svg`);
      });

    it('has the room of picture and words from the start', async () => {
      fakeApi(never);
      const element = await mount<AmbassadorBadge>(`<ambassador-badge badge="${id}"></ambassador-badge>`);
      await element.updateComplete;
      const image = element.shadowRoot!.querySelector('img')!;
      expect(image.complete, 'the picture is still on its way').to.equal(false);
      const { height } = element.shadowRoot!.querySelector('.base')!.getBoundingClientRect();
      expect(height).to.be.greaterThan(64 + 24);
      // Nobody has this picture: its words stand in its place, and the page stays where it is.
      await waitUntil(() => image.complete, 'the picture does not come');
      expect(element.shadowRoot!.querySelector('.base')!.getBoundingClientRect().height).to.equal(height);
      fakeApi(answer);
      element.badge = otherId;
      element.badge = id;
      element.api = `${location.origin}/`;
      await waitUntil(() => said(element) === 'Badge valable', 'it is valid');
      expect(element.shadowRoot!.querySelector('.base')!.getBoundingClientRect().height).to.equal(height);
    });
  });

  it('tells the page of every change and of nothing else, in plain data', async () => {
    const told = statesTold();
    let status = statusOf();
    fakeApi(() => json({ ...status, id: status.id }));
    const element = await badgeIn();
    element.lang = 'de';
    element.variant = 'seal';
    await settle();
    expect(told).to.deep.equal([{ badge: id, state: 'valid' }]);
    status = statusOf({ id: otherId });
    element.badge = otherId;
    await settle();
    expect(told.slice(1)).to.deep.equal([{ badge: otherId, state: 'valid' }]);
  });

  it('tells it through shadow roots around it', async () => {
    const told = statesTold();
    fakeApi(answer);
    const holder = await mount<HTMLElement>('<div></div>');
    holder.attachShadow({ mode: 'open' }).innerHTML = `<ambassador-badge badge="${id}"></ambassador-badge>`;
    await settle();
    await settle();
    expect(told).to.deep.equal([{ badge: id, state: 'valid' }]);
  });

  it('keeps the picture, asks nothing and says what to write when it has no id', async () => {
    const seen = fakeApi(offline);
    const element = await badgeIn('', picture);
    expect(seen).to.deep.equal([]);
    expect(showsFallback(element)).to.equal(true);
    expect(drawn(element)).to.equal('');
    expect(consoleLines()).to.have.length(1);
    expect(consoleLines()[0]).to.contain('[ambassador-badge] badge="" cannot be checked');
  });

  it('leaves nothing behind after fifty badges have come and gone', async () => {
    const watchers = watch();
    try {
      fakeApi(answer);
      const holder = await mount('<div></div>');
      for (let turn = 0; turn < 50; turn++) {
        const element = document.createElement('ambassador-badge') as AmbassadorBadge;
        element.badge = id;
        holder.append(element);
        if (turn % 10 === 0) await settle();
        element.remove();
      }
      await settle();
      expect(watchers.left()).to.deep.equal([]);
      expect(holder.childNodes).to.have.length(0);
    } finally {
      watchers.stop();
    }
  });

  it('stays itself on a page that has polluted Object.prototype', async () => {
    const polluted = {
      domain: 'evil.example',
      name: 'Mallory',
      circle: 'x',
      badge: otherId,
      persisted: true,
      form: 'seal',
    };
    Object.assign(Object.prototype, polluted);
    try {
      const { name: _name, circle: _circle, ...rest } = statusOf();
      fakeApi(() => new Response(JSON.stringify({ ...rest, circle: null, name: null })));
      const element = await badgeIn(`badge="${id}"`, '');
      expect(said(element)).to.equal('Badge valable');
      expect(Object.keys(rows(element))).to.deep.equal(['Depuis le', 'Jusqu’au']);
      expect(element.shadowRoot!.querySelector('img')!.width).to.equal(200);
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it('names its button', async () => {
    fakeApi(answer);
    expect(opener(await badgeIn()).ariaLabel).to.equal('Détails');
  });
});
