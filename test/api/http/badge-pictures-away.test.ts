/** The pictures of badges when the database is away, or too many are being drawn: never an error, never a lie. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DomainError } from '../../../api/domain/errors.ts';
import { createBadgePictures } from '../../../api/pictures/badges/index.ts';
import { openTestApp, testClub } from '../../support/app.ts';
import { changeIssued, issueBadge } from '../../support/issued-badges.ts';

const unknownId = '1'.repeat(22);

const broken = () => Promise.reject(new Error('the database is away'));

test('a picture that was sent is sent for two minutes; later, and for all others, one that says that nobody knows', async () => {
  const own = await openTestApp();
  const { badges } = own.deps.storage;
  const { byPublicId } = badges;
  try {
    const [seen, unseen] = [(await issueBadge(own)).publicId, (await issueBadge(own)).publicId];
    const good = await (await own.request(`/b/${seen}.svg`)).text();
    badges.byPublicId = broken;
    own.clock.time += 5000;
    const kept = await own.request(`/b/${seen}.svg`);
    assert.equal(kept.status, 200);
    assert.equal(await kept.text(), good);
    assert.equal(kept.headers.get('cache-control'), 'public, max-age=60');
    const other = await own.request(`/b/${unseen}.svg`);
    assert.equal(other.status, 200);
    assert.equal(other.headers.get('cache-control'), 'public, max-age=60');
    const silent = await other.text();
    assert.match(silent, /Vérification impossible/);
    assert.doesNotMatch(silent, /Badge inconnu/);
    assert.equal((await own.request(`/b/${seen}/github.svg`)).headers.get('cache-control'), 'no-store');
    own.clock.time += 115_000;
    const late = await own.request(`/b/${seen}.svg`);
    assert.equal(late.status, 200);
    assert.equal(await late.text(), silent);
    // What is said of a badge is said for certain, or not at all.
    assert.ok((await own.request(`/b/${seen}/status.json`)).status >= 500);
    badges.byPublicId = byPublicId;
    own.clock.time += 5000;
    assert.equal(await (await own.request(`/b/${seen}.svg`)).text(), good);
  } finally {
    await own.remove();
  }
});

test('one that ended before, and was asked for by nobody since, is not sent as if it had not', async () => {
  const own = await openTestApp();
  try {
    const { publicId } = await issueBadge(own);
    const good = await (await own.request(`/b/${publicId}.svg`)).text();
    await changeIssued(own, publicId, { status: 'ended', endedAt: own.clock.now(), endReason: 'left' });
    own.clock.time += 130_000;
    own.deps.storage.badges.byPublicId = broken;
    const response = await own.request(`/b/${publicId}.svg`);
    assert.equal(response.status, 200);
    assert.notEqual(await response.text(), good);
  } finally {
    await own.remove();
  }
});

test('one that has reached its last day meanwhile is not sent as if it had not', async () => {
  const own = await openTestApp();
  try {
    const badge = await issueBadge(own, { validUntil: own.clock.now() + 60_000 });
    const good = await (await own.request(`/b/${badge.publicId}.svg`)).text();
    own.deps.storage.badges.byPublicId = broken;
    own.clock.time += 60_000;
    const response = await own.request(`/b/${badge.publicId}.svg`);
    assert.equal(response.status, 200);
    assert.notEqual(await response.text(), good);
  } finally {
    await own.remove();
  }
});

test('too many that are being drawn: the same picture as SVG, for a minute', async () => {
  const badgePictures = createBadgePictures({ accent: testClub.colours.accent });
  let busy = true;
  const refuse = () => Promise.reject(new DomainError('busy', { retryAfter: 5 }));
  const own = await openTestApp({
    badgePictures: {
      ...badgePictures,
      art: badgePictures.art,
      svg: (content) => badgePictures.svg(content),
      png: (content, scale) => (busy ? refuse() : badgePictures.png(content, scale)),
      social: (content) => (busy ? refuse() : badgePictures.social(content)),
    },
  });
  try {
    const { publicId } = await issueBadge(own);
    const svg = await (await own.request(`/b/${publicId}.svg`)).text();
    const stand = await own.request(`/b/${publicId}.png`);
    assert.equal(stand.status, 200);
    assert.equal(stand.headers.get('content-type'), 'image/svg+xml');
    assert.equal(stand.headers.get('cache-control'), 'public, max-age=60');
    assert.equal(await stand.text(), svg);
    assert.equal((await own.request(`/b/${publicId}/og.png`)).status, 200);
    assert.equal((await own.request(`/b/${unknownId}.png`)).status, 404);
    busy = false;
    own.clock.time += 2000;
    const whole = await own.request(`/b/${publicId}.png`, {
      headers: { 'if-none-match': stand.headers.get('etag')! },
    });
    assert.equal(whole.status, 200);
    assert.equal(whole.headers.get('content-type'), 'image/png');
  } finally {
    await own.remove();
  }
});
