import { expect } from '@open-wc/testing';
import { setViewport } from '../shared/commands.ts';
import { LitElement } from 'lit';
import { Announcer } from '../../../widgets/internal/announcer.ts';
import { define } from '../../../widgets/internal/define-tag.ts';
import { bare, ofDocument } from '../../../widgets/internal/dom.ts';
import { placeOf, WhenVisible, type Place } from '../../../widgets/internal/when-visible.ts';
import { mount } from '../shared/mount.ts';
import { consoleLines } from '../shared/quiet.ts';
import { waitUntil } from '../shared/wait-until.ts';

describe('define', () => {
  class Ours extends HTMLElement {
    static readonly ambassadorVersion = '0.0.1';
  }

  it('defines a free tag, and says nothing when one of ours has it already', () => {
    define('ambassador-free', Ours);
    define('ambassador-free', class extends HTMLElement {});
    expect(customElements.get('ambassador-free')).to.equal(Ours);
  });

  it("warns when it is somebody else's", () => {
    const theirs = class extends HTMLElement {};
    customElements.define('ambassador-theirs', theirs);
    define('ambassador-theirs', Ours);
    expect(customElements.get('ambassador-theirs')).to.equal(theirs);
    expect(consoleLines()).to.have.length(1);
    expect(consoleLines()[0]).to.contain('[ambassador-theirs]');
  });
});

describe('Announcer', () => {
  class TestAnnouncer extends LitElement {
    readonly announcer = new Announcer(this);
    override render = () => this.announcer.render();
  }
  customElements.define('test-announcer', TestAnnouncer);

  it('is in the page before it speaks, and changes its text for a repeated message', async () => {
    const element = await mount<TestAnnouncer>('<test-announcer></test-announcer>');
    const region = element.shadowRoot?.querySelector('[role="status"]') as HTMLElement;
    expect(region.textContent).to.equal('');
    const texts = new Set<string>();
    for (let turn = 0; turn < 4; turn++) {
      const before = region.textContent;
      element.announcer.say('Envoyé');
      await element.updateComplete;
      expect(region.textContent).not.to.equal(before);
      texts.add(region.textContent ?? '');
    }
    expect([...texts].map((text) => text.trim())).to.deep.equal(['Envoyé', 'Envoyé']);
    expect(element.shadowRoot?.querySelector('[role="status"]')).to.equal(region);
  });
});

describe('WhenVisible', () => {
  class TestVisible extends HTMLElement {
    readonly seen: Place[] = [];
    readonly controller = new WhenVisible(
      Object.assign(this, { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) }),
      (place) => this.seen.push(place),
    ); // prettier-ignore
  }
  customElements.define('test-visible', TestVisible);

  it('knows above, in view and below, and tells when it changes', async () => {
    await setViewport({ width: 800, height: 600 });
    const page = await mount<HTMLElement>(
      '<div><p></p><test-visible style="display: block; height: 50px"></test-visible><p></p></div>',
    );
    for (const filler of page.querySelectorAll('p')) filler.style.height = '2000px';
    const element = page.querySelector('test-visible') as TestVisible;
    element.controller.hostConnected();
    await waitUntil(() => element.seen.at(-1) === 'below', 'it is below');
    element.scrollIntoView();
    await waitUntil(() => element.seen.at(-1) === 'in', 'it is in view');
    window.scrollTo(0, 4000);
    await waitUntil(() => element.seen.at(-1) === 'above', 'it is above');
    expect(placeOf(element)).to.equal('above');
    element.controller.hostDisconnected();
    window.scrollTo(0, 0);
  });
});

describe('reads of the page', () => {
  it('are not bent by the names of elements', async () => {
    await mount('<div><img name="visibilityState"><img name="documentElement"></div>');
    expect(typeof document.visibilityState).to.equal('object');
    expect(ofDocument('visibilityState')).to.equal('visible');
    expect(ofDocument('documentElement').localName).to.equal('html');
  });

  it('are not bent by what every object inherits', () => {
    Object.assign(Object.prototype, { subtree: 'evil' });
    const read = [({} as { subtree?: string }).subtree, bare<{ subtree?: string }>({}).subtree];
    Reflect.deleteProperty(Object.prototype, 'subtree');
    expect(read).to.deep.equal(['evil', undefined]);
  });
});
