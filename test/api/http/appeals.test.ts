/** What the author of a refused story reads, and how they object (DSA articles 17 and 20). */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { StatementView } from '../../../api/contract/story.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addStaff, signedInMember, type SignedIn } from '../../support/session.ts';
import { approve, decide, publishedStory, readMine, storyBody, submit, waitingStory } from '../../support/stories.ts';
import { rows } from '../../support/tables.ts';

const day = 24 * 60 * 60_000;
const objection = 'Mon récit parle bien de Mulhouse, relisez la fin.\nMerci.';

let app: TestApp;
let author: SignedIn;
let staff: number;
beforeEach(async () => {
  app = await openTestApp();
  author = await signedInMember(app);
  staff = await addStaff(app);
});
afterEach(() => app.remove());

const appeal = (id: string, decision: string, text = objection) =>
  author.request('POST', `/v1/me/stories/${id}/appeals`, { decision, text });
const statement = async (id: string) => (await readMine(await author.request('GET', `/v1/me/stories/${id}`))).statement;

async function refusedStory(): Promise<{ id: string; decision: string }> {
  const { id } = await waitingStory(author);
  return { id, decision: await decide(app, id, staff, 'refuse') };
}

describe('the statement', () => {
  test('says what was decided, why, and until when to object', async () => {
    for (const action of ['refuse', 'remove'] as const) {
      const { id } = action === 'refuse' ? await waitingStory(author) : await publishedStory(app, author);
      const at = app.clock.now();
      const decision = await decide(app, id, staff, action, 'advertising');
      assert.deepEqual(StatementView.parse(await statement(id)), {
        decision,
        action,
        reason: 'advertising',
        text: 'Le récit ne parle pas de la ville.',
        at,
        appealUntil: at + durations.appealLife,
        appeal: null,
      });
    }
  });

  test('stays while the story is changed, and goes when it is approved', async () => {
    const { id, decision } = await refusedStory();
    await author.request('PUT', `/v1/me/stories/${id}`, {
      ...storyBody({ text: 'Une histoire de la ville, enfin.' }),
      version: 1,
    });
    assert.equal((await statement(id))?.decision, decision);
    await readMine(await submit(author, id));
    await decide(app, id, staff, 'approve');
    assert.equal(await statement(id), null);
  });

  test('of a decision that was taken back there is none', async () => {
    const { id } = await refusedStory();
    const row = rows(app.dir, 'decision')[0]!;
    await app.deps.storage.write((tx) => tx.moderation.undoDecision(Number(row['id']), app.clock.now()));
    assert.equal(await statement(id), null);
  });

  test('names nobody of the staff', async () => {
    const { id } = await refusedStory();
    const body = await (await author.request('GET', `/v1/me/stories/${id}`)).text();
    assert.ok(!body.includes('Maurice') && !/staff/i.test(body));
  });
});

describe('objecting', () => {
  test('is kept word for word and shown with the statement', async () => {
    const { id, decision } = await refusedStory();
    const at = app.clock.now();
    const story = await readMine(await appeal(id, decision), 201);
    assert.deepEqual(story.statement!.appeal, { status: 'open', text: objection, at, answer: null });
    assert.equal(story.status, 'refused');
  });

  test('works once for each decision, also when it is pressed twice at once', async () => {
    const { id, decision } = await refusedStory();
    const answers = await Promise.all([appeal(id, decision), appeal(id, decision), appeal(id, decision)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
    assert.equal(rows(app.dir, 'appeal').length, 1);
    assert.equal(((await (await appeal(id, decision)).json()) as Problem).code, 'wrong_state');
  });

  test('works on day 182, and for as long as the law wants and more', async () => {
    const { id, decision } = await refusedStory();
    const decidedAt = app.clock.now() - 1000;
    app.clock.time = decidedAt + 182 * day;
    author = await signedInMember(app, { memberId: author.id });
    await readMine(await appeal(id, decision), 201);
    const late = await refusedStory();
    app.clock.time += durations.appealLife;
    author = await signedInMember(app, { memberId: author.id });
    assert.equal((await appeal(late.id, late.decision)).status, 409);
  });

  test('needs a reason in words', async () => {
    const { id, decision } = await refusedStory();
    for (const [text, code] of [
      ['', 'required'],
      ['Non.', 'too_short'],
      ['x'.repeat(2001), 'too_long'],
      ['Une objection\u0000 avec un caractère caché', 'control_character'],
    ] as const) {
      const response = await appeal(id, decision, text);
      assert.deepEqual(((await response.json()) as Problem).errors, [{ field: 'text', code }]);
    }
    assert.equal(rows(app.dir, 'appeal').length, 0);
  });

  test('is about a decision on this very story', async () => {
    const one = await refusedStory();
    const other = await refusedStory();
    assert.equal((await appeal(one.id, other.decision)).status, 404);
    assert.equal((await appeal(one.id, 'A'.repeat(22))).status, 404);
    const { id } = await waitingStory(author);
    await approve(app, id);
    assert.equal((await appeal(id, one.decision)).status, 404);
    assert.equal(rows(app.dir, 'appeal').length, 0);
  });

  test('a second refusal can be objected to like the first', async () => {
    const { id, decision } = await refusedStory();
    await readMine(await appeal(id, decision), 201);
    await author.request('PUT', `/v1/me/stories/${id}`, {
      ...storyBody({ text: 'Une histoire de la ville, enfin.' }),
      version: 1,
    });
    await readMine(await submit(author, id));
    const second = await decide(app, id, staff, 'refuse');
    assert.equal((await statement(id))!.appeal, null);
    assert.equal((await appeal(id, decision)).status, 404);
    await readMine(await appeal(id, second), 201);
    assert.equal(rows(app.dir, 'appeal').length, 2);
  });
});
