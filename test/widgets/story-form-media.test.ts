import { expect } from '@open-wc/testing';
import type { AmbassadorStoryForm } from '../../widgets/story-form/story-form.ts';
import { mediaLimits } from '../../api/contract/limits.ts';
import { FakeClub, mediaView, storyView } from './story-form-club.ts';
import { choose, film, jpeg } from './story-form-files.ts';
import {
  editor,
  eventually,
  get,
  inside,
  press,
  said,
  signIn,
  story,
  storyForm,
  tick,
  until,
  write,
} from './story-form-support.ts';
import { FakeTus } from './story-form-tus.ts';
import { json, offline } from './shared/fake-api.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';

describe('<ambassador-story-form>, photos and films', () => {
  let club: FakeClub;
  let tus: FakeTus;
  before(() => useSourceTerms('story-form'));
  beforeEach(() => {
    club = new FakeClub().open();
    tus = new FakeTus(club);
  });
  afterEach(() => tus.close());

  /** An editor that is open for photos or a film, its author of age. */
  async function desk(kind: 'photo' | 'video'): Promise<AmbassadorStoryForm> {
    const element = await editor();
    await tick(element, `kind-${kind}`);
    await tick(element, 'adult-on');
    await until(element, 'input[type="file"]');
    return element;
  }
  /** Sends a film of some pieces, one that is not made smaller here because it cannot be played. */
  async function heavy(element: AmbassadorStoryForm, pieces: number): Promise<void> {
    const begin = Uint8Array.from([0, 0, 0, 20, ...new TextEncoder().encode('ftypqt  ')]);
    choose(element, new File([begin, new Uint8Array(mediaLimits.chunk * pieces)], 'film.mov'));
    await eventually(() => /ne sait pas lire/.test(inside(element, '.media')?.textContent ?? ''), 'it is said');
    press(element, /Envoyer quand même/);
  }
  const media = () => club.stories[0]?.media ?? [];
  const arrived = (count: number) =>
    eventually(() => media().filter(({ status }) => status === 'ready').length === count, `${count} have arrived`);

  it('offers no choice of a file before its author says that they are of age', async () => {
    const element = await editor();
    await tick(element, 'kind-photo');
    expect(inside(element, 'input[type="file"]')).to.equal(null);
    expect(get(element, 'form').textContent).to.match(/texte est le bienvenu/);
    await tick(element, 'adult-on');
    await until(element, 'input[type="file"]');
    expect(get(element, '#file-hint').textContent).to.match(/6 photos.*JPEG.*25\u00a0Mo/s);
  });

  it('sends several photos one after the other, and asks for the words of each', async () => {
    const element = await desk('photo');
    choose(element, await jpeg({ name: 'un.jpg' }), await jpeg({ name: 'deux.jpg' }));
    await arrived(2);
    await eventually(
      () => element.shadowRoot!.querySelectorAll('.media textarea').length === 2,
      'two texts are asked for',
    );
    expect(tus.made('POST').map(({ metadata }) => metadata['filename'])).to.deep.equal(['un.jpg', 'deux.jpg']);
    expect(tus.made('POST')[1]?.metadata).to.include({ kind: 'photo', position: '1', story: club.stories[0]!.id });
    expect(tus.made('POST')[0]?.metadata['filetype']).to.equal('image/webp');
    expect(element.shadowRoot!.querySelectorAll('.preview canvas')).to.have.length(2);
  });

  it('does not hand in a photo without its words, and leads to it', async () => {
    const element = await desk('photo');
    choose(element, await jpeg());
    await arrived(1);
    write(element, 'text', story);
    await tick(element, 'permissions-club_site');
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.summary a[href="#alt"]');
    await until(element, '.summary a[href="#people"]');
    get(element, '.summary a[href="#alt"]').click();
    const alt = get<HTMLTextAreaElement>(element, '.media textarea');
    expect(element.shadowRoot!.activeElement).to.equal(alt);
    write(element, alt.name, 'Un pont sous la neige');
    await tick(element, 'people-nobody');
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.done');
    expect(media()[0]).to.include({ alt: 'Un pont sous la neige' });
    expect(club.stories[0]?.fields).to.include({ people: 'nobody', adult: true });
  });

  for (const [what, file, why] of [
    ['a page named .jpg', new File(['<html>'], 'x.jpg', { type: 'image/jpeg' }), /pas une image/],
    ['a drawing', new File(['<svg xmlns="x"/>'], 'x.svg', { type: 'image/svg+xml' }), /pas une image/],
    ['nothing', new File([], 'x.jpg', { type: 'image/jpeg' }), /vide/],
    ['too much', new File([new Uint8Array(mediaLimits.photoBytes + 1)], 'x.jpg', { type: 'image/jpeg' }), /lourd/],
  ] as const)
    it(`refuses ${what} before anything is sent`, async () => {
      const element = await desk('photo');
      choose(element, file);
      await until(element, '.media .error:not(:empty)');
      expect(get(element, '.media .error').textContent).to.match(why);
      expect(tus.requests).to.deep.equal([]);
      press(get(element, '.media').getRootNode() instanceof ShadowRoot ? element : element, /Enlever/);
      await element.updateComplete;
      expect(inside(element, '.media li')).to.equal(null);
    });

  it('takes six photos and not a seventh', async () => {
    const element = await desk('photo');
    choose(
      element,
      ...(await Promise.all(Array.from({ length: 7 }, (_, i) => jpeg({ name: `${i}.jpg`, width: 40, height: 30 })))),
    );
    await arrived(6);
    await settle();
    expect(tus.made('POST')).to.have.length(6);
    await eventually(() => !inside(element, 'input[type="file"]'), 'there is no room for more');
  });

  it('moves photos by buttons, and takes one away', async () => {
    const element = await desk('photo');
    choose(element, await jpeg({ name: 'un.jpg' }), await jpeg({ name: 'deux.jpg' }));
    await arrived(2);
    await until(element, '.media li:nth-child(2) textarea');
    press(element, /Plus tard/);
    await eventually(
      () => media().find((one) => one.fileName === 'deux.jpg')?.position === 0,
      'they have changed places',
    );
    press(element, /Enlever/);
    await eventually(() => media().length === 1, 'one is gone');
  });

  it('announces start, quarters and end of a file, in pieces of the agreed size', async () => {
    const element = await desk('video');
    const heard: string[] = [];
    new MutationObserver(() => heard.push(said(element))).observe(get(element, '[role="status"]'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await heavy(element, 3);
    await arrived(1);
    await eventually(() => heard.some((one) => /envoyé/.test(one)), 'the end is said');
    expect(heard.filter((one) => /%|envoyé/.test(one)).length).to.be.within(3, 5);
    const pieces = tus.made('PATCH').map(({ bytes }) => bytes);
    expect(Math.max(...pieces)).to.equal(mediaLimits.chunk);
  });

  it('sends the first picture of a film along', async () => {
    const element = await desk('video');
    choose(element, await film());
    await arrived(1);
    await eventually(() => tus.made('POST').length === 2, 'the picture follows');
    expect(tus.made('POST')[1]?.metadata).to.include({ role: 'poster', kind: 'photo', for: media()[0]!.id });
  });

  it('goes on after a cut where it stopped', async () => {
    const element = await desk('video');
    let cuts = 0;
    tus.fault = ({ method }) =>
      method === 'PATCH' && tus.made('PATCH').length === 2 && cuts++ < 1 ? 'cut' : undefined;
    await heavy(element, 2);
    await arrived(1);
    expect(cuts).to.equal(1);
    expect(tus.made('HEAD')).to.have.length(1);
    expect(tus.made('POST').filter(({ metadata }) => !metadata['role'])).to.have.length(1);
  });

  it('waits while the club gives no answer, and goes on when the network is back', async () => {
    const element = await desk('photo');
    let down = true;
    tus.fault = () => (down ? 'cut' : undefined);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    choose(element, await jpeg());
    await eventually(() => /attente de connexion/.test(inside(element, '.media')?.textContent ?? ''), 'it waits');
    down = false;
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await arrived(1);
  });

  it('tries again by itself when the network says too early that it is back', async () => {
    const element = await desk('photo');
    let down = true;
    tus.fault = () => (down ? 'cut' : undefined);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    choose(element, await jpeg());
    await eventually(() => /attente de connexion/.test(inside(element, '.media')?.textContent ?? ''), 'it waits');
    Reflect.deleteProperty(navigator, 'onLine');
    club.answers['GET /v1/me/stories'] = offline;
    const before = club.made(/GET .*stories/).length;
    window.dispatchEvent(new Event('online'));
    await eventually(() => club.made(/GET .*stories/).length > before, 'it was tried too early');
    club.answers = {};
    down = false;
    await arrived(1);
  });

  it('takes no words away when an answer comes that a save has overtaken', async () => {
    const element = await desk('photo');
    choose(element, await jpeg());
    await arrived(1);
    const { id } = media()[0]!;
    await until(element, `#alt-${id}`);
    // Read before the words are saved, and here only after.
    const early = structuredClone(club.mine('fr'));
    let late: (() => void) | undefined;
    club.answers['GET /v1/me/stories'] = () =>
      new Promise((answer) => (late = () => answer(json(early)))) as Promise<Response>;
    media()[0]!.status = 'processing';
    write(element, `alt-${id}`, 'Un pont');
    await eventually(() => media()[0]?.alt === 'Un pont' && late, 'it is saved, and asked what the file has become');
    late!();
    await settle();
    expect(get<HTMLTextAreaElement>(element, `#alt-${id}`).value).to.equal('Un pont');
  });

  it('tries again what is locked or busy, and gives up what is refused', async () => {
    const element = await desk('photo');
    tus.fault = ({ method }) => (method === 'PATCH' && tus.made('PATCH').length === 1 ? 423 : undefined);
    choose(element, await jpeg());
    await arrived(1);
    tus.fault = () => 403;
    choose(element, await jpeg());
    await until(element, '.media .error:not(:empty)');
    await settle();
    expect(tus.requests.map(({ method }) => method)).to.deep.equal(['POST', 'PATCH', 'HEAD', 'PATCH', 'POST']);
  });

  it('goes on after the session has ended in the middle', async () => {
    const element = await desk('photo');
    tus.fault = ({ method }) => {
      if (method === 'PATCH' && club.token === 'bearer-1') club.token = 'bearer-2';
      return undefined;
    };
    choose(element, await jpeg());
    await until(element, '#email');
    await signIn(element);
    await until(element, '#text');
    await arrived(1);
    expect(tus.made('POST')).to.have.length(1);
  });

  it('forgets a file that is taken back, here and at the club', async () => {
    const element = await desk('photo');
    tus.fault = ({ method }) => (method === 'PATCH' ? 'cut' : undefined);
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    choose(element, await jpeg());
    await eventually(
      () => media().length === 1 && /attente/.test(inside(element, '.media')?.textContent ?? ''),
      'it waits',
    );
    Reflect.deleteProperty(navigator, 'onLine');
    press(element, /Annuler/);
    await eventually(() => media().length === 0, 'the club has forgotten it');
  });

  it('takes the place of an upload that a reload has cut', async () => {
    const lost = mediaView({ status: 'uploading', fileName: 'photo.jpg' });
    club.stories = [storyView({ kind: 'photo', media: [lost] }, { text: story, adult: true })];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await eventually(() => /interrompu/.test(inside(element, '.media')?.textContent ?? ''), 'it is listed');
    choose(element, await jpeg());
    await arrived(1);
    expect(media()).to.have.length(1);
    expect(media()[0]!.id).not.to.equal(lost.id);
  });

  it('goes on where a reload has cut it, when it is the same file', async () => {
    const first = await desk('photo');
    choose(first, await jpeg());
    await arrived(1);
    const { size } = [...tus.stored.values()][0]!;
    first.remove();
    tus.requests.length = 0;
    const lost = mediaView({ status: 'uploading', fileName: 'photo.jpg', upload: { id: 'left', size } });
    tus.stored.set('left', { size, offset: 100, media: lost.id });
    club.stories = [storyView({ kind: 'photo', media: [lost] }, { text: story, adult: true })];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await eventually(() => /interrompu/.test(inside(element, '.media')?.textContent ?? ''), 'it is listed');
    choose(element, await jpeg());
    await arrived(1);
    expect(media().map(({ id }) => id)).to.deep.equal([lost.id]);
    expect(tus.requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'HEAD /v1/uploads/left',
      'PATCH /v1/uploads/left',
    ]);
    expect(tus.made('PATCH')[0]!.bytes).to.equal(size - 100);
  });

  it('tells the club what the whole file is', async () => {
    const element = await desk('photo');
    choose(element, await jpeg());
    await arrived(1);
    expect(tus.made('POST')[0]!.metadata['sha256']).to.match(/^[0-9a-f]{64}$/);
  });

  it('says what the club could not prepare', async () => {
    club.stories = [
      storyView(
        { kind: 'video', media: [mediaView({ kind: 'video', status: 'failed', problem: 'media_codec' })] },
        { text: story, adult: true },
      ),
    ];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await eventually(() => /H\.264/.test(inside(element, '.media')?.textContent ?? ''), 'it is said');
  });

  it('lets the author decide about a film that this browser cannot play', async () => {
    const element = await desk('video');
    const bytes = new Uint8Array(200);
    bytes.set([0, 0, 0, 20, ...new TextEncoder().encode('ftypqt  ')]);
    choose(element, new File([bytes], 'IMG_1.MOV', { type: 'video/quicktime' }));
    await eventually(() => /ne sait pas lire/.test(inside(element, '.media')?.textContent ?? ''), 'it is said');
    expect(tus.requests).to.deep.equal([]);
    press(element, /Envoyer quand même/);
    await arrived(1);
    expect(tus.made('POST')[0]?.metadata['filetype']).to.equal('video/quicktime');
  });

  it('does not mix photos and a film', async () => {
    const element = await desk('photo');
    choose(element, await jpeg());
    await arrived(1);
    await eventually(() => get(element, '#kind-video').disabled, 'the other kinds are closed');
  });
});
