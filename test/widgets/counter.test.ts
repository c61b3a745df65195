import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from './shared/commands.ts';
import type { CounterView } from '../../api/contract/counter.ts';
import type { AmbassadorCounter } from '../../widgets/counter/counter.ts';
import type { AmbassadorCounterChangeEvent } from '../../widgets/counter/counter.events.ts';
import '../../widgets/counter/define.ts';
import { fakeApi, json, never, offline, problem } from './shared/fake-api.ts';
import { drawn, mount, settle, showsFallback, untilDrawn } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';
import { waitUntil } from './shared/wait-until.ts';

const view: CounterView = {
  members: 237,
  goal: { members: 1000, date: '2099-12-31' },
  partner: { slug: 'ville-de-mulhouse', name: 'Ville de Mulhouse', members: 37 },
};
const answer = () => json(view);

runWidgetSuite('ambassador-counter', {
  widget: 'counter',
  attributes: 'partner="ville-de-mulhouse" share',
  answer,
  fallback: '<span>Déjà 200 ambassadeurs</span>',
  defineAgain: () => import(new URL('../../widgets/counter/define.ts?again', import.meta.url).href),
});

describe('<ambassador-counter>', () => {
  before(() => useSourceTerms('counter'));

  async function counter(attributes = '', fallback = '<span>Déjà 200 ambassadeurs</span>'): Promise<AmbassadorCounter> {
    const element = await mount<AmbassadorCounter>(
      `<ambassador-counter ${attributes}>${fallback}</ambassador-counter>`,
    );
    await settle();
    return element;
  }

  it('says members, goal and date in one sentence', async () => {
    fakeApi(answer);
    expect(drawn(await counter())).to.equal(
      '237 ambassadrices et ambassadeurs sur 1\u202f000 visés d’ici le 31 décembre 2099',
    );
  });

  it('asks for the whole club without a partner, and for a partner with one, once and without credentials', async () => {
    const seen = fakeApi(answer);
    await counter();
    await counter('partner="ville-de-mulhouse"');
    expect(seen.map(({ method, path, query }) => ({ method, path, query }))).to.deep.equal([
      { method: 'GET', path: '/v1/counter', query: {} },
      { method: 'GET', path: '/v1/counter', query: { partner: 'ville-de-mulhouse' } },
    ]);
    expect(seen[0]?.init.credentials).to.equal('omit');
  });

  it('asks the API that the page names', async () => {
    fakeApi(answer);
    const asked: string[] = [];
    const { fetch } = window;
    window.fetch = (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    };
    const element = await counter('api="https://club.example" partner="a b"');
    element.api = 'https://other.example';
    await settle();
    expect(asked).to.deep.equal([
      'https://club.example/v1/counter?partner=a+b',
      'https://other.example/v1/counter?partner=a+b',
    ]);
  });

  it('says what the partner brought when asked to', async () => {
    fakeApi(answer);
    expect(drawn(await counter('partner="ville-de-mulhouse" share'))).to.match(
      /, dont 37 grâce à « Ville de Mulhouse »$/,
    );
    expect(drawn(await counter('partner="ville-de-mulhouse"'))).not.to.contain('37 grâce');
  });

  it('calls the partner what it is called in the language of the page, and asks again when that changes', async () => {
    const names: Record<string, string> = { fr: 'Ville de Mulhouse', de: 'Stadt Mülhausen' };
    const seen = fakeApi(({ query }) =>
      json({ ...view, partner: { ...view.partner, name: names[query['lang'] ?? ''] ?? 'nobody asked' } }),
    );
    const element = await counter('partner="ville-de-mulhouse" share lang="de"', '');
    expect(drawn(element)).to.match(/, davon 37 dank „Stadt Mülhausen“$/);
    element.lang = 'fr';
    await waitUntil(() => drawn(element).includes('Ville de Mulhouse'), 'the French name is drawn');
    expect(seen.at(-1)?.query).to.deep.equal({ partner: 'ville-de-mulhouse', lang: 'fr' });
    // Where the name is not said, its language is nobody's business.
    await counter('partner="ville-de-mulhouse" lang="de"', '');
    expect(seen.at(-1)?.query).to.deep.equal({ partner: 'ville-de-mulhouse' });
  });

  it('does not parade a partner that has brought nobody', async () => {
    fakeApi(() => json({ ...view, partner: { ...view.partner, members: 0 } }));
    expect(drawn(await counter('partner="ville-de-mulhouse" share'))).not.to.contain('Ville de Mulhouse');
  });

  it('leaves the goal out when told to, and drops a date that has passed', async () => {
    fakeApi(() => json({ ...view, goal: { members: 1000, date: '2001-12-31' } }));
    expect(drawn(await counter('no-goal'))).to.equal('237 membres');
    expect(drawn(await counter())).to.equal('237 membres sur 1\u202f000');
  });

  it('says that the goal is reached, in the singular where it is one', async () => {
    fakeApi(() => json({ members: 1, goal: { members: 1, date: '2099-12-31' } }));
    expect(drawn(await counter())).to.equal('1 ambassadrice ou ambassadeur\u00a0: l’objectif de 1 est atteint');
  });

  it('draws names as text, whatever they contain', async () => {
    fakeApi(() => json({ ...view, partner: { ...view.partner, name: '<img src=x onerror=alert(1)>' } }));
    const element = await counter('partner="x" share');
    expect(drawn(element)).to.contain('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  for (const [code, status, words] of [
    ['partner_unknown', 404, 'refuses partner="x"'],
    ['partner_paused', 403, 'Ask the club to resume it'],
    ['origin_not_allowed', 403, `on ${location.origin} (origin_not_allowed)`],
    ['internal', 500, 'gives no answer (internal)'],
  ] as const)
    it(`keeps the fallback and explains ${code} to the webmaster`, async () => {
      fakeApi(() => problem(code, status));
      const element = await counter('partner="x"');
      expect(showsFallback(element)).to.equal(true);
      expect(consoleLines()).to.have.length(1);
      expect(consoleLines()[0]).to.contain('[ambassador-counter]').and.to.contain(words);
    });

  it('keeps the last number when a later request fails, and the fallback when the partner changes to a wrong one', async () => {
    let down = false;
    fakeApi(() => (down ? offline() : answer()));
    const element = await counter('partner="a"');
    down = true;
    await backAfter(31_000);
    expect(drawn(element)).to.contain('237');
    element.partner = 'b';
    await settle();
    expect(showsFallback(element)).to.equal(true);
    expect(consoleLines().length).to.be.greaterThan(0);
  });

  it('asks again when the visitor comes back after half a minute, not sooner and never by itself', async () => {
    let members = 237;
    const seen = fakeApi(() => json({ ...view, members }));
    const element = await counter();
    members = 238;
    await backAfter(29_000);
    expect(seen).to.have.length(1);
    await backAfter(31_000);
    expect(seen).to.have.length(2);
    expect(drawn(element)).to.contain('238');
  });

  it('tells the page when the number changes, in plain data', async () => {
    let members = 237;
    fakeApi(() => json({ ...view, members }));
    const details: unknown[] = [];
    const listener = (event: AmbassadorCounterChangeEvent) => void details.push(structuredClone(event.detail));
    document.addEventListener('ambassador-counter-change', listener as unknown as EventListener);
    await counter('partner="ville-de-mulhouse"');
    await backAfter(31_000);
    members = 238;
    await backAfter(31_000);
    document.removeEventListener('ambassador-counter-change', listener as unknown as EventListener);
    expect(details).to.deep.equal([
      { members: 237, goal: 1000, date: '2099-12-31', share: 37 },
      { members: 238, goal: 1000, date: '2099-12-31', share: 37 },
    ]);
  });

  it('aborts its request when it leaves the page, and asks again when it comes back', async () => {
    const seen = fakeApi(never);
    const element = await counter();
    element.remove();
    await settle();
    expect(seen[0]?.init.signal?.aborted).to.equal(true);
    fakeApi(answer);
    document.body.append(element);
    await untilDrawn(element);
    element.remove();
  });

  describe('moves nothing that the visitor sees', () => {
    const after = () => document.querySelector('#after')?.getBoundingClientRect().top;
    const page = (width: number, element: string) =>
      `<main><div id="holder">${element}</div><p id="after">suite</p></main>`.replace(
        '<main>',
        `<main><style>#holder { inline-size: ${width}px; font: 16px/1.2 sans-serif }</style>`,
      );

    for (const width of [90, 150, 240, 320, 600, 1200])
      it(`takes over a line of text in ${width} pixels`, async () => {
        fakeApi(never);
        const element = '<ambassador-counter partner="a" share><span>200 ambassadeurs</span></ambassador-counter>';
        await mount(page(width, element));
        await settle();
        const before = after();
        fakeApi(answer);
        document.querySelector('ambassador-counter')?.setAttribute('partner', 'b');
        await settle();
        expect(after()).to.equal(before);
        if (width >= 150) expect(drawn(document.querySelector('ambassador-counter') as Element)).to.contain('237');
      });

    it('takes over two lines that no wording fills, and keeps their height', async () => {
      fakeApi(never);
      const fallback = 'Nous étions 200 ambassadrices et ambassadeurs aux vœux du Nouvel An, et vous ?';
      await mount(page(320, `<ambassador-counter partner="a" no-goal>${fallback}</ambassador-counter>`));
      await settle();
      const before = after();
      fakeApi(answer);
      const element = document.querySelector('ambassador-counter') as AmbassadorCounter;
      element.partner = 'b';
      await settle();
      expect(drawn(element)).to.equal('237 membres');
      expect(after()).to.equal(before);
    });

    it('keeps the fallback rather than grow into a figure in view, and takes it below the view', async () => {
      await setViewport({ width: 800, height: 600 });
      fakeApi(answer);
      const inView = await counter('variant="figure"');
      expect(inView.shadowRoot?.querySelector('.figure')).to.equal(null);
      const holder = await mount<HTMLElement>(
        '<div><p>…</p><ambassador-counter variant="figure"><a href="#">200</a></ambassador-counter></div>',
      );
      (holder.firstElementChild as HTMLElement).style.height = '3000px';
      const below = holder.querySelector('ambassador-counter') as AmbassadorCounter;
      await waitUntil(() => below.shadowRoot?.querySelector('.figure'), 'the figure is drawn below the view');
      await expect(below).to.be.accessible();
    });

    it('draws a figure at once where the page has kept room for it', async () => {
      fakeApi(answer);
      const holder = await mount('<div style="height: 400px"></div>');
      holder.innerHTML =
        '<ambassador-counter variant="figure" style="display: block; min-height: 300px"><a href="#">200</a></ambassador-counter>';
      await settle();
      expect(holder.firstElementChild?.shadowRoot?.querySelector('.figure')).not.to.equal(null);
    });
  });

  describe('as a figure', () => {
    afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

    it('reads as one sentence', async () => {
      fakeApi(answer);
      const element = await counter('variant="figure"', '');
      const base = element.shadowRoot?.querySelector('.base');
      expect(base?.getAttribute('role')).to.equal('img');
      expect(base?.ariaLabel).to.equal(
        '237 ambassadrices et ambassadeurs sur 1\u202f000 visés d’ici le 31 décembre 2099',
      );
      await expect(element).to.be.accessible();
    });

    it('shows what the partner brought when asked to', async () => {
      fakeApi(answer);
      const texts = async (attributes: string) =>
        [...((await counter(`variant="figure" ${attributes}`, '')).shadowRoot?.querySelectorAll('.note') ?? [])].map(
          (note) => note.textContent?.trim(),
        );
      const aim = 'Objectif\u00a0: 1\u202f000 d’ici le 31 décembre 2099';
      expect(await texts('')).to.deep.equal([aim]);
      expect(await texts('share')).to.deep.equal([aim, 'dont 37 grâce à «\u00a0Ville de Mulhouse\u00a0»']);
    });

    for (const [members, share] of [
      [237, '23.7%'],
      [0, '0%'],
      [1500, '100%'],
    ] as const)
      it(`draws ${share} of the goal for ${members} members`, async () => {
        fakeApi(() => json({ ...view, members }));
        const bar = (await counter('variant="figure"', '')).shadowRoot?.querySelector('.bar') as HTMLElement;
        // Of single precision in WebKit: 23.700001%.
        expect(Number.parseFloat(getComputedStyle(bar).backgroundSize)).to.be.closeTo(Number.parseFloat(share), 0.001);
      });

    it('counts up for the eyes, and stands still for who asked for less motion', async () => {
      const { requestAnimationFrame } = window;
      const frame = () => new Promise(requestAnimationFrame);
      const numbers = async () => {
        // As many frames for every machine: each is a third of a second after the one before.
        let [last, time] = [0, performance.now()];
        window.requestAnimationFrame = (draw) =>
          requestAnimationFrame((now) => {
            if (now > last) [last, time] = [now, time + 300];
            draw(time);
          });
        const seen = new Set<string>();
        fakeApi(answer);
        const element = await mount('<ambassador-counter variant="figure"></ambassador-counter>');
        const watcher = new MutationObserver(() =>
          seen.add(element.shadowRoot?.querySelector('.number')?.textContent?.trim() ?? ''),
        );
        watcher.observe(element.shadowRoot as ShadowRoot, { subtree: true, characterData: true, childList: true });
        await untilDrawn(element);
        for (let frames = 0; frames < 30; frames++) await frame();
        watcher.disconnect();
        expect(element.shadowRoot?.querySelector('.number')?.textContent?.trim()).to.equal('237');
        return [...seen];
      };
      try {
        expect(await numbers()).to.deep.equal(['237', '189', '223', '235']);
        await emulateMedia({ reducedMotion: 'reduce' });
        expect(await numbers()).to.deep.equal(['237']);
      } finally {
        Object.assign(window, { requestAnimationFrame });
      }
    });

    it('counts up when its number comes later than the visitor, too', async () => {
      let tell!: () => void;
      fakeApi(() => new Promise((resolve) => (tell = () => resolve(answer()))));
      const element = await counter('variant="figure"', '');
      const seen: string[] = [];
      const watcher = new MutationObserver(() =>
        seen.push(element.shadowRoot?.querySelector('.number')?.textContent?.trim() ?? ''),
      );
      watcher.observe(element.shadowRoot as ShadowRoot, { subtree: true, characterData: true, childList: true });
      tell();
      await waitUntil(() => new Set(seen).size > 2 && seen.at(-1) === '237', 'the number runs up to its value');
      watcher.disconnect();
    });
  });
});

const realNow = Date.now;
let passed = 0;

/** The visitor comes back to the page after a while, later each time. */
async function backAfter(milliseconds: number): Promise<void> {
  passed += milliseconds;
  Date.now = () => realNow() + passed;
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await settle();
}

afterEach(() => {
  Date.now = realNow;
  passed = 0;
});
