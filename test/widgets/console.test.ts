import { expect } from '@open-wc/testing';
import '../../widgets/console/define.ts';
import { get, has, open, passkey, passkeys, said } from './console-support.ts';
import { FakeStaff, storyOf } from './shared/fake-staff.ts';
import { fakeApi, offline, problem } from './shared/fake-api.ts';
import { mount, settle, showsFallback } from './shared/mount.ts';
import { consoleLines } from './shared/quiet.ts';
import { useSourceTerms } from './shared/terms.ts';
import { runWidgetSuite } from './shared/widget-suite.ts';

runWidgetSuite('ambassador-console', {
  widget: 'console',
  attributes: '',
  answer: (request) => new FakeStaff([storyOf()]).answer(request),
  fallback: '<p>La console arrive.</p>',
  defineAgain: () => import(new URL('../../widgets/console/define.ts?again', import.meta.url).href),
});

describe('<ambassador-console>', () => {
  before(() => useSourceTerms('console'));

  it('sends the cookie of the staff to its own origin only, and asks for names in its language', async () => {
    const { seen } = await open(new FakeStaff());
    expect(seen.map(({ path }) => path)).to.deep.equal(['/v1/staff/session', '/v1/staff/queue']);
    for (const { init } of seen) expect(init.credentials).to.equal('same-origin');
    expect(seen[1]?.query).to.deep.equal({ view: 'pending', lang: 'fr' });
  });

  it('does nothing on a page that is not the club’s', async () => {
    const { element, seen } = await openElsewhere();
    expect(seen).to.have.length(0);
    expect(showsFallback(element)).to.equal(true);
    expect(consoleLines()).to.have.length(1);
    expect(consoleLines()[0]).to.match(/^\[ambassador-console\] Works on the club's own origin only/);
  });

  it('tries again when it is told to, once the API is back', async () => {
    const staff = new FakeStaff();
    let down = true;
    const { element } = await open(staff, (request) => (down ? offline() : staff.answer(request)));
    expect(consoleLines()).to.have.length(1);
    down = false;
    get(element, 'button').click();
    await settle();
    expect(has(element, '#story')).to.equal(true);
  });

  it('says when the API is down in the middle of work, and keeps what is on screen', async () => {
    const staff = new FakeStaff();
    let down = false;
    const { element } = await open(staff, (request) => (down ? offline() : staff.answer(request)));
    down = true;
    get(element, '.actions .button').click();
    await settle();
    expect(said(element)).to.contain('injoignable').and.to.contain('Rien n’a été décidé');
    expect(get(element, '#story').textContent).to.contain('Camille');
  });

  it('asks to sign in again when the session has ended, and comes back to what was being written', async () => {
    const staff = new FakeStaff();
    const { element } = await open(staff);
    get(element, '.actions .button:nth-of-type(2)').click();
    await settle();
    const text = get<HTMLTextAreaElement>(element, '#text');
    text.value = 'Un mot de ma main.';
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    get(element, '[name=reason][value=other]').click();
    staff.me = undefined;
    get(element, '.statement .button').click();
    await settle();
    expect(said(element)).to.contain('ce que vous écriviez est encore là');
    expect(has(element, '#email')).to.equal(true);
    write(element, '#email', 'noemie@example.org');
    get(element, '.sign-in .button').click();
    await settle();
    write(element, '#code', '042917');
    get(element, '.sign-in .button').click();
    await settle();
    passkeys(passkey);
    get(element, '#passkey').click();
    await settle();
    expect(get<HTMLTextAreaElement>(element, '#text').value).to.equal('Un mot de ma main.');
  });

  it('shows the log and the team to admins, and to nobody else', async () => {
    const staff = new FakeStaff();
    const { element } = await open(staff);
    const views = (of: Element) =>
      [...(of.shadowRoot?.querySelectorAll('.bar nav button') ?? [])].map((b) => b.textContent?.trim().split(/\s/)[0]);
    expect(views(element)).to.deep.equal(['À', 'Publiés', 'Refusés', 'Signalements', 'Recours']);
    staff.me!.role = 'admin';
    const { element: admin } = await open(staff);
    expect(views(admin).slice(5)).to.deep.equal(['Journal', 'Équipe']);
    for (const [place, words] of [
      [6, 'story.approve'],
      [7, 'Noémie'],
    ] as const) {
      get(admin, `.bar li:nth-child(${place}) button`).click();
      await settle();
      expect(get(admin, 'table').textContent).to.contain(words);
      await expect(admin).to.be.accessible();
    }
  });

  it('says what a refusal of the API means', async () => {
    const staff = new FakeStaff();
    const { element } = await open(staff, (request) =>
      request.method === 'POST' ? problem('forbidden', 403) : staff.answer(request),
    );
    get(element, '.actions .button').click();
    await settle();
    expect(said(element)).to.equal('Votre rôle ne permet pas cela. Rien n’a été décidé.');
  });
});

function write(element: Element, selector: string, text: string): void {
  get<HTMLInputElement>(element, selector).value = text;
}

async function openElsewhere() {
  const seen = fakeApi(new FakeStaff().answer);
  const element = await mount<HTMLElement>(
    '<ambassador-console api="https://club.example"><p>La console</p></ambassador-console>',
  );
  await settle();
  return { element, seen };
}
