/** Tokens that only look like ours: the classic ways to forge a JWT, and some that the JOSE specifications warn of. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Verdict } from '../../../api/contract/badge-words.ts';
import type { UnsignedCredential } from '../../../api/domain/badges/credential-ports.ts';
import { verifyBadge } from '../../../api/domain/badges/verify/verify-badge.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { awardPerson, type AwardedBadge } from '../../support/badges.ts';
import { hmacToken, openToken, strangersToken, token, type Json } from '../../support/forge.ts';

const twoYears = 2 * 365 * 86_400_000;

let app: TestApp;
let person: AwardedBadge;
let parts: ReturnType<typeof openToken>;
before(async () => {
  app = await openTestApp();
  person = await awardPerson(app);
  parts = openToken(person.jwt);
});
after(() => app.remove());

const ours = async (text: string): Promise<Verdict> => (await verifyBadge(app.deps, { text })).verdict;

async function keyOf(role: string) {
  return (await app.deps.storage.badges.keys()).find((key) => key.role === role)!;
}
const named = (id: string) => ({ ...parts.header, kid: `${app.deps.credentials.did}#${id}` });

async function byUs(changes: Json): Promise<string> {
  const { proof: _proof, ...credential } = JSON.parse(person.credential) as Json;
  return (await app.deps.credentials.signBadge({ ...credential, ...changes } as UnsignedCredential, app.clock.time))
    .jwt;
}

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

const forgeries: Record<string, [make: () => string | Promise<string>, verdict: Verdict]> = {
  'alg none, without a signature': [() => token({ ...parts.header, alg: 'none' }, parts.payload), 'bad_algorithm'],
  'alg None': [() => token({ ...parts.header, alg: 'None' }, parts.payload), 'bad_algorithm'],
  'alg none, with our signature': [
    () => token({ ...parts.header, alg: 'none' }, parts.payload, parts.signature),
    'bad_algorithm',
  ],
  'no alg': [() => token({ typ: 'JWT', kid: parts.header['kid'] }, parts.payload, parts.signature), 'bad_algorithm'],
  'HS256 with our public key as JSON for a secret': [
    async () => hmacToken(parts.header, parts.payload, new TextEncoder().encode((await keyOf('jwt')).publicKey)),
    'bad_algorithm',
  ],
  'HS256 with the x of our public key for a secret': [
    async () => {
      const { x } = JSON.parse((await keyOf('jwt')).publicKey) as { x: string };
      return hmacToken(parts.header, parts.payload, Buffer.from(x, 'base64url'));
    },
    'bad_algorithm',
  ],
  'a stranger’s key in the header': [() => strangersToken(parts.header, parts.payload, true), 'unknown_key'],
  'a stranger’s key under the name of ours': [() => strangersToken(parts.header, parts.payload), 'tampered'],
  'the name of the key for badges': [
    async () => token(named((await keyOf('badge')).id), parts.payload, parts.signature),
    'unknown_key',
  ],
  'a key that we never had': [() => token(named('es256-2020'), parts.payload, parts.signature), 'unknown_key'],
  'a key by address': [
    () => token({ ...parts.header, jku: 'https://evil.example/keys' }, parts.payload, parts.signature),
    'unknown_key',
  ],
  'an extension that has to be understood': [
    () => token({ ...parts.header, crit: ['b64'], b64: false }, parts.payload, parts.signature),
    'bad_algorithm',
  ],
  'another issuer in the credential': [
    () => strangersToken(parts.header, { ...parts.payload, issuer: { id: 'did:web:evil.example' } }),
    'foreign_issuer',
  ],
  'another badge': [
    () => token(parts.header, { ...parts.payload, jti: 'https://club.example/b/x' }, parts.signature),
    'tampered',
  ],
  'a signature of zeros': [
    () => token(parts.header, parts.payload, Buffer.alloc(64).toString('base64url')),
    'tampered',
  ],
  'a signature in DER': [
    () => {
      const raw = Buffer.from(parts.signature, 'base64url');
      const integer = (half: Buffer) => Buffer.concat([Buffer.from([2, 33, 0]), half]);
      const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
      return token(
        parts.header,
        parts.payload,
        Buffer.concat([Buffer.from([48, body.length]), body]).toString('base64url'),
      );
    },
    'tampered',
  ],
  'its time is over': [
    () => byUs({ validFrom: iso(app.clock.time - twoYears), validUntil: iso(app.clock.time - 120_000) }),
    'expired',
  ],
  'its time is still to come': [() => byUs({ validFrom: iso(app.clock.time + 3_600_000) }), 'not_yet_valid'],
};

test('what is forged below is valid before', async () => {
  assert.equal(await ours(person.jwt), 'valid');
  assert.equal(await ours(await byUs({})), 'valid');
});

describe('refused', () => {
  for (const [what, [make, verdict]] of Object.entries(forgeries)) {
    test(what, async () => assert.equal(await ours(await make()), verdict));
  }

  test('cut off anywhere', async () => {
    for (let length = 1; length < person.jwt.length; length += 1) {
      const verdict = await ours(person.jwt.slice(0, length));
      assert.ok(['tampered', 'unreadable', 'foreign_address'].includes(verdict), `${length}: ${verdict}`);
    }
  });

  test('one character of the signature changed, wherever', async () => {
    const start = person.jwt.lastIndexOf('.') + 1;
    for (let at = start; at < person.jwt.length; at += 1) {
      for (const other of ['A', 'z', '_', '.', ' ', '=']) {
        const text = person.jwt.slice(0, at) + other + person.jwt.slice(at + 1);
        // The last character has four bits that say nothing: what it decodes to may be the same signature.
        const isSame = Buffer.from(text.slice(start), 'base64url').equals(Buffer.from(parts.signature, 'base64url'));
        const verdict = await ours(text);
        assert.ok(verdict !== 'valid' || (isSame && text.trim().length === person.jwt.length), `${at}: ${other}`);
      }
    }
  });
});
