/** What is signed: badges of the form that the standard wants, lists that say who was revoked, keys that are ours. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { Ajv } from 'ajv';
import { locales } from '../../../api/contract/locales.ts';
import { credentialOf } from '../../../api/domain/badges/credential.ts';
import { didDocument } from '../../../api/domain/badges/did-document.ts';
import { openBadgeSchema } from './schema.ts';
import { did, openSigned, type Json, type Signed } from './signed.ts';

let club: Signed;
before(async () => (club = await openSigned()));
after(() => club.remove());

const validate = new Ajv({ strict: false }).compile(openBadgeSchema);
const assertFits = (credential: unknown) => assert(validate(credential), JSON.stringify(validate.errors));

const oddNames = [
  'Атанас Ђорђевић',
  '"O’Brien" & <Söhne> ]]> ®',
  '店 🥨 👨‍👩‍👧 \u{1F3F4}\u{E0067}\u{E0062}\u{E007F}',
  'مقهى الزيتون',
  String.raw`back\slash \u0041`,
  'e\u0301cole',
  '_:b0 <http://example.org/> .',
];

describe('a badge', () => {
  test('is served in the form that the standard’s schema enforces, of a person and of a business', async () => {
    assertFits(club.credential());
    const business = {
      ...club.badge,
      kind: 'business',
      domain: 'xn--bcher-kva.example',
      showsName: true,
      name: 'Bücher',
    } as const;
    const signed = await club.deps.credentials.signBadge(credentialOf(club.deps, business), club.clock.now());
    assertFits(JSON.parse(signed.credential));
  });

  test('would not fit it without its proof in a list, its status or its criteria', () => {
    const { proof, ...credential } = club.credential();
    assert(!validate({ ...credential, proof: proof[0] }));
    assert(!validate({ ...credential, proof, credentialStatus: [credential['credentialStatus']] }));
    const subject = credential['credentialSubject'] as Json & { achievement: Json };
    assert(
      !validate({
        ...credential,
        proof,
        credentialSubject: { ...subject, achievement: { ...subject.achievement, criteria: {} } },
      }),
    );
  });

  test('is signed and found true in every language and with every name', async () => {
    for (const language of locales) {
      for (const name of oddNames) {
        const badge = { ...club.badge, language, showsName: true, showsCircle: true, name };
        const { credential, jwt } = await club.deps.credentials.signBadge(
          credentialOf(club.deps, badge),
          club.clock.now(),
        );
        const read = JSON.parse(credential) as Json & { credentialSubject: { identifier: Json[] } };
        assert.equal(await club.check(read), 'ok', name);
        assert.equal((await club.checkJwt(jwt)).check, 'ok', name);
        assert.equal(read.credentialSubject.identifier[0]!['identityHash'], name.normalize('NFC'));
        assertFits(read);
      }
    }
  });

  test('has nothing in its text that HTML or XML could stumble over', async () => {
    const badge = { ...club.badge, showsName: true, name: oddNames[1]! };
    const { credential } = await club.deps.credentials.signBadge(credentialOf(club.deps, badge), club.clock.now());
    assert.doesNotMatch(credential, /[<>&]/);
  });

  test('leaves what it is given as it was', async () => {
    const unsigned = credentialOf(club.deps, club.badge);
    const copy = structuredClone(unsigned);
    await club.deps.credentials.signBadge(unsigned, club.clock.now());
    assert.deepEqual(unsigned, copy);
  });

  test('with a term that nobody has defined is not signed', async () => {
    await assert.rejects(
      club.deps.credentials.signBadge({ ...club.unsigned, nonsense: 1 }, club.clock.now()),
      /Safe mode/i,
    );
  });
});

describe('a status list', () => {
  const list = async (revoked: number[]) => {
    const text = await club.deps.credentials.signList(
      { id: 'https://club.example/status/1', number: 1, revoked },
      club.clock.now(),
    );
    return JSON.parse(text) as Json & { credentialSubject: { encodedList: string }; proof: Json[] };
  };

  test('has the bits of who was revoked, and no others', async () => {
    const { credentialSubject } = await list([0, 7, 94_567, 131_071]);
    const bits = await decodeList({ encodedList: credentialSubject.encodedList });
    const set = Array.from({ length: 131_072 }, (_, at) => at).filter((at) => bits.getStatus(at));
    assert.deepEqual(set, [0, 7, 94_567, 131_071]);
  });

  test('is the club’s, for a day, and may be kept for five minutes', async () => {
    const { credentialSubject, proof, ...rest } = await list([]);
    assert.deepEqual(rest, {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://club.example/status/1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: did,
      validFrom: '2026-11-23T08:00:00Z',
      validUntil: '2026-11-24T08:00:00Z',
    });
    const { encodedList: _, ...subject } = credentialSubject;
    const fixed = { type: 'BitstringStatusList', statusPurpose: 'revocation', ttl: 300_000 };
    assert.deepEqual(subject, { id: 'https://club.example/status/1#list', ...fixed });
    assert.equal(proof[0]!['verificationMethod'], `${did}#status-2026`);
  });

  test('is seen when a bit was cleared', async () => {
    const revoked = await list([5]);
    assert.equal(await club.check(revoked), 'ok');
    revoked.credentialSubject.encodedList = (await list([])).credentialSubject.encodedList;
    assert.equal(await club.check(revoked), 'tampered');
  });

  test('is found true with half of all revoked, which no compression makes small', async () => {
    const half = Array.from({ length: 131_072 }, (_, at) => at).filter(
      (at) => (at * 2_654_435_761) % 4_294_967_296 > 2 ** 31,
    );
    assert.equal(await club.check(await list(half)), 'ok');
  });
});

describe('the keys', () => {
  test('are published as the standards want them: methods by type, purposes by name', async () => {
    const document = (await didDocument(club.deps)) as {
      id: string;
      verificationMethod: Json[];
      assertionMethod: unknown;
    };
    assert.equal(document.id, did);
    const byId = new Map(document.verificationMethod.map((method) => [method['id'], method]));
    assert.deepEqual(byId.get(`${did}#key-2026-11`), {
      id: `${did}#key-2026-11`,
      controller: did,
      type: 'Multikey',
      publicKeyMultibase: club.key('badge').publicKey,
    });
    const jwk = byId.get(`${did}#es256-2026-11`)!;
    assert.equal(jwk['type'], 'JsonWebKey');
    assert.deepEqual(Object.keys(jwk['publicKeyJwk'] as Json).sort(), ['crv', 'kty', 'x', 'y']);
    assert.deepEqual([...(document.assertionMethod as string[])].sort(), [...byId.keys()].sort());
  });

  test('have secrets that are in the file alone, for its owner alone', async () => {
    const file = join(club.dir, 'credential-keys.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: { role: string; secretKey: string }[] };
    const secrets = keys.map(({ role, secretKey }) =>
      role === 'jwt' ? (JSON.parse(secretKey) as { d: string }).d : secretKey,
    );
    assert.equal(secrets.length, 3);
    const files = readdirSync(club.dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const shown = [
      ...files
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => path !== file)
        .map((path) => readFileSync(path, 'latin1')),
      JSON.stringify(await didDocument(club.deps)),
      JSON.stringify(await club.deps.credentials.secrets.list()),
      JSON.stringify(club.signed),
      club.log.lines.join('\n'),
    ];
    assert(shown.length >= 5);
    assert(shown.some((text) => text.includes(club.key('badge').publicKey)));
    for (const secret of secrets) assert(!shown.some((text) => text.includes(secret)));
  });

  test('of a host with a port are named with it', async () => {
    const { didOf } = await import('../../../api/credentials/did.ts');
    assert.equal(didOf('http://localhost:4000'), 'did:web:localhost%3A4000');
    assert.equal(didOf('https://club.example'), did);
  });
});
