import { expect } from '@open-wc/testing';
import {
  AmbassadorElement,
  html,
  registerTerms,
  useTermsSource,
  type PropertyDeclarations,
} from '../../../widgets/core.ts';
import type { CounterTerms } from '../../../widgets/lang/terms.ts';
import { drawn, mount, settle, showsFallback } from '../shared/mount.ts';
import { consoleLines } from '../shared/quiet.ts';
import { waitUntil } from '../shared/wait-until.ts';

// Each test has a widget of its own, so that no language is known beforehand.
let widgets = 0;

function newWidget() {
  const name = `test-${(widgets += 1)}` as 'counter';
  class TestWidget extends AmbassadorElement<'counter'> {
    static override readonly widget = name;
    static override properties: PropertyDeclarations = { extra: {} };

    say(message: string): void {
      this.warn(message);
    }

    protected override renderContent() {
      return html`<p class="base" lang=${this.locale}>${this.terms.label(1)}</p>`;
    }
  }
  customElements.define(`ambassador-${name}`, TestWidget);
  return {
    tag: `ambassador-${name}`,
    know: (locale: 'fr' | 'de', word: string) => registerTerms(name, locale, texts(word)),
  };
}

const texts = (word: string) => ({ label: () => word }) as unknown as CounterTerms;

/** A source of texts that answers when the test says so. */
function slowSource() {
  const waiting = new Map<string, { resolve(value: unknown): void; reject(reason: Error): void }>();
  useTermsSource((path) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(/\.(\w+)\.js$/.exec(path)?.[1] ?? '', { resolve, reject });
    return promise;
  });
  return {
    async arrives(locale: string, word: string) {
      waiting.get(locale)?.resolve({ default: texts(word) });
      await settle();
    },
    async fails(locale: string) {
      waiting.get(locale)?.reject(new Error('gone'));
      await settle();
    },
  };
}

describe('AmbassadorElement', () => {
  const markup = (tag: string, lang: string) => `<p lang="${lang}"><${tag}><a href="#">lien</a></${tag}></p>`;

  async function widgetIn(tag: string, lang: string): Promise<HTMLElement> {
    const holder = await mount(markup(tag, lang));
    await settle();
    return holder.firstElementChild as HTMLElement;
  }

  it('draws itself at once in a language that is here', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    expect(drawn(await widgetIn(tag, 'fr'))).to.equal('bonjour');
  });

  it('shows its fallback until the texts of its language have come', async () => {
    const { tag } = newWidget();
    const source = slowSource();
    const element = await widgetIn(tag, 'de');
    expect(showsFallback(element)).to.equal(true);
    await source.arrives('de', 'hallo');
    expect(drawn(element)).to.equal('hallo');
  });

  it('keeps the old language while a new one is under way', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    const source = slowSource();
    const element = await widgetIn(tag, 'fr');
    element.setAttribute('lang', 'de');
    await settle();
    expect(drawn(element)).to.equal('bonjour');
    await source.arrives('de', 'hallo');
    expect(drawn(element)).to.equal('hallo');
    expect(element.shadowRoot?.querySelector('.base')?.getAttribute('lang')).to.equal('de');
  });

  it('drops a language that comes after the page has changed its mind', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    const source = slowSource();
    const element = await widgetIn(tag, 'fr');
    element.setAttribute('lang', 'de');
    await settle();
    element.setAttribute('lang', 'fr');
    await settle();
    await source.arrives('de', 'hallo');
    expect(drawn(element)).to.equal('bonjour');
  });

  it('stays with what it shows when a language cannot be had, and says so once', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    know('de', 'hallo');
    const source = slowSource();
    const element = await widgetIn(tag, 'de');
    for (const lang of ['en', 'de', 'en']) {
      element.setAttribute('lang', lang);
      await settle();
      await source.fails(lang);
    }
    expect(drawn(element)).to.equal('hallo');
    expect(consoleLines()).to.have.length(1);
    expect(consoleLines()[0]).to.contain(`[${tag}] The texts in "en" could not be loaded`);
  });

  it('speaks any language it has when its own cannot be had', async () => {
    const { tag, know } = newWidget();
    know('de', 'hallo');
    const source = slowSource();
    const element = await widgetIn(tag, 'fr');
    await source.fails('fr');
    expect(drawn(element)).to.equal('hallo');
    expect(element.shadowRoot?.querySelector('.base')?.getAttribute('lang')).to.equal('de');
    expect(consoleLines()).to.have.length(1);
  });

  it('follows a language that changes outside the shadow root it stands in', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    know('de', 'hallo');
    const host = await mount('<div></div>');
    host.attachShadow({ mode: 'open' }).append(document.createElement(tag));
    const element = host.shadowRoot?.firstElementChild as HTMLElement;
    await settle();
    expect(drawn(element)).to.equal('bonjour');
    host.parentElement?.setAttribute('lang', 'de');
    await waitUntil(() => drawn(element) === 'hallo', 'it speaks German');
  });

  it('takes its theme as a property too, as frameworks set it', async () => {
    const { tag, know } = newWidget();
    know('fr', 'bonjour');
    const element = (await widgetIn(tag, 'fr')) as AmbassadorElement;
    expect(element.hasAttribute('theme')).to.equal(false);
    element.theme = 'dark';
    await element.updateComplete;
    const { colorScheme, backgroundColor } = getComputedStyle(element.shadowRoot?.querySelector('.base') as Element);
    expect(colorScheme).to.equal('dark');
    expect(backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('says each thing once, with its tag', async () => {
    const { tag } = newWidget();
    slowSource();
    const element = (await widgetIn(tag, 'fr')) as HTMLElement & { say(message: string): void };
    for (const message of ['one.', 'two.', 'one.']) element.say(message);
    expect(consoleLines()).to.deep.equal([`[${tag}] one.`, `[${tag}] two.`]);
  });
});
