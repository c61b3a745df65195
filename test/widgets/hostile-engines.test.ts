/**
 * The built widgets on hostile pages, with nothing but the DOM: for every engine that can run the tests. What
 * takes headers, tabs or the DevTools protocol is in `test/dist/hostile*.test.ts`, on Chromium.
 */
import { expect } from '@open-wc/testing';
import { feed, stories } from './shared/stories.ts';
import { viewIn } from './signup-support.ts';
import { waitUntil } from './shared/wait-until.ts';

const answers = {
  '/v1/counter': { members: 237, goal: { members: 1000, date: '2099-12-31' } },
  '/v1/partners/ville': viewIn('fr'),
  '/v1/stories': feed(stories(3)),
};
const all = `<ambassador-counter partner="ville"><a href="#">200</a></ambassador-counter>
  <ambassador-signup partner="ville" open><a href="#">Devenir ambassadeur</a></ambassador-signup>
  <ambassador-testimonials partner="ville"></ambassador-testimonials>`;

/** Before the page's own scripts: the club's answers, and a console that is listened to. */
const club = `<script>{
  window.lines = [];
  for (const level of ['warn', 'error']) console[level] = (...words) => lines.push(words.join(' '));
  addEventListener('error', ({ message }) => lines.push(message));
  const answers = ${JSON.stringify(answers).replaceAll('<', '\\u003c')};
  const { stringify } = JSON;
  window.asked = [];
  window.fetch = (url, options) => {
    asked.push((options.method || 'GET') + ' ' + url);
    const answer = Reflect.has(answers, new URL(url).pathname) ? answers[new URL(url).pathname] : null;
    const settings = Object.assign(Object.create(null), { status: answer ? 200 : 404 });
    return Promise.resolve(new Response(stringify(answer), settings));
  };
}</script>`;
const loader = '<script type="module" src="/dist/widgets/loader.js"></script>';

interface Page extends Window {
  lines: string[];
  asked: string[];
}

/** Opens a page in a frame of this one. */
async function open(body: string, head = loader, root = 'lang="fr"'): Promise<Page> {
  const built = await fetch('/dist/widgets/manifest.json');
  if (!built.ok) throw new Error('The widgets are not built. Run "npm run build" first.');
  const frame = document.createElement('iframe');
  Object.assign(frame, { width: '600', height: '900', srcdoc: `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Page</title>${club}${head}</head><body>${body}</body></html>` }); // prettier-ignore
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as unknown as Page;
}

/** An element of the page, whatever its document answers. */
const find = (page: Page, selector: string) =>
  Document.prototype.querySelector.call(page.document, selector) as HTMLElement | null;
const part = (page: Page, tag: string, selector = '.base') =>
  find(page, tag)?.shadowRoot?.querySelector<HTMLElement>(selector);

async function allDrawn(page: Page): Promise<void> {
  const parts = [
    ['ambassador-counter', '.base'],
    ['ambassador-signup', 'form .button'],
    ['ambassador-testimonials', '.card'],
  ] as const;
  await waitUntil(
    () => parts.every(([tag, selector]) => part(page, tag, selector)),
    `everything is drawn; the console: ${page.lines.join(' | ')}`,
  );
  expect(part(page, 'ambassador-counter')!.textContent).to.include('237');
  for (const name of ['firstName', 'email'])
    expect(part(page, 'ambassador-signup', `[name=${name}]`)!.getBoundingClientRect().height, name).to.be.above(24);
  expect(page.lines).to.deep.equal([]);
}

