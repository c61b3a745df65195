/** One story: its markup, long texts, pictures, films, links, and ways to pass it on. */
import { expect } from '@open-wc/testing';
import { setViewport } from './shared/commands.ts';
import type { StoryView } from '../../api/contract/story.ts';
import type { AmbassadorTestimonials } from '../../widgets/testimonials/testimonials.ts';
import type { AmbassadorStoryPlayEvent } from '../../widgets/testimonials/testimonials.events.ts';
import { excerptOf } from '../../widgets/testimonials/excerpt.ts';
import { settle } from './shared/mount.ts';
import { film, photo, story } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { all, api, focused, get, longTimers, press, still, stub, testimonials } from './testimonials-support.ts';
import { waitUntil } from './shared/wait-until.ts';

const sentence = 'Ce matin-là, il y avait de la brume sur le canal et personne dans les rues. ';
const long = sentence.repeat(12).trim();

describe('a story', () => {
  before(() => useSourceTerms('testimonials'));
  beforeEach(() => setViewport({ width: 1100, height: 900 }));

  async function show(more: Partial<StoryView>, attributes = 'layout="list"'): Promise<AmbassadorTestimonials> {
    api([story(0, more), story(1)]);
    return testimonials(attributes);
  }

  describe('in words', () => {
    it('is a figure with a quotation in its own language, and a caption', async () => {
      const element = await show({ language: 'ar', text: 'أحب هذه المدينة' });
      const quote = get(element, 'figure > .said > blockquote');
      expect(quote.lang).to.equal('ar');
      expect(getComputedStyle(quote).direction).to.equal('rtl');
      expect(quote.textContent!.trim()).to.equal('أحب هذه المدينة');
      const caption = get(element, 'figure > figcaption').textContent!.replaceAll(/\s+/g, ' ').trim();
      expect(caption).to.equal('Odile 0 Mulhouse · Habitants et cœurs d’ici');
      const figure = get(element, 'figure');
      expect(figure.lastElementChild?.localName).to.equal('figcaption');
    });

    it('shows markup as the text that it is', async () => {
      const markup = '<img src=x onerror=alert(1)> <b>&amp;</b> {{x}} ${x} javascript:alert(1)';
      const element = await show({ text: markup, author: { name: markup, place: markup, circle: { id: 'x', name: markup } } }); // prettier-ignore
      expect(get(element, 'blockquote').textContent!.trim()).to.equal(markup);
      expect(all(element, 'img, blockquote b, figcaption b b')).to.deep.equal([]);
    });

    it('keeps the paragraphs and the line breaks of its author', async () => {
      const element = await show({ text: 'Un\ndeux\n\ntrois' });
      expect(all(element, '.card:first-child .words').map((each) => each.innerText)).to.deep.equal([
        'Un\ndeux',
        'trois',
      ]);
    });

    it('is folded when it is long, and read on at a press, without moving what stands above', async () => {
      const element = await show({ text: long });
      const button = get(element, '[part="unfold"]');
      expect(button.textContent!.trim()).to.equal('Lire la suite');
      expect(get(element, 'blockquote').textContent!.trim()).to.match(/\S…$/);
      const { top } = get(element, 'blockquote').getBoundingClientRect();
      button.focus();
      await press(element, '[part="unfold"]');
      expect(get(element, 'blockquote').textContent!.trim()).to.equal(long);
      expect(get(element, 'blockquote').getBoundingClientRect().top).to.equal(top);
      expect(focused(element)).to.equal(button);
      expect(button.textContent!.trim()).to.equal('Replier');
    });

    it('keeps the button under the finger when it is folded again', async () => {
      await setViewport({ width: 500, height: 400 });
      api([story(0, { text: sentence.repeat(26).trim() }), story(1), story(2), story(3)]);
      const element = await testimonials('layout="list"');
      await press(element, '[part="unfold"]');
      const button = get(element, '[part="unfold"]');
      button.scrollIntoView({ block: 'center' });
      const { top } = button.getBoundingClientRect();
      button.click();
      await settle();
      expect(Math.abs(button.getBoundingClientRect().top - top)).to.be.below(2);
      scrollTo(0, 0);
    });

    it('is cut between words, never within a character, and by lines as well as by length', () => {
      expect(excerptOf('x'.repeat(420))).to.equal(undefined);
      expect(excerptOf(long)).to.match(/^Ce matin-là.+\S…$/);
      const whole = excerptOf(long)!.slice(0, -1);
      expect(long.startsWith(`${whole} `)).to.equal(true);
      for (const unit of ['😀', 'a😀']) expect(excerptOf(unit.repeat(300))!.isWellFormed(), unit).to.equal(true);
      expect(excerptOf('a\n'.repeat(30))).to.equal(`${Array(8).fill('a').join('\n')}…`);
      expect(excerptOf('漢'.repeat(500))).to.have.length(301);
    });
  });

  describe('in pictures', () => {
    it('reserves their room and colour, and loads them when they are near', async () => {
      const element = await show({ kind: 'photo', media: [photo(0)] });
      const image = get<HTMLImageElement>(element, '.frame img');
      expect([image.loading, image.decoding, image.alt]).to.deep.equal(['lazy', 'async', 'Le temple au petit matin']);
      expect([image.getAttribute('width'), image.getAttribute('height')]).to.deep.equal(['1600', '1200']);
      expect(image.srcset.match(/ (\d+)w/g)).to.deep.equal([' 480w', ' 960w']);
      const frame = get(element, '.frame');
      expect(getComputedStyle(frame).backgroundColor).to.equal('rgb(122, 79, 58)');
      const { width, height } = frame.getBoundingClientRect();
      expect(width / height).to.be.closeTo(4 / 3, 0.02);
    });

    it('shows a tall one without making the card endless, and six in a grid', async () => {
      const element = await show({ kind: 'photo', media: [photo(0, { width: 900, height: 3000 })] });
      const { width, height } = get(element, '.frame').getBoundingClientRect();
      expect(width / height).to.be.closeTo(0.8, 0.02);
      const many = await show({ kind: 'photo', media: [0, 1, 2, 3, 4, 5].map((number) => photo(number)) });
      const lefts = new Set(all(many, '.frame').map((frame) => frame.getBoundingClientRect().left));
      expect(lefts.size).to.equal(2);
    });
  });

  describe('in a film', () => {
    const filmed = { kind: 'video', media: [film(0)] } as const;

    it('is a picture and a button until it is pressed', async () => {
      const element = await show({ ...filmed, media: [film(0)] });
      const button = get<HTMLButtonElement>(element, 'button.film');
      expect(button.ariaLabel).to.equal('Lire la vidéo\u00a0: Odile 0 1:12');
      expect(get<HTMLImageElement>(element, '.film img').alt).to.equal('');
      expect(get(element, '.time').textContent).to.equal('1:12');
      expect(all(element, 'video, iframe')).to.deep.equal([]);
    });

    it('then is the browser’s own player, with captions in the reader’s language, and has the focus', async () => {
      const element = await show({ ...filmed, media: [film(0)] });
      const played: unknown[] = [];
      stub(HTMLMediaElement.prototype, 'play', {
        value(this: HTMLMediaElement) {
          played.push(this);
          return Promise.reject(new Error('no film'));
        },
      });
      const events: unknown[] = [];
      element.addEventListener('ambassador-story-play', (event: AmbassadorStoryPlayEvent) =>
        events.push(structuredClone(event.detail)),
      );
      const before = get(element, '.frame').getBoundingClientRect().height;
      await press(element, 'button.film');
      const video = get<HTMLVideoElement>(element, 'video');
      expect(played).to.deep.equal([video]);
      expect(focused(element)).to.equal(video);
      expect([video.controls, video.crossOrigin, video.preload]).to.deep.equal([true, 'anonymous', 'none']);
      expect(video.hasAttribute('playsinline')).to.equal(true);
      const tracks = all<HTMLTrackElement>(element, 'track');
      expect(tracks.map(({ kind, srclang, label, default: on }) => [kind, srclang, label, on])).to.deep.equal([
        ['captions', 'de', 'Deutsch', false],
        ['captions', 'fr', 'français', true],
      ]);
      expect(get(element, '.frame').getBoundingClientRect().height).to.equal(before);
      expect(events).to.deep.equal([{ story: 's0', media: 'f0' }]);
    });

    it('has the first captions on where there are none in the reader’s language', async () => {
      const captions = [
        { language: 'gsw', url: 'data:text/vtt,WEBVTT' },
        { language: 'de', url: 'data:text/vtt,WEBVTT' },
      ] as const;
      const element = await show({ kind: 'video', media: [film(0, { captions: [...captions] })] });
      await press(element, 'button.film');
      const tracks = all<HTMLTrackElement>(element, 'track');
      expect(tracks.map((track) => [track.label, track.default])).to.deep.equal([
        ['Elsàssisch', true],
        ['Deutsch', false],
      ]);
    });

    it('has its words to read, whether it is played or not', async () => {
      const element = await show({ ...filmed, media: [film(0)] });
      const details = get<HTMLDetailsElement>(element, 'details');
      expect(details.querySelector('summary')?.textContent).to.equal('Transcription');
      details.open = true;
      expect(details.innerText).to.contain('Bonjour, je m’appelle Odile.\nJ’aime');
    });

    it('is the only one that plays, of all stories on the page', async () => {
      api([story(0, { ...filmed, media: [film(0)] }), story(1, { ...filmed, media: [film(1)] })]);
      const first = await testimonials('layout="list"');
      const second = await testimonials('layout="wall"');
      const paused: string[] = [];
      stub(HTMLMediaElement.prototype, 'pause', {
        value(this: HTMLElement) {
          paused.push(`${(this.getRootNode() as ShadowRoot).host === first ? 1 : 2}${this.dataset['film']}`);
        },
      });
      stub(HTMLMediaElement.prototype, 'play', {
        value(this: HTMLElement) {
          this.dispatchEvent(new Event('play'));
          return Promise.resolve();
        },
      });
      await press(first, 'button.film');
      expect(paused).to.deep.equal([]);
      await press(first, 'button.film');
      await press(second, 'button.film');
      expect(paused).to.deep.equal(['1f0', '1f1']);
    });

    it('stops the rotation when it plays, and plays no further when its slide has gone', async () => {
      const timers = longTimers();
      api([story(0, { ...filmed, media: [film(0)] }), story(1), story(2)]);
      const element = await testimonials('autoplay');
      await waitUntil(() => timers.waiting().length === 1, 'it rotates');
      get(element, '.film').click();
      await element.updateComplete;
      const video = get<HTMLVideoElement>(element, 'video');
      get<HTMLElement>(element, '.rotation').click();
      get<HTMLElement>(element, '.rotation').click();
      await settle();
      video.dispatchEvent(new Event('play'));
      await settle();
      expect(timers.waiting()).to.deep.equal([]);
      let paused = 0;
      stub(video, 'pause', { value: () => paused++ });
      await press(element, '[part="next"]');
      expect(paused).to.equal(1);
    });
  });

  describe('elsewhere', () => {
    it('is a plain link that says where it goes, and asks nobody for anything', async () => {
      const element = await show({ link: { site: 'youtube', url: 'https://www.youtube.com/watch?v=abc' } });
      const link = get<HTMLAnchorElement>(element, '.elsewhere');
      expect(link.textContent!.replaceAll(/\s+/g, ' ').trim()).to.equal('Voir sur YouTube (nouvel onglet)');
      expect([link.href, link.rel, link.target]).to.deep.equal([
        'https://www.youtube.com/watch?v=abc',
        'noopener nofollow ugc',
        '_blank',
      ]);
      expect(all(element, 'iframe, img, video, script')).to.deep.equal([]);
    });

    it('is not linked unless its address is one of the web', async () => {
      for (const url of ['javascript:alert(1)', 'http://www.youtube.com/', 'data:text/html,x', '//x'])
        expect(all(await show({ link: { site: 'youtube', url } }), '.elsewhere'), url).to.deep.equal([]);
    });
  });

  describe('passed on', () => {
    const asIf = (share: unknown) => stub(Navigator.prototype, 'share', { value: share, writable: true });

    it('goes by the browser’s own way where there is one', async () => {
      const shared: ShareData[] = [];
      asIf((data: ShareData) => Promise.resolve(shared.push(data)));
      const element = await show({});
      await press(element, '[part="share"]');
      expect(shared.map((data) => ({ ...data }))).to.deep.equal([
        { url: 'https://club.example/stories/s0', title: 'Odile 0' },
      ]);
      expect(all(element, '.share')).to.deep.equal([]);
    });

    it('goes by plain links where the page forbids that, but not when the visitor changes their mind', async () => {
      for (const [name, links] of [
        ['AbortError', 0],
        ['NotAllowedError', 4],
      ] as const) {
        asIf(() => Promise.reject(new DOMException('', name)));
        const element = await show({});
        await press(element, '[part="share"]');
        expect(all(element, '.share a'), name).to.have.length(links);
      }
    });

    it('goes by plain links, opened and closed by one button', async () => {
      delete (Navigator.prototype as { share?: unknown }).share;
      const element = await show({});
      const button = get(element, '[part="share"]');
      expect([button.ariaLabel, button.ariaExpanded]).to.deep.equal(['Partager (Odile 0)', 'false']);
      await press(element, '[part="share"]');
      expect(button.ariaExpanded).to.equal('true');
      const address = encodeURIComponent('https://club.example/stories/s0');
      expect(all<HTMLAnchorElement>(element, '.share a').map((link) => [link.textContent, link.href])).to.deep.equal([
        ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${address}`],
        ['LinkedIn', `https://www.linkedin.com/sharing/share-offsite/?url=${address}`],
        ['WhatsApp', `https://wa.me/?text=${address}`],
        ['Courriel', `mailto:?body=${address}`],
      ]);
      await press(element, '[part="share"]');
      expect(all(element, '.share')).to.deep.equal([]);
    });

    it('can be copied, and says whether that was possible', async () => {
      asIf(() => Promise.reject(new DOMException('', 'NotAllowedError')));
      let copied: string | undefined;
      stub(navigator, 'clipboard', { value: { writeText: (text: string) => Promise.resolve((copied = text)) } });
      const element = await show({});
      await press(element, '[part="share"]');
      await press(element, '.share button');
      expect(copied).to.equal('https://club.example/stories/s0');
      await waitUntil(() => get(element, '[role="status"]').textContent === 'Lien copié', 'it is said');
      stub(navigator, 'clipboard', { value: undefined });
      await press(element, '.share button');
      await waitUntil(() => get(element, '[role="status"]').textContent === 'Lien non copié', 'it is said');
      await still(element);
    });
  });
});
