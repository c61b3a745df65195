/** An author's stories on the club's own page, as a browser without JavaScript uses it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { locales } from '../../../api/contract/locales.ts';
import { termsFor } from '../../../api/lang/index.ts';
import type { MyStories } from '../../../api/contract/story.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { addStaff, signedInMember, signedInWidget, type SignedIn } from '../../support/session.ts';
import { decide, waitingStory } from '../../support/stories.ts';

let app: TestApp;
let odile: SignedIn;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  odile = await signedInMember(app);
});
afterEach(() => app.remove());

const text = 'J’aime la place de la Réunion au petit matin.';
const page = async (path = '/me/stories?lang=en', person = odile) => {
  const response = await app.request(path, { headers: person.headers });
  return { response, html: await response.text() };
};

/** Opens a page and sends one of its forms. */
async function send(path: string, more: Record<string, string>, from = '/me/stories?lang=en', person = odile) {
  const token = valuesOf((await page(from, person)).html).get('token') ?? '';
  return postForm(app, { token, ...more }, { path, headers: person.headers });
}
const mine = async (person = odile) =>
  ((await (await person.request('GET', '/v1/me/stories')).json()) as MyStories).stories;
const where = (response: Response) => response.headers.get('location');

test('who is not signed in is led to signing in, and back', async () => {
  const response = await app.request('/me/stories');
  assert.equal(response.status, 303);
  assert.match(where(response)!, /^\/sign-in\?next=%2Fme%2Fstories/);
});

test('the page holds the story form, and may use the camera; no other page may', async () => {
  const { response, html } = await page();
  assert.equal(response.status, 200);
  assert.match(html, /<ambassador-story-form partner="club" lang="en" open/);
  assert.equal(
    response.headers.get('permissions-policy'),
    'camera=(self), geolocation=(), microphone=(self), payment=()',
  );
  assert.match(response.headers.get('content-security-policy')!, /media-src 'self' blob:;.*script-src 'self'/);
  assert.match((await app.request('/')).headers.get('permissions-policy')!, /camera=\(\)/);
});

test('a story is told in one form: lines, permissions, and into the queue', async () => {
  const response = await send('/me/stories?lang=en', {
    text: `${text}\r\nEt le soir.`,
    language: 'fr',
    signature: 'Odile M.',
    'use-club_site': 'on',
    next: 'submit',
  });
  assert.equal(response.status, 303);
  assert.equal(where(response), '/me/stories?lang=en&done=sent');
  const [story] = await mine();
  assert.equal(story?.status, 'pending');
  assert.equal(story.fields.text, `${text}\nEt le soir.`);
  assert.equal(story.fields.signature, 'Odile M.');
  assert.deepEqual(story.permissions, {
    club_site: true,
    partner_sites: false,
    newsletter: false,
    social: false,
    print: false,
  });
  assert.match((await page(where(response)!)).html, /Thank you! Your story has arrived/);
});

test('what is missing is said all at once, and nothing typed is lost', async () => {
  const response = await send('/me/stories?lang=en', { text: 'Court', language: 'fr', next: 'submit' });
  assert.equal(response.status, 422);
  const html = await response.text();
  assert.match(html, /2 things to look at/);
  assert.match(html, /href="#text"/);
  assert.match(html, /href="#permissions"/);
  assert.match(html, />\s*Court<\/textarea/);
  // The draft is kept, once: the next press goes to it.
  const [story, ...others] = await mine();
  assert.equal(others.length, 0);
  assert.ok(html.includes(`action="/me/stories/${story!.id}?lang=en"`));
});

test('a draft is changed, withdrawn and deleted', async () => {
  await send('/me/stories', { text, language: 'fr', next: 'save' });
  const [draft] = await mine();
  const own = `/me/stories/${draft!.id}`;
  assert.match((await page(own)).html, /J’aime la place/);
  const changed = await send(
    own,
    { text: `${text} Oui.`, language: 'fr', version: `${draft!.version}`, 'use-partner_sites': 'on', next: 'submit' },
    own,
  );
  assert.equal(changed.status, 303);
  assert.equal((await mine())[0]?.status, 'pending');
  assert.equal((await send(`${own}/withdraw`, {}, own)).status, 303);
  assert.equal((await mine())[0]?.status, 'withdrawn');
  assert.equal((await send(`${own}/remove`, {}, own)).status, 303);
  assert.deepEqual(await mine(), []);
});

