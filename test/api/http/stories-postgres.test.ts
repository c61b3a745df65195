/** Stories on PostgreSQL: authors and moderators at the same moment, in two applications on one database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createApp } from '../../../api/app.ts';
import { storyLimits } from '../../../api/contract/limits.ts';
import { openStorage, type OpenStorage } from '../../../api/storage/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { signedInStaff, signedInWidget, type SignedIn } from '../../support/session.ts';
import { addMedia, allow, draftOf, readMine, storyBody, submit, waitingStory } from '../../support/stories.ts';

let server: TestPostgres;
let storages: OpenStorage[];
let app: TestApp;
let other: ReturnType<typeof createApp>;
let staff: SignedIn;

before(async () => {
  server = await startPostgres();
  const databaseUrl = await server.createDatabase();
  storages = [1, 2].map(() => openStorage({ databaseUrl, dataDir: 'unused' }));
  await storages[0]!.migrate();
  app = await openTestApp({ storage: storages[0]! });
  other = createApp({ ...app.deps, storage: storages[1]! });
  staff = await signedInStaff(app);
});
after(async () => {
  await app?.remove();
  await Promise.all(storages?.map((storage) => storage.close()) ?? []);
  await server?.stop();
});

/** A request to the other application, of somebody who is signed in. */
async function onOther(person: SignedIn, method: string, path: string, body?: object): Promise<Response> {
  const headers = { host: new URL(publicUrl).host, ...person.headers, 'content-type': 'application/json' };
  return other.request(new URL(path, publicUrl).href, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

const approve = (id: string, version: number) =>
  onOther(staff, 'POST', `/v1/staff/stories/${id}/decisions`, { action: 'approve', version });

/** What anybody reads of a story, on either kind of site, after a second. */
async function visible(id: string): Promise<(string | undefined)[]> {
  app.clock.time += 1000;
  return Promise.all(
    ['', '?partner=ville'].map(async (query) => {
      const response = await app.request(`/v1/stories/${id}${query}`);
      return response.status === 200 ? ((await response.json()) as { text: string }).text : undefined;
    }),
  );
}

test('names that no database would take are names of nothing', async () => {
  const author = await signedInWidget(app);
  const reads: [SignedIn, string][] = [
    [staff, '/v1/staff/stories/a%00b'],
    [author, '/v1/me/stories/a%00b'],
    [author, '/v1/stories/a%00b'],
    [author, '/media/a%00b'],
    [author, '/stories/a%00b'],
  ];
  for (const [who, path] of reads) assert.equal((await who.request('GET', path)).status, 404, path);
  const decision = { action: 'reject', text: 'Nein.' };
  for (const [method, path, body] of [
    ['POST', '/v1/staff/stories/a%00b/decisions', { action: 'approve', version: 1 }],
    ['POST', '/v1/staff/decisions/a%00b/undo', {}],
    ['PUT', '/v1/staff/media/a%00b/captions', { captions: [], transcript: '' }],
    ['POST', '/v1/staff/reports/a%00b/decisions', decision],
    ['POST', '/v1/staff/appeals/a%00b/decisions', decision],
  ] as const) {
    assert.equal((await staff.request(method, path, body)).status, 404, path);
  }
});

test('told, approved, shown, changed, taken back and deleted', async () => {
  const author = await signedInWidget(app);
  const { id } = await draftOf(author, { people: 'me', adult: true });
  const media = await addMedia(app, id);
  await readMine(await author.request('PUT', `/v1/me/stories/${id}/media/${media}`, { alt: 'Mìlhüsa 🔥' }));
  await readMine(await allow(author, id, ['club_site', 'partner_sites']));
  const { version } = await readMine(await submit(author, id));
  assert.equal((await approve(id, version)).status, 200);
  assert.deepEqual(await visible(id), [storyBody().text, storyBody().text]);
  const feed = (await (await app.request('/v1/stories?partner=ville&kind=photo')).json()) as { stories: unknown[] };
  assert.equal(feed.stories.length, 1);
  await readMine(await allow(author, id, ['club_site']));
  assert.deepEqual(await visible(id), [storyBody().text, undefined]);
  assert.equal((await readMine(await author.request('POST', `/v1/me/stories/${id}/withdraw`))).status, 'withdrawn');
  assert.deepEqual(await visible(id), [undefined, undefined]);
  assert.equal((await app.deps.storage.media.garbage(app.clock.now(), 100)).length, 6);
  assert.equal((await author.request('DELETE', `/v1/me/stories/${id}`)).status, 204);
  assert.equal((await author.request('GET', `/v1/me/stories/${id}`)).status, 404);
});

test('a change and its approval in the same moment: nobody ever reads what was not approved', async () => {
  const author = await signedInWidget(app);
  for (let round = 0; round < 20; round++) {
    const { id, version } = await waitingStory(author);
    const words = { ...storyBody({ text: `Des mots que personne n’a lus, ${round}.` }), version };
    const change = () => author.request('PUT', `/v1/me/stories/${id}`, words);
    const both = round % 2 ? [approve(id, version), change()] : [change(), approve(id, version)];
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    assert.ok(
      statuses.every((status) => status === 200 || status === 409),
      statuses.join(),
    );
    assert.deepEqual(await visible(id), [undefined, undefined]);
    await author.request('DELETE', `/v1/me/stories/${id}`);
  }
});

test('taking back and an approval in the same moment: it is taken back', async () => {
  const author = await signedInWidget(app);
  for (let round = 0; round < 10; round++) {
    const { id, version } = await waitingStory(author);
    const back =
      round % 2
        ? author.request('POST', `/v1/me/stories/${id}/withdraw`)
        : author.request('DELETE', `/v1/me/stories/${id}`);
    await Promise.all([approve(id, version), back]);
    assert.ok([200, 204].includes((await back).status));
    assert.deepEqual(await visible(id), [undefined, undefined]);
    await author.request('DELETE', `/v1/me/stories/${id}`);
  }
});

test('of many drafts at once, in two processes, no more than ten are taken', async () => {
  const author = await signedInWidget(app);
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      index % 2
        ? author.request('POST', '/v1/me/stories', storyBody())
        : onOther(author, 'POST', '/v1/me/stories', storyBody()),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 201).length, storyLimits.drafts, statuses.join());
  assert.ok(statuses.every((status) => status === 201 || status === 409));
});
