/** The second form of a badge, a JWT: what it says, and what is refused. */
import assert from 'node:assert/strict';
import { createHmac, createPrivateKey, createPublicKey, sign as signBytes, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { did, openSigned, partsOf, strangersToken, withParts, type Json, type Signed } from './signed.ts';

let club: Signed;
let header: Json;
let payload: Json;
before(async () => {
  club = await openSigned();
  [header, payload] = partsOf(club.signed.jwt);
});
after(() => club.remove());

/** Signed with the club's own key: what nobody but us could make, to see that consistency is looked at as well. */
function signedByUs(claims: Json): string {
  const { keys } = JSON.parse(readFileSync(join(club.dir, 'credential-keys.json'), 'utf8')) as {
    keys: { role: string; secretKey: string }[];
  };
  const jwk = JSON.parse(keys.find(({ role }) => role === 'jwt')!.secretKey) as JsonWebKey;
  const key = createPrivateKey({ format: 'jwk', key: jwk });
  const input = withParts(club.signed.jwt, { payload: claims }).split('.').slice(0, 2).join('.');
  return `${input}.${signBytes('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

describe('a badge as a JWT', () => {
  test('names algorithm, type and key, and nothing more', () => {
    assert.deepEqual(header, { alg: 'ES256', typ: 'JWT', kid: `${did}#es256-2026-11` });
  });

  test('says what the credential says, and says it again in the words of a JWT', () => {
    const { iss, sub, jti, nbf, exp, ...credential } = payload;
    assert.deepEqual(credential, club.unsigned);
    assert.deepEqual(
      { iss, sub, jti, nbf, exp },
      {
        iss: did,
        sub: `https://club.example/b/${club.badge.publicId}`,
        jti: `https://club.example/b/${club.badge.publicId}/credential.json`,
        nbf: Math.floor(club.badge.validFrom / 1000),
        exp: Math.floor(club.badge.validUntil / 1000),
      },
    );
  });

  test('is taken, with its payload', async () => {
    assert.deepEqual(await club.checkJwt(club.signed.jwt), { check: 'ok', payload });
  });

  test('is nothing with another algorithm: none, HS256 with our public key, any other', async () => {
    for (const alg of ['none', 'None', 'HS256', 'EdDSA', 'RS256', 'ES384', '', undefined]) {
      const token = withParts(club.signed.jwt, { header: { ...header, alg } });
      assert.equal((await club.checkJwt(token)).check, 'bad_algorithm', alg);
    }
    const unsigned = `${withParts(club.signed.jwt, { header: { ...header, alg: 'none' } })
      .split('.')
      .slice(0, 2)
      .join('.')}.`;
    assert.equal((await club.checkJwt(unsigned)).check, 'bad_algorithm');
    const pem = createPublicKey({ format: 'jwk', key: JSON.parse(club.key('jwt').publicKey) as JsonWebKey });
    const input = withParts(club.signed.jwt, { header: { ...header, alg: 'HS256' } })
      .split('.')
      .slice(0, 2)
      .join('.');
    const mac = createHmac('sha256', pem.export({ type: 'spki', format: 'pem' }))
      .update(input)
      .digest('base64url');
    assert.equal((await club.checkJwt(`${input}.${mac}`)).check, 'bad_algorithm');
  });

  test('brings no key of its own along', async () => {
    const { token } = strangersToken({ ...header, jwk: {} }, payload);
    assert.equal((await club.checkJwt(token)).check, 'unknown_key');
    for (const name of ['jku', 'x5c', 'x5u', 'x5t', 'x5t#S256']) {
      const smuggling = withParts(club.signed.jwt, { header: { ...header, [name]: 'https://evil.example/' } });
      assert.equal((await club.checkJwt(smuggling)).check, 'unknown_key', name);
    }
  });

  test('has no header that would change how it is read', async () => {
    for (const extra of [
      { crit: ['b64'], b64: false },
      { cty: 'JWT' },
      { zip: 'DEF' },
      { enc: 'A128GCM' },
      { typ: 'vc+jwt' },
    ]) {
      const token = withParts(club.signed.jwt, { header: { ...header, ...extra } });
      assert.equal((await club.checkJwt(token)).check, 'bad_algorithm', JSON.stringify(extra));
    }
  });

  test('names a key of ours that signs this form', async () => {
    const names = [
      `${did}#${club.key('badge').id}`,
      `${did}#${club.key('status').id}`,
      'did:web:other.example#es256-2026-11',
      'es256-2026-11',
      `${did}#es256-2025-01`,
      undefined,
      ['x'],
    ];
    for (const kid of names) {
      const token = withParts(club.signed.jwt, { header: { ...header, kid } });
      assert.equal((await club.checkJwt(token)).check, 'unknown_key', String(kid));
    }
    const removed = club.keys.map((key) => ({ ...key, removedAt: 1 }));
    assert.equal((await club.checkJwt(club.signed.jwt, removed)).check, 'unknown_key');
  });

  test('is false under a stranger’s signature, and when any of it was changed', async () => {
    const foreign = await club.checkJwt(strangersToken(header, payload).token);
    assert.deepEqual([foreign.check, foreign.payload], ['tampered', payload]);
    const token = withParts(club.signed.jwt, { payload: { ...payload, name: 'x' } });
    assert.equal((await club.checkJwt(token)).check, 'tampered');
    assert.equal((await club.checkJwt(club.signed.jwt.slice(0, -8))).check, 'tampered');
  });

  test('is false when its claims do not say what the credential says, even under our own signature', async () => {
    assert.equal((await club.checkJwt(signedByUs(payload))).check, 'ok');
    const lies: Json = {
      iss: 'did:web:other.example',
      sub: 'https://x.example/',
      jti: 'https://x.example/',
      nbf: 1,
      exp: 4e9,
    };
    for (const [claim, value] of Object.entries(lies)) {
      assert.equal((await club.checkJwt(signedByUs({ ...payload, [claim]: value }))).check, 'tampered', claim);
      const { [claim]: _, ...without } = payload;
      assert.equal((await club.checkJwt(signedByUs(without))).check, 'tampered', `without ${claim}`);
    }
    assert.equal((await club.checkJwt(signedByUs({ ...payload, admin: true }))).check, 'tampered');
  });

  test('is unreadable when it is no JWT', async () => {
    for (const token of [
      '',
      '.',
      '..',
      'a.b',
      'a.b.c',
      'a.b.c.d',
      'e30.e30',
      `e30.${'A'.repeat(400_000)}.x`,
      'W10.W10.x',
      'bnVsbA.bnVsbA.x',
    ]) {
      assert.equal((await club.checkJwt(token)).check, 'unreadable', token.slice(0, 20));
    }
  });
});
