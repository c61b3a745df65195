/**
 * Forgeries, and badges whose time is over. Our verifier says what is wrong; the independent one refuses what it can
 * tell. Where it cannot, that is written down here: a signature alone never says whose it is.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Verdict } from '../../../api/contract/badge-words.ts';
import { badgeDurations } from '../../../api/contract/limits.ts';
import { endOfLife } from '../../../api/domain/badges/badge-life.ts';
import { endBadgesOf } from '../../../api/domain/badges/end.ts';
import { renewBadges } from '../../../api/domain/badges/renew.ts';
import { removeKey } from '../../../api/domain/badges/rotate-key.ts';
import type { UnsignedCredential } from '../../../api/domain/badges/credential-ports.ts';
import { verifyBadge } from '../../../api/domain/badges/verify/verify-badge.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { awardBusiness, awardPerson, choose, signedBadge, type AwardedBadge } from '../../support/badges.ts';
import { didKey, signed, stolenKey, strangersKey, type Ed25519Key, type Json } from '../../support/forge.ts';
import { isAccepted, openIndependent, type IndependentVerifier } from '../../support/independent.ts';

const twoYears = 2 * 365 * 86_400_000;

let app: TestApp;
let independent: IndependentVerifier;
let person: AwardedBadge;
let other: AwardedBadge;
let stranger: Ed25519Key;
before(async () => {
  app = await openTestApp();
  independent = await openIndependent(app);
  person = await awardPerson(app);
  other = await awardPerson(app);
  stranger = await strangersKey();
});
after(async () => {
  await independent.close();
  await app.remove();
});

const did = 'did:web:club.example';
const parsed = ({ credential }: AwardedBadge) => JSON.parse(credential) as UnsignedCredential;
const subjectOf = (credential: Json) => credential['credentialSubject'] as Json;
const ownMethod = (credential: Json) => (credential['proof'] as [{ verificationMethod: string }])[0].verificationMethod;

async function ours(credential: unknown, site?: string): Promise<Verdict> {
  return (await verifyBadge(app.deps, { text: JSON.stringify(credential), site })).verdict;
}

/** Signed with the club's own keys: what only the club can make. */
async function byUs(changes: Json, from = person): Promise<Json> {
  const { proof: _proof, ...credential } = parsed(from);
  const all = { ...credential, ...changes } as UnsignedCredential;
  return JSON.parse((await app.deps.credentials.signBadge(all, app.clock.time)).credential) as Json;
}

/** Signed by a stranger, under whatever name. */
const byStranger = (changes: Json, verificationMethod: string) =>
  signed({ ...parsed(person), ...changes }, { key: stranger, verificationMethod, at: app.clock.time });

test('what is forged below is valid before', async () => {
  assert.equal(await ours(parsed(person)), 'valid');
  assert.equal(await ours(await byUs({})), 'valid');
  assert.ok(isAccepted(await independent.verify(await byUs({}))));
});

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

interface Forgery {
  make: () => Promise<Json>;
  verdict: Verdict;
  /** What the independent verifier cannot tell. */
  passes?: 'signature' | 'everything';
}

