/** Reports of stories, from every page, without an account (DSA article 16). */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import { ReportReceipt } from '../../../api/contract/story.ts';
import { reportReasons } from '../../../api/contract/vocabulary.ts';
import { parseAddress, suppressionKey } from '../../../api/domain/addresses.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { deliver } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { signedInWidget, type SignedIn } from '../../support/session.ts';
import { publishedStory, waitingStory } from '../../support/stories.ts';
import { everything, rows } from '../../support/tables.ts';

let app: TestApp;
let author: SignedIn;
let story: string;
let woken = 0;
beforeEach(async () => {
  woken = 0;
  app = await openTestApp({ trustedProxies: 1, wakeMailer: () => (woken += 1) });
  author = await signedInWidget(app);
  story = (await publishedStory(app, author)).id;
});
afterEach(() => app.remove());

interface Sent {
  id?: string;
  origin?: string | undefined;
  headers?: Record<string, string>;
}

/** A report from the partner's page, with whatever is changed. */
async function report(
  changes: Record<string, unknown> = {},
  { id = story, headers, ...rest }: Sent = {},
): Promise<Response> {
  const origin = 'origin' in rest ? rest.origin : partnerOrigin;
  const body = {
    reason: 'untrue',
    text: 'Cette place n’existe pas.',
    url: `${partnerOrigin}/page#story-${id}`,
    partner: 'ville',
    name: 'Marthe Exemple',
    email: 'marthe@example.org',
    goodFaith: true,
    language: 'de',
    proof: 'proof' in changes ? undefined : await mintProof(app),
    ...changes,
  };
  return app.request(`/v1/stories/${id}/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin !== undefined && { origin }), ...headers },
    body: JSON.stringify(body),
  });
}

async function receiptOf(response: Response): Promise<ReportReceipt> {
  assert.equal(response.status, 201, await response.clone().text());
  return ReportReceipt.parse(await response.json());
}

async function errorsOf(response: Response): Promise<Record<string, string>> {
  const { errors = [], code } = (await response.json()) as Problem;
  assert.deepEqual([response.status, code], [422, 'invalid_request']);
  return Object.fromEntries(errors.map((error) => [error.field, error.code]));
}

describe('a report', () => {
  test('is kept as it was written, with a number that people can read out, and a mail is ordered', async () => {
    const { receipt, at } = await receiptOf(await report());
    assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const [row] = rows(app.dir, 'report');
    const [told] = rows(app.dir, 'story');
    const { id: _id, ...kept } = row!;
    assert.deepEqual(kept, {
      receipt,
      story_id: told!['id'],
      story_version: told!['version'],
      reason: 'untrue',
      text: 'Cette place n’existe pas.',
      url: `${partnerOrigin}/page#story-${story}`,
      partner_id: (await app.deps.storage.partnerBySlug('ville'))!.id,
      name: 'Marthe Exemple',
      email: 'marthe@example.org',
      language: 'de',
      status: 'open',
      created_at: at,
      decided_by: null,
      decided_at: null,
      answer: null,
    });
    const [mail] = rows(app.dir, 'outbox');
    assert.deepEqual(
      [mail!['kind'], mail!['subject_id'], mail!['language'], mail!['member_id']],
      ['report_receipt', row!['id'], 'de', null],
    );
    assert.ok(!JSON.stringify(mail).includes('marthe'));
    assert.equal(woken, 1);
  });

  test('takes nothing off a page by itself', async () => {
    await receiptOf(await report());
    assert.equal((await app.request(`/v1/stories/${story}?partner=ville`)).status, 200);
  });

  test('comes from the club’s own pages too, with or without its name', async () => {
    for (const partner of [undefined, '', 'club']) {
      const proof = await mintProof(app, { origin: publicUrl, partner: 'club' });
      await receiptOf(await report({ partner, proof }, { origin: publicUrl }));
      app.clock.time += 1;
    }
    const club = (await app.deps.storage.partnerBySlug('club'))!.id;
    assert.deepEqual(
      rows(app.dir, 'report').map((row) => row['partner_id']),
      [club, club, club],
    );
  });

  for (const reason of reportReasons) {
    test(`${reason}: who it is ${reason === 'child_abuse' ? 'may stay unsaid' : 'has to be said'}`, async () => {
      const nobody = await report({ reason, name: undefined, email: undefined });
      if (reason === 'child_abuse') {
        await receiptOf(nobody);
        await receiptOf(await report({ reason, name: '', email: '' }));
        assert.deepEqual(rows(app.dir, 'outbox'), []);
        assert.deepEqual(
          rows(app.dir, 'report').map((row) => [row['name'], row['email']]),
          [
            [null, null],
            [null, null],
          ],
        );
      } else {
        assert.deepEqual(await errorsOf(nobody), { name: 'required', email: 'required' });
        assert.deepEqual(rows(app.dir, 'report'), []);
      }
    });
  }

  const wrong: [field: string, value: unknown, code: string][] = [
    ['email', 'marthe', 'email_invalid'],
    ['email', 'a@b.example, c@d.example', 'email_invalid'],
    ['email', `${'x'.repeat(260)}@example.org`, 'too_long'],
    ['email', 'a\r\nBcc: x@y.example', 'email_invalid'],
    ['name', '   ', 'required'],
    ['name', 'x'.repeat(81), 'too_long'],
    ['name', 'a\u0007b', 'control_character'],
    ['reason', 'boring', 'reason_missing'],
    ['goodFaith', false, 'good_faith_missing'],
    ['goodFaith', undefined, 'good_faith_missing'],
    ['text', 'x'.repeat(2001), 'too_long'],
    ['url', 'javascript:alert(1)', 'url_invalid'],
    ['url', 'https://user:pass@www.ville.example/', 'url_invalid'],
    ['url', 'page.html', 'url_invalid'],
    ['url', '', 'url_invalid'],
    ['storyId', 1, 'unknown_field'],
    ['status', 'upheld', 'unknown_field'],
    ['receipt', 'AAAA', 'unknown_field'],
  ];
  for (const [field, value, code] of wrong) {
    test(`${field} ${JSON.stringify(value)?.slice(0, 40)}: ${code}`, async () => {
      assert.deepEqual(await errorsOf(await report({ [field]: value })), { [field]: code });
      assert.deepEqual(rows(app.dir, 'report'), []);
    });
  }

  test('for another reason than those listed says which', async () => {
    assert.deepEqual(await errorsOf(await report({ reason: 'other', text: ' ' })), { text: 'required' });
    await receiptOf(await report({ reason: 'other' }));
  });

  test('of what is not public there, there is none', async () => {
    const { id } = await waitingStory(author);
    const hidden = await publishedStory(app, author, {}, ['club_site']);
    const before = everything(app.dir);
    for (const one of [id, hidden.id, 'A'.repeat(22), 'unknown', '%00']) {
      assert.equal((await report({}, { id: one })).status, 404, one);
    }
    assert.deepEqual(everything(app.dir), before);
  });
});

