/** Mails about stories: to their authors and to those who reported one, as they arrive. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { locales } from '../../../api/contract/locales.ts';
import type { DecisionAction } from '../../../api/domain/moderation/ports.ts';
import type { Story } from '../../../api/domain/stories/ports.ts';
import type { MailKind } from '../../../api/domain/ports.ts';
import { reasons } from '../../../api/lang/reasons/index.ts';
import { excerpt } from '../../../api/mail/templates/stories.ts';
import { newPublicId } from '../../support/moderated.ts';
import { openPostOffice, publicUrl, type PostOffice } from './post-office.ts';

let office: PostOffice;
let staffId: number;
beforeEach(async () => {
  office = await openPostOffice();
  const staff = { name: 'Maurice', email: 'm@club.example', address: 'm@club.example' };
  staffId = await office.deps.storage.write((tx) =>
    tx.sessions.insertStaff({ ...staff, role: 'moderator', language: 'fr', status: 'active' }, office.deps.clock.now()),
  );
});
afterEach(() => office.close());

const text =
  'Samstags über die Grenze auf den Markt: Ich komme mit mehr nach Hause, als ich tragen kann. <b>Immer</b> & gern.';

async function tell(memberId: number): Promise<Story> {
  const publicId = newPublicId();
  const { storage, clock } = office.deps;
  await storage.write(async (tx) => {
    const words = { text, language: 'de', circle: 'habitants', signature: 'Zoé', place: null };
    const rest = { prompt: null, link: null, people: null, adult: false };
    const id = await tx.stories.insert(
      { publicId, memberId, partnerId: office.partner.id, ...words, ...rest },
      clock.now(),
    );
    await tx.stories.move(id, ['draft'], 'pending', clock.now());
    await tx.stories.move(id, ['pending'], 'published', clock.now());
  });
  return (await storage.stories.byPublicId(publicId))!;
}

function decide(story: Story, action: DecisionAction): Promise<number> {
  const { storage, clock } = office.deps;
  return storage.write((tx) =>
    tx.moderation.insertDecision({
      publicId: newPublicId(),
      storyId: story.id,
      storyVersion: 1,
      staffId,
      action,
      reason: action === 'approve' ? null : 'advertising',
      text: action === 'approve' ? null : 'Ohne <Preise>, bitte.',
      before: '{}',
      at: clock.now(),
    }),
  );
}

async function arrive(): Promise<{ subject: string; text: string; html: string; to: string }> {
  assert.equal(await office.send(), 1);
  const mail = (await office.smtp.parsed()).at(-1)!;
  return {
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: String(mail.html),
    to: office.smtp.arrivals.at(-1)!.recipients.join(),
  };
}

describe('the author', () => {
  for (const locale of locales) {
    for (const [action, kind] of [
      ['approve', 'story_published'],
      ['refuse', 'story_refused'],
      ['remove', 'story_removed'],
    ] as [DecisionAction, MailKind][]) {
      test(`reads in ${locale} what was decided: ${action}`, async () => {
        const memberId = await office.member('active', { language: locale, email: 'Zoe@zoe.example' });
        const story = await tell(memberId);
        const subjectId = await decide(story, action);
        await office.order(kind, memberId, { language: locale, subjectId });
        const mail = await arrive();
        assert.equal(mail.to, 'Zoe@zoe.example');
        assert.ok(mail.text.includes('Samstags über die Grenze'));
        assert.ok(!/<b>Immer/.test(mail.html), 'what was typed is text');
        if (action === 'approve') {
          assert.ok(mail.text.includes(`${publicUrl}/stories/${story.publicId}?lang=${locale}`));
        } else {
          assert.ok(mail.text.includes(reasons[locale].refusal.advertising));
          assert.ok(mail.text.includes('Ohne <Preise>, bitte.'));
          assert.ok(mail.html.includes('Ohne &lt;Preise&gt;, bitte.'));
          assert.ok(mail.text.includes(`${publicUrl}/me/stories?lang=${locale}`));
          assert.match(mail.text, /2027/, 'until when one may object');
        }
      });
    }
  }

  test('gets no mail of a decision that was undone, of a story that is not public any more, or after leaving', async () => {
    const memberId = await office.member('active');
    const { storage, clock } = office.deps;
    const undone = await decide(await tell(memberId), 'refuse');
    await storage.write((tx) => tx.moderation.undoDecision(undone, clock.now()));
    await office.order('story_refused', memberId, { subjectId: undone });
    const withdrawn = await tell(memberId);
    const approved = await decide(withdrawn, 'approve');
    await storage.write((tx) => tx.stories.move(withdrawn.id, ['published'], 'withdrawn', clock.now()));
    await office.order('story_published', memberId, { subjectId: approved });
    await office.order('story_published', memberId, { subjectId: 4711 });
    await office.order('story_published', memberId, { subjectId: null });
    const gone = await office.member('active');
    const last = await decide(await tell(gone), 'refuse');
    await office.order('story_refused', gone, { subjectId: last });
    await storage.write((tx) => tx.leave(gone, clock.now()));
    assert.equal(await office.send(), 0);
    assert.equal(office.smtp.arrivals.length, 0);
  });

  test('hears the answer to an appeal', async () => {
    const memberId = await office.member('active');
    const story = await tell(memberId);
    const decisionId = await decide(story, 'refuse');
    const { storage, clock } = office.deps;
    const id = await storage.write((tx) =>
      tx.moderation.insertAppeal({
        publicId: newPublicId(),
        decisionId,
        storyId: story.id,
        text: 'Doch.',
        createdAt: clock.now(),
      }),
    );
    const other = { name: 'Nadia', email: 'n@club.example', address: 'n@club.example', language: 'fr' } as const;
    await storage.write(async (tx) => {
      const by = await tx.sessions.insertStaff({ ...other, role: 'moderator', status: 'active' }, clock.now());
      assert.ok(await tx.moderation.decideAppeal(id, 'upheld', 'Sie haben recht & danke.', by, clock.now()));
    });
    await office.order('appeal_decided', memberId, { language: 'de', subjectId: id });
    const mail = await arrive();
    assert.match(mail.subject, /recht/);
    assert.ok(mail.text.includes('Sie haben recht & danke.'));
  });
});

describe('who reported a story', () => {
  async function report(email: string | null): Promise<{ id: number; story: Story }> {
    const story = await tell(await office.member('active'));
    const { storage, clock } = office.deps;
    const typed = 'https://evil.example/ Kaufen Sie jetzt';
    const id = await storage.write((tx) =>
      tx.moderation.insertReport({
        receipt: 'R-2026-0007',
        storyId: story.id,
        storyVersion: 1,
        reason: 'untrue',
        text: typed,
        url: 'https://evil.example/here',
        partnerId: null,
        name: typed,
        email,
        language: 'de',
        at: clock.now(),
      }),
    );
    await storage.write((tx) =>
      tx.enqueueMail({
        kind: 'report_receipt',
        memberId: null,
        subjectId: id,
        partnerId: null,
        language: 'de',
        addressKey: 'reader',
        formPrefix: '203.0.113.0/24',
        messageId: `<${id}@club.example>`,
        createdAt: clock.now(),
      }),
    );
    return { id, story };
  }

  test('gets a receipt that holds nothing that was typed', async () => {
    const { story } = await report('reader@reader.example');
    const mail = await arrive();
    assert.equal(mail.to, 'reader@reader.example');
    assert.match(mail.subject, /R-2026-0007/);
    assert.ok(mail.text.includes(`/stories/${story.publicId}`));
    assert.ok(!/evil|Kaufen/.test(mail.text + mail.html + mail.subject));
    assert.match(office.smtp.arrivals[0]!.raw.toString(), /^Form-Sub: v=1; ip=203\.0\.113\.0\/24/m);
  });

  test('hears what was decided', async () => {
    const { id } = await report('reader@reader.example');
    await arrive();
    const { storage, clock } = office.deps;
    await storage.write((tx) =>
      tx.moderation.decideReport(id, 'rejected', 'Der Turm hat drei Seiten.', staffId, clock.now()),
    );
    await storage.write((tx) =>
      tx.enqueueMail({
        kind: 'report_decided',
        memberId: null,
        subjectId: id,
        partnerId: null,
        language: 'en',
        addressKey: 'reader',
        formPrefix: null,
        messageId: '<decided@club.example>',
        createdAt: clock.now(),
      }),
    );
    const mail = await arrive();
    assert.match(mail.subject, /the story stays/);
    assert.ok(mail.text.includes('Der Turm hat drei Seiten.'));
  });

  test('without an address is nobody to write to', async () => {
    await report(null);
    assert.equal(await office.send(), 0);
  });
});

test('an excerpt is cut between words, in one line', () => {
  assert.equal(excerpt('kurz'), 'kurz');
  assert.equal(excerpt('eine\n\nZeile'), 'eine Zeile');
  const cut = excerpt('Wort '.repeat(60));
  assert.ok(cut.length <= 121 && cut.endsWith('Wort…'));
  assert.ok(excerpt('😀'.repeat(200)).isWellFormed());
});