const forgeries: Record<string, Forgery> = {
  'a claim that was changed': {
    make: async () => {
      const credential = parsed(person);
      const achievement = { ...(subjectOf(credential)['achievement'] as Json), name: 'Mayor' };
      return { ...credential, credentialSubject: { ...subjectOf(credential), achievement } };
    },
    verdict: 'tampered',
  },
  'another badge’s place in the status list': {
    make: async () => ({ ...parsed(person), credentialStatus: parsed(other)['credentialStatus'] }),
    verdict: 'tampered',
  },
  'another badge’s place in the status list, signed by us': {
    make: () => byUs({ credentialStatus: parsed(other)['credentialStatus'] }),
    verdict: 'tampered',
    passes: 'everything',
  },
  'a place that nobody has, signed by us': {
    make: () => {
      const { statusListCredential, ...status } = parsed(person)['credentialStatus'] as Record<string, string>;
      const entry = { id: `${statusListCredential}#131071`, statusListIndex: '131071', statusListCredential };
      return byUs({ credentialStatus: { ...status, ...entry } });
    },
    verdict: 'tampered',
    passes: 'everything',
  },
  'a stranger with our name and logo': {
    make: () => {
      const issuer = { ...(parsed(person)['issuer'] as Json), id: didKey(stranger) };
      return byStranger({ issuer }, `${didKey(stranger)}#${stranger.publicKeyMultibase}`);
    },
    verdict: 'foreign_issuer',
    passes: 'signature',
  },
  'a stranger’s key smuggled in as a fragment of our name': {
    make: () => byStranger({}, `${did}#${stranger.publicKeyMultibase}`),
    verdict: 'unknown_key',
  },
  'a stranger’s key under the name of ours': {
    make: () => byStranger({}, ownMethod(parsed(person))),
    verdict: 'tampered',
  },
  'a stranger’s key under his own name, our DID as the issuer': {
    make: () => byStranger({}, `${didKey(stranger)}#${stranger.publicKeyMultibase}`),
    verdict: 'unknown_key',
  },
  'a key that we never had': { make: () => byStranger({}, `${did}#key-2020-01`), verdict: 'unknown_key' },
  'the key of our status lists': {
    make: async () => {
      const key = stolenKey(app, 'status');
      return signed(parsed(person), { key, verificationMethod: `${did}#${key.id}`, at: app.clock.time });
    },
    verdict: 'unknown_key',
    passes: 'everything',
  },
  'our own key, for another purpose': {
    make: async () => {
      const key = stolenKey(app, 'badge');
      const verificationMethod = `${did}#${key.id}`;
      return signed(parsed(person), { key, verificationMethod, purpose: 'authentication', at: app.clock.time });
    },
    verdict: 'wrong_purpose',
  },
  'a signature of another suite': {
    make: async () => {
      const [proof] = parsed(person)['proof'] as [Json];
      return { ...parsed(person), proof: [{ ...proof, cryptosuite: 'ecdsa-rdfc-2019' }] };
    },
    verdict: 'bad_algorithm',
  },
  'no signature': { make: async () => ({ ...parsed(person), proof: [] }), verdict: 'tampered' },
  'a second signature behind ours': {
    make: async () => {
      const [theirs] = (await byStranger({}, `${did}#key-2020-01`))['proof'] as [Json];
      return { ...parsed(person), proof: [...(parsed(person)['proof'] as Json[]), theirs] };
    },
    verdict: 'tampered',
    // One good proof is enough for the standard.
    passes: 'everything',
  },
  'a term that nobody has defined': { make: async () => ({ ...parsed(person), rank: 'gold' }), verdict: 'tampered' },
  'a context of one’s own': {
    make: async () => {
      const context = parsed(person)['@context'] as unknown[];
      return { ...parsed(person), '@context': [...context, { rank: 'https://evil.example/rank' }], rank: 'gold' };
    },
    verdict: 'tampered',
  },
  'an alias of a key': {
    make: async () => {
      const { id, ...rest } = parsed(person);
      return { '@id': id, ...rest };
    },
    verdict: 'tampered',
  },
  'a badge whose time is over': {
    make: () => byUs({ validFrom: iso(app.clock.time - twoYears), validUntil: iso(app.clock.time - 120_000) }),
    verdict: 'expired',
    passes: 'signature',
  },
  'a badge whose time is still to come': {
    make: () => byUs({ validFrom: iso(app.clock.time + 3_600_000) }),
    verdict: 'not_yet_valid',
  },
  'a badge that we do not know, signed by us': {
    make: () => byUs({ id: `https://club.example/b/${'1'.repeat(22)}/credential.json` }),
    verdict: 'unknown_badge',
    passes: 'everything',
  },
};