describe('what a report costs', () => {
  test('comes from a page that may speak for the partner, and from no other', async () => {
    for (const origin of [undefined, 'null', 'https://elsewhere.example', `${partnerOrigin}.evil.example`]) {
      assert.equal((await report({}, { origin })).status, 403, String(origin));
    }
    assert.equal((await report({ partner: 'nobody' })).status, 404);
    assert.equal((await report({ partner: undefined })).status, 403);
    assert.deepEqual(rows(app.dir, 'report'), []);
  });

  test('a proof of work, for this page, once', async () => {
    const proof = await mintProof(app);
    await receiptOf(await report({ proof }));
    assert.equal(((await (await report({ proof })).json()) as Problem).code, 'proof_spent');
    for (const other of ['x', await mintProof(app, { origin: publicUrl }), await mintProof(app, { partner: 'club' })]) {
      assert.equal(((await (await report({ proof: other })).json()) as Problem).code, 'proof_invalid');
    }
    assert.deepEqual(await errorsOf(await report({ proof: '' })), { proof: 'required' });
    assert.equal(rows(app.dir, 'report').length, 1);
  });

  test('a robot that fills in everything is answered like a person, and nothing is kept', async () => {
    const proof = await mintProof(app);
    const receipt = await receiptOf(await report({ website: 'https://spam.example', proof }));
    assert.equal(receipt.receipt.length, 14);
    assert.deepEqual(rows(app.dir, 'report'), []);
    assert.equal(((await (await report({ proof })).json()) as Problem).code, 'proof_spent');
  });

  test('one network sends only so many', async () => {
    await app.remove();
    app = await openTestApp({ trustedProxies: 1, signupsPerMinute: 60 });
    author = await signedInWidget(app);
    story = (await publishedStory(app, author)).id;
    const from = (ip: string) => report({}, { headers: { 'x-forwarded-for': ip } });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await from('198.51.100.7')).status);
    assert.deepEqual(statuses, [...Array<number>(10).fill(201), 429, 429]);
    assert.equal((await from('203.0.113.9')).status, 201);
  });
});

