import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { emailProblem } from '../../api/contract/text.ts';
import { hashInvitation } from '../../api/domain/invitations.ts';
import { founders } from '../../demo/founders.ts';
import { demoInvitation } from '../../demo/seed.ts';
import { testClub } from '../support/app.ts';
import { demoOrigins, openSeededDemo, type SeededDemo } from '../support/seeded-demo.ts';

const club = testClub;

let demo: SeededDemo;
let database: Pick<SeededDemo['deps'], 'storage'>;
before(async () => {
  demo = await openSeededDemo();
  database = demo.deps;
});
after(() => demo.remove());

async function census() {
  const { storage } = database;
  const partners = await storage.partners();
  const counts = await Promise.all(
    partners.map(async ({ id, slug }) => [slug, (await storage.counts(id)).partner] as const),
  );
  return {
    partners: partners.map(({ slug }) => slug),
    counts: Object.fromEntries(counts),
    ...(await storage.counts()),
  };
}

test('fills an empty database with partners, founders and an invitation, and only once', async () => {
  const first = await census();
  assert.deepEqual([...first.partners].sort(), [
    'boulangerie-du-klapperstein',
    'chambre-des-entrepreneurs',
    'club',
    'ville-de-mulhouse',
  ]);
  assert.equal(first.members, 200);
  assert.equal(
    Object.values(first.counts).reduce((sum, count) => sum + count, 0),
    200,
  );
  assert.ok(
    Object.values(first.counts).every((count) => count > 0),
    JSON.stringify(first.counts),
  );

  await demo.seedAgain(demoOrigins, demo.now + 1);
  assert.deepEqual(await census(), first);
  const city = await database.storage.partnerBySlug('ville-de-mulhouse');
  assert.deepEqual(city?.origins, ['http://localhost:4001']);
});

test('the invitation opens the circle by invitation and no other', async () => {
  const take = (circle: string) =>
    database.storage.write((tx) => tx.findInvitation(hashInvitation(demoInvitation.toLowerCase()), circle, demo.now));
  assert.equal(await take('habitants'), undefined);
  assert.equal(typeof (await take('vip')), 'number');
});

test('a founder is a confirmed member who joined at the ceremony', async () => {
  const member = await database.storage.memberById(1);
  assert.equal(member?.status, 'active');
  assert.ok(member.joinedAt < demo.now);
  assert.equal(member.joinedAt, member.confirmedAt);
});

test('founders are invented, the same at every run, and fit the club', () => {
  const list = founders();
  assert.deepEqual(founders(), list);
  assert.equal(new Set(list.map(({ member }) => member.address)).size, list.length);
  const circles = new Set(club.circles.map(({ id }) => id));
  for (const { member } of list) {
    assert.equal(emailProblem(member.email), undefined, member.email);
    assert.match(member.address, /^[a-z0-9.-]+@fondateurs\.example$/);
    assert.ok(circles.has(member.circle));
  }
  for (const id of circles)
    assert.ok(
      list.some(({ member }) => member.circle === id),
      id,
    );
  assert.equal(new Set(list.map(({ member }) => member.language)).size, 4);
});

test('follows the partners’ sites to other ports', async () => {
  const moved = { ...demoOrigins, 'ville-de-mulhouse': 'http://localhost:5001' };
  await demo.seedAgain(moved);
  const partner = await database.storage.partnerBySlug('ville-de-mulhouse');
  assert.deepEqual(partner?.origins, ['http://localhost:5001']);
});
