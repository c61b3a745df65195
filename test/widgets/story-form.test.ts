import { expect } from '@open-wc/testing';
import { FakeClub, newId, storyView } from './story-form-club.ts';
import {
  api,
  editor,
  eventually,
  focused,
  get,
  inside,
  link,
  press,
  said,
  signIn,
  story,
  storyForm,
  tick,
  until,
  write,
} from './story-form-support.ts';
import { json, offline, problem } from './shared/fake-api.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';
import { consoleLines } from './shared/quiet.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';
import { viewIn } from './signup-support.ts';
import type { StoryFields } from '../../api/contract/story.ts';
import type { Locale } from '../../api/contract/locales.ts';

runWidgetSuite('ambassador-story-form', {
  widget: 'story-form',
  attributes: `partner="ville" open api="${api}"`,
  fallback: link,
  answer: ({ query }) => json(viewIn(query.lang as Locale)),
  defineAgain: () => import(`${'../../widgets/story-form/define.ts'}?again`),
});

describe('<ambassador-story-form>', () => {
  let club: FakeClub;
  before(() => useSourceTerms('story-form'));
  beforeEach(() => {
    club = new FakeClub().open();
  });

  it('asks nothing of the club but the partner before somebody signs in', async () => {
    await storyForm();
    await settle();
    expect(club.seen.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['GET /v1/partners/ville']);
  });

  it('signs in by a code, with the same answer for everybody, and keeps the token in memory', async () => {
    const element = await storyForm();
    await signIn(element);
    const [code] = club.made(/session-codes/);
    expect(code?.body).to.include({ email: 'camille@exemple.fr', partner: 'ville', language: 'fr' });
    expect(code?.body).to.have.property('proof').that.is.a('string');
    expect(club.made(/POST \/v1\/sessions$/)[0]?.body).to.include({ code: '042917' });
    expect(club.made(/GET \/v1\/me\/stories/)[0]?.init).to.deep.include({ credentials: 'omit' });
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.include('bearer');
    expect(document.cookie).not.to.include('bearer');
  });

  it('says what is wrong with an address or a code, and takes the person to it', async () => {
    const element = await storyForm();
    get<HTMLButtonElement>(element, 'form .button').click();
    await settle();
    expect(focused(element)).to.equal(get(element, '#email'));
    expect(get(element, '#email-error').textContent).to.match(/camille@exemple/);
    write(element, 'email', 'camille@exemple.fr');
    get<HTMLButtonElement>(element, 'form .button').click();
    await until(element, '#code');
    expect(get(element, '#code').getAttribute('autocomplete')).to.equal('one-time-code');
    write(element, 'code', '000000');
    get<HTMLButtonElement>(element, 'form .button').click();
    await until(element, '.box');
    await settle();
    expect(focused(element)?.textContent).to.match(/pas le bon/);
  });

  it('is signed in already on the club’s own page, by its cookie', async () => {
    club.cookie = true;
    club.stories = [storyView({}, { text: story })];
    const element = await storyForm('partner="club" open');
    await until(element, '.stories');
    expect(inside(element, '#email')).to.equal(null);
    expect(club.made(/me\/stories/)[0]?.init.credentials).to.equal('same-origin');
  });

  it('opens the editor at once for who has told nothing yet', async () => {
    const element = await storyForm();
    await signIn(element);
    await until(element, '#text');
  });

  it('takes a whole text story by keyboard alone', async () => {
    const element = await editor();
    const events: string[] = [];
    for (const name of ['request', 'success', 'error'])
      element.addEventListener(`ambassador-story-${name}`, () => events.push(name));
    write(element, 'text', story);
    get(element, '#permissions-club_site').focus();
    await tick(element, 'permissions-club_site');
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.done');
    await settle();
    expect(focused(element)?.textContent).to.match(/Merci/);
    expect(club.stories[0]).to.deep.include({ status: 'pending' });
    expect(club.stories[0]?.fields.text).to.equal(story);
    expect(club.stories[0]?.permissions).to.deep.include({ club_site: true, partner_sites: false });
    expect(club.made(/permissions/)[0]?.body).to.include({ text: '2026-11' });
    expect(events).to.deep.equal(['request', 'success']);
    press(element, /Vers vos récits/);
    await until(element, '.stories');
    expect(get(element, '.stories').textContent).to.match(/En relecture/);
  });

  it('shows every problem at once, with links that lead to it', async () => {
    const element = await editor();
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.summary .box');
    await settle();
    expect(focused(element)).to.equal(get(element, '.summary .box'));
    const links = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.summary a')];
    expect(links.map((one) => one.getAttribute('href'))).to.deep.equal(['#text', '#permissions']);
    links[1]!.click();
    expect(focused(element)).to.equal(get(element, '#permissions-club_site'));
    links[0]!.click();
    expect(focused(element)).to.equal(get(element, '#text'));
    expect(club.made(/submit/)).to.have.length(0);
    write(element, 'text', story);
    await element.updateComplete;
    expect(inside(element, '.summary a[href="#text"]')).to.equal(null);
  });

  it('lets the page keep a story from being handed in', async () => {
    const element = await editor();
    element.addEventListener('ambassador-story-request', (event) => event.preventDefault());
    write(element, 'text', story);
    await tick(element, 'permissions-partner_sites');
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await eventually(() => club.stories.length === 1, 'it is kept as a draft');
    expect(club.made(/submit/)).to.have.length(0);
  });

  it('saves a draft by itself, once, when nobody types any more', async () => {
    const element = await editor();
    const own = `${story} Une fois.`;
    for (const part of ['Le', 'Le marché', own]) write(element, 'text', part);
    await element.updateComplete;
    expect(get(element, '.save').textContent).to.match(/Pas encore/);
    await eventually(() => /Brouillon/.test(get(element, '.save').textContent), 'it is saved');
    const created = club.made(/^POST \/v1\/me\/stories$/).filter(({ body }) => (body as StoryFields).text === own);
    expect(created).to.have.length(1);
    expect(created[0]?.query).to.deep.equal({ partner: 'ville' });
    const kept = () => club.stories.find(({ fields }) => fields.text.startsWith(own));
    expect(kept()).to.include({ version: 1, status: 'draft' });
    write(element, 'text', `${own} Encore.`);
    await eventually(() => kept()?.version === 2, 'the change is saved too');
  });

  it('says the counter at rest, not at each key', async () => {
    const element = await editor();
    write(element, 'text', 'Le');
    write(element, 'text', 'Le m');
    expect(said(element)).to.equal('');
    await eventually(() => /16 signes au moins/.test(said(element)), 'what is missing is said');
    expect(get(element, '.count').textContent).to.match(/16 signes/);
  });

  it('keeps what was typed when the session ends, and goes on after another code', async () => {
    const element = await editor();
    write(element, 'text', story);
    club.token = 'bearer-2';
    await until(element, '#email');
    expect(get(element, '.notice').textContent).to.match(/gardé ici/);
    await signIn(element);
    await until(element, '#text');
    expect(get(element, '#text').value).to.equal(story);
    await eventually(() => club.stories[0]?.fields.text === story, 'it is saved at last');
  });

  it('keeps what was typed while the club cannot be reached, and saves it later', async () => {
    const element = await editor();
    club.answers['POST /v1/me/stories'] = offline;
    write(element, 'text', story);
    await eventually(() => club.made(/^POST \/v1\/me\/stories$/).length === 1, 'it was tried');
    await settle();
    expect(get(element, '#text').value).to.equal(story);
    club.answers = {};
    window.dispatchEvent(new Event('online'));
    await eventually(() => club.stories[0]?.fields.text === story, 'it is saved');
  });

  it('offers both versions when a story has changed elsewhere', async () => {
    club.stories = [storyView({}, { text: story })];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await until(element, '#text');
    Object.assign(club.stories[0]!, { version: 7 });
    club.stories[0]!.fields.text = 'Une autre version, écrite dans un autre onglet.';
    write(element, 'text', `${story} Ici.`);
    await until(element, 'blockquote');
    expect(get(element, 'blockquote').textContent).to.match(/autre onglet/);
    expect(get(element, '#text').value).to.equal(`${story} Ici.`);
    press(element, /Garder la mienne/);
    await eventually(() => club.stories[0]?.fields.text === `${story} Ici.`, 'ours is saved');
  });

  it('does not ask when only a file has raised the version', async () => {
    club.stories = [storyView({}, { text: story })];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await until(element, '#text');
    club.stories[0]!.version = 5;
    write(element, 'text', `${story} Ici.`);
    await eventually(() => club.stories[0]?.fields.text === `${story} Ici.`, 'it is saved');
    expect(inside(element, 'blockquote')).to.equal(null);
  });

  it('changes a shown story only when it is handed in again', async () => {
    club.stories = [
      storyView({ status: 'published', permissions: { ...storyView().permissions, club_site: true } }, { text: story }),
    ];
    const element = await storyForm();
    await signIn(element);
    press(element, /Reprendre/);
    await until(element, '#text');
    write(element, 'text', `${story} Ici.`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(club.made(/^PUT/)).to.have.length(0);
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.done');
    expect(club.stories[0]).to.deep.include({ status: 'pending' });
  });

  it('lists several stories; withdraws one, deletes one after a question', async () => {
    club.stories = [
      storyView({ status: 'published', url: 'https://club.example/stories/x' }, { text: 'Publié il y a longtemps.' }),
      storyView({ updatedAt: 1_800_000_000_000 }, { text: 'Commencé hier.' }),
    ];
    const element = await storyForm();
    await signIn(element);
    expect(element.shadowRoot!.querySelectorAll('.stories > li')).to.have.length(2);
    press(element, /Retirer/);
    await eventually(() => /retiré/.test(said(element)), 'the page says that it is withdrawn');
    expect(club.stories[0]?.status).to.equal('withdrawn');
    press(element, /Supprimer/);
    await until(element, '.sure');
    expect(club.made(/DELETE/)).to.have.length(0);
    press(element, /Supprimer/);
    await eventually(() => /supprimé/.test(said(element)), 'the page says that it is deleted');
    expect(club.stories).to.have.length(1);
  });

  it('shows why a story was refused, and takes an objection', async () => {
    const decision = newId();
    const statement = {
      decision,
      action: 'refuse' as const,
      reason: 'advertising' as const,
      text: 'Votre boutique.',
      at: 1,
      appealUntil: 1_800_000_000_000,
      appeal: null,
    };
    club.stories = [storyView({ status: 'refused', statement }, { text: story })];
    const element = await storyForm();
    await signIn(element);
    await until(element, '.statement');
    expect(get(element, '.statement').textContent).to.match(/Publicité.*Votre boutique/s);
    press(element, /Contester/);
    await until(element, '#appeal');
    write(element, 'appeal', 'Ce n’est pas une publicité, c’est un souvenir.');
    get<HTMLFormElement>(element, '.statement form').requestSubmit();
    await eventually(() => /autre personne/.test(get(element, '.statement').textContent), 'it is said');
    expect(club.made(/appeals/)[0]?.body).to.include({ decision });
  });

  it('says in words what the club refuses, by field', async () => {
    const element = await editor();
    club.answers['POST /v1/me/stories/:id/submit'] = () =>
      problem('invalid_request', 422, { errors: [{ field: 'link', code: 'link_unknown' }] });
    write(element, 'text', story);
    await tick(element, 'permissions-club_site');
    get<HTMLFormElement>(element, 'form').requestSubmit();
    await until(element, '.summary .box');
    expect(get(element, '.summary').textContent).to.match(/YouTube/);
  });

  for (const theme of ['light', 'dark'])
    it(`is accessible in each of its views, ${theme}`, async () => {
      const statement = {
        decision: newId(),
        action: 'refuse' as const,
        reason: 'other' as const,
        text: 'x',
        at: 1,
        appealUntil: 1_800_000_000_000,
        appeal: null,
      };
      club.stories = [storyView({ status: 'refused', statement }, { text: story })];
      const element = await storyForm(`partner="ville" open api="${api}" theme="${theme}"`);
      await expect(element).to.be.accessible();
      await signIn(element);
      await until(element, '.statement');
      await expect(element).to.be.accessible();
      press(element, /Nouveau récit/);
      await until(element, '#text');
      await tick(element, 'kind-video');
      get<HTMLFormElement>(element, 'form').requestSubmit();
      await until(element, '.summary .box');
      await expect(element).to.be.accessible();
      expect(consoleLines()).to.deep.equal([]);
    });

  it('fits 320 pixels', async () => {
    club.stories = [storyView({ status: 'published', url: 'https://club.example/s' }, { text: 'M'.repeat(100) })];
    const element = await storyForm();
    const holder = element.parentElement!;
    holder.style.inlineSize = '320px';
    await signIn(element);
    const wide = () =>
      [...element.shadowRoot!.querySelectorAll('.panel, .panel *')].some(
        (one) => one.getBoundingClientRect().right > holder.getBoundingClientRect().right + 1,
      );
    expect(wide()).to.equal(false);
    press(element, /Nouveau récit/);
    await until(element, '#text');
    await tick(element, 'kind-video');
    expect(wide()).to.equal(false);
  });
});
