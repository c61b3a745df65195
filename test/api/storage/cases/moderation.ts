import assert from 'node:assert/strict';
import { StorageConflictError, type Transaction } from '../../../../api/domain/ports.ts';
import type { Decision, Position } from '../../../../api/domain/moderation/ports.ts';
import type { NewReport } from '../../../../api/domain/stories/ports.ts';
import type { StoryStatus } from '../../../../api/contract/vocabulary.ts';
import { author, employee, mail, minute, now, publish, range, told, type Open } from '../fixtures.ts';
import { testsOn } from './with.ts';

const decided = (publicId: string, changes: Partial<Decision> = {}): Omit<Decision, 'id' | 'undoneAt'> => ({
  publicId,
  storyId: 1,
  storyVersion: 1,
  staffId: 1,
  action: 'refuse',
  reason: 'off_topic',
  text: 'Cela parle d’une autre ville.',
  before: '{"status":"pending"}',
  at: now,
  ...changes,
});

const reported = (receipt: string, changes: Partial<NewReport> = {}): NewReport => ({
  receipt,
  storyId: 1,
  storyVersion: 1,
  reason: 'untrue',
  text: 'Ce n’est pas vrai.',
  url: 'https://ville.example/club',
  partnerId: 1,
  name: 'Jean',
  email: 'jean@example.org',
  language: 'fr',
  at: now,
  ...changes,
});

const appealed = (publicId: string, decisionId: number, createdAt = now) => ({
  publicId,
  decisionId,
  storyId: 1,
  text: 'Si, c’est bien ici.',
  createdAt,
});

/** Staff 1 and 2, member 1 with story 1, which waits. */
async function begin(tx: Transaction): Promise<void> {
  await tx.sessions.insertStaff(employee, now);
  await tx.sessions.insertStaff({ ...employee, name: 'Paul', address: 'paul@club.example' }, now);
  await author(tx);
  await tx.stories.move(await tx.stories.insert(told('one'), now), ['draft'], 'pending', now);
}