describe('the built widgets on a hostile page, in this engine', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  const sheet = (css: string) => `<style>${css}</style>${loader}`;
  const script = (code: string) => `<script>${code}</script>${loader}`;
  for (const [what, head, before = '', root = 'lang="fr"'] of [
    [
      'that has its script twice, and a second build',
      `${loader}<script type="module" src="/dist/widgets/loader.js?ver=2"></script><script type="module" src="/dist/widgets/kit.fr.js"></script>`,
    ],
    ['that hides controls', sheet('button, input, label { display: none !important }')],
    ['that takes everything away', sheet('* { all: unset !important }')],
    [
      'of ten pixels, in capitals, of no lines',
      sheet(
        'html { font-size: 62.5% } * { text-transform: uppercase !important; line-height: normal; letter-spacing: .3em !important }',
      ),
    ],
    ['that is read from right to left', loader, '', 'lang="fr" dir="rtl"'],
    [
      'with a loader of AMD modules and leaked CommonJS',
      script(
        'window.define = () => { throw Error() }; define.amd = {}; window.module = { exports: {} }; window.exports = module.exports',
      ),
    ],
    [
      'that pollutes every object',
      script(
        `Object.assign(Object.prototype, { src: 'https://evil.example/', url: 'https://evil.example/', headers: { evil: '1' }, method: 'DELETE', body: 'evil', innerHTML: '<img src=x>', partner: 'evil', mode: 'no-cors', get: undefined, query: { evil: '1' } })`,
      ),
    ],
    [
      'whose document answers with images',
      loader,
      '<div hidden>' +
        [
          'currentScript',
          'body',
          'head',
          'forms',
          'getElementById',
          'querySelector',
          'querySelectorAll',
          'cookie',
          'config',
          'documentElement',
          'visibilityState',
          'addEventListener',
        ]
          .map((name) => `<img name="${name}" src="data:,">`)
          .join('') +
        '</div>',
    ],
    ['with JSON in data attributes', loader, `<div data-props='{"__proto__":{"partner":"evil"}}'></div>`],
  ] as [string, string, string?, string?][])
    // prettier-ignore
    it(`live on a page ${what}`, async () => {
      const page = await open(before + all, head, root);
      await allDrawn(page);
      for (const line of page.asked) expect(line).to.match(new RegExp(`^GET ${location.origin}/v1/`));
    });

  it('leave a tag that is taken, with one warning', async () => {
    const page = await open(all, script(`customElements.define('ambassador-counter', class extends HTMLElement {})`));
    await waitUntil(() => part(page, 'ambassador-signup', 'form'), 'the others are there');
    await waitUntil(() => page.lines.length, 'it says so');
    expect(page.lines).to.have.length(1);
    expect(page.lines[0]).to.match(/^\[ambassador-counter\] Another script has defined this tag/);
  });

  it('keep what is typed when they are moved, and come late', async () => {
    const page = await open('<main></main><section></section>');
    find(page, 'main')!.innerHTML = all;
    await allDrawn(page);
    const field = part(page, 'ambassador-signup', '[name=firstName]') as HTMLInputElement;
    field.value = 'Odile';
    find(page, 'section')!.append(find(page, 'ambassador-signup')!);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((part(page, 'ambassador-signup', '[name=firstName]') as HTMLInputElement).value).to.equal('Odile');
    expect(page.lines).to.deep.equal([]);
  });

  it('say one thing where the script is a classic one, and the fallback stays', async () => {
    const page = await open(all.replaceAll(' open', ''), '<script src="/dist/widgets/loader.js"></script>');
    expect(page.lines).to.have.length(1);
    for (const tag of ['ambassador-counter', 'ambassador-signup'])
      expect((find(page, tag)!.firstElementChild as HTMLElement).checkVisibility(), tag).to.equal(true);
  });

  it('tell the page when the club does not answer', async () => {
    const page = await open(
      all.replaceAll('"ville"', '"nobody"').replaceAll(' open', ''),
      script(`window.failed = []; addEventListener('ambassador-load-error', (event) => failed.push(event.target.localName)); window.fetch = () => Promise.reject(new TypeError())`),
    ); // prettier-ignore
    const failed = () => new Set((page as unknown as { failed: string[] }).failed).size;
    await waitUntil(() => failed() === 3, 'all three tell');
    for (const tag of ['ambassador-counter', 'ambassador-signup'])
      expect((find(page, tag)!.firstElementChild as HTMLElement).checkVisibility(), tag).to.equal(true);
  });
});
