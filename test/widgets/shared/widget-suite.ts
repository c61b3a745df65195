import { expect } from '@open-wc/testing';
import { version } from '../../../api/contract/version.ts';
import type { WidgetName } from '../../../widgets/lang/terms.ts';
import { fakeApi, offline, type Answer } from './fake-api.ts';
import { drawn, mount, settle, showsFallback, untilDrawn } from './mount.ts';
import { consoleLines } from './quiet.ts';
import { useSourceTerms } from './terms.ts';
import { watch } from './watchers.ts';
import { waitUntil } from './wait-until.ts';

/** What the shared suite needs to know of a widget. */
export interface WidgetSuiteOptions {
  widget: WidgetName;
  /** Attributes with which the widget shows itself at once when the API answers. */
  attributes: string;
  /** A healthy API. */
  answer: Answer;
  /** The light DOM, one element. */
  fallback?: string;
  /** Imports the widget's `define.ts` again, as a second script would. */
  defineAgain: () => Promise<unknown>;
}

/** What every widget must do, whatever it shows. Call it from the widget's own test file. */
export function runWidgetSuite(tag: string, options: WidgetSuiteOptions): void {
  const fallback = options.fallback ?? '<a href="https://club.example/join">Devenir ambassadeur</a>';
  const markup = (attributes = '') => `<${tag} ${options.attributes} ${attributes}>${fallback}</${tag}>`;

  async function shown(attributes = ''): Promise<HTMLElement> {
    fakeApi(options.answer);
    const element = await mount(markup(attributes));
    await untilDrawn(element);
    await settle();
    return element;
  }

  describe(`<${tag}> as every widget`, () => {
    before(() => useSourceTerms(options.widget));

    it('is defined, and knows its version', () => {
      expect(customElements.get(tag)).to.have.property('ambassadorVersion', version);
    });

    it('shows its fallback when it has no attributes and no API', async () => {
      fakeApi(offline);
      const element = await mount(`<${tag}>${fallback}</${tag}>`);
      await settle();
      expect(showsFallback(element)).to.equal(true);
      for (const line of consoleLines()) expect(line).to.match(new RegExp(`^\\[${tag}\\] .+\\.$`));
    });

    it('shows its fallback, says why once, and stays accessible while the API is down', async () => {
      fakeApi(offline);
      const element = await mount(markup());
      await settle();
      element.remove();
      document.body.append(element);
      await settle();
      expect(showsFallback(element)).to.equal(true);
      expect(consoleLines().filter((line) => line.startsWith(`[${tag}] `))).to.have.length(1);
      await expect(element).to.be.accessible();
      element.remove();
    });

    for (const theme of ['auto', 'light', 'dark'])
      it(`is accessible with theme="${theme}"`, async () => {
        await expect(await shown(`theme="${theme}"`)).to.be.accessible();
      });

    it('keeps what it shows when it is moved, removed and put back', async () => {
      const element = await shown();
      const before = drawn(element);
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await settle();
      expect(drawn(element)).to.equal(before);
      element.remove();
      await settle();
      document.body.append(element);
      await settle();
      expect(drawn(element)).to.equal(before);
      element.remove();
      elsewhere.remove();
    });

    it('leaves nothing behind in the page after it has come and gone many times', async () => {
      const watchers = watch();
      try {
        const element = await shown();
        expect(watchers.left()).not.to.deep.equal([]);
        for (let turn = 0; turn < 20; turn++) {
          element.remove();
          document.body.append(element);
        }
        element.remove();
        await settle();
        expect(watchers.left()).to.deep.equal([]);
      } finally {
        watchers.stop();
      }
    });

    it('follows the language of the page around it', async () => {
      const element = await shown();
      const french = drawn(element);
      expect(element.shadowRoot?.querySelector('.base')?.getAttribute('lang')).to.equal('fr');
      element.parentElement?.setAttribute('lang', 'de-CH');
      await waitUntil(
        () => element.shadowRoot?.querySelector('.base')?.getAttribute('lang') === 'de',
        'it speaks German',
      );
      expect(drawn(element)).not.to.equal(french);
    });

    it('speaks several languages on one page', async () => {
      fakeApi(options.answer);
      const page = await mount<HTMLElement>(
        `<main>${['fr', 'de', 'en', 'gsw'].map((lang) => `<div lang="${lang}">${markup()}</div>`).join('')}</main>`,
      );
      const elements = [...page.querySelectorAll(tag)];
      for (const element of elements) await untilDrawn(element);
      await settle();
      const languages = elements.map((e) => e.shadowRoot?.querySelector('.base')?.getAttribute('lang'));
      expect(languages).to.deep.equal(['fr', 'de', 'en', 'gsw']);
      expect(new Set(elements.map(drawn)).size).to.equal(4);
    });

    it('is mirrored on a right-to-left page, without overflow', async () => {
      const element = await shown('dir="rtl"');
      const base = element.shadowRoot?.querySelector('.base') as HTMLElement;
      expect(getComputedStyle(base).direction).to.equal('rtl');
      expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
    });

    it('adds and changes no attribute of its own tag', async () => {
      const own = 'id="x" class="y" role="region" aria-label="z" tabindex="-1" lang="fr" title="t" data-a="b"';
      fakeApi(options.answer);
      const element = await mount(markup(own));
      const before = element.outerHTML;
      await untilDrawn(element);
      await settle();
      expect(element.outerHTML).to.equal(before);
    });

    it('may be defined twice without a word', async () => {
      const first = customElements.get(tag);
      await options.defineAgain();
      expect(customElements.get(tag)).to.equal(first);
    });
  });
}
