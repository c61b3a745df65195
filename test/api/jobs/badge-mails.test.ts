/** Mails about badges: to their holders and to the staff, as they arrive. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import { parseAddress, suppressionKey } from '../../../api/domain/addresses.ts';
import { activate } from '../../../api/domain/badges/activate.ts';
import { newBadgeId } from '../../../api/domain/badges/badge-id.ts';
import { endBadge } from '../../../api/domain/badges/end.ts';
import { lockBadges } from '../../../api/domain/badges/lock.ts';
import { orderHolderMail, type HolderMail } from '../../../api/domain/badges/mails.ts';
import type { Badge, BadgeChange } from '../../../api/domain/badges/ports.ts';
import { renewBadges } from '../../../api/domain/badges/renew.ts';
import { badgeMailTerms } from '../../../api/mail/lang/badges/index.ts';
import { openPostOffice, publicUrl, type PostOffice } from './post-office.ts';

const day = 86_400_000;

let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office.close());

async function badgeOf(memberId: number, domain: string | null = null, change: BadgeChange = {}): Promise<Badge> {
  const { storage, clock } = office.deps;
  const publicId = newBadgeId(office.deps);
  const kind = domain === null ? 'person' : 'business';
  const rest = { language: 'fr', circle: 'habitants', showsName: false, showsCircle: false, name: null } as const;
  await storage.write(async (tx) => {
    await tx.badges.insert({ publicId, memberId, kind, domain, ...rest }, clock.now());
    await activate(tx, office.deps, (await tx.badges.find(publicId))!, clock.now(), change);
  });
  return (await storage.badges.byPublicId(publicId))!;
}

function order(kind: HolderMail, badge: Badge): Promise<void> {
  const { storage, clock } = office.deps;
  return storage.write(async (tx) => {
    await orderHolderMail(tx, office.deps, kind, badge, (await tx.findMember(badge.memberId))!, clock.now());
  });
}

const end = (badge: Badge, reason: 'domain_lost' | 'left') =>
  office.deps.storage.write(async (tx) => {
    const [found] = await lockBadges(tx, badge.memberId, ({ id }) => id === badge.id);
    await endBadge(tx, {}, found!, reason, office.deps.clock.now());
  });

async function arrive() {
  assert.equal(await office.send(), 1);
  const mail = (await office.smtp.parsed()).at(-1)!;
  const text = (mail.text ?? '').replace(/\s+/g, ' ');
  return { subject: mail.subject ?? '', text, html: String(mail.html), to: office.smtp.arrivals.at(-1)!.recipients };
}

/** The reasons that were given in the log for mails that were not sent. */
const dropped = () => office.log.lines.flatMap((line) => /"reason":"([^"]*)"/.exec(line)?.[1] ?? []);

const links = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => new URL(url!.replaceAll('&amp;', '&')));

const lastDay: Record<Locale, RegExp> = {
  fr: /4 février 2028/,
  de: /4\. Februar 2028/,
  en: /4 February 2028/,
  gsw: /4\. Februar 2028/,
};

for (const locale of locales) {
  describe(`in ${locale}`, () => {
    test('a holder reads until when the badge is valid and what keeps it', async () => {
      const badge = await badgeOf(await office.member('active', { language: locale, email: 'Zoe@zoe.example' }));
      office.deps.clock.advance(370 * day);
      await order('badge_ending', badge);
      const mail = await arrive();
      assert.deepEqual(mail.to, ['Zoe@zoe.example']);
      assert.match(mail.text, lastDay[locale]);
      assert.match(mail.subject, lastDay[locale]);
      assert.ok(mail.text.includes(`${publicUrl}/me/badges?lang=${locale}`));
      for (const { origin, searchParams } of links(mail.html)) {
        assert.deepEqual([origin, searchParams.get('token')], [publicUrl, null], 'our own pages, and no key to them');
      }
    });

    test('a business reads what to put back, where, and until when', async () => {
      const memberId = await office.member('active', { language: locale });
      const badge = await badgeOf(memberId, 'xn--bckerei-5wa.example', { missingSince: office.deps.clock.now() });
      await order('badge_domain_missing', badge);
      const { subject, text } = await arrive();
      assert.ok(subject.includes('bäckerei.example'));
      assert.ok(text.includes('_ambassador.xn--bckerei-5wa.example'));
      assert.ok(text.includes(`ambassador-badge=${badge.publicId}`));
      assert.ok(text.includes('/.well-known/ambassador-badge.txt'));
      assert.match(text, /18\.? (?:janvier|Januar|January) 2027/, 'fourteen days later');
      assert.ok(text.includes(`${publicUrl}/me/badges?lang=${locale}`));
    });

    test('a business reads that its badge has ended, and how to get it back', async () => {
      const badge = await badgeOf(await office.member('active', { language: locale }), 'storch.example');
      await end(badge, 'domain_lost');
      await order('badge_domain_lost', badge);
      const { text } = await arrive();
      assert.ok(text.includes('storch.example') && text.includes('14'));
      assert.ok(text.includes(`${publicUrl}/me/badges?lang=${locale}`));
    });

    test('the staff read why a badge was reported, and nothing that a visitor typed', async () => {
      const { storage, clock } = office.deps;
      const badge = await badgeOf(await office.member('active', { firstName: 'Odilette' }));
      const report = {
        badgeId: badge.id,
        reason: 'wrong_site',
        url: 'https://evil.example/',
        text: 'Call me',
      } as const;
      const subjectId = await storage.write((tx) => tx.badges.insertReport(report, clock.now()));
      const staffId = await staff();
      await office.order('badge_reported', 0, { memberId: null, staffId, subjectId, language: locale });
      const mail = await arrive();
      assert.deepEqual(mail.to, ['m@club.example']);
      assert.ok(mail.text.includes(badgeMailTerms[locale].reasons.wrong_site));
      assert.ok(mail.text.includes(`${publicUrl}/console/badges?lang=${locale}`));
      assert.doesNotMatch(`${mail.text}${mail.html}`, /evil|Call me|Odilette/);
    });
  });
}

