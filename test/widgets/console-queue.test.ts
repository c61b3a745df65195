import { expect } from '@open-wc/testing';
import type { QueueStory } from '../../api/contract/moderation.ts';
import { click, focused, get, has, open, press, said, textOf, write, written } from './console-support.ts';
import { problem } from './shared/fake-api.ts';
import { FakeStaff, mediaOf, someday, storyOf } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import { waitUntil } from './shared/wait-until.ts';

const author = (name: string) => ({ name, place: null, circle: { id: 'habitants', name: 'Habitants' } });
const stories = (count: number, more: Partial<QueueStory> = {}) =>
  Array.from({ length: count }, (_, index) => storyOf({ author: author(`Auteur ${index + 1}`), ...more }));
const statuses = ({ stories: all }: FakeStaff) => all.map(({ status }) => status);

describe('the queue of the console', () => {
  before(() => useSourceTerms('console'));

  it('is read with the keyboard alone: ten stories approved, one key each', async () => {
    const staff = new FakeStaff(stories(10));
    staff.page = 4;
    const { element, seen } = await open(staff);
    expect(focused(element)?.id).to.equal('story');
    for (let turn = 1; turn <= 10; turn++) {
      expect(textOf(element, '#story')).to.equal(`Auteur ${turn}`);
      await press('a');
      expect(said(element)).to.equal(`Le récit d’Auteur ${turn} est publié.`);
      expect(focused(element)?.id).to.equal(turn < 10 ? 'story' : 'empty');
    }
    expect(statuses(staff)).to.deep.equal(Array(10).fill('published'));
    expect(textOf(element, '#empty')).to.equal('Tout est lu. Merci.');
    expect(written(seen)).to.have.length(10);
    expect(written(seen)[0]?.body).to.deep.equal({ action: 'approve', version: 1 });
  });

  it('goes to the next and the one before with j, k and the arrows, and stays at the ends', async () => {
    const { element, seen } = await open(new FakeStaff(stories(3)));
    const places: (string | undefined)[] = [];
    for (const key of ['k', 'j', 'ArrowRight', 'j', 'k', 'ArrowLeft', 'ArrowLeft']) {
      await press(key);
      places.push(textOf(element, '#story')?.slice(-1));
    }
    expect(places.join('')).to.equal('1233211');
    expect(written(seen)).to.deep.equal([]);
  });

  it('decides once, however often and fast the key is pressed', async () => {
    const staff = new FakeStaff(stories(3));
    const waiting: (() => void)[] = [];
    const { element, seen } = await open(staff, async (request) => {
      if (request.method === 'POST') await new Promise<void>((resolve) => waiting.push(resolve));
      return staff.answer(request);
    });
    await press('a', 'a', 'j', 'r', 'a');
    expect(written(seen)).to.have.length(1);
    waiting.forEach((go) => go());
    await settle();
    expect(statuses(staff)).to.deep.equal(['published', 'pending', 'pending']);
    expect(textOf(element, '#story')).to.equal('Auteur 2');
  });

  it('takes a decision back with u, and shows the story where it was', async () => {
    const staff = new FakeStaff(stories(3));
    const { element } = await open(staff);
    await press('j', 'a');
    expect(textOf(element, '#story')).to.equal('Auteur 3');
    expect(textOf(element, '.status button')).to.match(/^Annuler U jusqu’à \d\d:\d\d$/);
    expect(textOf(element, '.count')).to.equal('2');
    await press('u');
    expect(statuses(staff)).to.deep.equal(Array(3).fill('pending'));
    expect(textOf(element, '#story')).to.equal('Auteur 2');
    expect(textOf(element, '.story .eyebrow')).to.contain('2 sur 3');
    expect(textOf(element, '.count')).to.equal('3');
    expect(focused(element)?.id).to.equal('story');
    expect(said(element)).to.contain('Décision annulée');
    expect(has(element, '.status button')).to.equal(false);
  });

  it('offers the way back no longer than it is open, and says when it was too late', async () => {
    const staff = new FakeStaff(stories(3));
    staff.now = () => Date.now() - 119_000;
    const { element, seen } = await open(staff);
    await press('a');
    await waitUntil(() => !has(element, '.status button'), 'the way back is closed');
    await press('u');
    expect(written(seen)).to.have.length(1);
    staff.now = () => Date.now();
    const late = new FakeStaff(stories(1));
    const { element: other } = await open(late, (request) =>
      late.answer(request.path.endsWith('/undo') ? { ...request, path: '/v1/staff/decisions/none/undo' } : request),
    );
    await press('a');
    await click(other, 'Annuler');
    expect(said(other)).to.contain('trop tard');
  });

  it('publishes and puts in front with one key, and takes both back with one', async () => {
    const staff = new FakeStaff(stories(2));
    const { seen } = await open(staff);
    await press('f');
    expect(staff.stories[0]).to.include({ status: 'published', featured: true });
    await press('u');
    expect(staff.stories[0]).to.include({ status: 'pending', featured: false });
    expect(written(seen).map(({ body }) => (body as { action?: string }).action)).to.deep.equal([
      'approve',
      'feature',
      undefined,
      undefined,
    ]);
  });

  it('refuses with a reason by digit, a sentence in the author’s language, and Ctrl and Enter', async () => {
    const staff = new FakeStaff(stories(2, { language: 'de' }));
    const { element, seen } = await open(staff);
    await press('r');
    expect(focused(element)?.id).to.equal('statement');
    await press('2');
    const field = get<HTMLTextAreaElement>(element, '#text');
    expect(focused(element)).to.equal(field);
    expect(field.value).to.match(/^Ihre Geschichte wirbt/);
    expect(field.lang).to.equal('de');
    expect(textOf(element, '.preview .verbatim')).to.equal(field.value);
    write(element, '#text', `${field.value} Danke!`);
    await settle();
    await press('Control+Enter');
    expect(written(seen)[0]?.body).to.deep.equal({
      action: 'refuse',
      version: 1,
      reason: 'advertising',
      text: `${field.value}`,
    });
    expect(said(element)).to.equal('Le récit d’Auteur 1 est refusé.');
    expect(textOf(element, '#story')).to.equal('Auteur 2');
  });

  it('sends no refusal without a reason and words, and writes over nothing that somebody wrote', async () => {
    const { element, seen } = await open(new FakeStaff(stories(1)));
    await press('r', 'Control+Enter');
    expect(textOf(element, '#reason-error')).to.equal('Choisissez un motif. Rien n’est parti.');
    get(element, '[name=reason][value=other]').click();
    await settle();
    await click(element, 'Refuser et écrire');
    expect(textOf(element, '#text-error')).to.equal('Écrivez quelques mots. Rien n’est parti.');
    expect(focused(element)?.id).to.equal('text');
    write(element, '#text', 'De ma main.');
    get(element, '[name=reason][value=untrue]').click();
    await settle();
    expect(get<HTMLTextAreaElement>(element, '#text').value).to.equal('De ma main.');
    expect(written(seen)).to.deep.equal([]);
    await press('Escape');
    expect(has(element, '.statement')).to.equal(false);
    expect(focused(element)?.id).to.equal('story');
  });

  it('is silent while somebody types, and when the shortcuts are switched off', async () => {
    const { element, seen } = await open(new FakeStaff(stories(3)));
    await press('r', '1');
    await press('a', 'j', 'u', 'r', '?', '5');
    expect(get<HTMLTextAreaElement>(element, '#text').value).to.match(/ajur\?5$/);
    expect(get<HTMLInputElement>(element, '[value=off_topic]').checked).to.equal(true);
    await press('Escape', '?');
    const dialog = get<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    await expect(element).to.be.accessible();
    get(element, 'dialog [type=checkbox]').click();
    await press('Escape', 'a', 'j', 'r');
    expect(dialog.open).to.equal(false);
    expect(textOf(element, '#story')).to.equal('Auteur 1');
    expect(has(element, '.actions kbd')).to.equal(false);
    expect(has(element, '[aria-keyshortcuts]')).to.equal(false);
    expect(written(seen)).to.deep.equal([]);
    await click(element, 'Publier');
    expect(written(seen)).to.have.length(1);
  });

  it('leaves keys to the browser, and to what is not ours', async () => {
    const { seen } = await open(new FakeStaff(stories(1)));
    await press('Control+a', 'Alt+a');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await press('a');
    expect(field.value).to.equal('a');
    field.remove();
    expect(written(seen)).to.deep.equal([]);
  });

  it('shows the new version when the author has changed the story, and decides nothing', async () => {
    const staff = new FakeStaff(stories(2));
    const { element } = await open(staff);
    staff.stories[0] = { ...staff.stories[0]!, version: 2, text: 'Un tout autre texte, écrit entre-temps.' };
    await press('a');
    expect(statuses(staff)).to.deep.equal(['pending', 'pending']);
    expect(textOf(element, 'blockquote')).to.equal('Un tout autre texte, écrit entre-temps.');
    expect(textOf(element, '.box')).to.contain('Voici la nouvelle version');
    expect(focused(element)?.id).to.equal('story');
    await press('a');
    expect(statuses(staff)).to.deep.equal(['published', 'pending']);
  });

  it('goes on when somebody else was faster', async () => {
    const staff = new FakeStaff(stories(2));
    const { element } = await open(staff);
    staff.stories[0]!.status = 'published';
    await press('a');
    expect(said(element)).to.contain('Quelqu’un d’autre a déjà décidé');
    expect(textOf(element, '#story')).to.equal('Auteur 2');
  });

  it('says before any try why a film cannot be published, and does not try', async () => {
    const film = mediaOf({ kind: 'video' });
    const { element, seen } = await open(new FakeStaff([storyOf({ media: [film], blockers: ['captions_missing'] })]));
    expect(textOf(element, '.box')).to.contain('n’a pas de sous-titres');
    await press('a');
    expect(said(element)).to.contain('n’a pas de sous-titres');
    expect(get(element, '.actions .button').getAttribute('aria-disabled')).to.equal('true');
    expect(written(seen)).to.deep.equal([]);
  });

  it('keeps the topics that are chosen, with the keyboard', async () => {
    const staff = new FakeStaff(stories(1));
    const { element } = await open(staff);
    await press('t', 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Tab', 'Enter');
    expect(staff.stories[0]!.tags).to.deep.equal(['gastronomie', 'nature']);
    expect(textOf(element, '.facts dl')).to.contain('Gastronomie, Nature');
    expect(textOf(element, '#story')).to.equal('Auteur 1');
  });

  it('takes published stories off the feed with a reason, or puts them in front', async () => {
    const staff = new FakeStaff(stories(2, { status: 'published', publishedAt: someday }));
    const { element, seen } = await open(staff);
    await click(element, 'Publiés');
    await click(element, 'Mettre à la une');
    expect(staff.stories[0]!.featured).to.equal(true);
    await press('r', '6', 'Control+Enter');
    expect(staff.stories[0]!.status).to.equal('removed');
    expect(written(seen).at(-1)?.body).to.include({ action: 'remove', reason: 'rights' });
    await click(element, 'Refusés');
    expect(textOf(element, '.history')).to.contain('Retiré').and.to.contain('Droits d’auteur');
    expect([...(element.shadowRoot?.querySelectorAll('.actions .button') ?? [])]).to.have.length(2);
  });

  it('reads a story again that has lain so long that its files can no longer be fetched', async () => {
    const { now } = Date;
    try {
      const staff = new FakeStaff(stories(3, { media: [mediaOf()] }));
      const { element, seen } = await open(staff);
      await press('j');
      expect(seen.some(({ path }) => path.startsWith('/v1/staff/stories/'))).to.equal(false);
      Date.now = () => now() + 9 * 60_000;
      staff.stories[2] = { ...staff.stories[2]!, media: [mediaOf({ alt: 'Une adresse fraîche' })] };
      await press('j');
      expect(textOf(element, 'figcaption')).to.contain('Une adresse fraîche');
    } finally {
      Date.now = now;
    }
  });

  it('goes on after a page of the queue could not be fetched', async () => {
    const staff = new FakeStaff(stories(6));
    staff.page = 4;
    let broken = true;
    const { element } = await open(staff, (request) =>
      request.query.after && broken ? problem('internal', 500) : staff.answer(request),
    );
    await press('j', 'j');
    expect(said(element)).to.contain('ne peut pas répondre');
    broken = false;
    await press('k', 'j', 'j', 'j', 'j');
    expect(textOf(element, '#story')).to.equal('Auteur 6');
  });
});
