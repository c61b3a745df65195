import { expect } from '@open-wc/testing';
import type { AppealView, ReportView } from '../../api/contract/moderation.ts';
import { click, focused, get, has, open, press, said, textOf, write, written } from './console-support.ts';
import { problem } from './shared/fake-api.ts';
import { decisionOf, FakeStaff, someday, storyOf } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';

const report = (receipt: string, more: Partial<ReportView> = {}): ReportView => ({
  receipt,
  reason: 'untrue',
  text: 'Le marché ouvre à sept heures.',
  url: 'https://www.ville.example/actualites#story-x',
  answerable: true,
  at: someday,
  story: storyOf({ status: 'published', publishedAt: someday, author: { ...storyOf().author, name: receipt } }),
  ...more,
});

const appeal = (id: string, own = false): AppealView => ({
  id,
  text: 'Mon récit parle bien de la ville.',
  at: someday,
  decision: decisionOf(),
  own,
  story: storyOf({ status: 'refused', language: 'en', author: { ...storyOf().author, name: id } }),
});

describe('the reports of the console', () => {
  before(() => useSourceTerms('console'));

  async function opened(reports = [report('R-1'), report('R-2')]) {
    const staff = new FakeStaff();
    staff.reports = reports;
    const { element, seen } = await open(staff);
    await click(element, 'Signalements');
    return { staff, element, seen };
  }

  it('show reason, words, receipt and page, with the story', async () => {
    const { element } = await opened();
    const letter = textOf(element, '.letter');
    for (const words of ['Contraire aux faits', 'sept heures', 'R-1', 'https://www.ville.example/actualites#story-x'])
      expect(letter).to.contain(words);
    expect(has(element, '.letter a')).to.equal(false);
    expect(textOf(element, '.story blockquote')).to.contain('canal couvert');
    await expect(element).to.be.accessible();
  });

  it('are upheld with a reason that the author reads', async () => {
    const { element, seen } = await opened();
    await press('r', '9');
    expect(textOf(element, '.preview h4')).to.equal('L’auteur lira');
    await expect(element).to.be.accessible();
    await press('Control+Enter');
    const text = 'Votre récit affirme quelque chose qui est contraire aux faits. Corrigez ce passage, et renvoyez-le.';
    expect(written(seen)[0]).to.deep.equal({
      method: 'POST',
      path: '/v1/staff/reports/R-1/decisions',
      body: { action: 'uphold', reason: 'untrue', text },
    });
    expect(said(element)).to.equal('Le récit de R-1 est retiré.');
    expect(textOf(element, '.letter .eyebrow')).to.contain('R-2');
    expect(focused(element)?.id).to.equal('letter');
  });

  it('are rejected with an answer to whoever reported', async () => {
    const { element, seen } = await opened([report('R-1')]);
    await press('a');
    expect(has(element, '[name=reason]')).to.equal(false);
    write(element, '#text', '');
    await settle();
    await click(element, 'Laisser et répondre');
    expect(textOf(element, '#text-error')).to.contain('Rien n’est parti');
    write(element, '#text', 'Nous avons vérifié.');
    await click(element, 'Laisser et répondre');
    expect(written(seen)[0]?.body).to.deep.equal({ action: 'reject', text: 'Nous avons vérifié.' });
    expect(textOf(element, '#empty')).to.equal('Personne n’a rien signalé.');
    expect(focused(element)?.id).to.equal('empty');
  });
});

describe('the appeals of the console', () => {
  before(() => useSourceTerms('console'));

  async function opened(appeals: AppealView[], refuse = false) {
    const staff = new FakeStaff();
    staff.appeals = appeals;
    const { element, seen } = await open(staff, (request) =>
      refuse && request.method === 'POST' ? problem('same_person', 403) : staff.answer(request),
    );
    await click(element, 'Recours');
    return { element, seen };
  }

  it('show what the author says, the decision and the story, and are answered in the author’s language', async () => {
    const { element, seen } = await opened([appeal('one')]);
    expect(textOf(element, '.letter')).to.contain('parle bien de la ville').and.to.contain('Hors sujet');
    await expect(element).to.be.accessible();
    await press('a');
    expect(get<HTMLTextAreaElement>(element, '#text').value).to.match(/^You are right/);
    await press('Tab', 'Tab');
    await click(element, 'Publier et répondre');
    expect(written(seen)[0]).to.deep.equal({
      method: 'POST',
      path: '/v1/staff/appeals/one/decisions',
      body: { action: 'uphold', text: 'You are right, and we take our decision back. Your story is public.' },
    });
    expect(said(element)).to.equal('Le récit d’one est public.');
  });

  it('are left to another person when the decision was one’s own', async () => {
    const { element, seen } = await opened([appeal('mine', true), appeal('other')]);
    expect(textOf(element, '.letter .box')).to.contain('une autre personne de l’équipe doit répondre');
    expect([...(element.shadowRoot?.querySelectorAll('.actions .button') ?? [])]).to.have.length(2);
    await press('a', 'r');
    expect(has(element, '.statement')).to.equal(false);
    await press('j', 'r');
    expect(textOf(element, '#statement')).to.contain('Maintenir la décision');
    expect(written(seen)).to.deep.equal([]);
  });

  it('say so when the API knows better who decided', async () => {
    const { element } = await opened([appeal('one')], true);
    await press('r', 'Control+Enter');
    await click(element, 'Maintenir et répondre');
    expect(said(element)).to.contain('une autre personne doit répondre');
    expect(has(element, '.statement')).to.equal(true);
  });
});