function staff(status: 'active' | 'suspended' = 'active'): Promise<number> {
  const { storage, clock } = office.deps;
  const person = { name: 'Maurice', email: 'm@club.example', address: 'm@club.example', status } as const;
  return storage.write((tx) => tx.sessions.insertStaff({ ...person, role: 'moderator', language: 'fr' }, clock.now()));
}

describe('what is not so any more is not sent', () => {
  test('a badge that was renewed, or that has ended', async () => {
    const { storage, clock } = office.deps;
    const renewed = await badgeOf(await office.member('active'));
    const over = await badgeOf(await office.member('active'));
    const ended = await badgeOf(await office.member('active'), 'storch.example');
    clock.advance(370 * day);
    for (const badge of [renewed, ended, over]) await order('badge_ending', badge);
    await storage.write((tx) => renewBadges(tx, office.deps, renewed.memberId, clock.now()));
    await end(ended, 'domain_lost');
    await storage.write((tx) => tx.badges.change(over.id, { validUntil: clock.now() }));
    assert.equal(await office.send(), 0);
    assert.deepEqual(dropped(), ['badge renewed', 'badge ended', 'badge ended']);
  });

  test('a domain that was proven again', async () => {
    const badge = await badgeOf(await office.member('active'), 'storch.example', {
      missingSince: office.deps.clock.now() - day,
    });
    await order('badge_domain_missing', badge);
    await office.deps.storage.write((tx) => tx.badges.change(badge.id, { missingSince: null }));
    await order('badge_domain_lost', badge);
    assert.equal(await office.send(), 0);
    assert.deepEqual(dropped(), ['domain proven again', 'domain proven again']);
  });

  test('to who has left, to an address that nobody has, about a badge of somebody else', async () => {
    const { storage, clock } = office.deps;
    const leaver = await badgeOf(await office.member('active'));
    const lost = await badgeOf(await office.member('active'));
    clock.advance(370 * day);
    for (const badge of [leaver, lost]) await order('badge_ending', badge);
    await end(leaver, 'left');
    await office.order('badge_ending', leaver.memberId, { subjectId: lost.id });
    await office.order('badge_ending', lost.memberId, { subjectId: 4711 });
    await office.order('badge_ending', lost.memberId);
    const member = (await storage.memberById(lost.memberId))!;
    await storage.write(async (tx) => {
      await tx.suppress(suppressionKey(office.deps.keys, parseAddress(member.email)!), 'mail 550', clock.now());
    });
    assert.equal(await office.send(), 0);
    assert.deepEqual(dropped().toSorted(), [
      'address suppressed',
      'badge ended',
      'badge gone',
      'badge gone',
      'badge gone',
    ]);
    await storage.write((tx) => tx.leave(leaver.memberId, clock.now()));
    await office.order('badge_ending', leaver.memberId, { subjectId: leaver.id });
    assert.equal(await office.send(), 0);
    assert.equal(dropped().at(-1), 'member gone');
  });

  test('a report that was closed, to staff who were suspended', async () => {
    const { storage, clock } = office.deps;
    const badge = await badgeOf(await office.member('active'));
    const report = { badgeId: badge.id, reason: 'other', url: null, text: null } as const;
    const subjectId = await storage.write((tx) => tx.badges.insertReport(report, clock.now()));
    const gone = await staff('suspended');
    await office.order('badge_reported', 0, { memberId: null, staffId: gone, subjectId });
    assert.equal(await office.send(), 0);
    await storage.write((tx) => tx.sessions.changeStaff(gone, { status: 'active' }));
    await storage.write((tx) => tx.badges.closeReport(subjectId, clock.now()));
    await office.order('badge_reported', 0, { memberId: null, staffId: gone, subjectId });
    assert.equal(await office.send(), 0);
    assert.deepEqual(dropped(), ['nobody to write to', 'report closed']);
  });
});
