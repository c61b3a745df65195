/** What is refused as a signature of the club, and why. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import { withProof } from '../../../api/credentials/sign.ts';
import { did, openSigned, type Json, type Signed } from './signed.ts';

let club: Signed;
before(async () => {
  club = await openSigned({ kind: 'business', domain: 'shop.example', showsName: true, name: 'Atelier' });
});
after(() => club.remove());

/** The badge with its proof changed. */
function withProofChanged(changes: Json): Json {
  const credential = club.credential();
  return { ...credential, proof: [{ ...credential.proof[0], ...changes }] };
}

/** Signed by the libraries as we do it, with a stranger's key under any name. */
async function signedByStranger(id: string, credential: Json = club.unsigned): Promise<Json> {
  const pair = await multikey.generate({ id: `${did}#${id}`, controller: did });
  const half = { publicKey: pair.publicKeyMultibase, secretKey: pair.secretKeyMultibase };
  const text = await withProof(credential, did, { id, role: 'badge', ...half }, club.clock.now());
  return JSON.parse(text) as Json;
}

/** Every leaf of a document by its path, and the document with only that leaf changed. */
function* leaves(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}

function changeLeaf(document: Json, path: string[]): Json {
  const copy = structuredClone(document);
  let node = copy;
  for (const step of path.slice(0, -1)) node = node[step] as Json;
  const last = path.at(-1)!;
  const value = node[last];
  if (typeof value === 'boolean') node[last] = !value;
  // A later moment, another place, another word: still of the form that we write, wherever that can be.
  else node[last] = String(value).replace(/[a-z0-9](?=[^a-z0-9]*$)/i, (end) => (end === '1' ? '2' : '1'));
  assert.notDeepEqual(copy, document);
  return copy;
}

describe('the proof of a badge', () => {
  test('is taken as it was served, and with its members in any order', async () => {
    assert.equal(await club.check(club.credential()), 'ok');
    const turned = Object.fromEntries(Object.entries(club.credential()).reverse());
    assert.equal(await club.check(turned), 'ok');
  });

  test('covers everything: a change of any one value is seen', async () => {
    const { proof: _, ...unsigned } = club.credential();
    const paths = Array.from(leaves(unsigned));
    assert(paths.length > 40, String(paths.length));
    for (const path of paths) {
      const changed = changeLeaf(club.credential(), path);
      assert.equal(await club.check(changed), 'tampered', path.join('.'));
    }
  });

  test('covers its own time', async () => {
    assert.equal(await club.check(withProofChanged({ created: '2026-11-23T08:00:01Z' })), 'tampered');
  });

  test('is one, in a list', async () => {
    const { proof } = club.credential();
    for (const wrong of [undefined, null, 'z', [], proof[0], [proof[0], proof[0]], [null]]) {
      assert.equal(await club.check({ ...club.credential(), proof: wrong }), 'tampered', JSON.stringify(wrong));
    }
  });

  test('is for assertion and nothing else', async () => {
    for (const proofPurpose of ['authentication', 'keyAgreement', '', undefined, ['assertionMethod']]) {
      assert.equal(await club.check(withProofChanged({ proofPurpose })), 'wrong_purpose');
    }
  });

  test('is of the one kind that we sign with', async () => {
    for (const cryptosuite of ['eddsa-jcs-2022', 'ecdsa-sd-2023', 'none', '', undefined]) {
      assert.equal(await club.check(withProofChanged({ cryptosuite })), 'bad_algorithm');
    }
    assert.equal(await club.check(withProofChanged({ type: 'Ed25519Signature2020' })), 'bad_algorithm');
  });

  test('names a key of ours by its whole name', async () => {
    const { publicKey } = club.key('badge');
    const names = [
      `${did}#nobody`,
      // A key as its own name: whoever reads it there needs no document, and takes anybody's.
      `${did}#${publicKey}`,
      `did:key:${publicKey}#${publicKey}`,
      'did:web:club.example.org#key-2026-11',
      `did:web:CLUB.example#key-2026-11`,
      '#key-2026-11',
      'key-2026-11',
      `${did}?x#key-2026-11`,
      '',
      undefined,
      { id: `${did}#key-2026-11` },
    ];
    for (const verificationMethod of names) {
      assert.equal(
        await club.check(withProofChanged({ verificationMethod })),
        'unknown_key',
        String(verificationMethod),
      );
    }
  });

  test('is a stranger’s when the key was smuggled into its name', async () => {
    const pair = await multikey.generate({ id: 'x', controller: 'x' });
    assert.equal(await club.check(await signedByStranger(pair.publicKeyMultibase)), 'unknown_key');
  });

  test('is false when a stranger signs under the name of our key', async () => {
    assert.equal(await club.check(await signedByStranger('key-2026-11')), 'tampered');
  });

  test('is not one of the keys that sign lists', async () => {
    const { list } = await club.deps.storage.badges.byPublicId(club.badge.publicId).then((badge) => badge!);
    const signedList = JSON.parse(
      await club.deps.credentials.signList(
        { id: `https://club.example/status/${list}`, number: list!, revoked: [] },
        club.clock.now(),
      ),
    ) as Json & { proof: Json[] };
    assert.equal(await club.check(signedList), 'ok');
    const status = `${did}#${club.key('status').id}`;
    assert.equal(await club.check(withProofChanged({ verificationMethod: status })), 'unknown_key');
    const badge = `${did}#${club.key('badge').id}`;
    const forged = { ...signedList, proof: [{ ...signedList.proof[0], verificationMethod: badge }] };
    assert.equal(await club.check(forged), 'unknown_key');
    const jwt = `${did}#${club.key('jwt').id}`;
    assert.equal(await club.check(withProofChanged({ verificationMethod: jwt })), 'unknown_key');
  });

  test('is worth nothing once its key was removed', async () => {
    const removed = club.keys.map((key) => (key.role === 'badge' ? { ...key, removedAt: 1 } : key));
    assert.equal(await club.check(club.credential(), removed), 'unknown_key');
    assert.equal(await club.check(club.credential(), []), 'unknown_key');
  });

  test('is of the issuer that we are, even when it is signed well', async () => {
    const credential = {
      ...club.unsigned,
      issuer: { ...(club.unsigned['issuer'] as Json), id: 'did:web:other.example' },
    };
    assert.equal(await club.check(await signedByStranger('key-2026-11', credential)), 'tampered');
  });
});

