import assert from 'node:assert/strict';
import {
  attribution,
  author,
  consent,
  day,
  employee,
  key,
  mail,
  now,
  person,
  publish,
  purgeBefore,
  signUp,
  textHash,
  type Open,
  type Opened,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

/** A word that would tell who somebody was or where they came from. */
const trace = 'Zwiebelturm';
const origin = 'https://ville.example';
const traced = person('anne', {
  email: `${trace}@example.org`,
  address: `${trace}@example.org`.toLowerCase(),
  firstName: trace,
  lastName: trace,
  place: trace,
  organisation: trace,
  sentence: trace,
});

/** A sign-up that leaves its trace wherever one can be left. */
async function comeIn({ storage }: Opened, joinedAt = now): Promise<number> {
  return storage.write(async (tx) => {
    await tx.keepConsentText(textHash, 'J’accepte.');
    const id = await tx.insertMember({ ...traced, joinedAt });
    const proof = { source: trace, ipPrefix: `${trace}/24` };
    for (const page of [`${origin}/${trace}`, `${origin}/autre/${trace}/`, `http://a.example/${trace}`, origin, null]) {
      await tx.recordConsent(consent(id, { ...proof, page }));
    }
    const campaign = { utmSource: trace, utmMedium: trace, utmCampaign: trace, utmTerm: trace, utmContent: trace };
    const came = { pageOrigin: origin, pagePath: `/${trace}`, referrerOrigin: `https://${trace}.example` };
    await tx.recordAttribution(attribution(id, { ...came, ...campaign, widget: trace }));
    await tx.enqueueMail(mail(id, { addressKey: key(traced.address), formPrefix: `${trace}/24` }));
    await tx.insertToken('hash', { memberId: id, purpose: 'confirm', expiresAt: now + day });
    return id;
  });
}

/** Tells a story, with a picture, and leaves a trace wherever a member who is active can leave one. */
async function tellAll({ storage }: Opened, memberId: number): Promise<void> {
  await storage.write(async (tx) => {
    await tx.sessions.insertStaff(employee, now);
    const words = { text: `${trace} et la place.`, signature: trace, place: trace, prompt: trace, link: trace };
    const storyId = await publish(tx, `story-${memberId}`, now, { memberId, circle: trace, ...words });
    await tx.stories.setTags(storyId, [trace]);
    const photo = { storyId, memberId, kind: 'video', position: 0, bytes: 9, publicId: `media-${memberId}` } as const;
    const mediaId = await tx.media.insert({ ...photo, fileName: `${trace}.mov` }, now);
    await tx.media.change(mediaId, { alt: trace, transcript: trace });
    const file = {
      name: `file-${memberId}`,
      type: 'text/vtt',
      width: 0,
      height: 0,
      bytes: 9,
      language: 'fr',
      text: trace,
    };
    const facts = { width: 1, height: 1, duration: 1, placeholder: '#000000' };
    await tx.media.ready(mediaId, facts, [{ ...file, role: 'captions' }]);
    const upload = { id: `upload-${memberId}`, role: 'main', mediaId, memberId, size: 9 } as const;
    await tx.media.insertUpload({ ...upload, createdAt: now, expiresAt: now + day });
    const decision = {
      publicId: `d-${memberId}`,
      storyId,
      storyVersion: 1,
      staffId: 1,
      action: 'refuse',
      at: now,
    } as const;
    const decisionId = await tx.moderation.insertDecision({ ...decision, reason: 'other', text: trace, before: trace });
    const appeal = { publicId: `a-${memberId}`, decisionId, storyId, text: trace, createdAt: now };
    await tx.moderation.insertAppeal(appeal);
    const report = { storyVersion: 1, reason: 'untrue', url: '', partnerId: 1, language: 'fr', at: now } as const;
    const other = await publish(tx, `other-${memberId}`, now, { memberId: await author(tx, `other-${memberId}`) });
    // Somebody on their story, and they on somebody's: written as people write addresses.
    const theirs = { receipt: `r1-${memberId}`, storyId, text: trace, name: trace, email: `${trace}@b.example` };
    await tx.moderation.insertReport({ ...report, ...theirs });
    const own = { receipt: `r2-${memberId}`, storyId: other, text: 'Faux.', name: trace };
    await tx.moderation.insertReport({ ...report, ...own, email: `${trace.toUpperCase()}@example.ORG` });
    const session = {
      memberId,
      staffId: null,
      kind: 'bearer',
      level: 'full',
      createdAt: now,
      expiresAt: now + day,
    } as const;
    await tx.sessions.open(`session-${memberId}`, { ...session, origin: trace });
    const signIn = { memberId, staffId: null, addressKey: trace, createdAt: now, expiresAt: now + day };
    await tx.sessions.insertSignIn({ ...signIn, requestHash: `request-${memberId}` });
  });
}

/** Everything in the database, by table. */
async function tables({ storage, rows }: Opened): Promise<Map<string, Record<string, unknown>[]>> {
  const names = await rows(
    storage.engine === 'sqlite'
      ? "select name from sqlite_schema where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const all = new Map<string, Record<string, unknown>[]>();
  for (const { name } of names) all.set(String(name), await rows(`select * from ${String(name)}`));
  return all;
}

async function tracesIn(opened: Opened): Promise<string[]> {
  const told = (row: unknown) => JSON.stringify(row).toLowerCase().includes(trace.toLowerCase());
  return [...(await tables(opened))].filter(([, rows]) => rows.some(told)).map(([name]) => name);
}

/** What is left of people who are gone: nothing that says who they were or where they came from. */
export function erasureCases(open: Open): void {
  const test = testsOn(open);

  test('a member who left is in no table; the proof says where and when they had agreed', async (opened) => {
    const { storage, rows } = opened;
    const id = await comeIn(opened);
    await storage.write((tx) => tx.activate(id, now));
    assert.deepEqual((await tracesIn(opened)).toSorted(), ['attribution', 'consent', 'member', 'outbox']);
    assert.equal(await storage.write((tx) => tx.leave(id, now + 1)), true);
    assert.deepEqual(await tracesIn(opened), []);
    assert.deepEqual(
      await rows('select page, ip_prefix as ip, source, given_at as at from consent order by id'),
      [origin, origin, 'http://a.example', origin, null].map((page) => ({ page, ip: null, source: null, at: now })),
    );
    assert.deepEqual(await rows('select * from attribution'), []);
  });

  test('nothing of what a member told, showed, signed in with or reported is in any table', async (opened) => {
    const { storage, rows } = opened;
    const id = await comeIn(opened);
    await storage.write((tx) => tx.activate(id, now));
    await tellAll(opened, id);
    const held = ['appeal', 'decision', 'media', 'media_file', 'report', 'session', 'sign_in', 'story', 'story_tag'];
    const before = new Set(await tracesIn(opened));
    for (const table of held) assert(before.has(table), `${table} has a trace to erase`);
    assert.equal(await storage.write((tx) => tx.leave(id, now + 1)), true);
    assert.deepEqual(await tracesIn(opened), []);
    for (const table of [...held, 'story_permission', 'story_feed', 'upload', 'upload_usage']) {
      const of = (await tables(opened)).get(table)!.filter((row) => row['member_id'] === id || row['story_id'] === 1);
      assert.deepEqual(of, [], table);
    }
    assert.deepEqual(await rows('select name from media_garbage'), [{ name: `file-${id}` }]);
    assert.equal(await storage.sessions.find(`session-${id}`), undefined);
    assert.deepEqual(await rows('select receipt, text, name, email from report'), [
      { receipt: `r2-${id}`, text: 'Faux.', name: null, email: null },
    ]);
    assert.deepEqual(
      (await storage.stories.feed({ site: 'club', order: 'newest', limit: 9 })).map(({ story }) => story.publicId),
      [`other-${id}`],
    );
  });

  test('someone pending who is removed leaves no sign-in', async (opened) => {
    const { storage } = opened;
    const id = await comeIn(opened);
    await storage.write(async (tx) => {
      const signIn = { memberId: id, staffId: null, addressKey: trace, createdAt: now, expiresAt: now + day };
      await tx.sessions.insertSignIn({ ...signIn, requestHash: trace });
    });
    assert.equal(await storage.write((tx) => tx.removePending(id)), true);
    assert.deepEqual(await tracesIn(opened), []);
  });

  test('someone pending can be found by address and removed alone; a member cannot be removed', async (opened) => {
    const { storage } = opened;
    const id = await comeIn(opened);
    const [other, member] = await storage.write(async (tx) => {
      const active = await signUp(tx, person('carla'));
      await tx.activate(active, now);
      return [await signUp(tx, person('bruno')), active] as const;
    });
    const find = (address: string) => storage.write((tx) => tx.findMemberByAddress(address));
    assert.deepEqual(await find(traced.address), await storage.memberById(id));
    assert.equal(await find('nobody@example.org'), undefined);
    const remove = (one: number) => storage.write((tx) => tx.removePending(one));
    assert.deepEqual([await remove(id), await remove(id), await remove(member)], [true, false, false]);
    assert.deepEqual(await tracesIn(opened), []);
    assert.equal((await find('bruno@example.org'))?.id, other);
    assert.equal((await find('carla@example.org'))?.status, 'active');
  });

  test('leaving takes nothing from anybody else', async (opened) => {
    const { storage } = opened;
    const other = await comeIn(opened);
    await storage.write((tx) => tx.activate(other, now));
    await tellAll(opened, other);
    const leaver = await storage.write(async (tx) => {
      const id = await tx.insertMember(person('bruno'));
      await tx.recordConsent(consent(id));
      await tx.recordAttribution(attribution(id));
      await tx.activate(id, now);
      await publish(tx, 'of bruno', now, { memberId: id });
      return id;
    });
    const others = async () =>
      [...(await tables(opened))].map(([name, rows]) => [
        name,
        rows.filter((row) => (name === 'member' ? row['id'] : row['member_id']) === other || row['story_id'] === 1),
      ]);
    const before = await others();
    await storage.write((tx) => tx.leave(leaver, now));
    assert.deepEqual(await others(), before);
  });

  test('someone who never confirmed is in no table any more, by name or by number', async (opened) => {
    const { storage } = opened;
    const id = await comeIn(opened, now - 2 * day);
    assert.equal((await storage.purge(now, purgeBefore({ pendingBefore: now - day }))).members, 1);
    assert.deepEqual(await tracesIn(opened), []);
    for (const [name, rows] of await tables(opened)) {
      assert.deepEqual(
        rows.filter((row) => row['member_id'] === id),
        [],
        name,
      );
    }
  });
}
