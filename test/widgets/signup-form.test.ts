import { expect, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
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
  said,
  send,
  signup,
  until,
  viewIn,
  write,
} from './signup-support.ts';

const texts = ['firstName', 'email', 'invitation', 'lastName', 'place', 'organisation', 'sentence'];
const boxes = ['newsletter', 'public', 'introductions', 'age15', 'charter'];
const message = (element: Element, name: string) => inside(element, `#${name}-error`)?.textContent?.trim();

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

  describe('says what is wrong', () => {
    it('takes the focus to a list of links, and says beside each field what to do', async () => {
      const seen = api();
      const element = await signup();
      await send(element);
      const box = get(element, '.box');
      expect(focused(element)).to.equal(box);
      expect(get(element, `#${box.getAttribute('aria-labelledby')}`).textContent).to.equal('5 points sont à revoir');
      const links = [...box.querySelectorAll('a')];
      expect(links.map((each) => [each.hash.slice(1), each.textContent])).to.deep.equal([
        ['firstName', 'Écrivez comment on vous appelle.'],
        ['email', 'Écrivez votre adresse de courriel.'],
        ['circle', 'Choisissez votre cercle.'],
        ['age15', message(element, 'age15')],
        ['charter', 'Acceptez la charte pour entrer au club.'],
      ]);
      for (const name of ['firstName', 'email', 'age15', 'charter']) {
        expect(get(element, `#${name}`).getAttribute('aria-invalid'), name).to.equal('true');
        expect(message(element, name), name).not.to.equal('');
      }
      expect(get(element, '[role="radiogroup"]').getAttribute('aria-invalid')).to.equal('true');
      expect(get(element, '#lastName').getAttribute('aria-invalid')).to.equal('false');
      expect(joinsOf(seen)).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });

    it('leads from each link to its control', async () => {
      api();
      const element = await signup();
      await send(element);
      for (const [field, id] of [
        ['email', 'email'],
        ['circle', 'circle-0'],
        ['charter', 'charter'],
      ]) {
        get<HTMLAnchorElement>(element, `.box [href="#${field}"]`).click();
        expect(focused(element)?.id).to.equal(id);
      }
      expect(location.hash).to.equal('');
    });

    it('is announced by a live region that was there before, also the second time', async () => {
      api();
      const element = await signup();
      const region = get(element, '[role="status"]');
      expect(region.textContent).to.equal('');
      await send(element);
      const first = said(element);
      expect(first).to.equal('Rien n’est parti, rien n’est perdu.');
      await send(element);
      expect(said(element).trim()).to.equal(first);
      expect(get(element, '[role="status"]')).to.equal(region);
      expect(inside(element, '[role="alert"]')).to.equal(null);
    });

    it('checks again while a person corrects, and is quiet before the first attempt', async () => {
      api();
      const element = await signup();
      write(element, 'email', 'camille');
      await settle();
      expect(message(element, 'email')).to.equal('');
      await send(element);
      expect(message(element, 'email')).to.contain('incomplète');
      expect(get(element, '#box').textContent).to.contain('5');
      write(element, 'email', 'camille@exemple.fr');
      await settle();
      expect(message(element, 'email')).to.equal('');
      expect(get(element, '#email').getAttribute('aria-invalid')).to.equal('false');
      expect(get(element, '#box').textContent).to.contain('4');
    });

    for (const [name, value, words] of [
      ['firstName', ' \u200b ', 'Écrivez comment on vous appelle.'],
      ['firstName', 'é'.repeat(81), 'Prénom : 80 signes au plus.'],
      ['firstName', 'Cam\u0007ille', 'Prénom : un signe invisible'],
      ['lastName', 'a\ud800b', 'Nom : un signe invisible'],
      ['email', 'a@b@c.fr', 'incomplète'],
      ['email', `${'a'.repeat(250)}@b.fr`, 'Adresse de courriel : 254 signes'],
      ['sentence', 'deux\nlignes', 'ce que vous aimez ici : un signe invisible ou un retour'],
    ] as const)
      it(`refuses ${JSON.stringify(value.slice(0, 12))} as ${name} and keeps it as it was typed`, async () => {
        api();
        const element = await signup();
        fill(element);
        write(element, name, value);
        await send(element);
        expect(message(element, name)).to.contain(words.replaceAll(' :', '\u00a0:'));
        expect(get(element, `#${name}`).value).to.equal(value);
        expect(focused(element)?.className).to.equal('box');
      });

    it('unfolds the optional fields when one of them is wrong', async () => {
      api();
      const element = await signup();
      fill(element);
      write(element, 'place', 'x'.repeat(121));
      await send(element);
      expect(get<HTMLDetailsElement>(element, '.more').open).to.equal(true);
      get<HTMLAnchorElement>(element, '.box a').click();
      expect(focused(element)?.id).to.equal('place');
    });

    it('asks for the code of a circle by invitation, not for one of another circle', async () => {
      api();
      const element = await signup();
      fill(element, { circle: 2 });
      await send(element);
      expect(message(element, 'invitation')).to.contain('le code reçu du club');
      write(element, 'invitation', 'x'.repeat(65));
      get(element, '#circle-0').click();
      await settle();
      expect(inside(element, '.box')).to.equal(null);
    });

    it('speaks the new language when it changes afterwards', async () => {
      api();
      const element = await signup();
      await send(element);
      element.lang = 'de';
      await waitUntil(() => message(element, 'firstName') === 'Schreiben Sie, wie man Sie nennt.', 'it is German');
      expect(get(element, '#box').textContent).to.contain('Bitte prüfen Sie 5 Angaben');
    });
  });

  describe('agrees with the platform', () => {
    it('makes the controls as valid as it finds them', async () => {
      const seen = api();
      const element = await signup();
      expect(element.checkValidity()).to.equal(false);
      fill(element);
      await waitUntil(() => seen.length > 1, 'what checks is loaded');
      expect(element.checkValidity()).to.equal(true);
      expect(inside(element, 'input:invalid')).to.equal(null);
      write(element, 'firstName', '\u200b');
      expect(element.checkValidity()).to.equal(false);
      expect(get(element, ':invalid:not(form)').validationMessage).to.equal('Écrivez comment on vous appelle.');
      expect(message(element, 'firstName')).to.equal('');
      write(element, 'firstName', 'Zoé');
      get(element, '#circle-2').click();
      expect(element.checkValidity()).to.equal(false);
      write(element, 'invitation', 'FLAMME');
      expect(element.checkValidity()).to.equal(true);
    });

    it('can be sent and emptied by the page', async () => {
      const seen = api();
      const element = await signup();
      element.submit();
      await waitUntil(() => focused(element)?.className === 'box', 'it was checked');
      fill(element);
      element.reset();
      await settle();
      expect(get(element, '#firstName').value).to.equal('');
      expect(inside(element, ':checked')).to.equal(null);
      expect(inside(element, '.box')).to.equal(null);
      expect(joinsOf(seen)).to.deep.equal([]);
    });

    it('does nothing while there is no form', async () => {
      api();
      const element = await signup('partner="ville"');
      element.submit();
      element.reset();
      expect(element.checkValidity()).to.equal(false);
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
