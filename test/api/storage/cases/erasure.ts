import assert from 'node:assert/strict';
import {
  attribution,
  consent,
  day,
  key,
  mail,
  now,
  person,
  signUp,
  textHash,
  type Open,
  type Opened,
} from '../fixtures.ts';
import { testsOn } from './with.ts';

/** A word that would tell who somebody was or where they came from. */
const trace = 'Zwiebelturm';
const origin = 'https://ville.example';
const traced = person('anne', {
  email: `${trace}@example.org`,
  address: `${trace}@example.org`.toLowerCase(),
  firstName: trace,
  lastName: trace,
  place: trace,
  organisation: trace,
  sentence: trace,
});

/** A sign-up that leaves its trace wherever one can be left. */
async function comeIn({ storage }: Opened, joinedAt = now): Promise<number> {
  return storage.write(async (tx) => {
    await tx.keepConsentText(textHash, 'J’accepte.');
    const id = await tx.insertMember({ ...traced, joinedAt });
    const proof = { source: trace, ipPrefix: `${trace}/24` };
    for (const page of [`${origin}/${trace}`, `${origin}/autre/${trace}/`, `http://a.example/${trace}`, origin, null]) {
      await tx.recordConsent(consent(id, { ...proof, page }));
    }
    const campaign = { utmSource: trace, utmMedium: trace, utmCampaign: trace, utmTerm: trace, utmContent: trace };
    const came = { pageOrigin: origin, pagePath: `/${trace}`, referrerOrigin: `https://${trace}.example` };
    await tx.recordAttribution(attribution(id, { ...came, ...campaign, widget: trace }));
    await tx.enqueueMail(mail(id, { addressKey: key(traced.address), formPrefix: `${trace}/24` }));
    await tx.insertToken('hash', { memberId: id, purpose: 'confirm', expiresAt: now + day });
    return id;
  });
}

/** Everything in the database, by table. */
async function tables({ storage, rows }: Opened): Promise<Map<string, Record<string, unknown>[]>> {
  const names = await rows(
    storage.engine === 'sqlite'
      ? "select name from sqlite_schema where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const all = new Map<string, Record<string, unknown>[]>();
  for (const { name } of names) all.set(String(name), await rows(`select * from ${String(name)}`));
  return all;
}

async function tracesIn(opened: Opened): Promise<string[]> {
  const told = (row: unknown) => JSON.stringify(row).toLowerCase().includes(trace.toLowerCase());
  return [...(await tables(opened))].filter(([, rows]) => rows.some(told)).map(([name]) => name);
}

/** What is left of people who are gone: nothing that says who they were or where they came from. */
export function erasureCases(open: Open): void {
  const test = testsOn(open);

  test('a member who left is in no table; the proof says where and when they had agreed', async (opened) => {
    const { storage, rows } = opened;
    const id = await comeIn(opened);
    await storage.write((tx) => tx.activate(id, now));
    assert.deepEqual((await tracesIn(opened)).toSorted(), ['attribution', 'consent', 'member', 'outbox']);
    assert.equal(await storage.write((tx) => tx.leave(id, now + 1)), true);
    assert.deepEqual(await tracesIn(opened), []);
    assert.deepEqual(
      await rows('select page, ip_prefix as ip, source, given_at as at from consent order by id'),
      [origin, origin, 'http://a.example', origin, null].map((page) => ({ page, ip: null, source: null, at: now })),
    );
    assert.deepEqual(await rows('select * from attribution'), []);
  });

  test('someone pending can be found by address and removed alone; a member cannot be removed', async (opened) => {
    const { storage } = opened;
    const id = await comeIn(opened);
    const [other, member] = await storage.write(async (tx) => {
      const active = await signUp(tx, person('carla'));
      await tx.activate(active, now);
      return [await signUp(tx, person('bruno')), active] as const;
    });
    const find = (address: string) => storage.write((tx) => tx.findMemberByAddress(address));
    assert.deepEqual(await find(traced.address), await storage.memberById(id));
    assert.equal(await find('nobody@example.org'), undefined);
    const remove = (one: number) => storage.write((tx) => tx.removePending(one));
    assert.deepEqual([await remove(id), await remove(id), await remove(member)], [true, false, false]);
    assert.deepEqual(await tracesIn(opened), []);
    assert.equal((await find('bruno@example.org'))?.id, other);
    assert.equal((await find('carla@example.org'))?.status, 'active');
  });

  test('leaving takes nothing from anybody else', async (opened) => {
    const { storage } = opened;
    const other = await comeIn(opened);
    await storage.write((tx) => tx.activate(other, now));
    const leaver = await storage.write(async (tx) => {
      const id = await tx.insertMember(person('bruno'));
      await tx.recordConsent(consent(id));
      await tx.recordAttribution(attribution(id));
      await tx.activate(id, now);
      return id;
    });
    const others = async () =>
      [...(await tables(opened))].map(([name, rows]) => [
        name,
        rows.filter((row) => (name === 'member' ? row['id'] : row['member_id']) === other),
      ]);
    const before = await others();
    await storage.write((tx) => tx.leave(leaver, now));
    assert.deepEqual(await others(), before);
  });

  test('someone who never confirmed is in no table any more, by name or by number', async (opened) => {
    const { storage } = opened;
    const id = await comeIn(opened, now - 2 * day);
    assert.equal((await storage.purge(now, { pendingBefore: now - day, mailsBefore: 0 })).members, 1);
    assert.deepEqual(await tracesIn(opened), []);
    for (const [name, rows] of await tables(opened)) {
      assert.deepEqual(
        rows.filter((row) => row['member_id'] === id),
        [],
        name,
      );
    }
  });
}