const minute = 60_000;

describe('mails to an address that anybody may write into the form', () => {
  const mails = () => rows(app.dir, 'outbox').length;

  test('are one in ten minutes and three in a day, however it is spelt; every report is kept', async () => {
    // Just before the next hour, and the next day by another calendar: no boundary is a new beginning.
    app.clock.time = Date.parse('2026-11-23T23:57:00Z');
    for (let i = 0; i < 4; i++) {
      await receiptOf(await report({ email: `marthe+${i}@example.org` }));
      await deliver(app);
      app.clock.time += 2 * minute;
    }
    assert.equal(mails(), 1);
    for (let i = 1; i <= 5; i++) {
      app.clock.time += durations.mailGap;
      await receiptOf(await report({ email: 'Marthe@Example.org' }));
      await deliver(app);
    }
    assert.equal(mails(), 3);
    await receiptOf(await report({ email: 'somebody.else@example.org' }));
    assert.equal(mails(), 4);
    assert.equal(rows(app.dir, 'report').length, 10);
    app.clock.time += durations.mailDay;
    await receiptOf(await report());
    assert.equal(mails(), 5);
  });

  test('have one cap with those of sign-ups: what one form has used up, no other gives', async () => {
    const signUp = async () => {
      await app.signUp({ email: 'marthe@example.org', proof: await mintProof(app) });
      await deliver(app);
    };
    await signUp();
    await receiptOf(await report());
    assert.equal(mails(), 1);
    app.clock.time += durations.mailGap;
    await receiptOf(await report({ email: 'marthe+x@example.org' }));
    await signUp();
    assert.equal(mails(), 2, 'a receipt holds a sign-up up as another sign-up does');
  });

  test('go to nobody whose mail server said that they are not there', async () => {
    const key = suppressionKey(app.deps.keys, parseAddress('marthe@example.org')!);
    await app.deps.storage.write((tx) => tx.suppress(key, 'bounced', app.clock.now()));
    await receiptOf(await report());
    assert.equal(mails(), 0);
  });

  test('hold nothing that a visitor typed, and nor does a log', async () => {
    await receiptOf(await report({ name: 'Geheimnis', text: 'Geheimnis' }));
    app.deps.storage.stories.byPublicId = () => Promise.reject(new Error('the database is away'));
    assert.equal((await report({ name: 'Geheimnis' })).status, 500);
    assert.ok(!JSON.stringify(rows(app.dir, 'outbox')).includes('Geheimnis'));
    assert.ok(app.log.lines.length > 0 && !/Geheimnis|marthe/.test(app.log.lines.join()));
  });
});
