import assert from 'node:assert/strict';
import { storyOrders } from '../../../../api/contract/vocabulary.ts';
import type { FeedFilter } from '../../../../api/domain/stories/ports.ts';
import { author, city, minute, now, publish, range, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

type Asked = Partial<Omit<FeedFilter, 'after'>>;

/** What a feed shows, in which order, page after page. */
export function feedCases(open: Open): void {
  const test = testsOn(open);
  type Storage = Opened['storage'];

  const page = async (storage: Storage, asked: Asked = {}, after?: FeedFilter['after']) => {
    const filter = { site: 'club', order: 'newest', limit: 24, ...asked, ...(after && { after }) } as const;
    return storage.stories.feed(filter);
  };
  const names = async (storage: Storage, asked: Asked = {}) =>
    (await page(storage, asked)).map(({ story }) => story.publicId).join(' ');

  /** Reads to the end, with something happening after each page. */
  async function readAll(storage: Storage, asked: Asked, between: () => Promise<unknown> = async () => undefined) {
    const read: string[] = [];
    let after: FeedFilter['after'];
    for (;;) {
      const entries = await page(storage, { limit: 3, ...asked }, after);
      if (entries.length === 0) return read;
      read.push(...entries.map(({ story }) => story.publicId));
      const last = entries.at(-1)!.story;
      after = { featured: Number(last.featured), publishedAt: last.publishedAt!, id: last.id };
      await between();
    }
  }

  test('is in the order that is asked for, and no longer than asked for', async ({ storage }) => {
    await storage.write(async (tx) => {
      await author(tx);
      for (const [name, at, featured] of [
        ['a', 2, false],
        ['b', 1, true],
        ['c', 3, false],
        ['d', 1, false],
        ['e', 4, true],
      ] as const) {
        const id = await publish(tx, name, now + at);
        await tx.stories.setFeatured(id, featured);
      }
    });
    assert.equal(await names(storage, { order: 'newest' }), 'e c a d b');
    assert.equal(await names(storage, { order: 'oldest' }), 'b d a c e');
    assert.equal(await names(storage, { order: 'featured' }), 'e b c a d');
    assert.equal(await names(storage, { order: 'featured', limit: 3 }), 'e b c');
    assert.equal(await names(storage, { order: 'oldest', limit: 2 }), 'b d');
    await storage.write(async (tx) => {
      const story = await tx.stories.find('e');
      await tx.stories.setFeatured(story!.id, false);
    });
    assert.equal(await names(storage, { order: 'featured' }), 'b e c a d');
  });

  test('shows a story whole, with its tags', async ({ storage }) => {
    await storage.write(async (tx) => {
      await author(tx);
      await publish(tx, 'plain', now);
      const id = await publish(tx, 'tagged', now + 1);
      await tx.stories.setTags(id, ['zoo', 'marche']);
    });
    assert.deepEqual(await page(storage), [
      { story: await storage.stories.byPublicId('tagged'), tags: ['marche', 'zoo'] },
      { story: await storage.stories.byPublicId('plain'), tags: [] },
    ]);
  });

  test('shows exactly what every combination of filters asks for', async ({ storage }) => {
    await storage.insertPartner({ ...city, slug: 'cci' }, 1);
    const circles = ['habitants', 'visiteurs'];
    const kinds = ['text', 'photo', 'video'] as const;
    const languages = ['fr', 'gsw'];
    const tags = [[], ['zoo'], ['zoo', 'velo']];
    const facts = range(36).map((i) => ({
      publicId: `s${i}`,
      circle: circles[i % 2]!,
      kind: kinds[i % 3]!,
      language: languages[(i >> 2) % 2]!,
      partnerId: 1 + ((i >> 1) % 2),
      tags: tags[(i * 7) % 3]!,
      club: i % 5 !== 0,
      partners: i % 4 !== 0,
    }));
    await storage.write(async (tx) => {
      await author(tx);
      for (const [i, { publicId, circle, language, partnerId, ...more }] of facts.entries()) {
        const allows = (['club_site', 'partner_sites'] as const).filter((use) =>
          use === 'club_site' ? more.club : more.partners,
        );
        const id = await publish(tx, publicId, now + i, { circle, language, partnerId, allows });
        await tx.stories.setKind(id, more.kind);
        await tx.stories.setTags(id, more.tags);
      }
    });
    const any = [undefined];
    for (const site of ['club', 'partners'] as const)
      for (const circle of [...any, ...circles, 'nobody'])
        for (const kind of [...any, ...kinds])
          for (const language of [...any, ...languages])
            for (const partnerId of [...any, 1, 2])
              for (const tag of [...any, 'zoo', 'velo']) {
                const asked = {
                  site,
                  ...(circle && { circle }),
                  ...(kind && { kind }),
                  ...(language && { language }),
                  ...(partnerId && { partnerId }),
                  ...(tag && { tag }),
                };
                const expected = facts.filter(
                  (one) =>
                    one[site] &&
                    (!circle || one.circle === circle) &&
                    (!kind || one.kind === kind) &&
                    (!language || one.language === language) &&
                    (!partnerId || one.partnerId === partnerId) &&
                    (!tag || one.tags.includes(tag)),
                );
                const found = await names(storage, { order: 'oldest', limit: 99, ...asked });
                assert.equal(found, expected.map((one) => one.publicId).join(' '), JSON.stringify(asked));
              }
  });

  test('follows a story that changes', async ({ storage }) => {
    const id = await storage.write(async (tx) => {
      await author(tx);
      return publish(tx, 'story', now);
    });
    await storage.write((tx) => tx.stories.setTags(id, ['zoo']));
    assert.equal(await names(storage, { tag: 'zoo', kind: 'text' }), 'story');
    await storage.write(async (tx) => {
      await tx.stories.setTags(id, ['velo']);
      await tx.stories.setKind(id, 'photo');
    });
    assert.equal(await names(storage, { tag: 'zoo' }), '');
    assert.equal(await names(storage, { kind: 'text' }), '');
    assert.equal(await names(storage, { tag: 'velo', kind: 'photo' }), 'story');
    await storage.write(async (tx) => {
      const { version, ...story } = (await tx.stories.find('story'))!;
      await tx.stories.change(id, version, { ...story, circle: 'visiteurs' }, now);
    });
    assert.equal(await names(storage, { circle: 'habitants' }), '');
    assert.equal(await names(storage, { circle: 'visiteurs' }), 'story');
  });

  for (const order of storyOrders) {
    test(`${order}: pages follow each other without gap or double, while stories come and go`, async ({ storage }) => {
      const before = range(20).map((i) => `s${i}`);
      await storage.write(async (tx) => {
        await author(tx);
        // Several in the same millisecond: only their number tells them apart.
        for (const [i, name] of before.entries()) {
          const id = await publish(tx, name, now + (i >> 2));
          await tx.stories.setFeatured(id, i % 3 === 0);
        }
      });
      const whole = await readAll(storage, { order });
      assert.deepEqual(whole.toSorted(), before.toSorted());
      assert.deepEqual(whole, (await names(storage, { order })).split(' '));
      let came = 0;
      const gone = whole.at(-1)!;
      const read = await readAll(storage, { order }, async () => {
        // Bounded: the end that is walked to would run away for ever.
        if (came > 12) return;
        await storage.write(async (tx) => {
          await publish(tx, `new${came}`, now - minute - came++);
          await publish(tx, `new${came}`, now + minute + came++);
          const story = await tx.stories.find(gone);
          await tx.stories.move(story!.id, ['published'], 'withdrawn', now);
        });
      });
      const known = read.filter((name) => !name.startsWith('new'));
      assert.equal(new Set(read).size, read.length, 'no double');
      assert.deepEqual(known, whole.slice(0, -1), 'no gap');
    });
  }
}
