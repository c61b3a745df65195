/** Who may send what, and how much: everything that is decided before a place is made. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { mediaLimits, storyLimits } from '../../../api/contract/limits.ts';
import type { ProblemCode } from '../../../api/contract/codes.ts';
import { cleanFileName } from '../../../api/domain/media/file-name.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { createApp } from '../../../api/app.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { signedInMember, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';
import { announce, ask, draftFor, filesLeft, upload } from '../../support/uploads.ts';

let app: TestApp;
before(async () => (app = await openTestApp()));
after(() => app.remove());

const photo = { kind: 'photo' };

async function author(): Promise<{ who: SignedIn; story: string }> {
  const who = await signedInMember(app);
  return { who, story: await draftFor(app, who.id) };
}

/** Refused by its code, and nothing in the tables or on the disk is other than before. */
async function refused(
  who: SignedIn,
  size: number,
  metadata: Record<string, string>,
  code: ProblemCode,
  on: TestApp = app,
): Promise<void> {
  const [tables, disk] = [everything(on.dir), filesLeft(on)];
  const sent = await announce(on, who, size, metadata);
  assert.equal(sent.code, code);
  assert.deepEqual(everything(on.dir), tables);
  assert.deepEqual(filesLeft(on), disk);
}

describe('a story', () => {
  test('of somebody who has not said to be of age takes no picture', async () => {
    const who = await signedInMember(app);
    const story = await draftFor(app, who.id, { adult: false });
    await refused(who, 9, { ...photo, story }, 'minor_media');
  });

  test('of somebody else is not there', async () => {
    const { story } = await author();
    await refused((await author()).who, 9, { ...photo, story }, 'not_found');
  });

  test('takes six photos, and no seventh', async () => {
    const { who, story } = await author();
    for (let count = 0; count < storyLimits.photos; count += 1) {
      assert.equal((await announce(app, who, 9, { ...photo, story })).status, 201);
    }
    await refused(who, 9, { ...photo, story }, 'invalid_request');
    const media = await app.deps.storage.media.byStory([(await app.deps.storage.stories.byPublicId(story))!.id]);
    assert.deepEqual(
      media.map(({ position }) => position),
      [0, 1, 2, 3, 4, 5],
    );
  });

  test('takes one film, or photos, not both', async () => {
    const { who, story } = await author();
    assert.equal((await announce(app, who, 9, { kind: 'video', story })).status, 201);
    await refused(who, 9, { kind: 'video', story }, 'invalid_request');
    await refused(who, 9, { ...photo, story }, 'invalid_request');
  });

  test('is of another kind with a picture, and of the old one when it is given up', async () => {
    const { who, story } = await author();
    const kind = async () => (await app.deps.storage.stories.byPublicId(story))!.kind;
    const sent = await announce(app, who, 9, { ...photo, story });
    assert.equal(await kind(), 'photo');
    await ask(app, who, 'DELETE', sent.location);
    assert.equal(await kind(), 'text');
  });

  test('that is public leaves every feed when a picture is added: nobody has seen that one', async () => {
    const { who, story } = await author();
    const uses = { club_site: true, partner_sites: true, newsletter: false, social: false, print: false };
    await app.deps.storage.write(async (tx) => {
      const { id } = (await tx.stories.find(story))!;
      await tx.keepConsentText('hash', 'text');
      await tx.stories.setPermissions(id, uses, 'hash', 1);
      await tx.stories.move(id, ['draft'], 'published', 1);
    });
    app.clock.time += 1000;
    const read = async () => (await app.request(`/v1/stories/${story}`)).status;
    assert.equal(await read(), 200);
    assert.equal((await announce(app, who, 9, { ...photo, story })).status, 201);
    assert.equal((await app.deps.storage.stories.byPublicId(story))!.status, 'draft');
    assert.equal(await read(), 404, 'at once, in this process');
  });
});

describe('a poster', () => {
  test('belongs to a film of the same story', async () => {
    const { who, story } = await author();
    const film = await announce(app, who, 9, { kind: 'video', story });
    const poster = { kind: 'video', role: 'poster', for: film.media };
    assert.equal((await announce(app, who, 9, { ...poster, story })).media, film.media);
    await refused(who, 9, { ...poster, story: await draftFor(app, who.id) }, 'not_found');
    await refused(who, 9, { ...poster, story, for: 'x' }, 'not_found');
    const other = await author();
    await refused(other.who, 9, { ...poster, story: other.story }, 'not_found');
  });

  test('given up leaves the film', async () => {
    const { who, story } = await author();
    const film = await announce(app, who, 9, { kind: 'video', story });
    const poster = await announce(app, who, 9, { kind: 'photo', role: 'poster', for: film.media, story });
    assert.equal((await ask(app, who, 'DELETE', poster.location)).status, 204);
    assert.ok(await app.deps.storage.media.byPublicId(film.media));
    assert.equal((await ask(app, who, 'HEAD', film.location)).status, 200);
  });
});

