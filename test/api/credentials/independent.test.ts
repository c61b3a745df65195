/** What we sign is accepted by a verifier that we have not written, in every form that we give it in. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compactVerify, importJWK, type JWK } from 'jose';
import { rotateKeys } from '../../../api/domain/badges/rotate-key.ts';
import { badgeDurations } from '../../../api/contract/limits.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { awardBusiness, awardPerson, signedBadge, type AwardedBadge } from '../../support/badges.ts';
import { didKey, signed, strangersKey, type Ed25519Key, type Json } from '../../support/forge.ts';
import { isAccepted, openIndependent, type IndependentVerifier } from '../../support/independent.ts';
import { credentialsInPng, credentialsInSvg } from '../../support/read-baked.ts';

let app: TestApp;
let independent: IndependentVerifier;
let person: AwardedBadge;
let business: AwardedBadge;
before(async () => {
  app = await openTestApp();
  independent = await openIndependent(app);
  person = await awardPerson(app);
  business = await awardBusiness(app, 'xn--bckerei-5wa.example', {
    organisation: 'Bäckerei',
    shown: { showsName: true },
  });
});
after(async () => {
  await independent.close();
  await app.remove();
});

async function assertAccepted(text: string): Promise<void> {
  const found = await independent.verify(JSON.parse(text));
  assert.ok(isAccepted(found), JSON.stringify(found));
}

async function served(path: string): Promise<Response> {
  const response = await app.request(path);
  assert.equal(response.status, 200, path);
  return response;
}
const textAt = async (path: string) => (await served(path)).text();
const bytesAt = async (path: string) => new Uint8Array(await (await served(path)).arrayBuffer());

const odd = [
  'Élodie Müller',
  'Дарья Иванова',
  'O’Neill "Red" & Söhne <b>',
  'a]]>b <!-- c --> &amp; &lt;',
  'Ŝaŭ ® ™ é 👩🏽‍🚀 مرحبا',
  'x\u2028y \u200b\ufeffz \ufffe',
];

describe('the independent verifier accepts', () => {
  test('a person’s badge, after a look at our DID document and our status list', async () => {
    independent.asked.length = 0;
    await assertAccepted(await textAt(`/b/${person.id}/credential.json`));
    for (const path of ['/.well-known/did.json', '/status/1']) {
      assert.ok(independent.asked.includes(`https://club.example${path}`), `${path} was not asked for`);
    }
  });

  test('a badge of a business, with its domain in the signed text', async () => {
    const text = await textAt(`/b/${business.id}/credential.json`);
    await assertAccepted(text);
    assert.match(text, /"identityHash":"xn--bckerei-5wa\.example"/);
  });

  for (const [form, read] of [
    ['png', async (path: string) => credentialsInPng(await bytesAt(path))],
    ['svg', async (path: string) => credentialsInSvg(await textAt(path))],
  ] as const) {
    test(`what another reader finds in the baked ${form}, which is what is served`, async () => {
      for (const badge of [person, business]) {
        const found = await read(`/b/${badge.id}/baked.${form}`);
        assert.deepEqual(found, [await textAt(`/b/${badge.id}/credential.json`)]);
        await assertAccepted(found[0]!);
      }
    });
  }

  for (const name of odd) {
    test(`a badge that shows ${JSON.stringify(name)}, in every form`, async () => {
      const badge = await awardPerson(app, { firstName: name, shown: { showsName: true, showsCircle: true } });
      const own = JSON.parse(badge.credential) as { credentialSubject: { identifier: { identityHash: string }[] } };
      assert.equal(own.credentialSubject.identifier[0]!.identityHash, name.normalize('NFC'));
      const baked = [
        badge.credential,
        ...credentialsInPng(await bytesAt(`/b/${badge.id}/baked.png`)),
        ...credentialsInSvg(await textAt(`/b/${badge.id}/baked.svg`)),
      ];
      assert.equal(baked.length, 3);
      for (const text of baked) await assertAccepted(text);
    });
  }

  test('badges signed before the key was changed, and after', async () => {
    const old = await awardPerson(app);
    await rotateKeys(app.deps, { roles: ['badge', 'status', 'jwt'], now: false });
    app.clock.time += badgeDurations.keyNotice;
    const next = await awardPerson(app);
    const keyOf = ({ credential }: AwardedBadge) =>
      (JSON.parse(credential) as { proof: { verificationMethod: string }[] }).proof[0]!.verificationMethod;
    assert.notEqual(keyOf(old), keyOf(next));
    await signedBadge(app, old.memberId, old.id);
    await assertAccepted(old.credential);
    await assertAccepted(next.credential);
  });
});

describe('the badge as a token', () => {
  /** By a library that knows nothing of badges, with the key that our DID document shows under the token's `kid`. */
  async function payloadOf(jwt: string): Promise<Record<string, unknown>> {
    const did = JSON.parse(await textAt('/.well-known/did.json')) as {
      assertionMethod: string[];
      verificationMethod: { id: string; publicKeyJwk?: JWK }[];
    };
    const { protectedHeader, payload } = await compactVerify(
      jwt,
      async ({ kid }) => {
        assert.ok(did.assertionMethod.includes(kid!));
        return importJWK(did.verificationMethod.find(({ id }) => id === kid)!.publicKeyJwk!, 'ES256');
      },
      { algorithms: ['ES256'] },
    );
    assert.deepEqual(Object.keys(protectedHeader).sort(), ['alg', 'kid', 'typ']);
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
  }

  test('is signed by the key of our DID document, and says what the credential says', async () => {
    for (const badge of [person, business]) {
      const { iss, sub, jti, nbf, exp, ...credential } = await payloadOf(await textAt(`/b/${badge.id}/credential.jwt`));
      const { proof: _proof, ...same } = JSON.parse(badge.credential) as Record<string, unknown>;
      assert.deepEqual(credential, same);
      assert.deepEqual([iss, jti], [app.deps.credentials.did, same['id']]);
      assert.equal(sub, (same['credentialSubject'] as { id: string }).id);
      const times = [same['validFrom'], same['validUntil']].map((time) => Date.parse(String(time)) / 1000);
      assert.deepEqual([nbf, exp], times);
    }
  });

  test('is a form that the verifier of VerifierPlus does not read: it says so, and accepts nothing', async () => {
    const found = await independent.verify(person.jwt);
    assert.equal(isAccepted(found), false);
    assert.deepEqual(found.errors, ['invalid_jsonld']);
  });
});

