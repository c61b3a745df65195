/** What the stories report of themselves: sums, once, when the page is left; and nothing of anybody. */
import { expect } from '@open-wc/testing';
import { talliesPath } from '../../api/contract/statistics.ts';
import { setViewport } from './shared/commands.ts';
import { fakeApi, json, offline, type SeenRequest } from './shared/fake-api.ts';
import { settle } from './shared/mount.ts';
import { feed, film, stories, story } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { all, api, get, longTimers, press, stub, testimonials, type LongTimers } from './testimonials-support.ts';
import { waitUntil } from './shared/wait-until.ts';

describe('what stories report of themselves', () => {
  let timers: LongTimers;
  let seen: SeenRequest[];

  before(() => useSourceTerms('testimonials'));
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 2400 });
    timers = longTimers(1000);
    seen = api(stories(5));
  });

  const reports = () => seen.filter(({ path }) => path === talliesPath);
  /** Waits until the browser has said of so many stories that they are in view. */
  const watched = (many: number) =>
    waitUntil(() => timers.waiting().filter((wait) => wait === 1000).length === many, `${many} stories wait`);

  function hide(state = 'hidden'): void {
    stub(Document.prototype, 'visibilityState', { get: () => state });
    dispatchEvent(new Event('visibilitychange'));
    stub(Document.prototype, 'visibilityState', { get: () => 'visible' });
  }

  it('is one request when the page is hidden, with sums and the page, and no other key', async () => {
    await testimonials('layout="list"', 700);
    await watched(5);
    timers.ring();
    expect(reports()).to.have.length(0);
    hide();
    await settle();
    expect(reports()).to.have.length(1);
    const [{ method, body, init }] = reports() as [SeenRequest];
    expect(method).to.equal('POST');
    expect(body).to.deep.equal({
      partner: 'ville',
      path: location.pathname,
      campaign: null,
      counts: { story_seen: 5 },
    });
    expect(init.keepalive).to.equal(true);
    expect(init.referrerPolicy).to.equal('strict-origin');
    // No preflight, which a page that is closing does not wait for.
    expect(init.headers).to.equal(undefined);
    hide();
    await settle();
    expect(reports()).to.have.length(1);
  });

  it('counts a story once, however often it comes by, and only what was half in view for a second', async () => {
    const element = await testimonials('', 500);
    await watched(1);
    // It goes before the second is over.
    await press(element, '[part="next"]');
    await watched(1);
    timers.ring();
    await press(element, '[part="previous"]');
    await watched(1);
    timers.ring();
    await press(element, '[part="next"]');
    await watched(1);
    timers.ring();
    hide();
    await settle();
    expect(reports()[0]!.body).to.deep.include({ counts: { story_seen: 2 } });
  });

  it('counts nothing that is below the page', async () => {
    const element = await testimonials('layout="list"', 700);
    await watched(5);
    element.style.marginBlockStart = '3000px';
    await watched(0);
    timers.ring();
    hide();
    await settle();
    expect(reports()).to.have.length(0);
  });

  it('counts a film once when it plays, however often', async () => {
    seen = api([story(1, { kind: 'video', media: [film(1)] })]);
    const element = await testimonials('layout="single"');
    get(element, '.film').click();
    await settle();
    const video = get<HTMLVideoElement>(element, 'video');
    for (let times = 0; times < 3; times += 1) video.dispatchEvent(new Event('play'));
    hide();
    await settle();
    expect(reports()[0]!.body).to.deep.include({ counts: { story_played: 1 } });
  });

  it('is told when the element goes, not when it is moved', async () => {
    const element = await testimonials('layout="list"', 700);
    await watched(5);
    timers.ring();
    const parent = element.parentElement!;
    parent.remove();
    document.body.append(parent);
    await settle();
    expect(reports()).to.have.length(0);
    expect(all(element, '.card')).to.have.length(5);
    element.remove();
    await settle();
    expect(reports()).to.have.length(1);
    parent.remove();
    hide();
    await settle();
    expect(reports()).to.have.length(1);
  });

  it('leaves out of the page’s address whatever may be somebody’s', async () => {
    const before = location.href;
    history.replaceState(null, '', '/konto/odile@example.org/9f86d081884c7d65?token=secret&utm_campaign=fete#me');
    try {
      await testimonials('layout="list"', 700);
      await watched(5);
      timers.ring();
      hide();
      await settle();
      expect(reports()[0]!.body).to.deep.include({ path: '/konto/-/-', campaign: 'fete' });
      history.replaceState(null, '', '/?utm_campaign=odile@example.org');
      expect(JSON.stringify(seen)).not.to.match(/odile|secret|9f86|#me/);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('is silent where nobody answers, and where the page allows no request', async () => {
    for (const fail of [
      offline,
      () => {
        throw new TypeError('refused by the page’s policy');
      },
    ]) {
      // prettier-ignore
      seen = fakeApi(({ path }) => (path === talliesPath ? fail() : json(feed(stories(2)))));
      const element = await testimonials('layout="list"', 700);
      await watched(2);
      timers.ring();
      const { warn, error } = console;
      const said: unknown[] = [];
      Object.assign(console, { warn: (...words: unknown[]) => said.push(words), error: (...words: unknown[]) => said.push(words) }); // prettier-ignore
      hide();
      await settle();
      Object.assign(console, { warn, error });
      expect(reports()).to.have.length(1);
      expect(said).to.deep.equal([]);
      element.parentElement!.remove();
    }
  });
});
