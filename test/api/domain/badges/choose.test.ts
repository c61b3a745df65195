/** What a holder shows, and what they take back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { BadgeChoices } from '../../../../api/contract/badge-requests.ts';
import type { FieldCode, ProblemCode } from '../../../../api/contract/codes.ts';
import { chooseShown } from '../../../../api/domain/badges/choose.ts';
import { expireBadges } from '../../../../api/domain/badges/expire.ts';
import type { Badge } from '../../../../api/domain/badges/ports.ts';
import { DomainError } from '../../../../api/domain/errors.ts';
import { suspendMember } from '../../../../api/domain/memberships/suspend.ts';
import type { NewMember } from '../../../../api/domain/ports.ts';
import { openTestStorage, type TestStorage } from '../../../support/storage.ts';
import { everything } from '../../../support/tables.ts';
import { beginLife, day, type Life } from './life.ts';

let store: TestStorage;
let life: Life;
beforeEach(async () => {
  store = await openTestStorage();
  life = await beginLife(store.storage);
});
afterEach(() => store.remove());

const nothing: BadgeChoices = { showsName: false, showsCircle: false, language: 'fr' };

const choose = (badge: Badge, choices: Partial<BadgeChoices>, memberId = badge.memberId) =>
  chooseShown(life.deps, { memberId }, badge.publicId, { ...nothing, ...choices });

async function badgeOf(fields: Partial<NewMember>): Promise<Badge> {
  return (await life.own(await life.join(fields)))!;
}

/** Refused with this code, and not a byte was written. */
async function refuses(work: () => Promise<unknown>, code: ProblemCode, field?: FieldCode) {
  const before = everything(store.dir);
  await assert.rejects(work(), (error) => {
    assert.ok(error instanceof DomainError);
    assert.equal(error.code, code);
    assert.deepEqual(error.errors, field && [{ field: 'showsName', code: field }]);
    return true;
  });
  assert.deepEqual(everything(store.dir), before);
}

test('what is added is signed anew in the same place', async () => {
  const badge = await badgeOf({ firstName: 'Odile', lastName: 'Meyerhof' });
  life.clock.advance(day);
  const shown = await choose(badge, { showsName: true, showsCircle: true });
  assert.deepEqual([shown.name, shown.showsName, shown.showsCircle], ['Odile Meyerhof', true, true]);
  assert.deepEqual([shown.list, shown.position], [badge.list, badge.position]);
  assert.equal(shown.version, badge.version + 1);
  assert.equal(shown.validFrom, life.clock.now(), 'verifiers take the newest');
  assert.equal(await life.revoked(badge), false);
});

for (const taken of ['showsName', 'showsCircle'] as const) {
  test(`what is taken back (${taken}) is taken back from the files of before`, async () => {
    const badge = await badgeOf({ firstName: 'Odile' });
    const all = { showsName: true, showsCircle: true };
    const before = await choose(badge, all);
    const after = await choose(badge, { ...all, [taken]: false });
    assert.equal(after[taken], false);
    assert.equal(after.name, taken === 'showsName' ? null : 'Odile');
    assert.equal(after.publicId, before.publicId);
    assert.equal(after.status, 'active');
    assert.notDeepEqual([after.list, after.position], [before.list, before.position]);
    assert.equal(await life.revoked(before), true);
    assert.equal(await life.revoked(after), false);
    const list = (await life.storage.badges.statusList(1))!;
    assert.notEqual(list.version, list.signedVersion, 'the list is signed anew');
  });
}

test('another language is no secret: the place stays', async () => {
  const badge = await badgeOf({ firstName: 'Odile' });
  const shown = await choose(badge, { language: 'de' });
  assert.deepEqual([shown.language, shown.list, shown.position], ['de', badge.list, badge.position]);
  assert.equal(shown.version, badge.version + 1);
});

test('choosing what was chosen writes nothing', async () => {
  const badge = await badgeOf({ firstName: 'Odile' });
  const shown = await choose(badge, { showsName: true });
  life.clock.advance(day);
  const before = everything(store.dir);
  assert.deepEqual(await choose(badge, { showsName: true }), shown);
  assert.deepEqual(everything(store.dir), before);
});

test('a business shows the name of the business', async () => {
  const memberId = await life.join({ firstName: 'Odile', organisation: 'Bäckerei „Zum Storch“ & Co' });
  const badge = await life.business(memberId, 'storch.example');
  assert.equal((await choose(badge, { showsName: true })).name, 'Bäckerei „Zum Storch“ & Co');
});

test('a business without a name cannot show one', async () => {
  const badge = await life.business(await life.join({ organisation: null }), 'storch.example');
  await refuses(() => choose(badge, { showsName: true }), 'invalid_request', 'required');
  assert.equal((await choose(badge, { showsCircle: true })).showsCircle, true);
});

test('names are composed, so that one name is one text', async () => {
  const badge = await badgeOf({ firstName: ' Zoe\u0308', lastName: 'Łuka‌š Щ 👩‍🌾 ' });
  assert.equal((await choose(badge, { showsName: true })).name, 'Zoë Łuka‌š Щ 👩‍🌾');
});

const odd: [name: string, FieldCode][] = [
  ['Smile :-}', 'unsignable'],
  ['{"name": 1}', 'unsignable'],
  ['\u202eelidO', 'invalid'],
  ['a\u2066b', 'invalid'],
];
for (const [firstName, code] of odd) {
  test(`a name that cannot be signed is refused by its field: ${JSON.stringify(firstName)}`, async () => {
    const badge = await badgeOf({ firstName });
    await refuses(() => choose(badge, { showsName: true }), 'invalid_request', code);
  });
}

test('a badge that is not one’s own does not exist', async () => {
  const badge = await badgeOf({});
  const other = await life.join();
  await refuses(() => choose(badge, { showsCircle: true }, other), 'not_found');
  await refuses(() => choose({ ...badge, publicId: "x' or 1=1 --" }, { showsCircle: true }), 'not_found');
});

test('a badge that has ended shows nothing any more; one that left is not there', async () => {
  const badge = await badgeOf({ firstName: 'Odile' });
  await choose(badge, { showsName: true });
  life.clock.advance(400 * day);
  await expireBadges(life.deps);
  assert.equal((await life.badgeBy(badge.publicId)).name, null);
  await refuses(() => choose(badge, { showsCircle: true }), 'badge_ended');
  await life.contact(badge.memberId);
  assert.equal((await life.badgeBy(badge.publicId)).name, 'Odile', 'it comes back as it was chosen');
});

test('who is suspended chooses nothing', async () => {
  const badge = await badgeOf({});
  await suspendMember(life.deps, await life.address(badge.memberId));
  await refuses(() => choose(badge, { showsCircle: true }), 'suspended');
});

test('what waits for its domain is chosen without being signed', async () => {
  const badge = await life.business(await life.join({ organisation: 'Storch' }), 'storch.example');
  await life.storage.write((tx) => tx.badges.change(badge.id, { status: 'waiting' }));
  const shown = await choose(badge, { showsName: true });
  assert.deepEqual([shown.status, shown.name, shown.version], ['waiting', 'Storch', badge.version]);
});
