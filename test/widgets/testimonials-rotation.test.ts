/** What moves by itself: R5, R6, R7, R8 and R12 of the APG pattern, WCAG 2.2.2, RGAA 13.8. */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from './shared/commands.ts';
import type { AmbassadorTestimonials } from '../../widgets/testimonials/testimonials.ts';
import { mount, settle } from './shared/mount.ts';
import { stories } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import {
  all,
  api,
  focused,
  get,
  longTimers,
  position,
  press,
  still,
  stub,
  swipe,
  testimonials,
  until,
  type LongTimers,
} from './testimonials-support.ts';
import { waitUntil } from './shared/wait-until.ts';

describe('the rotation of the carousel', () => {
  let timers: LongTimers;

  before(() => useSourceTerms('testimonials'));
  beforeEach(async () => {
    await setViewport({ width: 1100, height: 900 });
    await emulateMedia({ reducedMotion: 'no-preference' });
    await sendMouse({ type: 'move', position: [1090, 890] });
    api();
    timers = longTimers();
  });

  async function rotating(attributes = 'autoplay'): Promise<AmbassadorTestimonials> {
    const element = await testimonials(attributes);
    await waitUntil(() => timers.waiting().length > 0, 'it rotates');
    return element;
  }

  async function ring(element: AmbassadorTestimonials): Promise<string> {
    timers.ring();
    await still(element);
    return position(element);
  }

  /** It stands still, its button offers to start it, and nothing starts it again. */
  async function assertStopped(element: AmbassadorTestimonials): Promise<void> {
    await element.updateComplete;
    expect(timers.waiting()).to.deep.equal([]);
    expect(get(element, '.rotation').ariaLabel).to.equal('Lancer le défilement');
    expect(get(element, '.position').ariaLive).to.equal('polite');
    (focused(element) as HTMLElement | null)?.blur();
    await sendMouse({ type: 'move', position: [1090, 890] });
    dispatchEvent(new Event('visibilitychange'));
    element.requestUpdate();
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
  }

  const centreOf = (element: HTMLElement): [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };

  it('is off where the page does not ask for it', async () => {
    for (const attributes of ['', 'autoplay="false"', 'layout="wall" autoplay', 'layout="list" autoplay']) {
      const element = await testimonials(attributes);
      await settle();
      expect(timers.waiting(), attributes).to.deep.equal([]);
      expect(all(element, '.rotation'), attributes).to.deep.equal([]);
    }
  });

  it('waits as long as the page says, and never less than six seconds', async () => {
    for (const [attribute, wait] of [
      ['autoplay', 8000],
      ['autoplay="12"', 12_000],
      ['autoplay="1"', 6000],
      ['autoplay="-5"', 6000],
      ['autoplay="soon"', 8000],
    ] as const) {
      const element = await rotating(attribute);
      expect(timers.waiting(), attribute).to.deep.equal([wait]);
      element.remove();
    }
  });

  it('moves on, begins again at the end, and says nothing meanwhile', async () => {
    api(stories(3));
    const element = await rotating();
    expect(get(element, '.position').ariaLive).to.equal('off');
    const seen = [await ring(element), await ring(element), await ring(element)];
    expect(seen).to.deep.equal(['2 / 3', '3 / 3', '1 / 3']);
    expect(all(element, '.card')).to.have.length(3);
  });

  it('R5: has its button before everything else, with a label that changes and no pressed state', async () => {
    const element = await rotating();
    const button = get(element, '.rotation');
    const focusable = all(element, 'button, a[href], [tabindex="0"], video, summary');
    expect(focusable[0]).to.equal(button);
    expect(button.ariaLabel).to.equal('Arrêter le défilement');
    expect(button.hasAttribute('aria-pressed')).to.equal(false);
    button.click();
    await assertStopped(element);
    button.click();
    await element.updateComplete;
    expect(button.ariaLabel).to.equal('Arrêter le défilement');
    expect(await ring(element)).to.equal('2 / 5');
    expect(get(element, '.rotation')).to.equal(button);
  });

  it('R6: stops when anything in it takes focus, the button too, and starts again only when told', async () => {
    const element = await rotating();
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(get(element, '.rotation'));
    await assertStopped(element);
    get(element, '.rotation').focus();
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(timers.waiting()).to.deep.equal([8000]);
    expect(await ring(element)).to.equal('2 / 5');
    await sendKeys({ press: 'Tab' });
    await assertStopped(element);
  });

  it('R7: stands still while a mouse is over it, and stays so afterwards', async () => {
    const element = await rotating();
    await sendMouse({ type: 'move', position: centreOf(get(element, '.track')) });
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
    await sendMouse({ type: 'move', position: [1090, 890] });
    await settle();
    await assertStopped(element);
  });

  it('a click on "stop" stops it, although the mouse on its way there has held it', async () => {
    const element = await rotating();
    const at = centreOf(get(element, '.rotation'));
    await sendMouse({ type: 'move', position: at });
    await settle();
    expect(get(element, '.rotation').ariaLabel).to.equal('Arrêter le défilement');
    await sendMouse({ type: 'click', position: at });
    await assertStopped(element);
    await sendMouse({ type: 'click', position: at });
    await settle();
    expect(timers.waiting()).to.deep.equal([8000]);
    await sendMouse({ type: 'move', position: [1090, 890] });
    await settle();
    expect(timers.waiting()).to.deep.equal([8000]);
  });

  it('R12: never starts where less motion is preferred, and offers no button to start it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await testimonials('autoplay');
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
    expect(all(element, '.rotation')).to.deep.equal([]);
  });

  it('R12: stops when the preference changes, and does not come back with it', async () => {
    const element = await rotating();
    await emulateMedia({ reducedMotion: 'reduce' });
    await waitUntil(() => all(element, '.rotation').length === 0, 'the button goes');
    expect(timers.waiting()).to.deep.equal([]);
    await emulateMedia({ reducedMotion: 'no-preference' });
    await until(element, '.rotation');
    await assertStopped(element);
  });

  for (const [what, act] of [
    ['the visitor turns the page', (element) => press(element, '[part="next"]')],
    ['the visitor swipes', (element) => swipe(element, -300)],
    [
      'the visitor scrolls the track',
      (element) => void get(element, '.track').scrollBy({ left: 120, behavior: 'smooth' }),
    ],
    [
      'the visitor turns the wheel over it',
      (element) => void get(element, '.track').dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaX: 5 })),
    ],
    [
      'the visitor presses anything in it',
      (element) => void get(element, '.track').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
    ],
  ] as [string, (element: AmbassadorTestimonials) => Promise<void> | void][])
    it(`stops when ${what}`, async () => {
      const element = await rotating();
      await act(element);
      await still(element);
      await assertStopped(element);
    });

  it('stops when nobody sees the page, and does not begin on one that nobody sees', async () => {
    let state = 'visible';
    stub(Document.prototype, 'visibilityState', { get: () => state });
    const element = await rotating();
    state = 'hidden';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
    state = 'visible';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await assertStopped(element);

    state = 'hidden';
    const other = await testimonials('autoplay');
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
    state = 'visible';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitUntil(() => timers.waiting().length === 1, 'it begins when it is first seen');
    other.remove();
  });

  it('begins when it first comes into view, stops when it leaves, and stays stopped', async () => {
    const holder = await mount<HTMLElement>(
      '<div><div class="before"></div><ambassador-testimonials partner="ville" autoplay></ambassador-testimonials></div>',
    );
    const before = holder.firstElementChild as HTMLElement;
    before.style.blockSize = '3000px';
    const element = holder.lastElementChild as AmbassadorTestimonials;
    await until(element, '.base');
    await still(element);
    expect(timers.waiting()).to.deep.equal([]);
    // Out of the way: a mouse over it would hold it.
    await sendMouse({ type: 'move', position: [1090, 5] });
    element.scrollIntoView();
    await waitUntil(() => timers.waiting().length === 1, 'it begins');
    scrollTo(0, 0);
    await waitUntil(() => timers.waiting().length === 0, 'it stops');
    element.scrollIntoView();
    await settle();
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
    scrollTo(0, 0);
  });

  it('ends with the element, wherever that goes', async () => {
    const element = await rotating();
    element.remove();
    await settle();
    expect(timers.waiting()).to.deep.equal([]);
  });
});
