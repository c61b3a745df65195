import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from './shared/commands.ts';
import type { Locale } from '../../api/contract/locales.ts';
import type { AmbassadorSignup } from '../../widgets/signup/signup.ts';
import { challengeFor } from './shared/challenge.ts';
import { json, never, offline, problem } from './shared/fake-api.ts';
import { drawn, mount, settle, showsFallback } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';
import { api, focused, get, inside, joinsOf, link, said, signup, until, viewIn } from './signup-support.ts';
import { waitUntil } from './shared/wait-until.ts';

runWidgetSuite('ambassador-signup', {
  widget: 'signup',
  attributes: 'partner="ville" open',
  answer: async ({ path, query }) =>
    json(path === '/v1/challenges' ? await challengeFor(1) : viewIn(query.lang as Locale)),
  defineAgain: () => import(new URL('../../widgets/signup/define.ts?again', import.meta.url).href),
});

describe('<ambassador-signup> in the page', () => {
  before(async () => {
    useSourceTerms('signup');
    await setViewport({ width: 800, height: 600 });
  });

  const middleOf = (element: Element): [number, number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };

  async function below(attributes: string): Promise<AmbassadorSignup> {
    const page = await mount<HTMLElement>(
      `<main><p>…</p><ambassador-signup ${attributes}>${link}</ambassador-signup></main>`,
    );
    (page.firstElementChild as HTMLElement).style.height = '2000px';
    return page.querySelector('ambassador-signup') as AmbassadorSignup;
  }

  describe('leaves what the visitor sees where it is', () => {
    it('asks for the partner once, in its language, and keeps showing the link in view', async () => {
      const seen = api();
      const element = await signup('partner="ville" lang="de"');
      await waitUntil(() => seen.length > 0, 'it asks');
      await settle();
      expect(seen.map(({ path, query }) => [path, query])).to.deep.equal([['/v1/partners/ville', { lang: 'de' }]]);
      expect(showsFallback(element)).to.equal(true);
      expect(inside(element, 'form')).to.equal(null);
      expect(drawn(element)).to.equal('');
    });

    it('has the same height with its link as without the script', async () => {
      api();
      const widget = `<ambassador-signup partner="ville">${link}</ambassador-signup>`;
      const holder = await mount<HTMLElement>(`<main><div>${link}</div>${widget}</main>`);
      await settle();
      const [plain, upgraded] = Array.from(holder.children, (child) => child.getBoundingClientRect().height);
      expect(upgraded).to.equal(plain);
    });

    it('opens in place when its link is pressed, and takes the visitor to the first field', async () => {
      api();
      const element = await signup('partner="ville"');
      await settle();
      await sendMouse({ type: 'click', position: middleOf(element.firstElementChild!) });
      await until(element, 'form');
      await waitUntil(() => focused(element) === get(element, '#firstName'), 'the first field has focus');
      expect(showsFallback(element)).to.equal(false);
      expect(location.hostname).not.to.equal('club.example');
    });

    it('opens with the keyboard', async () => {
      api();
      const element = await signup('partner="ville"');
      await settle();
      element.querySelector('a')!.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused(element)?.id === 'firstName', 'the first field has focus');
    });

    for (const [name, init] of Object.entries({
      control: { ctrlKey: true },
      command: { metaKey: true },
      shift: { shiftKey: true },
      'the middle button': { button: 1 },
    }))
      it(`leaves a press with ${name} to the browser`, async () => {
        api();
        const element = await signup('partner="ville"');
        await settle();
        const press = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init });
        let prevented: boolean | undefined;
        element.addEventListener('click', (event) => {
          prevented = event.defaultPrevented;
          event.preventDefault();
        });
        element.querySelector('a')!.dispatchEvent(press);
        await settle();
        expect(prevented).to.equal(false);
        expect(inside(element, 'form')).to.equal(null);
      });

    it('leaves its link alone until the form could be shown', async () => {
      api({ partner: never });
      const element = await signup('partner="ville"');
      await settle();
      let prevented: boolean | undefined;
      element.addEventListener('click', (event) => {
        prevented = event.defaultPrevented;
        event.preventDefault();
      });
      element.querySelector('a')!.click();
      expect(prevented).to.equal(false);
    });

    it('takes only the first link for the way in', async () => {
      api();
      const element = await signup('partner="ville"', `${link}<a href="#charter">La charte</a>`);
      await settle();
      element.querySelectorAll('a')[1]!.click();
      await settle();
      expect(inside(element, 'form')).to.equal(null);
      location.hash = '';
    });

    it('offers a button of its own on a page without a link', async () => {
      api();
      const element = await signup('partner="ville"', '<p>Aimez-vous Mulhouse ?</p>');
      await settle();
      expect(showsFallback(element)).to.equal(true);
      get<HTMLButtonElement>(element, '[part="opener"]').click();
      await waitUntil(() => focused(element)?.id === 'firstName', 'the first field has focus');
    });

    it('unfolds by itself strictly below the view', async () => {
      api();
      const element = await below('partner="ville"');
      await until(element, 'form');
      expect(focused(element)).to.equal(null);
      expect(scrollY).to.equal(0);
    });

    it('does not unfold by itself when it is compact', async () => {
      api();
      const element = await below('partner="ville" compact');
      await settle();
      await settle();
      expect(inside(element, 'form')).to.equal(null);
      element.querySelector('a')!.click();
      await until(element, 'form');
    });

    it('does not unfold above the view', async () => {
      api();
      const page = await mount<HTMLElement>('<main><div></div><p>…</p></main>');
      (page.lastElementChild as HTMLElement).style.height = '3000px';
      scrollTo(0, 1500);
      page.firstElementChild!.innerHTML = `<ambassador-signup partner="ville">${link}</ambassador-signup>`;
      await settle();
      await settle();
      expect(inside(page.querySelector('ambassador-signup')!, 'form')).to.equal(null);
      scrollTo(0, 0);
    });

    it('shows the form at once where `open` asks for it, without taking the focus', async () => {
      api();
      const element = await signup();
      expect(focused(element)).to.equal(null);
      expect(showsFallback(element)).to.equal(false);
    });
  });

  describe('when the form cannot be', () => {
    const closed = 'Ce formulaire ne peut pas servir sur cette page.';

    it('says so to the visitor and the webmaster when the partner is missing', async () => {
      const seen = api();
      const element = await signup('');
      await settle();
      expect(drawn(element)).to.equal(closed);
      expect(showsFallback(element)).to.equal(true);
      expect(seen).to.have.length(0);
      expect(consoleLines()).to.deep.equal([
        '[ambassador-signup] "partner" is missing. Add it, e.g. <ambassador-signup partner="…">. Nothing was sent.',
      ]);
      await expect(element).to.be.accessible();
      element.setAttribute('partner', 'ville');
      await settle();
      expect(drawn(element)).to.equal('');
    });

    for (const [code, status] of [
      ['partner_unknown', 404],
      ['partner_paused', 403],
      ['origin_not_allowed', 403],
    ] as const)
      it(`says so to both when the API answers ${code}, and keeps the link the page's own`, async () => {
        api({ partner: () => problem(code, status) });
        const element = await signup('partner="ville"');
        await settle();
        expect(drawn(element)).to.equal(closed);
        expect(showsFallback(element)).to.equal(true);
        expect(consoleLines()).to.have.length(1);
        expect(consoleLines()[0]).to.match(/^\[ambassador-signup\] .*partner="ville".*[Aa]sk the club/);
        let prevented: boolean | undefined;
        element.addEventListener('click', (event) => {
          prevented = event.defaultPrevented;
          event.preventDefault();
        });
        element.querySelector('a')!.click();
        expect(prevented).to.equal(false);
        await expect(element).to.be.accessible();
      });

    it('names the origin to the webmaster', async () => {
      api({ partner: () => problem('origin_not_allowed', 403) });
      await signup('partner="ville"');
      await settle();
      expect(consoleLines()[0]).to.contain(location.origin);
    });

    it('offers the club’s own page where the light DOM has no link', async () => {
      api({ partner: () => problem('origin_not_allowed', 403) });
      const element = await signup('partner="ville" api="https://club.example"', '');
      await settle();
      consoleLines();
      expect(get<HTMLAnchorElement>(element, '.box a').href).to.equal(
        'https://club.example/join?partner=ville&lang=fr',
      );
    });

    it('offers to try again while the API is down, and opens the form once it is back', async () => {
      let down = true;
      api({ partner: ({ query }) => (down ? offline() : json(viewIn(query.lang as Locale))) });
      const element = await signup('partner="ville"');
      await settle();
      consoleLines();
      expect(drawn(element)).to.contain('Le club est injoignable.');
      get<HTMLButtonElement>(element, '.box button').click();
      await waitUntil(() => focused(element)?.className === 'box', 'what is still wrong has focus');
      down = false;
      get<HTMLButtonElement>(element, '.box button').click();
      await waitUntil(() => focused(element)?.id === 'firstName', 'the first field has focus');
    });

    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'ftp://club.example', 'mailto:a@b.example']) {
      it(`leads nowhere when \`api\` is ${address}`, async () => {
        const element = await signup(`partner="ville" api="${address}"`, '');
        await settle();
        expect(consoleLines().join()).to.contain('"api"');
        expect(drawn(element)).to.contain('Le club est injoignable.');
        expect(inside(element, '.box')).to.not.equal(null);
        expect(inside(element, 'a')).to.equal(null);
      });
    }

    it('keeps quiet about an unusable `api` towards the visitor, and not towards the webmaster', async () => {
      const element = await signup('partner="ville" api="not an address"', '');
      await settle();
      expect(consoleLines().join()).to.contain('"api"');
      expect(drawn(element)).to.contain('Le club est injoignable.');
    });
  });

  describe('in the form', () => {
    it('reads the notice, circles and consents in the element’s language, and switches them live', async () => {
      api();
      const element = await signup('partner="ville" open lang="en"');
      expect(drawn(element)).to.contain('Habitants (en)').and.to.contain('Qui (en)');
      expect(drawn(element)).to.contain('J’accepte la charte. (en) (required)').and.to.contain('What we do with');
      element.lang = 'gsw';
      await waitUntil(() => drawn(element).includes('Habitants (gsw)'), 'the circles are in Alsatian');
      expect(drawn(element)).to.contain('Vornàma').and.not.to.contain('(en)');
    });

    it('keeps showing the form when the texts of a further language cannot be fetched', async () => {
      let down = false;
      api({ partner: ({ query }) => (down ? offline() : json(viewIn(query.lang as Locale))) });
      const element = await signup();
      down = true;
      element.lang = 'de';
      await waitUntil(() => consoleLines().length > 0, 'the webmaster is told');
      expect(drawn(element)).to.contain('Vorname').and.to.contain('Habitants (fr)');
      expect(said(element)).to.equal('');
    });

    it('drops to the link when it is turned to a partner the club does not know', async () => {
      api({ partner: ({ path }) => (path.endsWith('/x') ? problem('partner_unknown', 404) : json(viewIn('fr'))) });
      const element = await signup();
      element.partner = 'x';
      await waitUntil(() => showsFallback(element), 'the link is back');
      consoleLines();
    });

    it('runs no address that the API hands it', async () => {
      const view = viewIn('fr');
      view.charter.url = 'javascript:alert(1)';
      api({ partner: () => json(view) });
      const element = await signup();
      expect(get<HTMLAnchorElement>(element, '.beside a').hasAttribute('href')).to.equal(false);
      expect(get<HTMLAnchorElement>(element, '.notice a').href).to.equal(view.notice.url);
      expect(get<HTMLAnchorElement>(element, '.notice a').rel).to.equal('noopener');
    });

    it('sends nothing before it is touched, and the first touch asks for one challenge', async () => {
      const seen = api();
      const element = await signup();
      await settle();
      expect(seen).to.have.length(1);
      get(element, '#firstName').focus();
      get(element, '#email').focus();
      await waitUntil(() => seen.length > 1, 'the challenge is fetched');
      await settle();
      expect(seen.map(({ path }) => path)).to.deep.equal(['/v1/partners/ville', '/v1/challenges']);
      expect(seen[1]!.query).to.deep.equal({ partner: 'ville' });
      expect(joinsOf(seen)).to.deep.equal([]);
    });

    for (const width of [320, 1280])
      it(`fits ${width} pixels, and twice the text size`, async () => {
        await setViewport({ width, height: 800 });
        api();
        const element = await signup();
        element.style.fontSize = '32px';
        get<HTMLDetailsElement>(element, '.more').open = true;
        await settle();
        expect(document.documentElement.scrollWidth).to.equal(document.documentElement.clientWidth);
        for (const control of element.shadowRoot!.querySelectorAll('input:not([name="website"]), textarea, button'))
          expect(control.getBoundingClientRect().right, control.id).to.be.at.most(width);
        await setViewport({ width: 800, height: 600 });
      });
  });
});
