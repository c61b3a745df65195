/** What is said of a badge before it is signed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { credentialOf } from '../../../../api/domain/badges/credential.ts';
import type { ShownBadge } from '../../../../api/domain/badges/view.ts';
import { createTexts } from '../../../../api/lang/index.ts';
import { publicUrl, testClub } from '../../../support/app.ts';

type Json = Record<string, unknown>;

const deps = {
  club: testClub,
  texts: createTexts(testClub),
  publicUrl,
  credentials: { did: 'did:web:club.example' } as Parameters<typeof credentialOf>[0]['credentials'],
};

const id = 'Bu1Yh3pvTqKs9WdRzXn4Gc';
const badge: ShownBadge = {
  id: 1,
  publicId: id,
  memberId: 1,
  kind: 'person',
  status: 'active',
  language: 'fr',
  circle: 'habitants',
  showsName: false,
  showsCircle: false,
  name: null,
  domain: null,
  awardedAt: Date.parse('2025-03-01T10:00:00.123Z'),
  validFrom: Date.parse('2026-11-23T08:00:00.999Z'),
  validUntil: Date.parse('2027-12-24T08:00:00.999Z'),
  endedAt: null,
  endReason: null,
  list: 3,
  position: 94_567,
  version: 2,
  signedVersion: null,
  credential: null,
  jwt: null,
  signedKey: null,
  remindedAt: null,
  provenAt: null,
  checkedAt: null,
  missingSince: null,
  checkDueAt: null,
  createdAt: 0,
};

const subjectOf = (changes: Partial<ShownBadge>) =>
  credentialOf(deps, { ...badge, ...changes })['credentialSubject'] as Json & {
    achievement: Json;
    identifier?: Json[];
  };

const identity = (identityType: string, identityHash: string) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash,
  identityType,
});

describe('a person’s badge', () => {
  test('says who awarded what, when, until when, and where it would be revoked', () => {
    const { credentialSubject: _, issuer, ...rest } = credentialOf(deps, badge);
    assert.deepEqual(rest, {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      id: `https://club.example/b/${id}/credential.json`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: deps.texts.badge('fr').achievement(testClub.name.fr, null),
      validFrom: '2026-11-23T08:00:00Z',
      validUntil: '2027-12-24T08:00:00Z',
      awardedDate: '2025-03-01T10:00:00Z',
      credentialStatus: {
        id: 'https://club.example/status/3#94567',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '94567',
        statusListCredential: 'https://club.example/status/3',
      },
      credentialSchema: [
        {
          id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
          type: '1EdTechJsonSchemaValidator2019',
        },
      ],
    });
    assert.deepEqual(issuer, {
      id: 'did:web:club.example',
      type: ['Profile'],
      name: testClub.name.fr,
      url: 'https://club.example/',
      image: { id: 'https://club.example/badges/mark.png', type: 'Image' },
    });
  });

  test('says nothing of the person: neither name, nor circle, nor anything to find them by', () => {
    // What the holder does not show stays out, even when a row still has it.
    const { id: subject, identifier, achievement } = subjectOf({ name: 'Odile Démo' });
    assert.equal(subject, `https://club.example/b/${id}`);
    assert.equal(identifier, undefined);
    assert.equal(achievement['id'], 'https://club.example/badges#member');
    const text = JSON.stringify(credentialOf(deps, { ...badge, name: 'Odile Démo' }));
    assert.doesNotMatch(text, /Odile|habitants|Habitants/);
  });

  test('says the name and the circle that its holder shows, composed', () => {
    const shown = subjectOf({ showsName: true, showsCircle: true, name: 'Zoe\u0308' });
    assert.deepEqual(shown.identifier, [identity('name', 'Zoë')]);
    assert.equal(shown.achievement['id'], 'https://club.example/badges#habitants');
    assert(String(shown.achievement['name']).includes(testClub.circles[0]!.name.fr));
  });

  test('forgets a circle that the club has given up', () => {
    assert.equal(
      subjectOf({ showsCircle: true, circle: 'gone' }).achievement['id'],
      'https://club.example/badges#member',
    );
  });

  test('speaks its own language', () => {
    const { achievement } = subjectOf({ language: 'gsw' });
    assert.equal(achievement['inLanguage'], 'gsw');
    assert.equal(achievement['description'], deps.texts.badge('gsw').description(testClub.name.gsw, testClub.city.gsw));
    assert.deepEqual(achievement['criteria'], {
      id: 'https://club.example/badges',
      narrative: deps.texts.badge('gsw').criteria,
    });
  });
});

describe('a business badge', () => {
  test('is that of its domain, in punycode', () => {
    const { id: subject, identifier } = subjectOf({ kind: 'business', domain: 'xn--bcher-kva.example' });
    assert.equal(subject, 'https://xn--bcher-kva.example/');
    assert.deepEqual(identifier, [identity('ext:domain', 'xn--bcher-kva.example')]);
  });

  test('says its name too when it shows it', () => {
    const { identifier } = subjectOf({ kind: 'business', domain: 'shop.example', showsName: true, name: 'Atelier' });
    assert.deepEqual(identifier, [identity('ext:domain', 'shop.example'), identity('name', 'Atelier')]);
  });
});

describe('what must never be signed', () => {
  test('a brace, by which some wallets find a credential in a picture', () => {
    for (const name of ['Smile :-}', '{', '{{x}}']) {
      assert.throws(() => subjectOf({ showsName: true, name }), TypeError);
    }
    assert.doesNotThrow(() => subjectOf({ showsName: false, name: 'Smile :-}' }));
  });

  test('a badge that nobody could revoke', () => {
    assert.throws(() => subjectOf({ list: null }), TypeError);
    assert.throws(() => subjectOf({ position: null }), TypeError);
  });
});
