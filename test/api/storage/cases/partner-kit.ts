import assert from 'node:assert/strict';
import { exportColumns, exportKinds } from '../../../../api/contract/exports.ts';
import type { Tally } from '../../../../api/domain/statistics/ports.ts';
import type { Webhook } from '../../../../api/domain/webhooks/ports.ts';
import {
  attribution,
  author,
  city,
  employee,
  minute,
  now,
  person,
  publish,
  purgeBefore,
  range,
  signUp,
  type Open,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

const tally = (changes: Partial<Tally> = {}): Tally => ({
  day: 20_261_126,
  partnerId: 1,
  kind: 'story_seen',
  page: 'https://ville.example/club',
  campaign: '',
  count: 1,
  ...changes,
});

const hook = (changes: Partial<Webhook> = {}): Omit<Webhook, 'id'> => ({
  publicId: 'one',
  partnerId: null,
  url: 'https://crm.example/hook',
  events: ['membership.confirmed'],
  generation: 1,
  rotatedAt: null,
  status: 'active',
  createdAt: now,
  ...changes,
});

const event = (webhookId: number, eventId = 'event', createdAt = now) =>
  ({ eventId, webhookId, event: 'membership.confirmed', body: '{}', createdAt }) as const;

/** Partners and their people, counts by day, webhooks, exports. */
export function kitCases(open: Open): void {
  const test = testsOn(open);

  test('keeps all that is said of a partner, and changes what is to change', async ({ storage }) => {
    const whole = {
      ...city,
      slug: 'cci',
      names: { de: 'Handelskammer' },
      allowsLocal: true,
      returnUrls: ['https://ville.example/merci'],
      accent: '#b3261e',
      languages: ['fr', 'de'] as ('fr' | 'de')[],
      contacts: [{ name: 'Odile', email: 'odile@ville.example' }],
      logo: 'logo.webp',
    };
    const id = await storage.write((tx) => tx.partners.insert(whole, now));
    assert.deepEqual(await storage.partnerById(id), { id, ...whole });
    const change = { name: 'CCI', status: 'paused', allowsLocal: false, logo: null } as const;
    assert.equal(await storage.write((tx) => tx.partners.change(id, change)), true);
    assert.deepEqual(await storage.partnerById(id), { id, ...whole, ...change });
    assert.equal(await storage.write((tx) => tx.partners.change(99, change)), false);
  });

  test('people of a partner are not people of the club, and see the partners that they may', async ({ storage }) => {
    const other = await storage.insertPartner({ ...city, slug: 'cci' }, now);
    const club = await storage.write((tx) => tx.sessions.insertStaff(employee, now));
    const id = await storage.write(async (tx) => {
      const added = await tx.sessions.insertStaff({ ...employee, address: 'rosa@ville.example', role: 'partner' }, now);
      await tx.partners.grant(added, 1, now);
      await tx.partners.grant(added, other, now);
      await tx.partners.grant(added, other, now);
      return added;
    });
    assert.deepEqual(
      (await storage.sessions.staff()).map((one) => one.id),
      [club],
    );
    assert.equal((await storage.sessions.staffByAddress('rosa@ville.example'))?.role, 'partner');
    assert.deepEqual(
      (await storage.access.peopleOf(1)).map((one) => [one.id, one.role]),
      [[id, 'partner']],
    );
    assert.deepEqual(
      (await storage.access.partnersOf(id)).map(({ slug }) => slug),
      ['ville', 'cci'],
    );
    assert.equal(await storage.write((tx) => tx.partners.revoke(id, 1)), true);
    assert.equal(await storage.write((tx) => tx.partners.revoke(id, 1)), false);
    assert.deepEqual(
      (await storage.access.partnersOf(id)).map(({ slug }) => slug),
      ['cci'],
    );
    // A suspension says nothing of what somebody is; a role does.
    await storage.write((tx) => tx.sessions.changeStaff(id, { status: 'suspended' }));
    assert.equal((await storage.sessions.staffById(id))?.role, 'partner');
    await storage.write((tx) => tx.sessions.changeStaff(id, { role: 'admin' }));
    assert.equal((await storage.sessions.staffById(id))?.role, 'admin');
  });

  test('adds up by day, partner, page and campaign', async ({ storage }) => {
    const other = await storage.insertPartner({ ...city, slug: 'cci' }, now);
    await storage.write((tx) =>
      tx.statistics.add([
        tally({ count: 2 }),
        tally(),
        tally({ kind: 'signup', campaign: 'voeux' }),
        tally({ day: 20_261_125, page: '/autre', count: 5 }),
        tally({ partnerId: other, count: 10, page: 'https://cci.example/' }),
        tally({ day: 20_251_231, count: 100 }),
      ]),
    );
    const asked = { from: 20_261_101, to: 20_261_130 };
    const { statistics } = storage;
    assert.deepEqual(await statistics.read('day', { ...asked, partnerId: 1 }, 99), [
      { key: '20261125', kind: 'story_seen', count: 5 },
      { key: '20261126', kind: 'signup', count: 1 },
      { key: '20261126', kind: 'story_seen', count: 3 },
    ]);
    assert.deepEqual(
      (await statistics.read('partner', asked, 99)).map(({ key, count }) => [key, count]),
      [
        [String(other), 10],
        ['1', 1],
        ['1', 8],
      ],
    );
    assert.deepEqual(
      (await statistics.read('page', asked, 2)).map(({ key, count }) => [key, count]),
      [
        ['https://cci.example/', 10],
        ['/autre', 5],
      ],
    );
    assert.deepEqual(
      (await statistics.read('campaign', asked, 9)).map(({ key }) => key),
      ['', 'voeux'],
    );
    assert.equal(await storage.write((tx) => tx.statistics.distinct(1, 20_261_126)), 2);
    assert.equal(await storage.write((tx) => tx.statistics.distinct(1, 20_261_127)), 0);
  });

  test('counts where active members live, by what they wrote', async ({ storage }) => {
    await storage.write(async (tx) => {
      for (const index of range(3)) await tx.insertActiveMember(person(`a${index}`, { place: 'Dornach' }), now);
      await tx.insertActiveMember(person('b', { place: null }), now);
      await tx.insertMember(person('c', { place: 'Dornach' }));
    });
    const all = [
      { place: 'Dornach', members: 3 },
      { place: null, members: 1 },
    ];
    assert.deepEqual(await storage.statistics.places(), all);
    assert.deepEqual(await storage.statistics.places(1), all);
    assert.deepEqual(await storage.statistics.places(7), []);
  });

  test('who came by whom is forgotten with either', async ({ storage, rows }) => {
    const read = () => rows('select member_id, referred_by, first_utm_campaign from attribution order by member_id');
    const by = await storage.write(author);
    const id = await storage.write((tx) => signUp(tx, person('bruno')));
    const first = { referredBy: by, firstPath: '/', firstUtmCampaign: 'affiche' };
    await storage.write((tx) => tx.recordAttribution(attribution(id, first)));
    assert.deepEqual(await read(), [{ member_id: id, referred_by: by, first_utm_campaign: 'affiche' }]);
    await storage.write((tx) => tx.leave(by, now));
    assert.deepEqual(await read(), [{ member_id: id, referred_by: null, first_utm_campaign: 'affiche' }]);
  });

  test('tells each webhook what it wants to know, the club’s of every partner', async ({ storage }) => {
    const other = await storage.insertPartner({ ...city, slug: 'cci' }, now);
    const ids = await storage.write(async (tx) => [
      await tx.webhooks.insert(hook()),
      await tx.webhooks.insert(hook({ publicId: 'two', partnerId: other })),
      await tx.webhooks.insert(hook({ publicId: 'three', status: 'paused' })),
      await tx.webhooks.insert(hook({ publicId: 'four', events: ['badge.ended'] })),
    ]);
    const who = (partner: number | null) =>
      storage.write(async (tx) => (await tx.webhooks.listening('membership.confirmed', partner)).map(({ id }) => id));
    assert.deepEqual(await who(null), [ids[0]]);
    assert.deepEqual(await who(1), [ids[0]]);
    assert.deepEqual(await who(other), [ids[0], ids[1]]);
    const change = { url: 'https://neu.example/', generation: 2, rotatedAt: now } as const;
    assert.equal(await storage.write((tx) => tx.webhooks.change(ids[0]!, change)), true);
    assert.deepEqual(await storage.webhooks.byPublicId('one'), { id: ids[0], ...hook(change) });
    assert.equal(await storage.webhooks.byPublicId('none'), undefined);
    assert.equal((await storage.webhooks.all()).length, 4);
  });

  test('hands out each delivery to one, again when its lease ends, and none of a paused webhook', async ({
    storage,
  }) => {
    const [id, paused] = await storage.write(async (tx) => [
      await tx.webhooks.insert(hook()),
      await tx.webhooks.insert(hook({ publicId: 'two', status: 'paused' })),
    ]);
    await storage.write(async (tx) => {
      for (const index of range(20)) await tx.webhooks.enqueue(event(id!, `event-${index}`, now + index));
      await tx.webhooks.enqueue(event(paused!));
    });
    assert.equal(await storage.webhooks.nextDueAt(), now);
    const claim = (at = now + 50) => storage.write((tx) => tx.webhooks.claim(at, at + minute, 7));
    const claimed = (await Promise.all(range(5).map(() => claim()))).flat();
    assert.equal(claimed.length, 20);
    assert.equal(new Set(claimed.map(({ eventId }) => eventId)).size, 20);
    assert.ok(claimed.every(({ attempts, webhookId }) => attempts === 1 && webhookId === id));
    assert.equal((await claim(now + 2 * minute)).length, 7);
  });

  test('all that is dead of one webhook is sent once more, and nothing else', async ({ storage }) => {
    const insert = () => storage.write((tx) => tx.webhooks.insert({ ...hook(), publicId: `hook-${ids++}` }));
    let ids = 0;
    const [one, other] = [await insert(), await insert()];
    for (const id of [one, one, one, other])
      await storage.write((tx) => tx.webhooks.enqueue(event(id, `event-${ids++}`)));
    const [, ...held] = await storage.write((tx) => tx.webhooks.claim(now, now + minute, 9));
    for (const { id } of held) await storage.write((tx) => tx.webhooks.dead(id, now + 1, '500'));
    assert.deepEqual(
      (await storage.webhooks.deadCounts()).toSorted((a, b) => a.webhookId - b.webhookId),
      [
        { webhookId: one, count: 2 },
        { webhookId: other, count: 1 },
      ],
    );
    await storage.write((tx) => tx.webhooks.replayAll(one, now + 9));
    assert.deepEqual(
      (await storage.webhooks.deliveries(one, 9)).map(({ status, attempts, dueAt }) => [status, attempts, dueAt]),
      [
        ['queued', 0, now + 9],
        ['queued', 0, now + 9],
        ['queued', 1, now + minute],
      ],
    );
    assert.deepEqual(await storage.webhooks.deadCounts(), [{ webhookId: other, count: 1 }]);
  });

  test('a dead delivery waits on its list until it is sent once more', async ({ storage }) => {
    const id = await storage.write((tx) => tx.webhooks.insert(hook()));
    await storage.write((tx) => tx.webhooks.enqueue(event(id)));
    await storage.write((tx) => tx.webhooks.enqueue(event(id, 'other')));
    const [one, two] = await storage.write((tx) => tx.webhooks.claim(now, now + minute, 9));
    await storage.write((tx) => tx.webhooks.retry(one!.id, now + 5, 'timeout'));
    await storage.write((tx) => tx.webhooks.dead(one!.id, now + 1, '410'));
    await storage.write((tx) => tx.webhooks.sent(two!.id, now + 1, '204'));
    assert.deepEqual(
      (await storage.webhooks.dead(9)).map(({ eventId, outcome }) => [eventId, outcome]),
      [['event', '410']],
    );
    assert.equal(await storage.write((tx) => tx.webhooks.replay(two!.id, now + 9)), false);
    assert.deepEqual(await storage.webhooks.deadCounts(), [{ webhookId: one!.webhookId, count: 1 }]);
    assert.equal(await storage.write((tx) => tx.webhooks.replay(one!.id, now + 9)), true);
    assert.deepEqual(await storage.webhooks.deadCounts(), []);
    const [again, done] = (await storage.webhooks.deliveries(id, 9)).toReversed();
    assert.deepEqual([again!.status, again!.attempts, again!.dueAt, again!.endedAt], ['queued', 0, now + 9, null]);
    assert.deepEqual([done!.status, done!.outcome, done!.endedAt], ['sent', '204', now + 1]);
    // What has ended goes in time; what waits stays.
    await storage.purge(now, purgeBefore({ deliveriesBefore: now + 2 }));
    assert.deepEqual(
      (await storage.webhooks.deliveries(id, 9)).map(({ eventId }) => eventId),
      ['event'],
    );
    assert.equal(await storage.write((tx) => tx.webhooks.remove(id)), true);
    assert.deepEqual(await storage.webhooks.deliveries(id, 9), []);
  });

  test('exports go through all rows in pages, with every column and without what is not ours to give', async ({
    storage,
  }) => {
    const ids = await storage.write(async (tx) => {
      const [left, stays] = [await author(tx), await author(tx, 'bruno')];
      await publish(tx, 'shown', now, { memberId: stays });
      await tx.stories.insert({ ...shownDraft, memberId: stays }, now);
      await signUp(tx, person('claire'));
      return [left, stays];
    });
    await storage.write((tx) => tx.leave(ids[0]!, now));
    for (const kind of exportKinds) {
      const { rows } = await storage.exports.page(kind, 0, 99);
      assert.ok(rows.length > 0, kind);
      for (const column of exportColumns[kind]) assert.ok(column in rows[0]!, `${kind}.${column}`);
    }
    const members = await storage.exports.page('members', 0, 2);
    assert.deepEqual(
      members.rows.map(({ email }) => email),
      [null, 'bruno@Example.org'],
    );
    const rest = await storage.exports.page('members', members.last, 2);
    assert.deepEqual(
      rest.rows.map(({ email, partner }) => [email, partner]),
      [['claire@Example.org', 'ville']],
    );
    assert.deepEqual((await storage.exports.page('members', rest.last, 2)).rows, []);
    assert.deepEqual(
      (await storage.exports.page('stories', 0, 9)).rows.map(({ text }) => text),
      ['La plus belle place du monde, un soir de marché.'],
    );
  });
}

const shownDraft = {
  publicId: 'draft',
  partnerId: 1,
  text: 'Rien que pour moi.',
  language: 'fr',
  circle: 'habitants',
  signature: 'Bruno',
  place: null,
  prompt: null,
  link: null,
  people: null,
  adult: true,
} as const;
