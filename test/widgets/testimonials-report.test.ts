/** The report of a story: what is asked, checked and sent, and what is said when it cannot be. */
import { expect } from '@open-wc/testing';
import { setViewport } from './shared/commands.ts';
import type { ReportRequest } from '../../api/contract/story.ts';
import { locales } from '../../api/contract/locales.ts';
import { reportReasons } from '../../api/contract/vocabulary.ts';
import type { AmbassadorTestimonials } from '../../widgets/testimonials/testimonials.ts';
import { json, never, offline, problem, type Answer, type SeenRequest } from './shared/fake-api.ts';
import { settle } from './shared/mount.ts';
import { stories } from './shared/stories.ts';
import { useSourceTerms } from './shared/terms.ts';
import { all, api, challenge, focused, get, press, testimonials, until } from './testimonials-support.ts';
import { waitUntil } from './shared/wait-until.ts';

describe('a report', () => {
  let seen: SeenRequest[];

  before(() => useSourceTerms('testimonials'));
  beforeEach(() => setViewport({ width: 800, height: 900 }));

  const receipt: Answer = () => json({ receipt: 'R-2026-0042', at: 1 }, 201);
  const control = (element: Element, name: string) => get<HTMLInputElement>(element, `form [name="${name}"]`);

  async function open(reports: Answer = receipt, challenges: Answer = challenge): Promise<AmbassadorTestimonials> {
    seen = api(stories(3), null, challenges, reports);
    const element = await testimonials('layout="list"');
    await press(element, '[part="report"]');
    await until(element, 'form');
    return element;
  }

  function write(element: Element, values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) {
      control(element, name).value = value;
      control(element, name).dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }

  function fill(element: Element, values: Record<string, string> = {}): void {
    const usual = { reason: 'untrue', text: 'La date.', name: 'Camille', email: 'camille@exemple.fr' };
    write(element, { ...usual, ...values });
    control(element, 'goodFaith').click();
  }

  const send = async (element: AmbassadorTestimonials) => {
    get<HTMLButtonElement>(element, 'form button').click();
    await settle();
    await waitUntil(() => get(element, '.report')?.querySelector('[aria-disabled="true"]') === null, 'it has ended');
    await settle();
  };
  const reports = () => seen.filter(({ path }) => path.endsWith('/reports'));
  const bodies = () => reports().map(({ body }) => body as ReportRequest);
  const wrong = (element: Element) =>
    all<HTMLInputElement>(element, 'form [aria-invalid="true"]').map(({ name }) => name);

  it('asks for nothing before the button is pressed, and for a proof of work then', async () => {
    seen = api(stories(3), null, challenge, receipt);
    const element = await testimonials('layout="list"');
    expect(all(element, 'form')).to.deep.equal([]);
    expect(seen.map(({ path }) => path)).to.deep.equal(['/v1/stories']);
    const button = get(element, '[part="report"]');
    expect([button.ariaLabel, button.ariaExpanded]).to.deep.equal(['Signaler (Odile 0)', 'false']);
    await press(element, '[part="report"]');
    await until(element, 'form');
    expect(button.ariaExpanded).to.equal('true');
    await waitUntil(() => seen[1]?.path === '/v1/challenges', 'the work begins');
    expect(seen[1]?.query).to.deep.equal({ partner: 'ville' });
    await press(element, '[part="report"]');
    expect(all(element, 'form')).to.deep.equal([]);
  });

  it('sends what the club needs, without the page’s query, and gives a receipt', async () => {
    history.replaceState(null, '', '?token=secret');
    const element = await open();
    fill(element);
    await send(element);
    const [body] = bodies();
    expect(reports()[0]?.path).to.equal('/v1/stories/s0/reports');
    expect({ ...body, proof: typeof body?.proof }).to.deep.equal({
      reason: 'untrue',
      text: 'La date.',
      url: `${location.origin}${location.pathname}#story-s0`,
      name: 'Camille',
      email: 'camille@exemple.fr',
      goodFaith: true,
      language: 'fr',
      partner: 'ville',
      proof: 'string',
    });
    const done = get(element, '.report');
    expect(done.textContent).to.contain('R-2026-0042');
    expect(focused(element)).to.equal(done);
    history.replaceState(null, '', location.pathname);
  });

  it('is made in the name of the club where the page names no partner', async () => {
    seen = api(stories(3), null, challenge, receipt);
    const element = await testimonials('layout="list"');
    element.partner = null;
    await settle();
    await press(element, '[part="report"]');
    await until(element, 'form');
    fill(element);
    await send(element);
    expect(seen.find(({ path }) => path === '/v1/challenges')?.query).to.deep.equal({ partner: 'club' });
    expect(bodies()[0]).to.not.have.property('partner');
  });

  it('names every reason of the contract, in every language', async () => {
    for (const lang of locales) {
      seen = api(stories(1), null, challenge);
      const element = await testimonials(`layout="list" lang="${lang}"`);
      await press(element, '[part="report"]');
      await until(element, 'form');
      const options = all<HTMLOptionElement>(element, 'option').map(({ value, textContent }) => [value, textContent]);
      expect(options.map(([value]) => value)).to.deep.equal(['', ...reportReasons]);
      expect(new Set(options.map(([, text]) => text)).size).to.equal(options.length);
    }
  });

  it('says what is missing, beside each field, takes focus to the first, and sends nothing', async () => {
    const element = await open();
    await send(element);
    expect(wrong(element)).to.deep.equal(['reason', 'text', 'name', 'email', 'goodFaith']);
    expect(focused(element)).to.equal(control(element, 'reason'));
    expect(get(element, '#report-reason-error').textContent).to.equal('Ce champ est à remplir.');
    expect(reports()).to.deep.equal([]);
    write(element, { reason: 'rights' });
    await settle();
    expect(wrong(element)).to.deep.equal(['text', 'name', 'email', 'goodFaith']);
  });

  for (const [field, value, words] of [
    ['email', 'camille', 'camille@exemple.fr'],
    ['text', 'x'.repeat(2001), '2000'],
    ['text', 'a\u0007b', 'invisible'],
    ['name', 'x'.repeat(81), '80'],
    ['url', '', 'à remplir'],
  ] as const)
    it(`does not send ${field} as ${JSON.stringify(value.slice(0, 12))}`, async () => {
      const element = await open();
      fill(element, { [field]: value });
      await send(element);
      expect(wrong(element)).to.deep.equal([field]);
      expect(get(element, `#report-${field}-error`).textContent).to.contain(words);
      expect(control(element, field).value).to.equal(value);
      expect(reports()).to.deep.equal([]);
    });

  it('does not ask who reports the abuse of a child', async () => {
    const element = await open();
    write(element, { reason: 'child_abuse' });
    await settle();
    expect(control(element, 'name').required).to.equal(false);
    control(element, 'goodFaith').click();
    await send(element);
    const { name, email, reason, text } = bodies()[0]!;
    expect({ name, email, reason, text }).to.deep.equal({
      name: undefined,
      email: undefined,
      reason: 'child_abuse',
      text: '',
    });
  });

  it('tells the club when a machine has filled the field that nobody sees', async () => {
    const element = await open();
    fill(element);
    const trap = control(element, 'website');
    expect(trap.closest('[inert]')).to.not.equal(null);
    trap.value = 'https://spam.example';
    await send(element);
    expect(bodies()[0]?.website).to.equal('https://spam.example');
  });

  for (const [what, answer, words] of [
    ['offline', offline, 'injoignable'],
    ['internal', () => problem('internal', 500), 'ne peut pas répondre'],
    ['rate_limited', () => problem('rate_limited', 429, {}, { 'retry-after': '180' }), '3 minutes'],
    ['not_found', () => problem('not_found', 404), 'n’a pas pu prendre'],
  ] as [string, Answer, string][])
    it(`keeps what was typed on ${what}, says why, and can be sent again`, async () => {
      let down = true;
      const element = await open((request) => (down ? answer(request) : receipt(request)));
      fill(element);
      await send(element);
      expect(get(element, 'form').textContent).to.contain(words);
      expect(get(element, '[role="status"]').textContent).to.contain(words);
      expect(control(element, 'text').value).to.equal('La date.');
      down = false;
      await send(element);
      expect(get(element, '.report').textContent).to.contain('R-2026-0042');
    });

  it('replaces a proof that has grown old, once and silently', async () => {
    let first = true;
    const element = await open((request) => {
      if (!first) return receipt(request);
      first = false;
      return problem('proof_expired', 403);
    });
    fill(element);
    await send(element);
    expect(bodies()).to.have.length(2);
    expect(get(element, '.report').textContent).to.contain('R-2026-0042');
  });

  it('is sent once, however often the button is pressed', async () => {
    const element = await open(never);
    fill(element);
    for (let turn = 0; turn < 3; turn++) get<HTMLButtonElement>(element, 'form button').click();
    await waitUntil(() => reports().length === 1, 'it is sent');
    await settle();
    expect(reports()).to.have.length(1);
    await press(element, '[part="report"]');
    expect(reports()[0]?.init.signal?.aborted).to.equal(true);
  });

  it('goes along with its element within the page, and ends with it', async () => {
    const element = await open();
    write(element, { text: 'La date.' });
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await settle();
    expect(control(element, 'text').value).to.equal('La date.');
    element.remove();
    await settle();
    expect(all(element, 'form')).to.deep.equal([]);
    elsewhere.remove();
  });

  it('is about the story whose button was pressed, one at a time', async () => {
    const element = await open();
    const second = all(element, '[part="report"]').filter((each) => each.matches('button'))[1]!;
    second.click();
    await waitUntil(() => control(element, 'url').value.endsWith('#story-s1'), 'it is about the other one');
    expect(all(element, 'form')).to.have.length(1);
  });
});
