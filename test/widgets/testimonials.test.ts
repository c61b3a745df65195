import { expect } from '@open-wc/testing';
import { setViewport } from './shared/commands.ts';
import type { AmbassadorTestimonials } from '../../widgets/testimonials/testimonials.ts';
import { fakeApi, json, never, offline, problem } from './shared/fake-api.ts';
import { drawn, mount, seen, settle, showsFallback, untilDrawn } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { feed, stories, story } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';
import { all, api, focused, get, position, press, still, testimonials } from './testimonials-support.ts';
import { waitUntil } from './shared/wait-until.ts';

const quote = '<blockquote>Une ville qui se relève.</blockquote>';
const light = `<div>${quote}<a href="https://club.example/stories">Tous les récits</a></div>`;

runWidgetSuite('ambassador-testimonials', {
  widget: 'testimonials',
  // Room that the page has reserved: the stories may take it at once.
  attributes: 'partner="ville" style="display: block; min-block-size: 900px"',
  answer: ({ query }) => json(feed(stories(Math.min(3, Number(query.limit))))),
  fallback: light,
  defineAgain: () => import(new URL('../../widgets/testimonials/define.ts?again', import.meta.url).href),
});

describe('<ambassador-testimonials>', () => {
  before(() => useSourceTerms('testimonials'));
  beforeEach(async () => {
    await setViewport({ width: 1000, height: 800 });
    scrollTo(0, 0);
  });
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  async function on(markup: string): Promise<AmbassadorTestimonials> {
    const page = await mount<HTMLElement>(`<main>${markup}</main>`);
    await settle();
    return page.querySelector('ambassador-testimonials')!;
  }

  describe('what it asks for', () => {
    it('is what the page says, once, without credentials', async () => {
      const seen = api();
      await testimonials(
        'layout="wall" circle="vip" kind="photo" language="de" tag="marché" limit="12" order="newest" only-partner',
      );
      expect(seen.map(({ method, path, query }) => ({ method, path, query }))).to.deep.equal([
        {
          method: 'GET',
          path: '/v1/stories',
          query: {
            partner: 'ville',
            lang: 'fr',
            circle: 'vip',
            kind: 'photo',
            language: 'de',
            tag: 'marché',
            order: 'newest',
            limit: '12',
            from: 'ville',
          },
        },
      ]);
      expect(seen[0]?.init.credentials).to.equal('omit');
    });

    for (const [attributes, limit] of [
      ['', '8'],
      ['layout="nonsense"', '8'],
      ['layout="constructor"', '8'],
      ['layout="wall"', '9'],
      ['layout="list"', '5'],
      ['layout="single"', '1'],
    ])
      it(`is enough for ${attributes || 'a carousel'}`, async () => {
        const seen = api();
        await testimonials(attributes);
        expect(seen[0]?.query).to.deep.equal({ partner: 'ville', lang: 'fr', limit });
      });

    it('is one story where the page names it', async () => {
      const seen = api();
      const element = await testimonials('story="s3"');
      expect(seen.map(({ path, query }) => [path, query])).to.deep.equal([
        ['/v1/stories/s3', { partner: 'ville', lang: 'fr' }],
      ]);
      expect(all(element, '.single > .card').map(({ id }) => id)).to.deep.equal(['story-s3']);
    });

    it('is asked again when the page changes its mind, and shown in the place of what was there', async () => {
      const seen = fakeApi(({ query }) => json(feed([story(query.tag ? 7 : 1)])));
      const element = await testimonials('layout="list"');
      element.tag = 'tram';
      await waitUntil(() => all(element, '#story-s7').length, 'other stories come');
      expect(seen.map(({ query }) => query['tag'])).to.deep.equal([undefined, 'tram']);
      expect(all(element, '.card')).to.have.length(1);
    });
  });

  describe('what the page has between the tags', () => {
    it('stays while the answer is on its way, and when there are no stories', async () => {
      fakeApi(never);
      const waiting = await on(`<ambassador-testimonials>${light}</ambassador-testimonials>`);
      expect(showsFallback(waiting)).to.equal(true);
      waiting.remove();
      api([]);
      const empty = await on(
        `<ambassador-testimonials style="display: block; min-block-size: 900px">${light}</ambassador-testimonials>`,
      );
      expect(showsFallback(empty)).to.equal(true);
      expect(all(empty, '.base')).to.deep.equal([]);
    });

    for (const [code, status] of [
      ['partner_unknown', 404],
      ['internal', 500],
    ] as const)
      it(`stays on ${code}, and the webmaster is told why`, async () => {
        fakeApi(() => problem(code, status));
        const element = await on(`<ambassador-testimonials partner="x">${light}</ambassador-testimonials>`);
        expect(showsFallback(element)).to.equal(true);
        expect(consoleLines()).to.have.length(1);
        expect(consoleLines()[0]).to.contain('[ambassador-testimonials]').and.to.contain(code);
      });

    it('is not replaced by fewer stories than it has quotes', async () => {
      api(stories(2));
      const element = await on(
        `<ambassador-testimonials style="display: block; min-block-size: 900px"><div>${quote.repeat(3)}</div></ambassador-testimonials>`,
      );
      expect(showsFallback(element)).to.equal(true);
    });

    it('stays while the visitor looks at it and the stories are taller', async () => {
      api();
      const element = await on(`<ambassador-testimonials>${light}</ambassador-testimonials><p>Après</p>`);
      const after = element.nextElementSibling!;
      const { top } = after.getBoundingClientRect();
      expect(showsFallback(element)).to.equal(true);
      element.requestUpdate();
      await settle();
      expect(after.getBoundingClientRect().top).to.equal(top);
    });

    it('is replaced in place where there is as much room, to the pixel', async () => {
      api();
      const tall = `<div><div style="block-size: 1000px">${quote}</div></div>`;
      const element = await on(`<ambassador-testimonials>${tall}</ambassador-testimonials><p>Après</p>`);
      const after = element.nextElementSibling!;
      await untilDrawn(element);
      await still(element);
      expect(Math.round(after.getBoundingClientRect().top - element.getBoundingClientRect().top)).to.be.at.least(1000);
      expect(element.offsetHeight).to.equal(1000);
      expect(showsFallback(element)).to.equal(false);
    });

    it('is replaced below the view, before anybody comes there', async () => {
      api();
      const element = await on(
        `<div style="block-size: 3000px"></div><ambassador-testimonials>${light}</ambassador-testimonials>`,
      );
      await untilDrawn(element);
      expect(all(element, '.card')).to.have.length(5);
    });

    it('is replaced once the visitor has passed it, where that leaves what they look at where it is', async () => {
      api();
      const element = await on(
        `<ambassador-testimonials>${light}</ambassador-testimonials><p>Après</p><div style="block-size: 3000px"></div>`,
      );
      expect(showsFallback(element)).to.equal(true);
      const after = element.nextElementSibling!;
      scrollTo(0, 600);
      const { top } = after.getBoundingClientRect();
      await seen(element);
      // What WebKit draws above the view would move the view.
      if (CSS.supports('overflow-anchor: auto')) await untilDrawn(element);
      else expect(showsFallback(element)).to.equal(true);
      await still(element);
      expect(Math.round(after.getBoundingClientRect().top)).to.equal(Math.round(top));
    });

    it('comes back when the page names a partner that the club refuses, not when the club is away', async () => {
      let answer = () => json(feed(stories(3)));
      fakeApi(() => answer());
      const element = await on(
        `<ambassador-testimonials partner="ville" style="display: block; min-block-size: 900px">${light}</ambassador-testimonials>`,
      );
      await untilDrawn(element);
      answer = () => problem('internal', 500);
      element.partner = 'mairie';
      await settle();
      expect(showsFallback(element)).to.equal(false);
      answer = () => problem('partner_unknown', 404);
      element.partner = 'nobody';
      await waitUntil(() => showsFallback(element), 'the quotes of the page are back');
      expect(consoleLines()).to.have.length(2);
    });

    it('comes back when the page asks for stories that there are not', async () => {
      fakeApi(({ query }) => json(feed(query.tag ? [] : stories(3))));
      const element = await on(
        `<ambassador-testimonials style="display: block; min-block-size: 900px">${light}</ambassador-testimonials>`,
      );
      await untilDrawn(element);
      element.tag = 'rien';
      await waitUntil(() => showsFallback(element), 'the quotes of the page are back');
    });
  });

  describe('the address of a story', () => {
    it('leads to a slide, and focus with it', async () => {
      api();
      history.replaceState(null, '', '#story-s3');
      const element = await testimonials();
      expect(position(element)).to.equal('4 / 5');
      expect(focused(element)?.id).to.equal('story-s3');
    });

    it('is followed when it changes, also to a story that the feed does not have', async () => {
      const list = stories(5);
      const seen = fakeApi(({ path }) => json(path === '/v1/stories' ? feed(list) : story(42)));
      const element = await testimonials('layout="wall"');
      location.hash = '#story-s42';
      await waitUntil(() => focused(element)?.id === 'story-s42', 'the story has the focus');
      expect(seen.map(({ path }) => path)).to.deep.equal(['/v1/stories', '/v1/stories/s42']);
      expect(all(element, '.card').map(({ id }) => id)).to.deep.equal(
        ['s0', 's1', 's2', 's3', 's4', 's42'].map((id) => `story-${id}`),
      );
      const { top, bottom } = get(element, '#story-s42').getBoundingClientRect();
      expect(bottom > 0 && top < innerHeight).to.equal(true);
    });

    it('opens the stories although the visitor looks at what the page has there', async () => {
      api();
      history.replaceState(null, '', '#story-s1');
      const element = await on(`<ambassador-testimonials>${light}</ambassador-testimonials>`);
      await untilDrawn(element);
      await still(element);
      expect(focused(element)?.id).to.equal('story-s1');
    });

    it('changes nothing when the club does not show it, or it is no address of a story', async () => {
      for (const hash of ['#story-gone', '#story-', '#story-a"]b', '#contenu']) {
        const seen = api(stories(2));
        history.replaceState(null, '', hash);
        const element = await testimonials();
        await settle();
        expect(position(element)).to.equal('1 / 2');
        expect(focused(element)).to.equal(null);
        // On a busy machine the one before has been seen for a second, and says so when it goes.
        const asked = seen.filter(({ path }) => path.startsWith('/v1/stories'));
        expect(asked.length, hash).to.equal(hash === '#story-gone' ? 2 : 1);
        element.remove();
      }
    });

    it('is loaded by one of two elements', async () => {
      const seen = fakeApi(({ path }) => json(path === '/v1/stories' ? feed(stories(2)) : story(42)));
      history.replaceState(null, '', '#story-s42');
      const first = await on('<ambassador-testimonials></ambassador-testimonials>'.repeat(2));
      await waitUntil(() => focused(first)?.id === 'story-s42', 'the first one has it');
      expect(seen.filter(({ path }) => path.endsWith('s42'))).to.have.length(1);
    });
  });

  describe('further stories', () => {
    it('come when asked for, after those that are there, and take the focus', async () => {
      const seen = fakeApi(({ query }) =>
        json(query['after'] ? feed([story(1), story(5), story(6)]) : feed(stories(3), 'cursor')),
      );
      const element = await testimonials('layout="wall"');
      const more = get(element, '[part="more"]');
      more.focus();
      more.click();
      await waitUntil(() => all(element, '.card').length === 5, 'they come');
      await settle();
      expect(seen[1]?.query).to.deep.equal({ partner: 'ville', lang: 'fr', limit: '9', after: 'cursor' });
      expect(focused(element)?.id).to.equal('story-s5');
      expect(all(element, '[part="more"]')).to.deep.equal([]);
    });

    it('are asked for again after a failure, which is said', async () => {
      let down = true;
      fakeApi(({ query }) =>
        query['after'] ? (down ? offline() : json(feed([story(8)]))) : json(feed(stories(2), 'x')),
      );
      const element = await testimonials('layout="list"');
      get(element, '[part="more"]').click();
      await waitUntil(() => get(element, '[role="status"]').textContent, 'it is said');
      expect(drawn(element)).to.contain('Le chargement a échoué');
      down = false;
      get(element, '[part="more"]').click();
      await waitUntil(() => all(element, '.card').length === 3, 'they come');
    });

    it('are not offered by a carousel', async () => {
      api(stories(5), 'cursor');
      expect(all(await testimonials(), '[part="more"]')).to.deep.equal([]);
    });
  });

  it('is two things on one page that do not know each other', async () => {
    api();
    const first = await testimonials();
    const second = await testimonials();
    await press(second, '[part="next"]');
    expect([position(first), position(second)]).to.deep.equal(['1 / 5', '2 / 5']);
  });
});
