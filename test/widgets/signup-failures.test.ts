import { expect } from '@open-wc/testing';
import type { ProblemCode } from '../../api/contract/codes.ts';
import { challengeFor } from './shared/challenge.ts';
import { json, never, offline, problem, type Answer } from './shared/fake-api.ts';
import { drawn, settle } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import {
  accepted,
  api,
  eventsOf,
  filled,
  focused,
  get,
  inTurn,
  inside,
  joinsOf,
  said,
  send,
  until,
  viewIn,
  write,
} from './signup-support.ts';
import { waitUntil } from './shared/wait-until.ts';

describe('<ambassador-signup> when it cannot send', () => {
  before(() => useSourceTerms('signup'));

  describe('when the club does not take it', () => {
    const kept = 'Rien n’est perdu\u00a0: ce que vous avez écrit est encore là.';

    async function fails(join: Answer, words: string, code: string, fields: string[] = []): Promise<void> {
      const seen = api({ join: inTurn(join, join, accepted) });
      const element = await filled();
      const events = eventsOf(element);
      await send(element);
      const box = get(element, '.box');
      expect(focused(element)).to.equal(box);
      expect(get(element, '#box').textContent).to.equal(words);
      expect(box.textContent).to.contain(kept);
      expect(said(element).trim()).to.equal(kept);
      expect(get<HTMLAnchorElement>(element, '.box a').href).to.equal('https://club.example/join?partner=ville');
      expect(get(element, '#firstName').value).to.equal('Camille');
      expect(events.at(-1)).to.deep.equal(['error', { code, fields }]);
      await expect(element).to.be.accessible();

      const heard: string[] = [];
      const listener = new MutationObserver(() => heard.push(said(element)));
      listener.observe(get(element, '[role="status"]'), { subtree: true, childList: true, characterData: true });
      get<HTMLButtonElement>(element, '.box button').click();
      await waitUntil(() => heard.length > 1, 'it is announced again');
      listener.disconnect();
      expect(heard).to.deep.equal(['Envoi en cours…', kept]);
      await waitUntil(() => focused(element)?.className === 'box', 'the box has focus again');
      get<HTMLButtonElement>(element, '.box button').click();
      await until(element, '.done');
      expect(joinsOf(seen)).to.have.length(3);
    }

    it('answers 500', () =>
      fails(() => problem('internal', 500), 'Le club ne peut pas répondre pour l’instant.', 'internal'));

    it('answers with a page of a proxy', () =>
      fails(
        () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
        'Le club ne peut pas répondre pour l’instant.',
        'server',
      ));

    it('is offline', () => fails(offline, 'Le club est injoignable. Vérifiez votre connexion.', 'offline'));

    it('answers too late', async () => {
      const { timeout } = AbortSignal;
      const waits: number[] = [];
      let clock = new AbortController();
      AbortSignal.timeout = (milliseconds) => {
        waits.push(milliseconds);
        clock = new AbortController();
        return clock.signal;
      };
      const late: Answer = (request) => {
        setTimeout(() => clock.abort(new DOMException('late', 'TimeoutError')));
        return never(request);
      };
      try {
        await fails(late, 'Le club met trop de temps à répondre.', 'timeout');
      } finally {
        AbortSignal.timeout = timeout;
      }
      expect(waits.at(-1)).to.equal(15_000);
    });

    it('has too many at once', () =>
      fails(
        () => problem('rate_limited', 429, {}, { 'retry-after': '90' }),
        'Beaucoup de monde à la fois. Réessayez dans 2 minutes.',
        'rate_limited',
      ));

    it('refuses a field that nobody sees: only the page is told which', () =>
      fails(
        () => problem('invalid_request', 422, { errors: [{ field: 'page.utm.source', code: 'too_long' }] }),
        'Le club n’a pas pu prendre votre demande.',
        'invalid_request',
        ['page.utm.source'],
      ));

    it('has closed this page meanwhile: the person is led on, the webmaster told', async () => {
      api({ join: () => problem('partner_paused', 403) });
      const element = await filled();
      await send(element);
      expect(get(element, '#box').textContent).to.equal('Ce formulaire ne peut pas servir sur cette page.');
      expect(inside(element, '.box button')).to.equal(null);
      expect(get<HTMLAnchorElement>(element, '.box a').href).to.equal('https://club.example/join?partner=ville');
      expect(get(element, '#firstName').value).to.equal('Camille');
      expect(consoleLines()[0]).to.contain('partner="ville"');
    });

    it('can hand out no challenge', async () => {
      api({ challenge: inTurn(offline, offline, async () => json(await challengeFor(5))) });
      const element = await filled();
      await settle();
      await send(element);
      expect(drawn(element)).to.contain('Le club est injoignable.');
      get<HTMLButtonElement>(element, '.box button').click();
      await until(element, '.done');
    });

    it('hands out a challenge that makes no sense', async () => {
      api({
        challenge: inTurn(
          () => json({}),
          async () => json(await challengeFor(5001)),
          async () => json(await challengeFor(5)),
        ),
      });
      const element = await filled();
      for (const attempt of ['without a salt', 'without an answer']) {
        await send(element);
        expect(drawn(element), attempt).to.contain('Le club ne peut pas répondre pour l’instant.').and.to.contain(kept);
      }
      await send(element);
      await until(element, '.done');
    });

    it('refuses a field: it is said beside it, until it is touched', async () => {
      const errors = [{ field: 'invitation', code: 'invitation_unknown' as const }];
      const seen = api({ join: inTurn(() => problem('invalid_request', 422, { errors }), accepted) });
      const element = await filled({ circle: 2 });
      write(element, 'invitation', 'FLAMME-0');
      const events = eventsOf(element);
      await send(element);
      expect(get(element, '#invitation-error').textContent).to.contain('inconnu ou a déjà servi');
      expect(get(element, '#invitation').validity.customError).to.equal(true);
      expect(focused(element)?.className).to.equal('box');
      expect(events.at(-1)).to.deep.equal(['error', { code: 'invalid_request', fields: ['invitation'] }]);
      write(element, 'invitation', 'FLAMME-1');
      await settle();
      expect(inside(element, '.box')).to.equal(null);
      await send(element);
      await until(element, '.done');
      expect(joinsOf(seen)).to.have.length(2);
    });

    it('has a new charter: it is fetched, and has to be accepted again', async () => {
      let charter = '2026-01';
      const errors = [{ field: 'charter', code: 'charter_outdated' as const }];
      const seen = api({
        partner: () => json({ ...viewIn('fr'), charter: { version: charter, url: `https://club.example/${charter}` } }),
        join: inTurn(() => problem('invalid_request', 422, { errors }), accepted),
      });
      const element = await filled();
      charter = '2026-09';
      await send(element);
      expect(get(element, '#charter').checked).to.equal(false);
      expect(get(element, '#charter-error').textContent).to.contain('vient de changer');
      await waitUntil(
        () => get<HTMLAnchorElement>(element, '.beside a').href.endsWith('2026-09'),
        'the new one is linked',
      );
      get(element, '#charter').click();
      await send(element);
      await until(element, '.done');
      expect(joinsOf(seen).map((join) => join.charter)).to.deep.equal(['2026-01', '2026-09']);
    });
  });

  describe('renews its proof without a word', () => {
    for (const code of ['proof_expired', 'proof_spent', 'proof_invalid', 'too_fast'] satisfies ProblemCode[])
      it(`after ${code}, once`, async () => {
        let number = 0;
        const refused = () => problem(code, 403);
        const seen = api({
          challenge: async () => json(await challengeFor(++number)),
          join: inTurn(refused, accepted, refused, refused),
        });
        const element = await filled();
        const events = eventsOf(element);
        await send(element);
        await until(element, '.done');
        const proofs = joinsOf(seen).map(({ proof }) => (JSON.parse(atob(proof)) as { number: number }).number);
        expect(proofs).to.deep.equal([1, 2]);
        expect(events.map(([name]) => name)).to.deep.equal(['request', 'success']);

        get<HTMLButtonElement>(element, '.done .link').click();
        await settle();
        await send(element);
        expect(joinsOf(seen)).to.have.length(4);
        expect(drawn(element)).to.contain('Le club n’a pas pu prendre votre demande.');
      });
  });
});
