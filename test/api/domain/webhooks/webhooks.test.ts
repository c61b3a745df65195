/** What is told, to whom, how it is signed, and what becomes of it when nobody takes it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { webhookEvents, webhookLimits, type WebhookBody } from '../../../../api/contract/webhook.ts';
import { award } from '../../../../api/domain/badges/award.ts';
import { endBadgesOf } from '../../../../api/domain/badges/end.ts';
import { depart } from '../../../../api/domain/memberships/leave.ts';
import { decide } from '../../../../api/domain/moderation/decide.ts';
import { deleteStory } from '../../../../api/domain/stories/delete.ts';
import { withdrawStory } from '../../../../api/domain/stories/withdraw.ts';
import { deliverWebhooks } from '../../../../api/domain/webhooks/deliver.ts';
import { addWebhook, changeWebhook, parseWebhookUrl, replayDelivery } from '../../../../api/domain/webhooks/manage.ts';
import type { Webhook, WebhookOutcome } from '../../../../api/domain/webhooks/ports.ts';
import { rotationTime, secretOf } from '../../../../api/domain/webhooks/sign.ts';
import { tellWebhooks } from '../../../../api/domain/webhooks/tell.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';
import { tell } from '../../../support/moderated.ts';
import { addMember, addStaff } from '../../../support/session.ts';

interface Posted {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const staff = { kind: 'staff', staffId: 1, role: 'admin', level: 'full', session: '' } as const;
let app: TestApp;
const posted: Posted[] = [];
let answer: (post: Posted) => WebhookOutcome = () => ({ status: 204 });

before(async () => {
  app = await openTestApp({
    webhookSender: {
      post(url, headers, body) {
        const one = { url, headers: { ...headers }, body };
        posted.push(one);
        return Promise.resolve(answer(one));
      },
    },
  });
  await addStaff(app);
});
after(() => app.remove());
beforeEach(async () => {
  for (const { publicId } of await app.deps.storage.webhooks.all()) await act(publicId, 'remove');
  posted.length = 0;
  answer = () => ({ status: 204 });
});

const add = (partner = '', events: readonly string[] = webhookEvents, url = 'https://crm.example/hook') =>
  addWebhook(app.deps, staff, { url, events, partner });
const act = (id: string, what: Parameters<typeof changeWebhook>[3]) => changeWebhook(app.deps, staff, id, what);
const deliver = () => deliverWebhooks(app.deps, () => 0.5);
const bodies = () => posted.map(({ body }) => JSON.parse(body) as WebhookBody);
const deliveriesOf = ({ id }: Webhook) => app.deps.storage.webhooks.deliveries(id, 99);

/** Orders an event by the shortest way. */
async function happen(): Promise<number> {
  const id = await addMember(app);
  await app.deps.storage.write(async (tx) => {
    await award(tx, app.deps, (await tx.findMember(id))!, app.clock.now());
  });
  return id;
}

