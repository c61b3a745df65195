import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Club } from '../../api/contract/club.ts';
import { emailProblem } from '../../api/contract/text.ts';
import { createTexts } from '../../api/lang/index.ts';
import { hashInvitation } from '../../api/domain/invitations.ts';
import { createDecoder } from '../../api/media/decoder.ts';
import { diskStore } from '../../api/media/disk-store.ts';
import { uploadFolder } from '../../api/media/upload-folder.ts';
import { founders } from '../../demo/founders.ts';
import { demoInvitation, seed } from '../../demo/seed.ts';
import { sites } from '../../demo/sites.ts';
import { memoryLog } from '../support/app.ts';
import { openTestStorage, type TestStorage } from '../support/storage.ts';

const club = Club.parse(JSON.parse(readFileSync(new URL('../../demo/club.json', import.meta.url), 'utf8')));
const origins = {
  club: 'http://localhost:4000',
  ...Object.fromEntries(sites.map(({ slug }, index) => [slug, `http://localhost:${4001 + index}`])),
};
const now = Date.UTC(2026, 10, 1);

const texts = createTexts(club);
const clock = { now: () => now };
const ids = { token: () => randomBytes(32).toString('base64url') };
const deps = () => ({
  storage: database.storage,
  media: diskStore(join(database.dir, 'media')),
  uploads: uploadFolder(join(database.dir, 'uploads')),
  decoder: createDecoder({ folder: join(database.dir, 'decoding'), accent: club.colours.accent, log: memoryLog() }),
  log: memoryLog(),
  club,
  texts,
  clock,
  ids,
});

let database: TestStorage;
before(async () => {
  database = await openTestStorage();
});
after(() => database.remove());

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
  await seed(deps(), { now, origins });
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

  await seed(deps(), { now: now + 1, origins });
  assert.deepEqual(await census(), first);
  const city = await database.storage.partnerBySlug('ville-de-mulhouse');
  assert.deepEqual(city?.origins, ['http://localhost:4001']);
});

test('the invitation opens the circle by invitation and no other', async () => {
  const take = (circle: string) =>
    database.storage.write((tx) => tx.findInvitation(hashInvitation(demoInvitation.toLowerCase()), circle, now));
  assert.equal(await take('habitants'), undefined);
  assert.equal(typeof (await take('vip')), 'number');
});

test('a founder is a confirmed member who joined at the ceremony', async () => {
  const member = await database.storage.memberById(1);
  assert.equal(member?.status, 'active');
  assert.ok(member.joinedAt < now);
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
  const moved = { ...origins, 'ville-de-mulhouse': 'http://localhost:5001' };
  await seed(deps(), { now, origins: moved });
  const partner = await database.storage.partnerBySlug('ville-de-mulhouse');
  assert.deepEqual(partner?.origins, ['http://localhost:5001']);
});
