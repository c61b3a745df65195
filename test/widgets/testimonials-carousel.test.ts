/** The carousel: what the APG pattern asks of it (R1 to R13), by behaviour. Rotation has a file of its own. */
import { expect } from '@open-wc/testing';
import { a11ySnapshot, emulateMedia, sendKeys, setViewport } from './shared/commands.ts';
import type { AmbassadorSlideChangeEvent } from '../../widgets/testimonials/testimonials.events.ts';
import { locales } from '../../api/contract/locales.ts';
import { mount, settle, untilDrawn } from './shared/mount.ts';
import { stories, story } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { waitUntil } from './shared/wait-until.ts';
import {
  all,
  api,
  focused,
  get,
  position,
  press,
  reachable,
  still,
  stub,
  swipe,
  testimonials,
} from './testimonials-support.ts';

interface Node {
  role: string;
  name?: string;
  roledescription?: string;
  children?: Node[];
}
const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

describe('the carousel', () => {
  before(() => useSourceTerms('testimonials'));
  beforeEach(async () => {
    await setViewport({ width: 1100, height: 900 });
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('R1, R2: is a group that says what it is, in every language, by a name that does not', async () => {
    api();
    for (const locale of locales) {
      const element = await testimonials(`lang="${locale}"`);
      const carousel = get(element, '.carousel');
      const kind = carousel.getAttribute('aria-roledescription')!;
      expect(carousel.getAttribute('role')).to.equal('group');
      expect(kind).to.not.equal('');
      expect(carousel.getAttribute('aria-label')).to.not.equal('');
      expect(carousel.getAttribute('aria-label')!.toLowerCase()).to.not.contain(kind.toLowerCase());
    }
  });

  it('R3: has native buttons with names', async () => {
    api();
    const element = await testimonials();
    const buttons = all<HTMLButtonElement>(element, '.controls button');
    expect(buttons.map((button) => button.ariaLabel)).to.deep.equal(['Précédent', 'Suivant']);
    for (const button of buttons) expect(button).to.be.instanceOf(HTMLButtonElement);
  });

  it('R4: has slides that are groups with author and place as their name, which leaves the quote to be read', async () => {
    api();
    const element = await testimonials();
    const slide = get(element, '.track > .card');
    expect(slide.getAttribute('role')).to.equal('group');
    expect(slide.getAttribute('aria-roledescription')).to.equal('vue');
    expect(slide.ariaLabel).to.equal('Odile 0, 1 / 5');
    const tree = flat((await a11ySnapshot({})) as unknown as Node);
    expect(tree.some(({ name }) => name?.includes('six langues'))).to.equal(true);
    expect(tree.filter(({ name }) => name === 'Odile 0, 1 / 5')).to.have.length(1);
  });

  it('R8: says where it stands, politely, when it stands still', async () => {
    api();
    const element = await testimonials();
    const live = get(element, '[aria-live]');
    expect(live.getAttribute('aria-live')).to.equal('polite');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(position(element)));
    observer.observe(live, { characterData: true, childList: true, subtree: true });
    await press(element, '[part="next"]');
    observer.disconnect();
    expect(new Set(said)).to.deep.equal(new Set(['2 / 5']));
    expect(all(element, '.track [aria-live], .track [role="status"]')).to.deep.equal([]);
  });

  it('R9: keeps what is out of view from the tab order and from assistive technology', async () => {
    api();
    const element = await testimonials();
    expect(reachable(element)).to.deep.equal([1]);
    const names = flat((await a11ySnapshot({})) as unknown as Node).map(({ name }) => name ?? '');
    expect(names.some((name) => name.includes('Odile 0'))).to.equal(true);
    expect(names.filter((name) => name.includes('Odile 3'))).to.deep.equal([]);

    const stops: (string | null)[] = [];
    for (let turn = 0; turn < 5; turn++) {
      await sendKeys({ press: 'Tab' });
      stops.push(document.activeElement === element ? focused(element)!.ariaLabel : 'out');
    }
    expect(stops).to.deep.equal(['Précédent', 'Suivant', 'Partager (Odile 0)', 'Signaler (Odile 0)', 'out']);
  });

  it('does not hide a slide of which something can be seen', async () => {
    api();
    const element = await testimonials();
    const track = get(element, '.track');
    track.style.scrollSnapType = 'none';
    track.scrollLeft = 100;
    await still(element);
    expect(reachable(element)).to.deep.equal([1, 2]);
  });

  it('R11: keeps focus on its buttons, at the ends too, and says there that they do nothing', async () => {
    api(stories(3));
    const element = await testimonials();
    const [previous, next] = all<HTMLButtonElement>(element, '.controls button') as [
      HTMLButtonElement,
      HTMLButtonElement,
    ];
    expect([previous.ariaDisabled, next.ariaDisabled]).to.deep.equal(['true', 'false']);
    next.focus();
    for (const expected of ['2 / 3', '3 / 3', '3 / 3']) {
      await press(element, '[part="next"]');
      expect(position(element)).to.equal(expected);
      expect(focused(element)).to.equal(next);
    }
    expect([previous.ariaDisabled, next.ariaDisabled]).to.deep.equal(['false', 'true']);
    expect(all(element, ':disabled')).to.deep.equal([]);
    expect(reachable(element)).to.deep.equal([3]);
  });

  it('goes on from where it is going when it is pressed quickly', async () => {
    api();
    const element = await testimonials();
    const next = get(element, '[part="next"]');
    next.click();
    next.click();
    await press(element, '[part="next"]');
    expect(position(element)).to.equal('4 / 5');
  });

  it('R13: has targets of at least 24 pixels', async () => {
    api([story(0, { link: { site: 'vimeo', url: 'https://vimeo.com/1' } }), story(1)]);
    const element = await testimonials('autoplay');
    const targets = all(element, 'button, a[href], summary').filter((each) => !each.closest('[inert]'));
    expect(targets.length).to.be.greaterThan(4);
    for (const target of targets) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).to.be.at.least(24);
    }
  });

  it('is moved by arrow keys, Home and End, and the ends are no trap', async () => {
    api();
    const element = await testimonials();
    get(element, '[part="next"]').focus();
    for (const [key, expected] of [
      ['ArrowRight', '2 / 5'],
      ['ArrowLeft', '1 / 5'],
      ['ArrowLeft', '1 / 5'],
      ['End', '5 / 5'],
      ['ArrowRight', '5 / 5'],
      ['ArrowLeft', '4 / 5'],
      ['Home', '1 / 5'],
    ] as const) {
      await sendKeys({ press: key });
      await still(element);
      expect(position(element), key).to.equal(expected);
    }
  });

  it('takes focus along when the slide that has it leaves', async () => {
    api();
    const element = await testimonials();
    get(element, '[part="share"]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await still(element);
    expect(focused(element)).to.equal(all(element, '.card')[1]);
    expect(reachable(element)).to.deep.equal([2]);
  });

  it('leaves keys to whoever needs them', async () => {
    api();
    const element = await testimonials();
    get(element, '[part="next"]').focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Shift' });
    await still(element);
    expect(position(element)).to.equal('1 / 5');
  });

  it('is moved by a finger', async () => {
    api();
    const element = await testimonials();
    // Nobody knows when a busy browser begins to scroll after a finger has gone: where it comes to is what counts.
    for (const [by, expected] of [
      [-300, '2 / 5'],
      [300, '1 / 5'],
    ] as const) {
      await swipe(element, by);
      await waitUntil(() => position(element) === expected, `the finger has turned to ${expected}`);
      await still(element);
      expect(position(element)).to.equal(expected);
    }
  });

  it('runs the other way on a page that is read from right to left', async () => {
    api();
    const element = await testimonials('dir="rtl"');
    const [first, second] = all(element, '.card').map((card) => card.getBoundingClientRect().left);
    expect(second!).to.be.lessThan(first!);
    await press(element, '[part="next"]');
    expect([position(element), reachable(element)]).to.deep.equal(['2 / 5', [2]]);
    get(element, '[part="next"]').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await still(element);
    expect(position(element)).to.equal('3 / 5');
    await sendKeys({ press: 'ArrowRight' });
    await still(element);
    expect(position(element)).to.equal('2 / 5');
    await sendKeys({ press: 'End' });
    await still(element);
    expect([position(element), get(element, '[part="next"]').ariaDisabled]).to.deep.equal(['5 / 5', 'true']);
  });

  it('shows as many slides as there is room for, and turns them by the page', async () => {
    api();
    const element = await testimonials('', 1050);
    expect([position(element), reachable(element)]).to.deep.equal(['1–3 / 5', [1, 2, 3]]);
    await press(element, '[part="next"]');
    expect([position(element), reachable(element)]).to.deep.equal(['3–5 / 5', [3, 4, 5]]);
    element.parentElement!.style.inlineSize = '700px';
    await waitUntil(() => reachable(element).length === 2, 'two slides are in view');
  });

  it('has nothing to press when there is one story, or when all are in view', async () => {
    api(stories(1));
    expect(all(await testimonials('autoplay'), '.controls')).to.deep.equal([]);
    api(stories(2));
    const element = await testimonials('autoplay', 900);
    expect(get(element, '.controls').checkVisibility({ visibilityProperty: true })).to.equal(false);
    expect(reachable(element)).to.deep.equal([1, 2]);
    element.parentElement!.style.inlineSize = '400px';
    await still(element);
    expect(get(element, '.controls').checkVisibility({ visibilityProperty: true })).to.equal(true);
    // Both were where it had snapped: browsers keep to one of them.
    await waitUntil(() => reachable(element).length === 1, 'one slide is in view');
    expect(position(element)).to.equal(`${reachable(element)[0]} / 2`);
  });

  it('clones nothing, and gives no slide a height', async () => {
    api();
    const element = await testimonials();
    await press(element, '[part="next"]');
    expect(all(element, '.card').map(({ id }) => id)).to.deep.equal([0, 1, 2, 3, 4].map((n) => `story-s${n}`));
    const long = all(element, '.words')[1]!;
    long.style.fontSize = '4em';
    for (const card of all(element, '.card')) expect(card.scrollHeight).to.be.at.most(card.clientHeight);
  });

  it('stands where it stood after it was moved within the page', async () => {
    api();
    const element = await testimonials();
    await press(element, '[part="next"]');
    const elsewhere = document.createElement('div');
    elsewhere.style.inlineSize = '500px';
    document.body.append(elsewhere);
    elsewhere.append(element);
    await still(element);
    expect([position(element), reachable(element)]).to.deep.equal(['2 / 5', [2]]);
    await press(element, '[part="next"]');
    expect(position(element)).to.equal('3 / 5');
    elsewhere.remove();
  });

  it('is whole when the tab of the page that it is in is shown', async () => {
    api();
    const holder = await mount<HTMLElement>('<div hidden><ambassador-testimonials></ambassador-testimonials></div>');
    const element = holder.firstElementChild as Awaited<ReturnType<typeof testimonials>>;
    await untilDrawn(element);
    await settle();
    holder.hidden = false;
    holder.style.inlineSize = '500px';
    await still(element);
    expect([position(element), reachable(element)]).to.deep.equal(['1 / 5', [1]]);
    await press(element, '[part="next"]');
    expect(position(element)).to.equal('2 / 5');
  });

  it('jumps instead of sliding where less motion is preferred', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    api();
    const element = await testimonials();
    const seen: unknown[] = [];
    const track = get(element, '.track');
    stub(track, 'scrollBy', { value: (options: ScrollToOptions) => seen.push(options.behavior) });
    get(element, '[part="next"]').click();
    expect(seen).to.deep.equal(['instant']);
  });

  it('tells the page at which story it stands, in plain data', async () => {
    api();
    const element = await testimonials();
    const events: unknown[] = [];
    const listen = (event: AmbassadorSlideChangeEvent) => events.push(structuredClone(event.detail));
    document.addEventListener('ambassador-slide-change', listen);
    await press(element, '[part="next"]');
    await press(element, '[part="next"]');
    document.removeEventListener('ambassador-slide-change', listen);
    expect(events).to.deep.equal([
      { story: 's1', index: 1, count: 5 },
      { story: 's2', index: 2, count: 5 },
    ]);
  });
});