describe('how much', () => {
  test('so many files a day, also when they are given up again', async () => {
    const { who } = await author();
    for (let count = 0; count < mediaLimits.filesPerDay; count += 1) {
      const sent = await announce(app, who, 1, { ...photo, story: await draftFor(app, who.id) });
      assert.equal(sent.status, 201);
      await ask(app, who, 'DELETE', sent.location);
    }
    const story = await draftFor(app, who.id);
    await refused(who, 1, { ...photo, story }, 'quota_reached');
    app.clock.time += 24 * 60 * 60_000;
    assert.equal((await announce(app, who, 1, { ...photo, story })).status, 201);
  });

  test('so many bytes a day, counted as they are announced', async () => {
    const { who } = await author();
    for (let count = 0; count < 3; count += 1) {
      const story = await draftFor(app, who.id);
      assert.equal((await announce(app, who, mediaLimits.videoBytes, { kind: 'video', story })).status, 201);
    }
    await refused(who, 1, { ...photo, story: await draftFor(app, who.id) }, 'quota_reached');
    const another = await author();
    assert.equal((await announce(app, another.who, 1, { ...photo, story: another.story })).status, 201);
  });

  test('so many bytes in all', async () => {
    const { who } = await author();
    for (let day = 0; day < 4; day += 1) {
      for (let count = 0; count < 3; count += 1) {
        const story = await draftFor(app, who.id);
        const sent = await announce(app, who, mediaLimits.videoBytes, { kind: 'video', story });
        if (day * 3 + count < 10) assert.equal(sent.status, 201);
        else assert.equal(sent.code, 'quota_reached');
      }
      app.clock.time += 24 * 60 * 60_000;
    }
  });

  test('of twenty claims at once, no more is taken than fits', async () => {
    const { who } = await author();
    const stories: string[] = [];
    for (let count = 0; count < 20; count += 1) stories.push(await draftFor(app, who.id));
    const sent = await Promise.all(
      stories.map((story) => announce(app, who, mediaLimits.videoBytes, { kind: 'video', story })),
    );
    assert.equal(sent.filter(({ status }) => status === 201).length, 3);
    assert.ok(sent.every(({ status, code }) => status === 201 || code === 'quota_reached'));
  });

  test('begins are counted by the minute', async () => {
    const { who, story } = await author();
    const answers: (string | undefined)[] = [];
    for (let count = 0; count < 70; count += 1) answers.push((await announce(app, who, 0, { ...photo, story })).code);
    assert.ok(
      answers.includes('rate_limited') && answers.indexOf('rate_limited') >= 50,
      String(answers.indexOf('rate_limited')),
    );
  });
});

describe('a disk', () => {
  test('that is nearly full takes nothing; reading goes on; it takes again when there is room', async () => {
    let used = mediaLimits.diskFull;
    const full = await openTestApp();
    Object.assign(full.deps.uploads, { used: () => Promise.resolve(used) });
    const who = await signedInMember(full);
    const story = await draftFor(full, who.id);
    await refused(who, 9, { ...photo, story }, 'storage_full', full);
    assert.equal((await full.request('/v1/counter')).status, 200);
    used -= 1;
    assert.equal((await announce(full, who, 9, { ...photo, story })).status, 201);
    await full.remove();
  });

  test('that fills up before the place is made leaves no row behind', async () => {
    const { who, story } = await author();
    const broken = createApp({
      ...app.deps,
      uploadProtocol: async (_request, events) => {
        await events.abandon(await events.create({ size: 9, metadata: { ...photo, story } }));
        throw new DomainError('storage_full');
      },
    });
    const request: TestApp['request'] = (path, init) => Promise.resolve(broken.request(publicUrl + path, init));
    const sent = await announce({ ...app, request }, who, 9, { ...photo, story });
    assert.equal(sent.code, 'storage_full');
    assert.equal(sent.status, 507);
    const { id } = (await app.deps.storage.stories.byPublicId(story))!;
    assert.deepEqual(await app.deps.storage.media.byStory([id]), []);
  });

  test('is measured, not guessed', async () => {
    const used = await app.deps.uploads.used();
    assert.ok(used > 0 && used <= 100, String(used));
  });
});

describe('a file’s name', () => {
  const names: Record<string, string | null> = {
    'Flèche à la plage.JPG': 'Flèche à la plage.JPG',
    'C:\\Users\\Odile\\fleur.jpg': 'fleur.jpg',
    '../../etc/passwd': 'passwd',
    '/': null,
    '': null,
    '\u0000\u0007 a\u202egpj.exe\n': 'agpj.exe',
    '<img src=x>': '<img src=x>',
    [`${'a'.repeat(119)}😀.jpg`]: 'a'.repeat(119),
  };
  for (const [given, kept] of Object.entries(names)) {
    test(JSON.stringify(given.slice(0, 30)), () => assert.equal(cleanFileName(given), kept));
  }

  test('is shown to its author, and is nowhere in the name of a file', async () => {
    const { who, story } = await author();
    const sent = await upload(app, who, Buffer.from('x'), { ...photo, story, filename: '../odile.jpg' });
    assert.equal((await app.deps.storage.media.byPublicId(sent.media))?.fileName, 'odile.jpg');
    assert.ok(filesLeft(app).every((path) => !path.includes('odile')));
    assert.ok(app.log.lines.every((line) => !line.includes('odile')));
  });
});