describe('what is not as we write it never reaches the code that canonises', () => {
  const additions: Record<string, (credential: Json) => void> = {
    'a context': (one) => (one['@context'] as unknown[]).push('https://example.org/context'),
    'a context of its own': (one) => (one['@context'] as unknown[]).push({ '@vocab': 'https://example.org/' }),
    'no context': (one) => delete one['@context'],
    'a term': (one) => (one['evidence'] = []),
    'a type': (one) => (one['type'] as string[]).push('Other'),
    'a graph': (one) => (one['@graph'] = [{}]),
    'an included graph': (one) => (one['@included'] = [{ '@id': '_:a' }]),
    'a second status': (one) => (one['credentialStatus'] = [one['credentialStatus'], one['credentialStatus']]),
    'a term of a subject': (one) => ((one['credentialSubject'] as Json)['role'] = 'mayor'),
    'a prototype': (one) =>
      Object.defineProperty(one, '__proto__', { value: {}, enumerable: true, configurable: true, writable: true }),
    'a proof’s own term': (one) => ((one['proof'] as Json[])[0]!['domain'] = 'x'),
    'a proof in base64': (one) => ((one['proof'] as Json[])[0]!['proofValue'] = 'uAAAA'),
    'an address that is none': (one) => (one['id'] = '_:b0'),
    'a text without end': (one) => (one['name'] = 'x'.repeat(100_000)),
  };
  for (const [what, add] of Object.entries(additions)) {
    test(what, async () => {
      const credential = club.credential();
      add(credential);
      assert.equal(await club.check(credential), 'tampered');
    });
  }

  test('ten thousand nodes that look alike', async () => {
    const credential = club.credential();
    const nodes = Array.from({ length: 10_000 }, (_, at) => ({ id: `_:n${at}`, knows: `_:n${(at * 7) % 10_000}` }));
    assert.equal(await club.check({ ...credential, credentialSubject: nodes }), 'tampered');
  });
});
