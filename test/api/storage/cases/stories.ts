import assert from 'node:assert/strict';
import { storyStatuses, type StoryUse } from '../../../../api/contract/vocabulary.ts';
import { StorageConflictError } from '../../../../api/domain/ports.ts';
import type { Permissions } from '../../../../api/domain/stories/ports.ts';
import {
  author,
  nothingAllowed,
  now,
  publish,
  range,
  signUp,
  person,
  textHash,
  told,
  type Open,
  type Opened,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

const allow = (...uses: StoryUse[]): Permissions => ({
  ...nothingAllowed,
  ...Object.fromEntries(uses.map((use) => [use, true])),
});

/** Stories alone: what is told, where it stands, what is allowed with it. */
export function storyCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];

  /** A draft of member 1, who is there after this. */
  const draft = (storage: Storage, publicId = 'story') =>
    storage.write(async (tx) => {
      await author(tx);
      await tx.keepConsentText(textHash, 'J’accepte la charte.');
      return tx.stories.insert(told(publicId), now);
    });
  const seen = async ({ storage }: Opened) => {
    const on = async (site: 'club' | 'partners') =>
      (await storage.stories.feed({ site, order: 'newest', limit: 9 })).map(({ story }) => story.publicId);
    return { club: await on('club'), partners: await on('partners') };
  };

  test('gives a story back as it was told', async ({ storage }) => {
    const id = await draft(storage);
    const whole = told('whole', {
      place: 'Rebberg',
      prompt: 'Quel est votre lieu ?',
      link: 'https://vimeo.com/1',
      people: 'me',
      adult: false,
    });
    const second = await storage.write((tx) => tx.stories.insert(whole, now + 1));
    const standing = { kind: 'text', status: 'draft', version: 1, featured: false };
    const times = { createdAt: now, updatedAt: now, submittedAt: null, publishedAt: null };
    const first = { id, ...told('story'), ...standing, ...times };
    assert.deepEqual(await storage.stories.byPublicId('story'), first);
    assert.deepEqual(await storage.write((tx) => tx.stories.find('story')), first);
    const other = { id: second, ...whole, ...standing, ...times, createdAt: now + 1, updatedAt: now + 1 };
    assert.deepEqual(await storage.stories.ofMember(1), [other, first], 'the newest first');
    assert.deepEqual(await storage.stories.ofMember(2), []);
    assert.equal(await storage.stories.byPublicId('unknown'), undefined);
    assert.equal(await storage.write((tx) => tx.stories.find('unknown')), undefined);
  });

  test('only who is a member can tell one', async ({ storage }) => {
    const pending = await storage.write((tx) => signUp(tx, person('bruno')));
    for (const memberId of [pending, 99]) {
      await assert.rejects(
        storage.write((tx) => tx.stories.insert(told('story', { memberId }), now)),
        (error) => error instanceof StorageConflictError && error.kind === 'foreign_key',
      );
    }
  });

  test('changes the version that was seen, and no other', async ({ storage }) => {
    const id = await draft(storage);
    const {
      publicId: _,
      memberId: __,
      partnerId: ___,
      ...fields
    } = told('', { text: 'Un autre texte.', place: 'Dornach' });
    const change = (version: number) => storage.write((tx) => tx.stories.change(id, version, fields, now + 1));
    assert.deepEqual((await Promise.all(range(20).map(() => change(1)))).filter(Boolean), [true]);
    assert.equal(await change(1), false);
    await storage.write((tx) => tx.stories.bump(id, now + 2));
    await storage.write((tx) => tx.stories.setKind(id, 'photo'));
    const story = await storage.stories.byPublicId('story');
    assert.deepEqual(
      [story?.text, story?.place, story?.kind, story?.version, story?.createdAt, story?.updatedAt],
      ['Un autre texte.', 'Dornach', 'photo', 3, now, now + 2],
    );
  });

  test('moves a story from where it is said to stand, once', async ({ storage }) => {
    const id = await draft(storage);
    const move = (...[from, to, at]: [string[], string, number]) =>
      storage.write((tx) => tx.stories.move(id, from as 'draft'[], to as 'draft', at));
    assert.equal(await move(['pending', 'published'], 'refused', now), false);
    const wins = await Promise.all(range(20).map((i) => move(['refused', 'draft'], 'pending', now + i)));
    assert.equal(wins.filter(Boolean).length, 1);
    assert.equal(await move([], 'published', now), false);
    assert.equal((await storage.stories.byPublicId('story'))?.status, 'pending');
    assert.equal(await storage.write((tx) => tx.stories.move(99, ['draft'], 'pending', now)), false);
  });

  test('knows when a story was sent in and when it became public', async ({ storage }) => {
    const id = await draft(storage);
    const times: unknown[] = [];
    for (const [i, to] of (['pending', 'published', 'removed', 'published', 'pending', 'draft'] as const).entries()) {
      await storage.write((tx) => tx.stories.move(id, storyStatuses, to, now + i));
      const story = await storage.stories.byPublicId('story');
      times.push([story?.submittedAt, story?.publishedAt]);
    }
    assert.deepEqual(times, [
      [now, null],
      [now, now + 1],
      [now, null],
      [now, now + 3],
      [now + 4, null],
      [null, null],
    ]);
  });

  test('is public where it is allowed, while it is published', async (opened) => {
    const { storage } = opened;
    const id = await storage.write(async (tx) => {
      await author(tx);
      return publish(tx, 'story', now, { allows: ['club_site', 'print'] });
    });
    assert.deepEqual(await seen(opened), { club: ['story'], partners: [] });
    const set = (permissions: Permissions, at: number) =>
      storage.write((tx) => tx.stories.setPermissions(id, permissions, textHash, at));
    await set(allow('partner_sites'), now + 1);
    assert.deepEqual(await seen(opened), { club: [], partners: ['story'] });
    await set(allow('club_site', 'partner_sites'), now + 2);
    for (const status of storyStatuses.filter((one) => one !== 'published')) {
      await storage.write((tx) => tx.stories.move(id, ['published'], status, now));
      assert.deepEqual(await seen(opened), { club: [], partners: [] }, status);
      await storage.write((tx) => tx.stories.move(id, [status], 'published', now));
      assert.deepEqual(await seen(opened), { club: ['story'], partners: ['story'] });
    }
  });

  test('what is not published can be allowed without being shown', async (opened) => {
    await draft(opened.storage);
    await opened.storage.write((tx) => tx.stories.setPermissions(1, allow('club_site'), textHash, now));
    assert.deepEqual(await seen(opened), { club: [], partners: [] });
    assert.deepEqual(await opened.rows('select on_club as a, on_partners as b from story'), [{ a: 0, b: 0 }]);
  });

  test('keeps when each use was allowed, to which text, and when it ended', async ({ storage, rows }) => {
    const id = await draft(storage);
    const other = 'ab'.repeat(32);
    await storage.write(async (tx) => {
      await tx.keepConsentText(other, 'J’accepte encore.');
      await tx.stories.setPermissions(id, allow('club_site', 'print'), textHash, now);
      await tx.stories.setPermissions(id, allow('print', 'social'), other, now + 1);
      await tx.stories.setPermissions(id, allow('club_site', 'print', 'social'), other, now + 2);
      assert.deepEqual(await tx.stories.permissions(id), allow('club_site', 'print', 'social'));
    });
    assert.deepEqual(
      await rows(`select use, t.text, given_at as given, withdrawn_at as ended
        from story_permission p join consent_text t on t.id = p.text_id order by given_at, use`),
      [
        { use: 'club_site', text: 'J’accepte la charte.', given: now, ended: now + 1 },
        { use: 'print', text: 'J’accepte la charte.', given: now, ended: null },
        { use: 'social', text: 'J’accepte encore.', given: now + 1, ended: null },
        { use: 'club_site', text: 'J’accepte encore.', given: now + 2, ended: null },
      ],
    );
    await assert.rejects(
      storage.write((tx) => tx.stories.setPermissions(id, allow('newsletter'), 'no such text', now)),
    );
    const known = await storage.stories.permissions([id, 99]);
    assert.deepEqual(
      [...known],
      [
        [id, allow('club_site', 'print', 'social')],
        [99, nothingAllowed],
      ],
    );
    assert.equal((await storage.stories.permissions([])).size, 0);
  });

  test('a permission that is withdrawn while a story is published ends in no feed, whoever comes first', async (opened) => {
    const { storage } = opened;
    await storage.write((tx) => author(tx));
    for (const i of range(12)) {
      const id = await storage.write(async (tx) => {
        const published = await publish(tx, `s${i}`, now);
        await tx.stories.move(published, ['published'], 'pending', now);
        return published;
      });
      await Promise.all([
        storage.write((tx) => tx.stories.move(id, ['pending'], 'published', now)),
        storage.write((tx) => tx.stories.setPermissions(id, nothingAllowed, textHash, now)),
      ]);
    }
    assert.deepEqual(await seen(opened), { club: [], partners: [] });
    assert.deepEqual(await opened.rows('select * from story_feed'), []);
  });

  test('has tags, which are replaced together', async ({ storage }) => {
    const id = await draft(storage);
    const set = (tags: string[]) => storage.write((tx) => tx.stories.setTags(id, tags));
    await set(['marche', 'zoo', 'marche']);
    await set(['velo', 'marche']);
    assert.deepEqual(
      [...(await storage.stories.tags([id, 99]))],
      [
        [id, ['marche', 'velo']],
        [99, []],
      ],
    );
    await set([]);
    assert.deepEqual(await storage.stories.tags([id]), new Map([[id, []]]));
    assert.equal((await storage.stories.tags([])).size, 0);
  });

  test('counts what a member has that is not public', async ({ storage }) => {
    await draft(storage);
    await storage.write(async (tx) => {
      await author(tx, 'bruno');
      await publish(tx, 'public', now);
      const refused = await tx.stories.insert(told('refused'), now);
      await tx.stories.move(refused, ['draft'], 'refused', now);
      await tx.stories.insert(told('of bruno', { memberId: 2 }), now);
    });
    assert.equal(await storage.write((tx) => tx.stories.countUnpublished(1)), 2);
    assert.equal(await storage.write((tx) => tx.stories.countUnpublished(99)), 0);
  });

  test('a member who begins many drafts at once has no more than they may', async ({ storage }) => {
    await storage.write((tx) => author(tx));
    const allowed = 3;
    await Promise.all(
      range(20).map((i) =>
        storage.write(async (tx) => {
          if ((await tx.stories.countUnpublished(1)) < allowed) await tx.stories.insert(told(`s${i}`), now);
        }),
      ),
    );
    assert.equal((await storage.stories.ofMember(1)).length, allowed);
  });

  test('is removed with all that hangs on it, alone or with all of its author', async (opened) => {
    const { storage, rows } = opened;
    const [first] = await storage.write(async (tx) => {
      await author(tx);
      await author(tx, 'bruno');
      const ids = [await publish(tx, 'a', now), await publish(tx, 'b', now)];
      for (const id of ids) await tx.stories.setTags(id, ['zoo']);
      await publish(tx, 'c', now, { memberId: 2 });
      return ids;
    });
    const left = async () => {
      const counts: number[] = [];
      for (const table of ['story', 'story_tag', 'story_permission', 'story_feed']) {
        counts.push((await rows(`select * from ${table}`)).length);
      }
      return counts;
    };
    assert.deepEqual(await left(), [3, 2, 6, 160]);
    await storage.write((tx) => tx.stories.remove(first!));
    assert.deepEqual(await left(), [2, 1, 4, 96]);
    await storage.write((tx) => tx.stories.removeOf(1));
    assert.deepEqual(await left(), [1, 0, 2, 32]);
    assert.deepEqual(await seen(opened), { club: ['c'], partners: ['c'] });
    await storage.write((tx) => tx.stories.remove(first!));
  });
}