describe('refused', () => {
  for (const [what, { make, verdict, passes }] of Object.entries(forgeries)) {
    test(what, async () => {
      const credential = await make();
      assert.equal(await ours(credential), verdict);
      const found = await independent.verify(credential);
      assert.equal(isAccepted(found), passes === 'everything', JSON.stringify(found));
      if (passes === 'signature') assert.equal(found.signature, true, JSON.stringify(found));
    });
  }
});

describe('a badge that was true', () => {
  test('has ended with the membership, for both verifiers', async () => {
    const badge = await awardPerson(app);
    await app.deps.storage.write((tx) => endBadgesOf(tx, app.deps, badge.memberId, 'left', app.clock.time));
    const { verdict, badge: shown } = await verifyBadge(app.deps, { text: badge.credential });
    assert.deepEqual([verdict, shown?.status], ['ended', 'ended']);
    assert.equal((await verifyBadge(app.deps, { text: badge.jwt })).verdict, 'ended');
    const found = await independent.verify(parsed(badge));
    assert.deepEqual([found.signature, found.revocation], [true, false]);
  });

  test('is replaced when its holder takes something back', async () => {
    const badge = await awardPerson(app, { shown: { showsName: true } });
    assert.equal(await ours(parsed(badge)), 'valid');
    await choose(app, badge.memberId, badge.id, {});
    const next = await signedBadge(app, badge.memberId, badge.id);
    assert.equal(await ours(parsed(badge)), 'replaced');
    assert.equal(await ours(parsed(next)), 'valid');
    assert.equal((await independent.verify(parsed(badge))).revocation, false);
    assert.ok(isAccepted(await independent.verify(parsed(next))));
  });

  test('stays valid when it was renewed, until its own time is over', async () => {
    const badge = await awardPerson(app);
    const endsAt = endOfLife(app.clock.time);
    app.clock.time += badgeDurations.badgeRenewal * 2;
    await app.deps.storage.write((tx) => renewBadges(tx, app.deps, badge.memberId, app.clock.time));
    const next = await signedBadge(app, badge.memberId, badge.id);
    assert.notEqual(next.credential, badge.credential);
    assert.equal(await ours(parsed(badge)), 'valid');
    // By the older one's own end, of which ours is a minute less sure than it.
    app.clock.time = endsAt + 60_000;
    assert.deepEqual([await ours(parsed(badge)), await ours(parsed(next))], ['expired', 'valid']);
  });

  test('is worth nothing under a key that was taken back', async () => {
    const badge = await awardPerson(app);
    const { id } = stolenKey(app, 'badge');
    await removeKey(app.deps, id);
    assert.equal(await ours(parsed(badge)), 'unknown_key');
    assert.equal(isAccepted(await independent.verify(parsed(badge))), false);
    const next = await signedBadge(app, badge.memberId, badge.id);
    assert.equal(await ours(parsed(next)), 'valid');
    assert.ok(isAccepted(await independent.verify(parsed(next))));
  });

  test('holds on its domain and under it, and nowhere else', async () => {
    const badge = await awardBusiness(app, 'shop.example');
    const sites: [site: string, verdict: Verdict][] = [
      ['shop.example', 'valid'],
      ['https://www.SHOP.example/about?x#y', 'valid'],
      ['shop.example.', 'valid'],
      ['https://shop.example:8443', 'valid'],
      ['evilshop.example', 'wrong_domain'],
      ['shop.example.evil.example', 'wrong_domain'],
      ['https://shop.example@evil.example/', 'wrong_domain'],
      ['example', 'wrong_domain'],
      ['not a site', 'wrong_domain'],
    ];
    for (const [site, verdict] of sites) {
      for (const input of [{ text: badge.credential }, { text: badge.jwt }, { address: `/b/${badge.id}` }]) {
        assert.equal((await verifyBadge(app.deps, { ...input, site })).verdict, verdict, site);
      }
    }
    assert.equal((await verifyBadge(app.deps, { text: badge.credential })).verdict, 'valid');
  });
});

test('nothing of what was checked is in the log', () => {
  assert.deepEqual(
    app.log.lines.filter((line) => line.includes('credentialSubject') || line.includes('proofValue')),
    [],
  );
});