describe('the independent verifier refuses when it cannot look', () => {
  let list: Json;
  let stranger: Ed25519Key;
  before(async () => {
    list = JSON.parse(await textAt('/status/1')) as Json;
    stranger = await strangersKey();
  });
  const withList = (body: Json) =>
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

  async function lookWith(path: string, response: Response) {
    independent.instead.set(path, () => response);
    try {
      return await independent.verify(JSON.parse(person.credential));
    } finally {
      independent.instead.clear();
    }
  }

  const failing: Record<string, [path: string, answer: () => Response | Promise<Response>]> = {
    'our DID document is gone': ['/.well-known/did.json', () => new Response('no', { status: 404 })],
    'our DID document is another’s': ['/.well-known/did.json', () => Response.json({ id: 'did:web:evil.example' })],
    'the status list is gone': ['/status/1', () => new Response('no', { status: 404 })],
    'the status list is not signed': ['/status/1', () => withList({ ...list, proof: undefined })],
    'somebody has written into the list': ['/status/1', () => withList(withBits(list, (bits) => bits.fill(0xff)))],
    'a stranger has signed a list under our key’s name': [
      '/status/1',
      async () => {
        const verificationMethod = (list['proof'] as [{ verificationMethod: string }])[0].verificationMethod;
        return withList(await signed(list, { key: stranger, verificationMethod, at: app.clock.time }));
      },
    ],
  };
  for (const [what, [path, answer]] of Object.entries(failing)) {
    test(what, async () => {
      const found = await lookWith(path, await answer());
      assert.equal(isAccepted(found), false);
      assert.ok(found.errors.length > 0, JSON.stringify(found));
      await assertAccepted(person.credential);
    });
  }

  test('but takes a stranger’s own list from our address: whoever serves our files has to be trusted', async () => {
    const did = didKey(stranger);
    const forgery = { key: stranger, verificationMethod: `${did}#${stranger.publicKeyMultibase}`, at: app.clock.time };
    const found = await lookWith('/status/1', withList(await signed({ ...list, issuer: did }, forgery)));
    assert.equal(found.revocation, true);
  });
});

/** The list with other bits, and its signature as it was. */
function withBits(list: Json, change: (bits: Uint8Array) => unknown): Json {
  const subject = list['credentialSubject'] as Json;
  const bits = gunzipSync(Buffer.from(String(subject['encodedList']).slice(1), 'base64url'));
  change(bits);
  return { ...list, credentialSubject: { ...subject, encodedList: `u${gzipSync(bits).toString('base64url')}` } };
}