/** The queue, decisions, reports, appeals, and the log of all of them. */
export function moderationCases(open: Open): void {
  const test = testsOn(open);

  test('the queue is in the order that is asked for, page after page', async ({ storage }) => {
    await storage.write(async (tx) => {
      await begin(tx);
      for (const [name, status, at] of [
        ['b', 'pending', 2],
        ['c', 'refused', 3],
        ['d', 'pending', 2],
        ['e', 'removed', 1],
        ['f', 'refused', 5],
      ] as [string, StoryStatus, number][]) {
        const id = await tx.stories.insert(told(name), now);
        await tx.stories.move(id, ['draft'], 'pending', now + at);
        await tx.stories.move(id, ['pending'], status, now + 9);
      }
      await tx.stories.insert(told('draft'), now);
    });
    const read = async (statuses: StoryStatus[], order: 'oldest' | 'newest', limit: number) => {
      const pages: string[] = [];
      for (let after: Position | undefined; ;) {
        const page = await storage.moderation.queue(statuses, order, limit, after);
        if (page.length === 0) return pages.join(' ');
        pages.push(page.map((story) => story.publicId).join(''));
        after = { at: page.at(-1)!.submittedAt!, id: page.at(-1)!.id };
      }
    };
    assert.equal(await read(['pending'], 'oldest', 9), 'onebd');
    assert.equal(await read(['pending'], 'oldest', 2), 'oneb d');
    assert.equal(await read(['pending'], 'newest', 1), 'd b one');
    assert.equal(await read(['refused', 'removed', 'refused'], 'newest', 2), 'fc e');
    assert.equal(await read(['removed', 'refused'], 'oldest', 1), 'e c f');
    assert.equal(await read([], 'oldest', 1), '');
  });

  test('says what waits', async ({ storage }) => {
    assert.deepEqual(await storage.moderation.waiting(), { stories: 0, reports: 0, appeals: 0 });
    await storage.write(async (tx) => {
      await begin(tx);
      await publish(tx, 'public', now);
      await tx.moderation.insertReport(reported('r1'));
      const done = await tx.moderation.insertReport(reported('r2'));
      await tx.moderation.decideReport(done, 'rejected', 'Non.', 1, now);
      const decision = await tx.moderation.insertDecision(decided('d'));
      await tx.moderation.insertAppeal(appealed('a', decision));
    });
    assert.deepEqual(await storage.moderation.waiting(), { stories: 1, reports: 1, appeals: 1 });
  });

  test('keeps decisions with who took them, the latest first', async ({ storage }) => {
    const ids = await storage.write(async (tx) => {
      await begin(tx);
      await publish(tx, 'two', now);
      const approve = { action: 'approve', reason: null, text: null, storyId: 2 } as const;
      return [
        await tx.moderation.insertDecision(decided('d1')),
        await tx.moderation.insertDecision(decided('d2', { ...approve, staffId: 2, at: now + 1 })),
        await tx.moderation.insertDecision(decided('d3', { at: now + 2 })),
      ];
    });
    const { moderation } = storage;
    const first = { id: ids[0], ...decided('d1'), undoneAt: null };
    assert.deepEqual(await moderation.decision('d1'), first);
    assert.deepEqual(await moderation.decisionById(ids[0]!), first);
    assert.equal(await moderation.decision('unknown'), undefined);
    assert.equal(await moderation.decisionById(99), undefined);
    const all = await moderation.decisions([1, 2]);
    assert.deepEqual(
      all.map((one) => [one.publicId, one.staffName]),
      [
        ['d3', 'Odile'],
        ['d2', 'Paul'],
        ['d1', 'Odile'],
      ],
    );
    assert.deepEqual(await moderation.decisions([1]), [
      { ...first, id: ids[2], publicId: 'd3', at: now + 2, staffName: 'Odile' },
      { ...first, staffName: 'Odile' },
    ]);
    assert.deepEqual(await moderation.decisions([]), []);
  });

  test('a decision is undone once, and is then no longer the latest', async ({ storage }) => {
    const id = await storage.write(async (tx) => {
      await begin(tx);
      await tx.moderation.insertDecision(decided('d1'));
      return tx.moderation.insertDecision(decided('d2'));
    });
    const latest = () => storage.write((tx) => tx.moderation.latestDecision(1));
    assert.equal((await latest())?.publicId, 'd2');
    const wins = await Promise.all(
      range(20).map((i) => storage.write((tx) => tx.moderation.undoDecision(id, now + i))),
    );
    assert.equal(wins.filter(Boolean).length, 1);
    assert.equal((await latest())?.publicId, 'd1');
    assert.notEqual((await storage.moderation.decision('d2'))?.undoneAt, null);
    assert.equal(await storage.write((tx) => tx.moderation.latestDecision(99)), undefined);
  });

  test('a mail about what was undone is not sent, and all others are', async ({ storage }) => {
    await storage.write(async (tx) => {
      await begin(tx);
      for (const [kind, subjectId, name] of [
        ['story_refused', 7, 'undone'],
        ['story_published', 7, 'undone too'],
        ['story_refused', 8, 'another decision'],
        ['appeal_decided', 7, 'an appeal of this number'],
      ] as const) {
        await tx.enqueueMail(mail(1, { kind, subjectId, messageId: name, formPrefix: null, notBefore: now + minute }));
      }
      await tx.moderation.cancelMailsAbout(['story_published', 'story_refused'], 7, now);
    });
    const sent = await storage.claimMails(now + minute, now + 2 * minute, 9);
    assert.deepEqual(
      sent.map(({ messageId }) => messageId),
      ['another decision', 'an appeal of this number'],
    );
  });

  test('a report has a receipt, is answered once, and counts while it is open', async ({ storage }) => {
    const ids = await storage.write(async (tx) => {
      await begin(tx);
      await publish(tx, 'two', now);
      return [
        await tx.moderation.insertReport(reported('r1')),
        await tx.moderation.insertReport(reported('r2', { name: null, email: null, partnerId: null, at: now - 1 })),
        await tx.moderation.insertReport(reported('r3', { storyId: 2 })),
      ];
    });
    const { moderation } = storage;
    const first = { id: ids[0]!, ...reported('r1'), status: 'open' as const, decidedAt: null, answer: null };
    assert.deepEqual(await moderation.reportByReceipt('r1'), first);
    assert.deepEqual(await moderation.reportById(ids[0]!), first);
    assert.equal(await moderation.reportByReceipt('unknown'), undefined);
    const open = async (limit: number, after?: Position) =>
      (await moderation.reports('open', limit, after)).map(({ receipt }) => receipt).join(' ');
    assert.equal(await open(9), 'r2 r1 r3', 'the oldest first');
    assert.equal(await open(2), 'r2 r1');
    assert.equal(await open(2, { at: now, id: ids[0]! }), 'r3');
    assert.deepEqual(
      [...(await moderation.openReports([1, 2, 99]))],
      [
        [1, 2],
        [2, 1],
        [99, 0],
      ],
    );
    const decide = (i: number) =>
      storage.write((tx) => tx.moderation.decideReport(ids[0]!, 'upheld', `Oui ${i}`, 1 + (i % 2), now + 1));
    const wins = await Promise.all(range(20).map(decide));
    assert.equal(wins.filter(Boolean).length, 1);
    const answered = await moderation.reportById(ids[0]!);
    assert.deepEqual([answered?.status, answered?.decidedAt], ['upheld', now + 1]);
    assert.equal(answered?.answer, `Oui ${wins.indexOf(true)}`);
    assert.deepEqual(await moderation.reports('upheld', 9), [answered]);
    assert.deepEqual([...(await moderation.openReports([1]))], [[1, 1]]);
    assert.equal((await moderation.openReports([])).size, 0);
  });

  test('an appeal is made once for a decision, and answered once by somebody else', async ({ storage }) => {
    const decisionId = await storage.write(async (tx) => {
      await begin(tx);
      return tx.moderation.insertDecision(decided('d'));
    });
    const make = (publicId: string) =>
      storage.write((tx) => tx.moderation.insertAppeal(appealed(publicId, decisionId)));
    const made = await Promise.allSettled(range(5).map((i) => make(`a${i}`)));
    const id = made.find((one) => one.status === 'fulfilled')!.value;
    for (const one of made.filter((other) => other.status === 'rejected')) {
      assert(one.reason instanceof StorageConflictError && one.reason.kind === 'unique');
    }
    const appeal = (await storage.moderation.appealById(id))!;
    const open = { status: 'open', decidedBy: null, decidedAt: null, answer: null };
    assert.deepEqual(appeal, { id, ...appealed(appeal.publicId, decisionId), ...open });
    assert.deepEqual(await storage.moderation.appeal(appeal.publicId), appeal);
    assert.deepEqual(await storage.moderation.appealsOf([1, 99]), [appeal]);
    assert.deepEqual(await storage.moderation.appealsOf([]), []);
    assert.deepEqual(await storage.write((tx) => tx.moderation.findAppealOf(decisionId)), appeal);
    assert.equal(await storage.write((tx) => tx.moderation.findAppealOf(99)), undefined);
    const decide = (staffId: number) =>
      storage.write((tx) => tx.moderation.decideAppeal(id, 'upheld', 'Vous avez raison.', staffId, now + 1));
    assert.equal(await decide(1), false, 'not by who took the decision');
    assert.deepEqual((await Promise.all(range(9).map(() => decide(2)))).filter(Boolean), [true]);
    const answer = { status: 'upheld', decidedBy: 2, decidedAt: now + 1, answer: 'Vous avez raison.' } as const;
    assert.deepEqual(await storage.moderation.appeals('upheld', 9), [{ ...appeal, ...answer }]);
  });

  test('lists open appeals, the oldest first', async ({ storage }) => {
    await storage.write(async (tx) => {
      await begin(tx);
      for (const [i, at] of [3, 1, 2, 2].entries()) {
        const decision = await tx.moderation.insertDecision(decided(`d${i}`));
        await tx.moderation.insertAppeal(appealed(`a${i}`, decision, now + at));
      }
    });
    const first = await storage.moderation.appeals('open', 2);
    const { createdAt, id } = first.at(-1)!;
    const rest = await storage.moderation.appeals('open', 9, { at: createdAt, id });
    assert.deepEqual(
      [first, rest].map((page) => page.map(({ publicId }) => publicId)),
      [
        ['a1', 'a2'],
        ['a3', 'a0'],
      ],
    );
  });

  test('finds stories by number, and how many an author has that are public', async ({ storage }) => {
    await storage.write(async (tx) => {
      await begin(tx);
      await author(tx, 'bruno');
      await publish(tx, 'x', now);
      await publish(tx, 'y', now);
    });
    assert.equal((await storage.moderation.storyById(1))?.publicId, 'one');
    assert.equal(await storage.moderation.storyById(99), undefined);
    assert.deepEqual(
      [...(await storage.moderation.publishedBefore([1, 2]))],
      [
        [1, 2],
        [2, 0],
      ],
    );
    assert.equal((await storage.moderation.publishedBefore([])).size, 0);
  });

  test('reads the log from its end, with who did what', async ({ storage }) => {
    const read = async (limit: number, before?: number) => {
      const lines = await storage.moderation.audit(limit, before);
      return { names: lines.map(({ action }) => action).join(' '), last: lines.at(-1) };
    };
    await storage.write(async (tx) => {
      for (const i of range(4)) await tx.audit(`a${i}`, 'story:1', now + i, i % 2 === 0 ? 'staff:3' : undefined);
    });
    const { names, last } = await read(2);
    assert.equal(names, 'a3 a2');
    assert.deepEqual(last, { id: last!.id, action: 'a2', subject: 'story:1', actor: 'staff:3', at: now + 2 });
    assert.equal((await read(9, last!.id)).names, 'a1 a0');
    assert.equal((await read(9, last!.id)).last?.actor, 'staff:3');
  });

  test('knows what was refused long ago, and about which nothing has happened since or is open', async ({
    storage,
  }) => {
    const settled = async (before: number, max = 9) =>
      (await storage.moderation.settled(before, max)).map(({ id }) => id);
    const ids = await storage.write(async (tx) => {
      await begin(tx);
      const made: number[] = [];
      for (const status of ['refused', 'removed', 'withdrawn', 'published', 'refused'] as StoryStatus[]) {
        const id = await tx.stories.insert(told(`${status} ${made.length}`), now);
        await tx.stories.move(id, ['draft'], status, now);
        made.push(id);
      }
      return made as [number, number, number, number, number];
    });
    const [one, two, , , three] = ids;
    assert.deepEqual(await settled(now), []);
    assert.deepEqual(await settled(now + 1), [one, two, three]);
    assert.deepEqual(await settled(now + 1, 1), [one]);
    const [decision, receipt] = await storage.write(async (tx) => [
      await tx.moderation.insertDecision(decided('d', { storyId: one, at: now + 10 })),
      await tx.moderation.insertReport(reported('r', { storyId: two })),
    ]);
    await storage.write((tx) => tx.stories.bump(three, now + 20));
    assert.deepEqual(await settled(now + 10), []);
    assert.deepEqual(await settled(now + 21), [one, three]);
    const appeal = { ...appealed('a', decision!), storyId: one };
    const appealId = await storage.write((tx) => tx.moderation.insertAppeal(appeal));
    assert.deepEqual(await settled(now + 99), [three]);
    await storage.write(async (tx) => {
      await tx.moderation.decideAppeal(appealId, 'rejected', 'Nein.', 2, now + 30);
      await tx.moderation.decideReport(receipt!, 'rejected', 'Nein.', 2, now + 40);
    });
    assert.deepEqual(await settled(now + 30), [three]);
    assert.deepEqual(await settled(now + 31), [one, three]);
    assert.deepEqual(await settled(now + 41), [one, two, three]);
  });

  test('what was decided about a story goes with it', async ({ storage, rows }) => {
    await storage.write(async (tx: Transaction) => {
      await begin(tx);
      await tx.moderation.insertReport(reported('r'));
      await tx.moderation.insertAppeal(appealed('a', await tx.moderation.insertDecision(decided('d'))));
      await tx.stories.remove(1);
    });
    for (const table of ['decision', 'report', 'appeal']) assert.deepEqual(await rows(`select * from ${table}`), []);
  });
}