test('a version that was not read is not overwritten', async () => {
  await send('/me/stories', { text, language: 'fr', next: 'save' });
  const [draft] = await mine();
  const own = `/me/stories/${draft!.id}`;
  await odile.request('PUT', `/v1/me/stories/${draft!.id}`, {
    text: 'Écrit dans un autre onglet.',
    language: 'fr',
    version: draft!.version,
  });
  const late = await send(
    `${own}?lang=en`,
    { text: 'Écrit ici.', language: 'fr', version: `${draft!.version}`, next: 'save' },
    own,
  );
  assert.equal(late.status, 409);
  assert.match(await late.text(), />\s*Écrit ici\.<\/textarea/);
  assert.equal((await mine())[0]?.fields.text, 'Écrit dans un autre onglet.');
});

test('nothing is taken from another page, another session or a widget', async () => {
  const fields = { text, language: 'fr', next: 'save' };
  const { token } = Object.fromEntries(valuesOf((await page()).html));
  const elsewhere = { ...odile.headers, origin: 'https://evil.example' };
  assert.equal(
    (await postForm(app, { ...fields, token: token! }, { path: '/me/stories', origin: undefined, headers: elsewhere }))
      .status,
    403,
  );
  const paul = await signedInMember(app);
  const stolen = await postForm(app, { ...fields, token: token! }, { path: '/me/stories', headers: paul.headers });
  assert.ok(stolen.status >= 400);
  const widget = await signedInWidget(app);
  assert.notEqual((await app.request('/me/stories', { headers: widget.headers })).status, 200);
  assert.deepEqual([await mine(), await mine(paul)], [[], []]);
});

test('what is somebody else’s is not there', async () => {
  const story = await waitingStory(await signedInMember(app));
  assert.equal((await page(`/me/stories/${story.id}`)).response.status, 404);
  for (const what of ['', '/withdraw', '/remove', '/appeal'])
    assert.equal((await send(`/me/stories/${story.id}${what}`, { text, language: 'fr' })).status, 404, what);
});

test('a refusal says why, and takes an objection', async () => {
  const { id } = await waitingStory(odile);
  const decision = await decide(app, id, await addStaff(app), 'refuse', 'advertising');
  const own = `/me/stories/${id}?lang=en`;
  const { html } = await page(own);
  assert.match(html, /You can object until/);
  const short = await send(`/me/stories/${id}/appeal?lang=en`, { decision, appeal: 'No.' }, own);
  assert.equal(short.status, 422);
  const sent = await send(
    `/me/stories/${id}/appeal?lang=en`,
    { decision, appeal: 'This is a memory, no advertising.' },
    own,
  );
  assert.equal(sent.status, 303);
  assert.match((await page(own)).html, /Another person is reading/);
});

test('every script payload is text, in every language', async () => {
  const payload = '"><script>alert(1)</script><img src=x onerror=alert(1)> et vingt signes';
  await send('/me/stories', { text: payload, language: 'fr', signature: '<b>x</b>', next: 'save' });
  const [draft] = await mine();
  for (const locale of locales)
    for (const path of ['/me/stories', `/me/stories/${draft!.id}`]) {
      const { html, response } = await page(`${path}?lang=${locale}`);
      assert.equal(response.status, 200);
      assert.doesNotMatch(html, /<script>alert|<img src=x|<b>x/);
      assert.ok(html.includes(termsFor(locale).myStories.title));
    }
});

test('two thousand characters of any script fit into the form', async () => {
  const long = '讲'.repeat(2000);
  const response = await send('/me/stories', { text: long, language: 'zh', next: 'save' });
  assert.equal(response.status, 303);
  assert.equal((await mine())[0]?.fields.text, long);
  assert.ok(publicUrl);
});
