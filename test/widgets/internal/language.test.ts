import { expect } from '@open-wc/testing';
import { localeOf } from '../../../widgets/internal/language.ts';
import { mount } from '../shared/mount.ts';

describe('localeOf', () => {
  afterEach(() => document.documentElement.setAttribute('lang', 'fr'));

  async function localeIn(markup: string, page?: string): Promise<string> {
    if (page === undefined) document.documentElement.removeAttribute('lang');
    else document.documentElement.setAttribute('lang', page);
    const holder = await mount(markup);
    return localeOf(holder.querySelector('b') ?? holder);
  }

  for (const [markup, page, locale] of [
    ['<b></b>', undefined, 'fr'],
    ['<b></b>', 'de-CH', 'de'],
    ['<p lang="gsw-FR"><i><b></b></i></p>', 'fr', 'gsw'],
    ['<p lang="als"><b></b></p>', 'fr', 'gsw'],
    ['<p lang="de"><b lang="en-GB"></b></p>', 'fr', 'en'],
    ['<p lang="es"><b></b></p>', 'de', 'de'],
    ['<p lang="es"><b></b></p>', 'it', 'fr'],
    ['<p lang=""><b></b></p>', 'de', 'de'],
    ['<form lang="de"><input name="lang"><input name="getAttribute"><b></b></form>', 'fr', 'de'],
    ['<svg lang="de"><foreignObject><b></b></foreignObject></svg>', 'fr', 'de'],
  ] as const)
    it(`is ${locale} for ${markup} on a page in ${page ?? 'no language'}`, async () => {
      expect(await localeIn(markup, page)).to.equal(locale);
    });

  it('is found through the hosts of shadow roots', async () => {
    const outer = await mount('<p lang="de"><span></span></p>');
    const root = outer.firstElementChild!.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const element = document.createElement('b');
    inner.attachShadow({ mode: 'open' }).append(element);
    expect(localeOf(element)).to.equal('de');
  });
});
