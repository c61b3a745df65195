import { expect } from '@open-wc/testing';
import { badgePaths, type BadgeStatus } from '../../api/contract/badge.ts';
import { badgeLimits } from '../../api/contract/limits.ts';
import { isUnder } from '../../widgets/badge/site.ts';
import { scriptPayloads } from '../support/payloads.ts';
import { badgeIn, details, id, otherId, rows, said, statesTold, statusOf } from './badge-support.ts';
import { fakeApi, json, never, offline, problem, type Answer } from './shared/fake-api.ts';
import { showsFallback } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { waitUntil } from './shared/wait-until.ts';

const unknown = 'Non vérifiable';
const pictureShown = (element: Element) =>
  showsFallback(element) && element.firstElementChild!.checkVisibility({ visibilityProperty: true });

describe('<ambassador-badge>: what is known of a badge', () => {
  before(() => useSourceTerms('badge'));

  describe('cannot be checked, and is never taken for valid', () => {
    const text =
      (body: string): Answer =>
      () =>
        new Response(body, { headers: { 'content-type': 'application/json' } });
    const changed =
      (more: object): Answer =>
      () =>
        json({ ...statusOf(), ...more });
    const without =
      (key: keyof BadgeStatus): Answer =>
      () =>
        json({ ...statusOf(), [key]: undefined });
    const cases: Record<string, Answer> = {
      'a badge that nobody knows': () => problem('not_found', 404),
      'a club that is broken': () => problem('internal', 500),
      'a club in trouble that answers with a status all the same': () => json(statusOf(), 503),
      'a page of something in between': text('<!doctype html><title>Wi-Fi</title>'),
      'an empty answer': text(''),
      'half an answer': text(JSON.stringify(statusOf()).slice(0, -9)),
      null: text('null'),
      'a word': text('"valid"'),
      'a list': text(`[${JSON.stringify(statusOf())}]`),
      'no network': offline,
      'the status of another badge': changed({ id: otherId }),
      'an id in other letters': changed({ id: id.toLowerCase() }),
      'a state that nobody knows': changed({ state: 'revoked' }),
      'a state of our own making': changed({ state: 'wrong-site' }),
      'a state in other letters': changed({ state: 'VALID' }),
      'a state that is none': changed({ state: true }),
      'a list of states': changed({ state: ['valid'] }),
      'no state': without('state'),
      'no id': without('id'),
      'no first day': without('since'),
      'a first day that is none': changed({ since: '2026-13-45' }),
      'a last day that is none': changed({ until: 'tomorrow' }),
      'a name that is an object': changed({ name: { toString: 'x' } }),
      'a circle that is a template': changed({ circle: { _$litType$: 1, strings: ['<b>'], values: [] } }),
      'a domain that is a list': changed({ domain: ['localhost'] }),
      'more than a status may weigh': changed({ name: 'x'.repeat(badgeLimits.statusBytes) }),
      'more than a status may weigh, in what nobody reads': changed({ more: 'x'.repeat(badgeLimits.statusBytes) }),
    };
    for (const [what, answer] of Object.entries(cases))
      it(`when there is ${what}`, async () => {
        const told = statesTold();
        fakeApi(answer);
        const element = await badgeIn();
        expect(said(element)).to.equal(unknown);
        expect(told).to.deep.equal([{ badge: id, state: 'unknown' }]);
        expect(rows(element)).to.deep.equal({});
        expect(details(element).textContent).not.to.contain('Vérifié à l’instant');
        expect(pictureShown(element)).to.equal(true);
        expect(consoleLines()).to.have.length(1);
        expect(consoleLines()[0]).to.contain(`badge="${id}" cannot be checked at ${location.origin}`);
      });

    it('when the club does not answer in time', async () => {
      const { timeout } = AbortSignal;
      AbortSignal.timeout = () => timeout.call(AbortSignal, 1);
      try {
        fakeApi(never);
        const element = await badgeIn();
        await waitUntil(() => said(element) === unknown, 'it says that it does not know');
        expect(consoleLines()[0]).to.contain('(timeout)');
      } finally {
        AbortSignal.timeout = timeout;
      }
    });

    it('says nothing before the answer is here', async () => {
      const told = statesTold();
      fakeApi(never);
      const element = await badgeIn();
      expect(said(element)).to.equal('');
      expect(told).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector('button')).to.equal(null);
      expect(element.shadowRoot!.querySelector('[role=status]')).not.to.equal(null);
    });
  });

  it('says that a membership has ended, over a picture that may still lie in a cache', async () => {
    const told = statesTold();
    fakeApi(() => json(statusOf({ state: 'ended', until: null })));
    const element = await badgeIn();
    expect(said(element)).to.equal('Adhésion terminée');
    expect(told).to.deep.equal([{ badge: id, state: 'ended' }]);
    expect(pictureShown(element)).to.equal(true);
    expect(getComputedStyle(element.shadowRoot!.querySelector('slot')!.parentElement!).filter).to.equal('grayscale(1)');
    expect(Object.keys(rows(element))).to.deep.equal(['Nom', 'Cercle', 'Depuis le']);
  });

  describe('on a site', () => {
    it('that is its own, is valid and says so', async () => {
      fakeApi(() => json(statusOf({ domain: location.hostname })));
      const element = await badgeIn();
      expect(said(element)).to.equal('Badge valable');
      expect(rows(element)).to.have.property('Site', location.hostname);
      expect(pictureShown(element)).to.equal(true);
    });

    it('that is another, hides the picture from eyes and ears, and says where it is valid', async () => {
      const told = statesTold();
      fakeApi(() => json(statusOf({ domain: 'boulangerie.example' })));
      const element = await badgeIn();
      expect(said(element)).to.equal('Non valable sur ce site Valable sur boulangerie.example');
      expect(told).to.deep.equal([{ badge: id, state: 'wrong-site' }]);
      expect(pictureShown(element)).to.equal(false);
      const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('[role=status] a')!;
      expect(link.pathname).to.equal(badgePaths.page(id));
      const [chip, image] = [element.shadowRoot!.querySelector('.chip')!, element.querySelector('img')!].map((each) =>
        each.getBoundingClientRect(),
      );
      expect(chip!.top).to.be.at.most(image!.top);
      expect(chip!.bottom).to.be.at.least(image!.bottom);
    });

    for (const variant of ['line', 'seal', 'compact'])
      it(`that is another, covers the whole ${variant} that it drew itself`, async () => {
        fakeApi(() => json(statusOf({ domain: 'boulangerie.example' })));
        const element = await badgeIn(`badge="${id}" variant="${variant}"`, '');
        const [chip, image] = ['.chip', 'img'].map((each) =>
          element.shadowRoot!.querySelector(each)!.getBoundingClientRect(),
        );
        expect(chip!.top).to.be.at.most(image!.top);
        expect(chip!.bottom).to.be.at.least(image!.bottom);
      });

    it('that is another, has ended when it has ended', async () => {
      fakeApi(() => json(statusOf({ domain: 'boulangerie.example', state: 'ended', until: null })));
      expect(said(await badgeIn())).to.equal('Adhésion terminée');
    });

    for (const domain of ['', '.', 'not a host', 'http://localhost'])
      it(`is not valid when its domain is "${domain}"`, async () => {
        fakeApi(() => json(statusOf({ domain })));
        expect(said(await badgeIn())).to.contain('Non valable sur ce site');
      });

    for (const [host, domain, expected] of [
      ['shop.example', 'shop.example', true],
      ['www.shop.example', 'shop.example', true],
      ['a.b.shop.example', 'shop.example', true],
      ['shop.example.', 'shop.example', true],
      ['www.shop.example.', 'shop.example', true],
      ['shop.example', 'shop.example.', true],
      ['shop.example', 'SHOP.Example', true],
      ['xn--bckerei-5wa.example', 'bäckerei.example', true],
      ['www.xn--bckerei-5wa.example', 'BÄCKEREI.example', true],
      ['xn--bckerei-5wa.example', 'xn--bckerei-5wa.example', true],
      ['evilshop.example', 'shop.example', false],
      ['shop.example.evil.example', 'shop.example', false],
      ['shop.example', 'www.shop.example', false],
      ['example', 'shop.example', false],
      ['shop.exampl', 'shop.example', false],
      ['bckerei.example', 'bäckerei.example', false],
      ['xn--bckerei-5wa.example', 'backerei.example', false],
      ['', 'shop.example', false],
      ['', '', false],
      ['shop.example', '', false],
      ['shop.example', ' ', false],
    ] as const)
      it(`${host || 'nowhere'} ${expected ? 'is' : 'is not'} under "${domain}"`, () => {
        expect(isUnder(host, domain)).to.equal(expected);
      });
  });

  it('writes whatever is in a name, a circle or a domain as text', async () => {
    let payload = 'x';
    fakeApi(() => json(statusOf({ name: payload, circle: payload, domain: null })));
    const element = await badgeIn();
    const outline = () => Array.from(element.shadowRoot!.querySelectorAll('*'), ({ localName }) => localName).join();
    const usual = outline();
    for (payload of scriptPayloads) {
      element.badge = otherId;
      await element.updateComplete;
      element.badge = id;
      const written = () => rows(element)['Nom'];
      await waitUntil(() => written() === payload, `${payload} is written`);
      expect(rows(element)['Cercle']).to.equal(payload);
      expect(outline()).to.equal(usual);
    }
  });

  it('writes a domain that is a script as text', async () => {
    const domain = '<img src=x onerror=alert(1)>';
    fakeApi(() => json(statusOf({ domain })));
    const element = await badgeIn();
    expect(said(element)).to.contain(domain);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });
});
