/** What people receive, read from a real mail server. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ParsedMail } from 'mailparser';
import { durations } from '../../../api/contract/limits.ts';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import type { MailOrder, TokenPurpose } from '../../../api/domain/ports.ts';
import { hashToken } from '../../../api/domain/tokens.ts';
import type { MembershipMail } from '../../../api/mail/compose.ts';
import { mailTerms } from '../../../api/mail/lang/index.ts';
import { club } from '../mail/club.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const kinds: MembershipMail['kind'][] = ['confirmation', 'welcome', 'already_member'];
const headings = (locale: Locale): Record<MembershipMail['kind'], string> => ({
  confirmation: mailTerms[locale].confirmation({ club: '', partner: null, hours: 0, days: 0 }).heading,
  welcome: mailTerms[locale].welcome({ firstName: 'Zoé', goal: '', newsletter: true }).heading,
  already_member: mailTerms[locale].alreadyMember({ partner: null }).heading,
});
const tokenIn = (text: string, path: string) => new RegExp(`/${path}\\?token=([\\w-]{43})&lang=`).exec(text)?.[1];

async function sendOne(
  office: PostOffice,
  kind: MembershipMail['kind'],
  locale: Locale,
  { order = {}, newsletter = false }: { order?: Partial<MailOrder>; newsletter?: boolean } = {},
): Promise<{ mail: ParsedMail; order: MailOrder; email: string; memberId: number }> {
  const memberId = await office.member(kind === 'confirmation' ? 'pending' : 'active', { newsletter });
  const placed = await office.order(kind, memberId, { language: locale, ...order });
  assert.equal(await office.send(), 1);
  const { email } = (await office.deps.storage.memberById(memberId))!;
  return { mail: (await office.smtp.parsed()).at(-1)!, order: placed, email, memberId };
}

describe('every letter in every language', () => {
  let office: PostOffice;
  before(async () => (office = await openPostOffice()));
  after(() => office.close());

  for (const kind of kinds) {
    for (const locale of locales) {
      test(`${kind} in ${locale}`, async () => {
        const form = kind === 'welcome' ? null : '203.0.113.0/24';
        const { mail, order, email } = await sendOne(office, kind, locale, {
          order: { formPrefix: form },
          newsletter: true,
        });
        const header = (name: string) => mail.headers.get(name);
        assert.deepEqual(office.smtp.arrivals.at(-1)!.recipients, [email], 'one RCPT TO, the stored address');
        assert.equal(office.smtp.arrivals.at(-1)!.from, club.sender.address);
        assert.deepEqual(mail.from?.value, [club.sender]);
        assert.deepEqual([mail.to].flat()[0]?.value, [{ name: '', address: email }]);
        assert.equal(mail.cc ?? mail.bcc, undefined);
        assert.equal(mail.messageId, order.messageId);
        assert.ok(mail.date instanceof Date);
        assert.equal(header('content-language'), locale);
        assert.equal(header('auto-submitted'), 'auto-generated');
        assert.equal(header('form-sub'), form ? 'v=1; ip=203.0.113.0/24' : undefined);
        const heading = headings(locale)[kind];
        assert.ok(mail.text?.startsWith(heading), mail.text);
        assert.ok(String(mail.html).includes(`<h1>${heading}</h1>`));
        assert.ok(mail.subject && !mail.subject.includes('undefined'));
        assert.equal(mail.attachments.length, 0);
        assert.equal(mail.headers.has('list'), kind === 'welcome');
      });
    }
  }
});

describe('links and headers', () => {
  let office: PostOffice;
  before(async () => (office = await openPostOffice()));
  after(() => office.close());

  test('the welcome offers one click to stop the news, to those who asked for them', async () => {
    const { mail } = await sendOne(office, 'welcome', 'de', { newsletter: true });
    const raw = office.smtp.arrivals
      .at(-1)!
      .raw.toString()
      .replaceAll(/\r\n[ \t]+/g, ' ');
    const url = /^List-Unsubscribe: ?<(https:\/\/\S+)>\r$/m.exec(raw)?.[1];
    assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    assert.equal(url, `https://club.example/unsubscribe?token=${tokenIn(mail.text!, 'unsubscribe')}&lang=de`);
    const { mail: silent } = await sendOne(office, 'welcome', 'de');
    assert.equal(silent.headers.has('list'), false);
    assert.equal(tokenIn(silent.text!, 'unsubscribe'), undefined);
    assert.ok(tokenIn(silent.text!, 'leave'));
  });

  for (const [kind, path, purpose, life] of [
    ['confirmation', 'confirm', 'confirm', durations.confirmationLife],
    ['welcome', 'leave', 'leave', 400 * 86_400_000],
    ['welcome', 'unsubscribe', 'unsubscribe', 400 * 86_400_000],
    ['already_member', 'leave', 'leave', 400 * 86_400_000],
  ] as [MembershipMail['kind'], string, TokenPurpose, number][]) {
    test(`the ${path} link of the ${kind} works for its time`, async () => {
      const { mail, memberId } = await sendOne(office, kind, 'en', { newsletter: true });
      const token = tokenIn(mail.text!, path)!;
      assert.equal(tokenIn(String(mail.html).replaceAll('&amp;', '&'), path), token);
      assert.deepEqual(await office.deps.storage.tokenByHash(hashToken(token)), {
        memberId,
        purpose,
        expiresAt: office.deps.clock.now() + life,
        usedAt: null,
      });
    });
  }

  test('no token is at rest or in the log', () => {
    assert.ok(office.tokens.length > 4);
    const files = readdirSync(office.dir).map((name) => readFileSync(join(office.dir, name)));
    assert.ok(files.length > 0);
    for (const token of office.tokens) {
      for (const file of files) assert.ok(!file.includes(token));
      assert.ok(!office.log.lines.some((line) => line.includes(token)));
    }
    assert.ok(!office.log.lines.some((line) => line.includes('@visitor')), 'no address in the log');
  });

  test('a prefix of version 6 is named as it is, and nothing but addresses can be in that header', async () => {
    const six = await sendOne(office, 'confirmation', 'fr', { order: { formPrefix: '2001:db8:1::/48' } });
    assert.equal(six.mail.headers.get('form-sub'), 'v=1; ip=2001:db8:1::/48');
    const odd = await sendOne(office, 'confirmation', 'fr', {
      order: { formPrefix: '10.0.0.0/24\r\nBcc: x@y.example' },
    });
    assert.equal(odd.mail.bcc, undefined);
    assert.equal(odd.mail.headers.has('form-sub'), false);
    assert.deepEqual(office.smtp.arrivals.at(-1)!.recipients.length, 1);
  });

  test('a domain with accents is addressed in punycode', async () => {
    const id = await office.member('pending', {
      email: 'Léa@mülhausen.example'.replace('é', 'e'),
      address: 'lea@xn--mlhausen-r4a.example',
    });
    await office.order('confirmation', id);
    await office.send();
    assert.deepEqual(office.smtp.arrivals.at(-1)!.recipients, ['Lea@xn--mlhausen-65a.example']);
  });

  test('addresses that slipped into the database in an odd form name nobody to the server', async () => {
    const named = office.smtp.named.length;
    const odd = [
      'a@b.example, evil@e.example',
      'a@b.example\r\nBcc: evil@e.example',
      '"evil@e.example"@b.example',
      '<evil@e.example>',
      'a@b',
    ];
    for (const email of odd) await office.order('confirmation', await office.member('pending', { email }));
    assert.equal(await office.send(), 0);
    assert.equal(office.smtp.named.length, named);
    assert.equal(await office.deps.storage.nextMailAt(), undefined, 'they are ended');
  });
});
