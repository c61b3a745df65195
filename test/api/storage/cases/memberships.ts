import assert from 'node:assert/strict';
import { StorageConflictError } from '../../../../api/domain/ports.ts';
import { inboxNumber } from '../../../../api/storage/outbox.ts';
import { attribution, consent, day, mail, minute, now, person, signUp, textHash, type Open } from '../fixtures.ts';
import { testsOn } from './with.ts';

/** Two keys with one number: of 2^32 numbers, some hundred thousand keys share a few. */
function sameNumber(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const key = `key ${i}`;
    const before = seen.get(inboxNumber(key));
    if (before !== undefined) return [before, key];
    seen.set(inboxNumber(key), key);
  }
}

/** Members, their proof of consent, where they came from, and what is known of an address. */
export function membershipCases(open: Open): void {
  const test = testsOn(open);

  const full = person('anne', {
    lastName: 'Zürcher',
    place: 'Mulhouse',
    organisation: 'Filature & Cie',
    sentence: 'La plus belle place du monde.',
    language: 'gsw',
    newsletter: true,
    public: true,
    introductions: true,
  });

  test('gives a member back as it was taken in', async ({ storage }) => {
    const anne = await storage.write((tx) => tx.insertMember(full));
    const bruno = await storage.write((tx) => tx.insertMember(person('bruno')));
    assert.deepEqual(await storage.memberById(anne), {
      id: anne,
      ...full,
      status: 'pending',
      confirmedAt: null,
      suspendedAt: null,
    });
    assert.deepEqual(await storage.write((tx) => tx.findMember(bruno)), {
      id: bruno,
      ...person('bruno'),
      status: 'pending',
      confirmedAt: null,
      suspendedAt: null,
    });
    assert.equal(await storage.memberById(99), undefined);
  });

  test('has one member of an address', async ({ storage }) => {
    await storage.write((tx) => tx.insertMember(person('anne')));
    await assert.rejects(
      storage.write((tx) => tx.insertMember(person('anne'))),
      (error) => error instanceof StorageConflictError && error.kind === 'unique',
    );
    assert.equal(await storage.write((tx) => tx.insertActiveMember(person('anne'), now)), undefined);
  });

  test('an imported member is active at once', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertActiveMember(person('anne'), now + 5));
    assert(id !== undefined);
    const member = await storage.memberById(id);
    assert.deepEqual([member?.status, member?.confirmedAt], ['active', now + 5]);
  });

  test('replaces what someone pending said, and nothing of an active member', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertMember(full));
    const again = person('anne', { email: 'Anne+2@example.org', joinedAt: now + 7 });
    await storage.write((tx) => tx.replacePending(id, again));
    assert.deepEqual(await storage.memberById(id), {
      id,
      ...again,
      status: 'pending',
      confirmedAt: null,
      suspendedAt: null,
    });
    await storage.write((tx) => tx.activate(id, now + 8));
    await storage.write((tx) => tx.replacePending(id, full));
    assert.deepEqual(await storage.memberById(id), {
      id,
      ...again,
      status: 'active',
      confirmedAt: now + 8,
      suspendedAt: null,
    });
  });

  test('confirms once', async ({ storage }) => {
    const id = await storage.write((tx) => tx.insertMember(full));
    const outcomes = await Promise.all([1, 2, 3].map((at) => storage.write((tx) => tx.activate(id, at))));
    assert.deepEqual(outcomes.sort(), [false, false, true]);
    assert.equal(await storage.write((tx) => tx.activate(99, 1)), false);
  });

  test('keeps nothing personal of a member who leaves, and lets them come back', async ({ storage, rows }) => {
    const id = await storage.write((tx) => tx.insertMember(full));
    assert.equal(await storage.write((tx) => tx.leave(id, now)), false, 'pending is not a member');
    await storage.write((tx) => tx.activate(id, now));
    assert.equal(await storage.write((tx) => tx.leave(id, now + 1)), true);
    assert.equal(await storage.write((tx) => tx.leave(id, now + 2)), false);
    const left = await storage.memberById(id);
    assert.equal(left?.status, 'left');
    const personal = [full.firstName, full.lastName, full.place, full.organisation, full.sentence, 'anne'];
    const [row] = await rows(`select * from member where id = ${id}`);
    for (const value of Object.values(row ?? {})) {
      for (const word of personal) assert(!String(value).includes(word!), `${value} is still there`);
    }
    assert.deepEqual([left?.newsletter, left?.public, left?.introductions], [false, false, false]);
    assert.doesNotMatch(left?.email ?? '@', /@/);
    const back = await storage.write((tx) => tx.insertMember(full));
    await storage.write((tx) => tx.activate(back, now));
    assert.equal(
      await storage.write((tx) => tx.leave(back, now + 3)),
      true,
      'two who left have room beside each other',
    );
  });

  test('ends the newsletter alone, and keeps when it ended in the proof of who had wanted it', async ({
    storage,
    rows,
  }) => {
    const newsletter = true;
    const anne = await storage.write((tx) => signUp(tx, person('anne', { newsletter })));
    const bruno = await storage.write((tx) => signUp(tx, person('bruno', { newsletter })));
    await storage.write((tx) => tx.withdrawConsents(anne, now + 1));
    await storage.write((tx) => tx.recordConsent(consent(anne, { at: now + 2 })));
    await storage.write((tx) => tx.recordConsent(consent(anne, { at: now + 3, newsletter: false })));
    for (const at of [now + 4, now + 5]) await storage.write((tx) => tx.endNewsletter(anne, at));
    assert.equal((await storage.memberById(anne))?.newsletter, false);
    assert.equal((await storage.memberById(bruno))?.newsletter, true);
    const times = 'member_id as id, given_at as given, newsletter_withdrawn_at as ended, withdrawn_at as no';
    assert.deepEqual(await rows(`select ${times} from consent order by id, given`), [
      { id: anne, given: now, ended: null, no: now + 1 },
      { id: anne, given: now + 2, ended: now + 4, no: null },
      { id: anne, given: now + 3, ended: null, no: null },
      { id: bruno, given: now, ended: null, no: null },
    ]);
  });

  test('keeps the text of a consent once, and no consent without its text', async ({ storage, rows }) => {
    const id = await storage.write((tx) => tx.insertMember(person('anne')));
    await assert.rejects(storage.write((tx) => tx.recordConsent(consent(id))));
    await storage.write(async (tx) => {
      await tx.keepConsentText(textHash, 'J’accepte.');
      await tx.keepConsentText(textHash, 'J’accepte.');
      await tx.recordConsent(consent(id));
    });
    const proof = await rows('select c.*, t.text, t.hash from consent c join consent_text t on t.id = c.text_id');
    assert.equal(proof.length, 1);
    const { id: _, text_id: __, ...columns } = proof[0] ?? {};
    assert.deepEqual(columns, {
      member_id: id,
      partner_id: 1,
      language: 'fr',
      charter_version: '2026-01',
      notice_version: '2026-02',
      newsletter: 1,
      public: 0,
      introductions: 0,
      method: 'widget',
      source: null,
      page: 'https://ville.example/club',
      ip_prefix: '203.0.113.0/24',
      given_at: now,
      confirmed_at: null,
      newsletter_withdrawn_at: null,
      withdrawn_at: null,
      text: 'J’accepte.',
      hash: textHash,
    });
  });

  test('a consent that is confirmed, then withdrawn, stays as proof with both times', async ({ storage, rows }) => {
    const anne = await storage.write((tx) => signUp(tx, person('anne')));
    const bruno = await storage.write((tx) => signUp(tx, person('bruno')));
    await storage.write((tx) => tx.confirmConsents(anne, now + 1));
    await storage.write((tx) => tx.withdrawConsents(anne, now + 2));
    await storage.write((tx) => tx.recordConsent(consent(anne, { at: now + 3 })));
    await storage.write((tx) => tx.confirmConsents(anne, now + 4));
    assert.deepEqual(
      await rows(
        'select member_id as id, given_at as given, confirmed_at as yes, withdrawn_at as no from consent order by id, given',
      ),
      [
        { id: anne, given: now, yes: now + 1, no: now + 2 },
        { id: anne, given: now + 3, yes: now + 4, no: null },
        { id: bruno, given: now, yes: null, no: null },
      ],
    );
  });

  test('remembers the sign-up that counts, with all that is known of where it came from', async ({ storage, rows }) => {
    const id = await storage.write((tx) => tx.insertMember(person('anne')));
    assert.equal(await storage.originOf(id), undefined);
    await storage.write((tx) => tx.recordAttribution(attribution(id)));
    const second = attribution(id, {
      pageOrigin: 'https://o.example',
      pagePath: '/p',
      referrerOrigin: 'https://r.example',
      utmSource: '1',
      utmMedium: '2',
      utmCampaign: '3',
      utmTerm: '4',
      utmContent: '5',
      widget: '2.0.0',
      at: now + 9,
      firstPath: '/first',
      firstUtmSource: '6',
      firstUtmMedium: '7',
      firstUtmCampaign: '8',
      firstUtmTerm: '9',
      firstUtmContent: '10',
      referredBy: id,
    });
    await storage.write((tx) => tx.recordAttribution(second));
    assert.equal(await storage.originOf(id), 'https://o.example');
    const { memberId: _, partnerId: __, ...values } = second;
    const [row, ...more] = await rows('select * from attribution');
    const { member_id, partner_id, ...columns } = row ?? {};
    assert.deepEqual([member_id, partner_id, more.length], [id, 1, 0]);
    assert.deepEqual(Object.values(columns), Object.values(values));
  });

  test('tells in one answer what is known of an address', async ({ storage }) => {
    const standing = (name: string, key = name) =>
      storage.write((tx) => tx.standing(`${name}@example.org`, 'inbox', key, now - day));
    const nobody = { member: undefined, suppressed: false, lastMailAt: null, mailsInDay: 0, mailWaiting: false };
    assert.deepEqual(await standing('anne'), nobody);
    await storage.insertInvitation('hash', 'vip', 1, null, now);
    const id = await storage.write(async (tx) => {
      const invitationId = (await tx.findInvitation('hash', 'vip', now)) ?? null;
      return tx.insertMember(person('anne', { invitationId, language: 'de' }));
    });
    const anne = { id, status: 'pending', invitationId: 1, language: 'de' };
    assert.deepEqual(await standing('anne'), { ...nobody, member: anne });
    await storage.write((tx) => tx.suppress('anne', 'bounced', now));
    await storage.write((tx) => tx.suppress('anne', 'asked', now));
    assert.deepEqual(await standing('anne'), { ...nobody, member: anne, suppressed: true });
    assert.deepEqual(await standing('bruno'), nobody);
    assert.deepEqual(await standing('bruno', 'anne'), { ...nobody, suppressed: true });
    const lift = () => storage.write((tx) => tx.unsuppress('anne'));
    assert.deepEqual([await lift(), await lift()], [true, false]);
    assert.deepEqual(await standing('anne'), { ...nobody, member: anne });
  });

  test('does not mix up inboxes that share a number', async ({ storage }) => {
    const [one, other] = sameNumber();
    await storage.write((tx) => signUp(tx, person('anne'), one));
    const mails = (key: string) => storage.write(async (tx) => (await tx.standing('', key, '', now - day)).mailsInDay);
    assert.deepEqual([await mails(one), await mails(other)], [1, 0]);
  });

  test('counts the mails that were asked for, by inbox and not by address', async ({ storage }) => {
    const ordered = async (...orders: [number, 'confirmation' | 'already_member' | 'welcome'][]) => {
      for (const [createdAt, kind] of orders) {
        await storage.write((tx) => tx.enqueueMail(mail(1, { addressKey: 'inbox', createdAt, kind })));
      }
    };
    const standing = () => storage.write((tx) => tx.standing('anne+tag@example.org', 'inbox', '', now - day));
    await storage.write((tx) => tx.insertMember(person('anne')));
    await ordered([now - day, 'confirmation']);
    const before = { member: undefined, suppressed: false, lastMailAt: now - day, mailsInDay: 0, mailWaiting: true };
    assert.deepEqual(await standing(), before);
    await ordered([now - day + 1, 'confirmation'], [now - minute, 'already_member'], [now, 'welcome']);
    const { lastMailAt, mailsInDay } = await standing();
    assert.deepEqual([lastMailAt, mailsInDay], [now - minute, 2]);
    for (const { id } of await storage.claimMails(now, now + minute, 9)) await storage.mailSent(id, now);
    assert.equal((await standing()).mailWaiting, false);
  });
}
