import { expect } from '@open-wc/testing';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import { api, fill, focused, get, inside, joinsOf, said, send, signup, write } from './signup-support.ts';
import { waitUntil } from './shared/wait-until.ts';

const message = (element: Element, name: string) => inside(element, `#${name}-error`)?.textContent?.trim();

describe('what <ambassador-signup> finds wrong', () => {
  before(() => useSourceTerms('signup'));

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
      expect(said(element)).not.to.equal(first);
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
});
