/** What axe finds, target sizes included, in every layout and state, light and dark. Necessary, not sufficient. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from './shared/commands.ts';
import type { AxeResults, RunOptions } from 'axe-core';
import { settle } from './shared/mount.ts';
import { film, photo, story } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { api, challenge, press, stub, testimonials, until } from './testimonials-support.ts';

const long = 'Une phrase qui dit ce que l’on voit par la fenêtre. '.repeat(12);
const list = [
  story(0),
  story(1, { text: long, author: { name: 'Wurtz-Schlumberger', place: null, circle: { id: 'x', name: 'Cercle' } } }),
  story(2, { kind: 'photo', media: [photo(0), photo(1, { alt: '' })] }),
  story(3, { kind: 'video', media: [film(0)] }),
  story(4, { language: 'ar', text: 'أحب هذه المدينة', link: { site: 'instagram', url: 'https://instagram.com/p/x' } }),
];

async function violations(element: Element): Promise<string[]> {
  await import('axe-core/axe.min.js' as string);
  const { axe } = window as unknown as { axe: { run(of: Element, options: RunOptions): Promise<AxeResults> } };
  const results = await axe.run(element, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('testimonials, as axe sees them', () => {
  before(() => useSourceTerms('testimonials'));
  afterEach(() => document.body.removeAttribute('style'));

  for (const scheme of ['light', 'dark'])
    for (const attributes of ['autoplay', 'layout="wall"', 'layout="list"', 'layout="single"'])
      for (const width of [320, 1200])
        it(`finds nothing in ${attributes}, ${scheme}, ${width} px wide`, async () => {
          await setViewport({ width, height: 900 });
          await emulateMedia({ reducedMotion: 'no-preference' });
          document.body.style.cssText = scheme === 'dark' ? 'background: #111; color: #eee' : '';
          api(list, 'cursor');
          const element = await testimonials(`${attributes} theme="${scheme}"`, width - 20);
          expect(await violations(element)).to.deep.equal([]);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
        });

  it('finds nothing where everything is open', async () => {
    await setViewport({ width: 600, height: 900 });
    stub(HTMLMediaElement.prototype, 'play', { value: () => Promise.resolve() });
    delete (Navigator.prototype as { share?: unknown }).share;
    api(list, 'cursor', challenge);
    const element = await testimonials('layout="list"', 560);
    await press(element, '[part="unfold"]');
    await press(element, '.film');
    await press(element, 'summary');
    await press(element, '[part="share"]');
    expect(await violations(element)).to.deep.equal([]);
    await press(element, '[part="report"]');
    const form = await until(element, 'form');
    form.querySelector('button')!.click();
    await settle();
    expect(await violations(element)).to.deep.equal([]);
  });
});
