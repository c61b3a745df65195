/** Reporting a story without a script and without an account. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { durations } from '../../../api/contract/limits.ts';
import { storyPages } from '../../../api/lang/stories-pages/index.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { all, attribute, textOf } from '../../support/html.ts';
import { tell } from '../../support/told.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
});
after(() => app.remove());

const filled = {
  reason: 'untrue',
  text: 'Le marché a lieu\r\nle samedi.',
  name: 'Camille',
  email: 'camille@example.org',
  goodFaith: 'on',
};
const terms = storyPages.fr.report;

async function open(id: string, query = '', headers: Record<string, string> = {}) {
  const path = `/stories/${id}/report${query}`;
  const response = await app.request(path, { headers });
  const html = await response.text();
  app.clock.time += durations.minimumFill;
  return { response, html, values: valuesOf(html), action: attribute(all(html, 'form')[0]!, 'action')! };
}

async function send(id: string, changes: Record<string, string> = {}, without: string[] = []) {
  const { values, action } = await open(id, '?lang=fr');
  const body = { ...Object.fromEntries(values), ...filled, ...changes };
  for (const name of without) delete body[name as keyof typeof body];
  return postForm(app, body, { path: action, ip: newNetwork() });
}

const reports = () => app.deps.storage.moderation.reports('open', 100);

test('the form shows the story, every reason, and what is needed of whom', async () => {
  const id = await tell(app, { language: 'gsw', text: 'A Carpe frite ìsst ma nìt ellei.' });
  const { html } = await open(id, '?lang=fr');
  const [quote] = all(html, 'blockquote');
  assert.equal(attribute(quote!, 'lang'), 'gsw');
  assert.equal(all(html, 'input').filter((one) => attribute(one, 'type') === 'radio').length, 10);
  assert.ok(html.includes(terms.nameless));
  for (const label of all(html, 'label')) {
    const target = attribute(label, 'for');
    assert.ok(target && html.includes(`id="${target}"`), textOf(label));
  }
  assert.equal(
    all(html, 'input').some((one) => attribute(one, 'checked') !== undefined),
    false,
  );
});

test('a report is kept, its number is said, and a receipt is ordered', async () => {
  const id = await tell(app);
  const before = (await reports()).length;
  const response = await send(id);
  assert.equal(response.status, 200);
  const number = textOf(all(await response.text(), 'p', 'receipt')[0]!);
  const kept = (await reports()).find(({ receipt }) => number.includes(receipt));
  assert.equal((await reports()).length, before + 1);
  assert.equal(kept?.reason, 'untrue');
  assert.equal(kept.text, 'Le marché a lieu\nle samedi.');
  assert.equal(kept.url, `${publicUrl}/stories/${id}`);
  assert.equal(kept.language, 'fr');
  assert.equal(await app.deps.storage.nextMailAt(), app.clock.now());
});

test('reading the form, or pressing twice, stores nothing more', async () => {
  const id = await tell(app);
  const before = (await reports()).length;
  const { values, action } = await open(id);
  assert.equal((await reports()).length, before);
  const body = { ...Object.fromEntries(values), ...filled };
  assert.equal((await postForm(app, body, { path: action })).status, 200);
  assert.equal((await postForm(app, body, { path: action })).status, 409);
  assert.equal((await reports()).length, before + 1);
});

describe('what is wrong is said beside its field, and what was typed is still there', () => {
  const cases: [field: keyof typeof terms.errors, changes: Record<string, string>, without: string[]][] = [
    ['reason', {}, ['reason']],
    ['reason', { reason: 'boring' }, []],
    ['text', { text: 'x'.repeat(2001) }, []],
    ['text', { reason: 'other', text: '' }, []],
    ['name', {}, ['name']],
    ['email', {}, ['email']],
    ['email', { email: 'camille' }, []],
    ['goodFaith', {}, ['goodFaith']],
  ];
  for (const [field, changes, without] of cases) {
    test(`${field}: ${JSON.stringify(changes).slice(0, 50)} ${without}`, async () => {
      const id = await tell(app);
      const before = (await reports()).length;
      const response = await send(id, changes, without);
      assert.equal(response.status, 422);
      const html = await response.text();
      const error = all(html, 'p', 'error').find((one) => attribute(one, 'id') === `${field}-error`);
      assert.equal(textOf(error!), terms.errors[field]);
      const link = all(html, 'a').find((one) => textOf(one) === terms.errors[field]);
      assert.ok(html.includes(`id="${attribute(link!, 'href')!.slice(1)}"`));
      assert.ok(html.includes(`aria-describedby="`) && html.includes(`${field}-error`));
      if (!without.includes('name')) assert.equal(valuesOf(html).get('name'), 'Camille');
      assert.equal((await reports()).length, before);
    });
  }

  test('the abuse of a child is reported without a name', async () => {
    const id = await tell(app);
    const response = await send(id, { reason: 'child_abuse' }, ['name', 'email']);
    assert.equal(response.status, 200);
  });
});

test('a form of another page, without our token, too quick or too old, is refused and nothing is kept', async () => {
  const id = await tell(app);
  const other = await tell(app);
  const before = (await reports()).length;
  const path = `/stories/${id}/report`;
  const body = { url: publicUrl, ...filled };
  assert.equal((await postForm(app, body, { path })).status, 403);
  const { values } = await open(other);
  assert.equal((await postForm(app, { ...Object.fromEntries(values), ...filled }, { path })).status, 403);
  const mine = await open(id);
  const ours = { ...Object.fromEntries(mine.values), ...filled };
  assert.equal((await postForm(app, ours, { path, origin: 'https://evil.example' })).status, 403);
  assert.equal((await postForm(app, ours, { path, origin: undefined })).status, 403);
  app.clock.time -= durations.minimumFill;
  assert.equal((await postForm(app, ours, { path })).status, 429);
  app.clock.time += durations.formTokenLife + durations.minimumFill;
  assert.equal((await postForm(app, ours, { path })).status, 403);
  assert.equal((await reports()).length, before);
});

test('a robot that fills in everything gets a number and leaves nothing', async () => {
  const id = await tell(app);
  const before = (await reports()).length;
  const response = await send(id, { website: 'https://spam.example' });
  assert.equal(response.status, 200);
  assert.match(textOf(all(await response.text(), 'p', 'receipt')[0]!), /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.equal((await reports()).length, before);
});

test('a story that only partners show is reported from there, and nowhere else', async () => {
  const id = await tell(app, { uses: ['partner_sites'] });
  assert.equal((await app.request(`/stories/${id}/report`)).status, 404);
  const seenAt = `${partnerOrigin}/club`;
  const { response, values, action } = await open(id, '?partner=ville&lang=fr', { referer: seenAt });
  assert.equal(response.status, 200);
  assert.equal(values.get('url'), seenAt);
  const sent = await postForm(app, { ...Object.fromEntries(values), ...filled }, { path: action });
  assert.equal(sent.status, 200);
  const kept = (await reports()).find(({ url }) => url === seenAt);
  assert.equal(kept?.partnerId, (await app.deps.storage.partnerBySlug('ville'))!.id);
});

test('a story that is gone cannot be reported', async () => {
  const id = await tell(app, { status: 'pending' });
  assert.equal((await app.request(`/stories/${id}/report`)).status, 404);
  assert.equal((await postForm(app, filled, { path: `/stories/${id}/report` })).status, 404);
});
