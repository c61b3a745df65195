import { expect } from '@open-wc/testing';
import { badgePaths } from '../../api/contract/badge.ts';
import type { AmbassadorBadge } from '../../widgets/badge/badge.ts';
import { badgeIn, comeBack, id, later, opener, otherId, picture, said, statesTold, statusOf } from './badge-support.ts';
import { fakeApi, json, never, offline, type SeenRequest } from './shared/fake-api.ts';
import { mount, seen, settle } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';

const minute = 60_000;
const answer = ({ path }: SeenRequest) => json(statusOf({ id: path.split('/')[2]! }));

describe('<ambassador-badge>: when it asks the club', () => {
  before(() => useSourceTerms('badge'));

  it('asks once, for the status alone, and tells nothing of the visitor', async () => {
    const asked = fakeApi(answer);
    await badgeIn();
    expect(asked.map(({ method, path, query, body }) => ({ method, path, query, body }))).to.deep.equal([
      { method: 'GET', path: badgePaths.status(id), query: {}, body: undefined },
    ]);
    expect(asked[0]!.init.credentials).to.equal('omit');
  });

  it('waits until it is seen, even when the page is loaded meanwhile', async () => {
    const asked = fakeApi(answer);
    const page = await mount<HTMLElement>(
      `<div><p></p><ambassador-badge badge="${id}">${picture}</ambassador-badge></div>`,
    );
    (page.firstElementChild as HTMLElement).style.height = '3000px';
    const element = page.querySelector('ambassador-badge')!;
    await comeBack(false);
    await seen(element);
    await comeBack(true);
    expect(asked).to.have.length(0);
    element.scrollIntoView();
    await seen(element);
    expect(asked).to.have.length(1);
    for (const top of [0, 3000, 0, 3000]) {
      scrollTo(0, top);
      await seen(element);
    }
    expect(asked).to.have.length(1);
    later(minute + 1);
    scrollTo(0, 0);
    await seen(element);
    expect(asked).to.have.length(1);
    element.scrollIntoView();
    await seen(element);
    expect(asked).to.have.length(2);
    scrollTo(0, 0);
  });

  it('asks again when the page comes back out of the cache, once the answer may have changed', async () => {
    const told = statesTold();
    let state: 'valid' | 'ended' = 'valid';
    const asked = fakeApi(() => json(statusOf({ state })));
    const element = await badgeIn();
    await comeBack();
    expect(asked).to.have.length(1);
    later(minute + 1);
    await comeBack();
    expect(asked).to.have.length(2);
    expect(told).to.have.length(1);
    state = 'ended';
    later(minute + 1);
    await comeBack();
    expect(asked).to.have.length(3);
    expect(said(element)).to.equal('Adhésion terminée');
    expect(told.map((each) => each.state)).to.deep.equal(['valid', 'ended']);
  });

  it('asks again when its details are opened after a while: "just now" is true', async () => {
    const asked = fakeApi(answer);
    const element = await badgeIn();
    opener(element).click();
    opener(element).click();
    await settle();
    expect(asked).to.have.length(1);
    later(minute + 1);
    opener(element).click();
    await settle();
    expect(asked).to.have.length(2);
  });

  it('never asks by itself, nor sooner because there was no answer', async () => {
    const asked = fakeApi(offline);
    const element = await badgeIn();
    for (let turn = 0; turn < 5; turn++) await comeBack();
    expect(asked).to.have.length(1);
    later(10 * minute);
    await settle();
    expect(asked).to.have.length(1);
    fakeApi(answer);
    await comeBack();
    expect(said(element)).to.equal('Badge valable');
    expect(consoleLines()).to.have.length(1);
  });

  it('no longer says "valid" when it can no longer check', async () => {
    const told = statesTold();
    fakeApi(answer);
    const element = await badgeIn();
    fakeApi(offline);
    later(minute + 1);
    await comeBack();
    expect(said(element)).to.equal('Non vérifiable');
    expect(told.map(({ state }) => state)).to.deep.equal(['valid', 'unknown']);
    expect(consoleLines()).to.have.length(1);
  });

  it('keeps what it says while it asks again', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    fakeApi(never);
    later(minute + 1);
    await comeBack();
    expect(said(element)).to.equal('Badge valable');
  });

  it('forgets everything when the badge is another, and drops answers that come late', async () => {
    const told = statesTold();
    const waiting = new Map<string, (response: Response) => void>();
    fakeApi(({ path }) => new Promise((resolve) => waiting.set(path, resolve)));
    const element = await badgeIn();
    element.badge = otherId;
    await settle();
    waiting.get(badgePaths.status(otherId))!(json(statusOf({ id: otherId, state: 'ended', until: null })));
    await settle();
    expect(said(element)).to.equal('Adhésion terminée');
    waiting.get(badgePaths.status(id))!(json(statusOf()));
    await settle();
    expect(said(element)).to.equal('Adhésion terminée');
    expect(told).to.deep.equal([{ badge: otherId, state: 'ended' }]);
    element.badge = id;
    await element.updateComplete;
    expect(said(element)).to.equal('');
  });

  it('drops the answer for a badge that it no longer has', async () => {
    let tell!: (response: Response) => void;
    fakeApi(() => new Promise((resolve) => (tell = resolve)));
    const told = statesTold();
    const element = await badgeIn();
    element.badge = null;
    await settle();
    tell(json(statusOf()));
    await settle();
    expect(said(element)).to.equal('');
    expect(told.filter(({ state }) => state === 'valid')).to.deep.equal([]);
    expect(consoleLines().length).to.be.at.most(1);
  });

  it('drops a late answer also when the badge has become another out of view', async () => {
    let tell!: (response: Response) => void;
    fakeApi(() => new Promise((resolve) => (tell = resolve)));
    const told = statesTold();
    const page = await mount<HTMLElement>(
      `<div><ambassador-badge badge="${id}">${picture}</ambassador-badge><p></p></div>`,
    );
    const element = page.querySelector<AmbassadorBadge>('ambassador-badge')!;
    (page.lastElementChild as HTMLElement).style.height = '3000px';
    await seen(element);
    scrollTo(0, 3000);
    await seen(element);
    element.badge = otherId;
    await element.updateComplete;
    tell(json(statusOf()));
    await settle();
    expect(said(element)).to.equal('');
    expect(told).to.deep.equal([]);
    scrollTo(0, 0);
  });

  it('asks again for a badge that it had before', async () => {
    const asked = fakeApi(answer);
    const element = await badgeIn();
    element.badge = otherId;
    await settle();
    element.badge = id;
    await settle();
    expect(asked.map(({ path }) => path)).to.deep.equal([id, otherId, id].map(badgePaths.status));
    expect(said(element)).to.equal('Badge valable');
  });

  it('asks the other club when the page names another', async () => {
    fakeApi(answer);
    const element = await badgeIn();
    const addresses: string[] = [];
    const { fetch } = window;
    window.fetch = (input, init) => {
      addresses.push(String(input));
      return fetch(input, init);
    };
    element.api = 'https://other.example';
    await settle();
    expect(addresses).to.deep.equal([`https://other.example/b/${id}/status.json`]);
  });

  it('drops its request when it leaves the page, and asks anew when it is back', async () => {
    const asked = fakeApi(never);
    const element = await badgeIn();
    element.remove();
    await settle();
    expect(asked[0]!.init.signal!.aborted).to.equal(true);
    fakeApi(answer);
    document.body.append(element);
    await seen(element);
    expect(said(element)).to.equal('Badge valable');
    element.remove();
  });

  it('goes on asking while it is moved', async () => {
    let tell!: (response: Response) => void;
    const asked = fakeApi(() => new Promise((resolve) => (tell = resolve)));
    const element: AmbassadorBadge = await badgeIn();
    const elsewhere = await mount<HTMLElement>('<section></section>');
    elsewhere.append(element);
    await seen(element);
    expect(asked).to.have.length(1);
    tell(json(statusOf()));
    await settle();
    expect(said(element)).to.equal('Badge valable');
  });
});