describe('events', () => {
  test('are told of members, stories and badges, with numbers and without words of anybody', async () => {
    await add();
    await add('ville', webhookEvents, 'https://ville.example/hook');
    const memberId = await happen();
    const story = await tell(app, { memberId });
    const moderator = { ...staff, staffId: await addStaff(app) };
    await decide(app.deps, moderator, story.publicId, { action: 'approve', version: story.version });
    await withdrawStory(app.deps, { memberId }, story.publicId);
    const deleted = await tell(app, { memberId, status: 'published' });
    await deleteStory(app.deps, { memberId }, deleted.publicId);
    const last = await tell(app, { memberId, status: 'published' });
    await app.deps.storage.write(async (tx) => {
      await endBadgesOf(tx, app.deps, memberId, 'suspended', app.clock.now());
      await depart(tx, app.deps, (await tx.findMember(memberId))!, app.clock.now());
    });
    await deliver();
    const told = (url: string) =>
      posted.filter((one) => one.url.startsWith(url)).map(({ body }) => JSON.parse(body) as WebhookBody);
    const club = told('https://crm.example');
    assert.deepEqual(
      club.map(({ type, data }) => [type, data['story'] ?? data['kind'] ?? data['circle']]),
      [
        ['badge.awarded', 'person'],
        ['story.published', story.publicId],
        ['story.unpublished', story.publicId],
        ['story.unpublished', deleted.publicId],
        ['badge.ended', 'person'],
        ['story.unpublished', last.publicId],
        ['membership.left', app.deps.club.circles[0]!.id],
      ],
    );
    assert.ok(club.every(({ data }) => data['member'] === memberId));
    const partner = told('https://ville.example');
    assert.deepEqual(
      partner.map(({ type }) => type),
      club.map(({ type }) => type).filter((type) => !type.startsWith('badge')),
      'a badge is its holder’s alone',
    );
    assert.ok(partner.every(({ data, partner: slug }) => !('member' in data) && slug === 'ville'));
    for (const { body } of posted) assert.doesNotMatch(body, /Odile|jardin|example\.org|Dornach/);
    // Nor can a number be reckoned from what they are told: the moment of an event is known to the millisecond.
    const left = partner.at(-1)!;
    const guess = `${left.type} member:${memberId} ${Date.parse(left.createdAt)}`;
    assert.notEqual(left.id, `evt_${createHash('sha256').update(guess).digest('base64url').slice(0, 22)}`);
    assert.equal(new Set(partner.map(({ id }) => id)).size, partner.length);
  });

  test('of a wish to join that changes nothing are told to its partner alone', async () => {
    const { id: partnerId } = (await app.deps.storage.partnerBySlug('ville'))!;
    await add();
    await add('ville', webhookEvents, 'https://ville.example/hook');
    const at = app.clock.now();
    const wish = { partnerId, at, data: { language: 'fr' }, isOutside: true };
    await app.deps.storage.write((tx) => tellWebhooks(tx, 'membership.requested', wish));
    await deliver();
    assert.deepEqual(
      posted.map(({ url }) => url),
      ['https://ville.example/hook'],
    );
  });

  test('go to those who want them, and to nobody of another partner', async () => {
    await app.deps.storage.insertPartner(
      { slug: 'cci', kind: 'chamber', name: 'CCI', origins: [], status: 'active' },
      0,
    );
    await add('cci');
    const paused = await add();
    await act(paused.publicId, 'pause');
    await add('', ['story.published']);
    await happen();
    assert.equal(await deliver(), 0);
    assert.deepEqual(posted, []);
  });

  test('that were undone are not told', async () => {
    const hook = await add();
    const id = await addMember(app);
    const undone = app.deps.storage.write(async (tx) => {
      await award(tx, app.deps, (await tx.findMember(id))!, app.clock.now());
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    assert.deepEqual(await deliveriesOf(hook), []);
  });
});

describe('a signature', () => {
  const verify = (webhook: Webhook, generation: number, { headers, body }: Posted) =>
    new StandardWebhook(secretOf(app.deps.keys, webhook, generation)).verify(body, headers);

  test('is accepted by an independent implementation, and refused for anything else', async (t) => {
    const hook = await add();
    await happen();
    await deliver();
    t.mock.timers.enable({ apis: ['Date'], now: app.clock.now() });
    const [one] = posted;
    assert.equal((verify(hook, 1, one!) as WebhookBody).type, 'badge.awarded');
    assert.throws(() => verify(hook, 1, { ...one!, body: `${one!.body} ` }));
    assert.throws(() => verify(hook, 2, one!));
    assert.throws(() => verify({ ...hook, publicId: 'another' }, 1, one!));
    const later = { ...one!.headers, 'webhook-timestamp': String(Number(one!.headers['webhook-timestamp']) + 1) };
    assert.throws(() => verify(hook, 1, { ...one!, headers: later }));
  });

  test('is made with the old secret as well for a day after a rotation', async (t) => {
    const hook = await add();
    await act(hook.publicId, 'rotate');
    await happen();
    await deliver();
    t.mock.timers.enable({ apis: ['Date'], now: app.clock.now() });
    assert.ok(verify(hook, 1, posted[0]!));
    assert.ok(verify(hook, 2, posted[0]!));
    app.clock.time += rotationTime;
    t.mock.timers.setTime(app.clock.now());
    await happen();
    await deliver();
    assert.throws(() => verify(hook, 1, posted[1]!));
    assert.ok(verify(hook, 2, posted[1]!));
  });

  test('is not made with a third secret while two are in use', async () => {
    const { publicId } = await add();
    await act(publicId, 'rotate');
    app.clock.time += rotationTime - 1;
    await assert.rejects(act(publicId, 'rotate'), { code: 'wrong_state' });
    app.clock.time += 1;
    await act(publicId, 'rotate');
    assert.equal((await app.deps.storage.webhooks.byPublicId(publicId))!.generation, 3);
  });

  test('comes from no secret that is stored', async () => {
    const hook = await add();
    const secret = secretOf(app.deps.keys, hook, 1);
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    assert.equal(JSON.stringify(await app.deps.storage.webhooks.all()).includes(secret.slice(6)), false);
  });
});

describe('a delivery', () => {
  test('that fails is tried again with longer waits, under the same id, and given up in the end', async () => {
    const hook = await add();
    answer = () => ({ status: 500 });
    await happen();
    const start = app.clock.now();
    const waits: number[] = [];
    for (let n = 0; n < webhookLimits.tries; n += 1) {
      await deliver();
      const due = await app.deps.storage.webhooks.nextDueAt();
      if (due === undefined) break;
      waits.push(due - app.clock.now());
      app.clock.time = due;
    }
    assert.equal(posted.length, webhookLimits.tries);
    assert.equal(new Set(bodies().map(({ id }) => id)).size, 1);
    assert.deepEqual(
      waits,
      waits.toSorted((a, b) => a - b),
    );
    assert.ok(app.clock.now() - start > 2.5 * 86_400_000, 'a weekend is outlasted');
    const [dead] = await app.deps.storage.webhooks.dead(9);
    assert.deepEqual([dead!.webhookId, dead!.outcome], [hook.id, '500']);
  });

  test('is sent once more from the list of the dead, and arrives', async () => {
    const hook = await add();
    answer = () => ({ status: 410 });
    await happen();
    await deliver();
    const [dead] = await app.deps.storage.webhooks.dead(9);
    assert.deepEqual([dead!.outcome, posted.length], ['410', 1], 'nobody wants it any more');
    answer = () => ({ status: 200 });
    await replayDelivery(app.deps, staff, dead!.id);
    await assert.rejects(replayDelivery(app.deps, staff, dead!.id), { code: 'wrong_state' });
    assert.equal(await deliver(), 1);
    assert.equal(posted[0]!.headers['webhook-id'], posted[1]!.headers['webhook-id']);
    assert.deepEqual(
      (await deliveriesOf(hook)).map(({ status, outcome }) => [status, outcome]),
      [['sent', '200']],
    );
  });

  test('is sent once more with all that is dead of its webhook, more than a page shows', async () => {
    const hook = await add('', ['badge.ended'], 'https://gone.example/hook');
    const other = await add('', ['badge.ended'], 'https://other.example/hook');
    answer = () => ({ status: 410 });
    for (let index = 0; index < 25; index += 1) {
      await act(hook.publicId, 'try');
      app.clock.time += 1;
    }
    await act(other.publicId, 'try');
    await deliver();
    posted.length = 0;
    answer = () => ({ status: 200 });
    await act(hook.publicId, 'replay-all');
    assert.equal(await deliver(), 25);
    assert.ok(posted.every(({ url }) => url === hook.url));
    assert.deepEqual(await app.deps.storage.webhooks.deadCounts(), [{ webhookId: other.id, count: 1 }]);
  });

  test('goes on after what failed: one that hangs does not hold up another', async () => {
    await add('', webhookEvents, 'https://hangs.example/');
    await add();
    answer = ({ url }) => (url.includes('hangs') ? { failed: 'timeout' } : { status: 204 });
    for (let n = 0; n < 5; n += 1) await happen();
    assert.equal(await deliver(), 5);
    assert.equal(posted.length, 10);
  });

  test('is made once by two processes', async () => {
    await add();
    for (let n = 0; n < 9; n += 1) await happen();
    await Promise.all([deliver(), deliver()]);
    assert.equal(new Set(posted.map(({ headers }) => headers['webhook-id'])).size, posted.length);
    assert.equal(posted.length, 9);
  });

  test('to try a webhook says nothing but that', async () => {
    const hook = await add('', ['story.published']);
    await act(hook.publicId, 'try');
    assert.equal(await deliver(), 1);
    assert.deepEqual(
      bodies().map(({ type, data }) => [type, data]),
      [['ping', {}]],
    );
  });

  test('of what was removed goes nowhere', async () => {
    const hook = await add();
    await happen();
    await act(hook.publicId, 'remove');
    assert.equal(await deliver(), 0);
    await assert.rejects(act(hook.publicId, 'try'), { code: 'not_found' });
  });
});

describe('an address', () => {
  test('is https, by a name, out in the world', () => {
    for (const good of [
      'https://crm.example.org/hook',
      'https://crm.example.org:8443/a?b=c',
      'https://bücher.example/',
    ])
      assert.equal(typeof parseWebhookUrl(good), 'string', good);
    assert.equal(parseWebhookUrl(' https://crm.example.org/a#b '), 'https://crm.example.org/a');
    const refused: Record<string, string[]> = {
      required: ['', '  '],
      too_long: [`https://crm.example.org/${'a'.repeat(webhookLimits.url)}`],
      url_invalid: [
        'http://crm.example.org/',
        'https://me:secret@crm.example.org/',
        'ftp://crm.example.org',
        'javascript:alert(1)',
        '//crm.example.org',
        'crm.example.org',
        'https://',
      ],
      url_private: [
        'https://127.0.0.1/',
        'https://2130706433/',
        'https://0x7f.1/',
        'https://017700000001/',
        'https://[::1]/',
        'https://[::ffff:10.0.0.1]/',
        'https://localhost/',
        'https://db.internal/',
        'https://printer.local/',
        'https://crm.example.org:25/',
        'https://crm.example.org:80/',
        'https://crm.example.org:0/',
        'https://intranet/',
        'https://127.0.0.1./',
        'https://a.localhost/',
      ],
    };
    for (const [code, texts] of Object.entries(refused))
      for (const text of texts) assert.deepEqual(parseWebhookUrl(text), { refused: code }, text);
  });

  test('and what else is missing is said all at once; nothing is stored', async () => {
    await assert.rejects(
      addWebhook(app.deps, staff, { url: 'http://x', events: ['ping', 'nothing'], partner: 'nobody' }),
      {
        code: 'invalid_request',
        errors: [
          { field: 'url', code: 'url_invalid' },
          { field: 'events', code: 'required' },
          { field: 'partner', code: 'invalid' },
        ],
      },
    );
    await assert.rejects(add('a\0b'), { code: 'invalid_request' });
    assert.deepEqual(await app.deps.storage.webhooks.all(), []);
    for (let n = 0; n < webhookLimits.most; n += 1) await add();
    await assert.rejects(add(), { code: 'webhooks_full' });
    await add('ville');
  });
});
