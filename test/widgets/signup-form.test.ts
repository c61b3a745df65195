import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from './shared/commands.ts';
import { json } from './shared/fake-api.ts';
import { drawn, mount, settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import {
  api,
  fill,
  focused,
  get,
  inside,
  joinsOf,
  link,
  send,
  signup,
  until,
  viewIn,
  write,
} from './signup-support.ts';
import { waitUntil } from './shared/wait-until.ts';

const texts = ['firstName', 'email', 'invitation', 'lastName', 'place', 'organisation', 'sentence'];
const boxes = ['newsletter', 'public', 'introductions', 'age15', 'charter'];

describe('the form of <ambassador-signup>', () => {
  before(() => useSourceTerms('signup'));

  describe('is made of native controls in one root', () => {
    it('gives every control a visible label of its own, and every text field a hint', async () => {
      api();
      const element = await signup();
      get(element, '#circle-2').click();
      get<HTMLDetailsElement>(element, '.more').open = true;
      await settle();
      for (const id of [...texts, ...boxes, 'circle-0', 'circle-1', 'circle-2']) {
        const control = get(element, `#${id}`);
        const label = control.labels?.[0];
        expect(label?.checkVisibility(), id).to.equal(true);
        expect(label?.textContent?.trim(), id).not.to.equal('');
        const described = control.getAttribute('aria-describedby')!.split(' ');
        for (const other of described) expect(inside(element, `#${other}`), other).not.to.equal(null);
        if (texts.includes(id)) expect(get(element, `#${id}-hint`).textContent).not.to.equal('');
      }
    });

    it('says in the label what is required', async () => {
      api();
      const element = await signup();
      const marked = [...element.shadowRoot!.querySelectorAll('.mark')].map((mark) =>
        mark.closest('label, legend')!.textContent!.replaceAll(/\s+/g, ' ').trim(),
      );
      expect(marked).to.deep.equal([
        'Prénom (obligatoire)',
        'Adresse de courriel (obligatoire)',
        'Votre cercle (obligatoire)',
        'Code d’invitation (obligatoire)',
        'J’ai 15 ans ou plus. (fr) (obligatoire)',
        'J’accepte la charte. (fr) (obligatoire)',
      ]);
    });

    it('lets browsers and password managers fill it in', async () => {
      api();
      const element = await signup();
      const tokens = ['firstName', 'email', 'lastName', 'organisation'].map(
        (id) => get(element, `#${id}`).autocomplete,
      );
      expect(tokens).to.deep.equal(['given-name', 'email', 'family-name', 'organization']);
      expect(get(element, '#email').type).to.equal('email');
      expect(new Set([...texts, ...boxes].map((id) => get(element, `#${id}`).form)).size).to.equal(1);
      for (const input of element.shadowRoot!.querySelectorAll('input')) expect(input.maxLength).to.equal(-1);
    });

    it('ticks nothing and chooses nothing beforehand', async () => {
      api();
      const element = await signup();
      expect(inside(element, ':checked')).to.equal(null);
      expect([...element.shadowRoot!.querySelectorAll('details')].map(({ open }) => open)).to.deep.equal([
        false,
        false,
      ]);
    });

    it('chooses the circle that the page proposes, and forgets nothing when it proposes another', async () => {
      api();
      const element = await signup('partner="ville" open circle="entrepreneurs"');
      expect(get(element, ':checked').value).to.equal('entrepreneurs');
      get(element, '#circle-0').click();
      element.circle = 'vip';
      await settle();
      expect(get(element, ':checked').value).to.equal('habitants');
    });

    it('asks for an invitation only in a circle that needs one', async () => {
      api();
      const element = await signup();
      const shown = () => get(element, '#invitation').checkVisibility();
      expect(shown()).to.equal(false);
      get(element, '#circle-2').click();
      expect(shown()).to.equal(true);
      write(element, 'invitation', 'FLAMME-1');
      get(element, '#circle-0').click();
      expect(shown()).to.equal(false);
      get(element, '#circle-2').click();
      expect(get(element, '#invitation').value).to.equal('FLAMME-1');
    });

    it('makes the whole card the label of a circle', async () => {
      api();
      const element = await signup();
      const card = element.shadowRoot!.querySelectorAll('.card')[1]!;
      const { right, bottom } = card.getBoundingClientRect();
      const hit = element.shadowRoot!.elementFromPoint(right - 5, bottom - 5)!;
      (hit as HTMLElement).click();
      expect(get(element, ':checked').value).to.equal('entrepreneurs');
      expect(card.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('counts what is left of the sentence, and what is too many', async () => {
      api();
      const element = await signup();
      const hint = () => get(element, '#sentence-hint').textContent;
      expect(hint()).to.equal('Encore 280 signes');
      write(element, 'sentence', 'é'.repeat(279));
      await settle();
      expect(hint()).to.equal('Encore 1 signe');
      write(element, 'sentence', 'é'.repeat(282));
      await settle();
      expect(hint()).to.equal('2 signes de trop');
    });

    it('keeps the field for machines away from people and assistive technology', async () => {
      api();
      const element = await signup();
      const trap = get(element, '[name="website"]');
      expect(trap.closest('[inert]')).not.to.equal(null);
      expect(trap.labels?.[0]?.textContent).not.to.equal('');
      expect(getComputedStyle(trap).display).not.to.equal('none');
      expect(trap.closest('[inert]')!.getBoundingClientRect().width).to.be.at.most(1);
      trap.focus();
      expect(focused(element)).to.equal(null);
      const tree = JSON.stringify(await a11ySnapshot({}));
      expect(tree).to.contain('Prénom').and.not.to.contain('Website');
    });

    it('reads well to assistive technology, and calls nothing wrong that is only empty', async () => {
      api();
      const element = await signup();
      get(element, '#firstName').focus();
      await settle();
      const tree = JSON.stringify(await a11ySnapshot({}));
      for (const name of ['Prénom (obligatoire)', 'Habitants (fr)', 'J’accepte la charte. (fr) (obligatoire)'])
        expect(tree).to.contain(`"name":"${name}"`);
      expect(tree)
        .to.contain('"description":"Exemple\u00a0: Camille"')
        .and.to.contain('"description":"Vous vivez ici. (fr)"');
      expect(tree).not.to.contain('"invalid"');
      expect(get(element, 'fieldset > legend').parentElement).to.equal(get(element, '[role="radiogroup"]'));
    });
  });

  describe('keeps what was typed', () => {
    async function typed() {
      const element = await signup();
      fill(element, { circle: 1 });
      write(element, 'sentence', 'Le marché du samedi');
      get(element, '#newsletter').click();
      return element;
    }
    const state = (element: Element) =>
      [...get<HTMLFormElement>(element, 'form').elements].map((control) => {
        const { value, checked } = control as HTMLInputElement;
        return [value, checked];
      });

    it('over a move of the element, a removal and a return', async () => {
      api();
      const element = await typed();
      const before = state(element);
      const elsewhere = document.createElement('div');
      element.parentElement!.append(elsewhere);
      elsewhere.append(element);
      await settle();
      expect(state(element)).to.deep.equal(before);
      element.remove();
      await settle();
      elsewhere.append(element);
      await settle();
      expect(state(element)).to.deep.equal(before);
      expect(inside(element, '.box')).to.equal(null);
    });

    it('over a change of language', async () => {
      api();
      const element = await typed();
      const before = state(element);
      element.lang = 'en';
      await waitUntil(() => drawn(element).includes('Habitants (en)'), 'it is English');
      expect(state(element)).to.deep.equal(before);
    });

    it('and nothing in the browser', async () => {
      api();
      const element = await typed();
      await send(element);
      await until(element, '.done');
      expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
    });
  });

  it('is filled in and sent with the keyboard alone', async () => {
    const seen = api({ partner: () => json(viewIn('fr')) });
    const page = await mount<HTMLElement>(
      `<main><button>avant</button><ambassador-signup partner="ville">${link}</ambassador-signup></main>`,
    );
    const element = page.lastElementChild!;
    await settle();
    page.querySelector('button')!.focus();
    const press = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
    };
    const order: (string | undefined)[] = [];
    const tab = async () => {
      await press('Tab');
      order.push(focused(element)?.id || focused(element)?.textContent?.trim());
    };
    await press('Tab', 'Enter');
    await waitUntil(() => focused(element)?.id === 'firstName', 'the form is open');
    await sendKeys({ type: 'Camille' });
    await tab();
    await sendKeys({ type: 'camille@exemple.fr' });
    await tab();
    await press('Space', 'ArrowDown');
    await tab();
    await press('Enter');
    for (let field = 0; field < 4; field++) await tab();
    await sendKeys({ type: 'Le marché' });
    for (let box = 0; box < 4; box++) await tab();
    await press('Space');
    await tab();
    await press('Space');
    await tab();
    await tab();
    await tab();
    expect(order).to.deep.equal([
      'email',
      'circle-0',
      'En dire plus (facultatif)',
      'lastName',
      'place',
      'organisation',
      'sentence',
      'newsletter',
      'public',
      'introductions',
      'age15',
      'charter',
      'Lire la charte (nouvel onglet)',
      'Ce que nous faisons de vos données',
      'Je rejoins le club',
    ]);
    await press('Enter');
    await until(element, '.done');
    expect(joinsOf(seen)[0]).to.include({
      firstName: 'Camille',
      email: 'camille@exemple.fr',
      circle: 'entrepreneurs',
      sentence: 'Le marché',
      newsletter: false,
    });
  });

  for (const from of ['email', 'sentence'])
    it(`is sent by Enter in ${from}`, async () => {
      api();
      const element = await signup();
      fill(element);
      get<HTMLDetailsElement>(element, '.more').open = true;
      get(element, `#${from}`).focus();
      await sendKeys({ press: 'Enter' });
      await until(element, '.done');
    });
});
