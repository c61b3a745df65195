/** The page where staff say who is told of what. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { embedPaths } from '../../../api/contract/embed.ts';
import { deliverWebhooks } from '../../../api/domain/webhooks/deliver.ts';
import { secretOf } from '../../../api/domain/webhooks/sign.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { valuesOf } from '../../support/form.ts';
import { signedInStaff, type SignedIn } from '../../support/session.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let admin: SignedIn;
before(async () => {
  app = await openTestApp({ webhookSender: { post: () => Promise.resolve({ status: 410 }) } });
  admin = await signedInStaff(app, { role: 'admin' });
});
after(() => app.remove());

const show = async (query = '') => (await admin.request('GET', `${embedPaths.webhooks}?lang=fr${query}`)).text();

async function send(path: string, values: Record<string, string>, who = admin): Promise<Response> {
  return app.request(`${embedPaths.webhooks}${path}?lang=fr`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  });
}

const token = async () => valuesOf(await show()).get('token')!;

test('adds one, tries it, shows what did not arrive, and sends that again', async () => {
  const added = await send('', {
    token: await token(),
    url: 'https://crm.example/<hook>',
    'events-story.published': 'on',
  });
  assert.equal(added.status, 303);
  assert.match(await show('&done=added'), /Le webhook est ajouté/);
  const [webhook] = await app.deps.storage.webhooks.all();
  const page = await show();
  assert.ok(page.includes('https://crm.example/%3Chook%3E'));
  assert.ok(page.includes(secretOf(app.deps.keys, webhook!, 1)));
  for (const what of ['try', 'rotate', 'pause', 'resume'])
    assert.equal((await send(`/${webhook!.publicId}/${what}`, { token: await token() })).status, 303, what);
  await deliverWebhooks(app.deps);
  const after = await show();
  assert.match(after, /Messages abandonnés/);
  assert.match(after, /Abandonné \(410\)/);
  assert.ok(after.includes(secretOf(app.deps.keys, webhook!, 2)) && /ancien secret signe encore/.test(after));
  assert.match(after, /https:\/\/crm\.example\/%3Chook%3E<\/span>\s*\(1\u00a0message\)/);
  assert.ok(!after.includes(`/${webhook!.publicId}/rotate`), 'nobody takes the old secret away before its day is over');
  assert.equal((await send(`/${webhook!.publicId}/replay-all`, { token: await token() })).status, 303);
  assert.match(await show('&done=replay-all'), /Tous ses messages repartent/);
  assert.doesNotMatch(await show(), /Messages abandonnés/);
  await deliverWebhooks(app.deps);
  const [dead] = await app.deps.storage.webhooks.dead(1);
  assert.equal((await send(`/deliveries/${dead!.id}`, { token: await token() })).status, 303);
  assert.doesNotMatch(await show(), /Messages abandonnés/);
  assert.equal((await send(`/${webhook!.publicId}/remove`, { token: await token() })).status, 303);
  assert.deepEqual(await app.deps.storage.webhooks.all(), []);
});

test('keeps what was typed, and says what is wrong with it', async () => {
  const response = await send('', { token: await token(), url: 'https://127.0.0.1/"><b>', 'events-badge.ended': 'on' });
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /doit mener à l’internet public/);
  assert.ok(page.includes('value="https://127.0.0.1/&quot;&gt;&lt;b&gt;"'));
  assert.match(page, /name="events-badge\.ended"\s+value="on"\s+checked/);
});

test('takes nothing without the form of this session, and is for admins', async () => {
  const before = rows(app.dir, 'audit').length;
  for (const bad of [
    '',
    'x',
    valuesOf(
      await (await (await signedInStaff(app, { role: 'admin' })).request('GET', embedPaths.webhooks)).text(),
    ).get('token')!,
  ])
    assert.equal((await send('', { token: bad, url: 'https://crm.example/', 'events-badge.ended': 'on' })).status, 403);
  assert.equal((await send('/nothing/remove', { token: await token() })).status, 404);
  assert.equal((await send('/nothing/burn', { token: await token() })).status, 404);
  assert.equal((await send('/deliveries/0x1', { token: await token() })).status, 404);
  const moderator = await signedInStaff(app);
  assert.equal((await moderator.request('GET', embedPaths.webhooks)).status, 403);
  assert.equal(rows(app.dir, 'audit').length, before);
});
