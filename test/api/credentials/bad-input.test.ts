/** Whatever somebody hands over: a verdict with the reason, never an error, and `valid` for nothing but a valid badge. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { verdicts, type Verdict } from '../../../api/contract/badge-words.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { verifyBadge, type VerifyInput } from '../../../api/domain/badges/verify/verify-badge.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { awardPerson, type AwardedBadge } from '../../support/badges.ts';
import { scriptPayloads } from '../../support/payloads.ts';
import { drawSmall } from '../../support/small-pictures.ts';

let app: TestApp;
let person: AwardedBadge;
let second: AwardedBadge;
let plainPng: Uint8Array;
let bakedPng: Uint8Array;
let bakedSvg: string;
const plainSvg = drawSmall.svg(undefined as never);
before(async () => {
  app = await openTestApp();
  const { credentials } = app.deps;
  person = await awardPerson(app);
  second = await awardPerson(app);
  plainPng = await drawSmall.png(undefined as never, 1);
  bakedPng = credentials.bakePng(plainPng, person.credential);
  bakedSvg = credentials.bakeSvg(plainSvg, person.credential);
});
after(() => app.remove());

async function check(input: VerifyInput): Promise<Verdict> {
  const { verdict, badge } = await verifyBadge(app.deps, input);
  assert.ok(verdicts.includes(verdict));
  if (verdict === 'valid') assert.equal(badge?.status, 'active');
  return verdict;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The chunks of a PNG, each with its length and sum. */
function chunks(png: Uint8Array): Uint8Array[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found = [];
  for (let at = 8; at < png.length;) {
    const end = at + 12 + view.getUint32(at);
    found.push(png.subarray(at, end));
    at = end;
  }
  return found;
}
const withTwo = () => {
  const all = chunks(bakedPng);
  const own = all.find((chunk) => Buffer.from(chunk).includes('openbadgecredential'))!;
  return Buffer.concat([bakedPng.subarray(0, 8), all[0]!, own, ...all.slice(1)]);
};
const renamed = (from: string, to: string) => person.credential.replace(from, to);

const readable: Record<string, () => VerifyInput> = {
  JSON: () => ({ text: person.credential }),
  'JSON with line ends of Windows around its commas': () => ({
    text: JSON.stringify(JSON.parse(person.credential), null, 2).replaceAll('\n', '\r\n'),
  }),
  'JSON in a file that begins with a mark': () => ({ bytes: bytesOf(`\ufeff${person.credential}`) }),
  'a JWT with an empty line behind': () => ({ text: ` ${person.jwt}\r\n\r\n` }),
  'a JWT in a file': () => ({ bytes: bytesOf(`${person.jwt}\n`) }),
  PNG: () => ({ bytes: bakedPng }),
  SVG: () => ({ bytes: bytesOf(bakedSvg) }),
  'SVG as text': () => ({ text: bakedSvg }),
  'an address': () => ({ text: `https://club.example/b/${person.id}` }),
  'an address in a file': () => ({ bytes: bytesOf(`club.example/b/${person.id}\n`) }),
};

const bad: Record<string, [input: () => VerifyInput, verdict: Verdict]> = {
  nothing: [() => ({ text: '' }), 'unreadable'],
  'an empty file': [() => ({ bytes: new Uint8Array() }), 'unreadable'],
  'a word': [() => ({ text: 'bonjour' }), 'unreadable'],
  'a sentence': [() => ({ text: 'This badge is valid. Trust me!' }), 'unreadable'],
  'a number': [() => ({ text: '12' }), 'unreadable'],
  'JSON that is nobody’s credential': [() => ({ text: '{"hello":"world"}' }), 'no_credential'],
  'braces alone': [() => ({ text: '{}' }), 'no_credential'],
  'an unclosed brace': [() => ({ text: '{' }), 'unreadable'],
  'a badge of an older standard': [
    () => ({ text: '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","badge":"x"}' }),
    'no_credential',
  ],
  'a badge in a presentation': [
    () => ({ text: `{"type":["VerifiablePresentation"],"verifiableCredential":[${person.credential}]}` }),
    'no_credential',
  ],
  'another picture': [() => ({ bytes: Buffer.from('ffd8ffe000104a464946', 'hex') }), 'no_credential'],
  'a PNG without a badge': [() => ({ bytes: plainPng }), 'no_credential'],
  'an SVG without a badge': [() => ({ text: plainSvg }), 'no_credential'],
  'a PNG with two badges': [() => ({ bytes: withTwo() }), 'unreadable'],
  'an SVG with two badges': [
    () => ({ text: bakedSvg.replace(/<openbadges:credential[^]*<\/openbadges:credential>/, '$&$&') }),
    'unreadable',
  ],
  'a PNG that is cut off': [() => ({ bytes: bakedPng.subarray(0, bakedPng.length - 20) }), 'unreadable'],
  'a PNG with one bit of the badge turned': [
    () => {
      const copy = Buffer.from(bakedPng);
      copy[copy.indexOf('OpenBadgeCredential')]! ^= 1;
      return { bytes: copy };
    },
    'unreadable',
  ],
  'UTF-16': [() => ({ bytes: Buffer.from(`\ufeff${person.credential}`, 'utf16le') }), 'unreadable'],
  'Latin-1': [() => ({ bytes: Buffer.from('{"name":"Zo\u00eb"}', 'latin1') }), 'unreadable'],
  'a key written twice': [
    () => ({ text: renamed('{', `{"id":"https://club.example/b/${'2'.repeat(22)}/credential.json",`) }),
    'tampered',
  ],
  'a key written twice, in escapes': [
    () => ({ text: renamed('{', '{"i\\u0064":"https://club.example/",') }),
    'tampered',
  ],
  'a key written twice with one value': [
    () => ({ text: renamed('"credentialStatus":{', '"credentialStatus":{"statusPurpose":"revocation",') }),
    'tampered',
  ],
  'a prototype': [() => ({ text: renamed('{', '{"__proto__":{"verified":true},') }), 'tampered'],
  'a constructor': [() => ({ text: renamed('"type":["Profile"]', '"constructor":{},"type":["Profile"]') }), 'tampered'],
  'a day that no calendar has': [
    () => ({ text: person.credential.replace(/("validUntil":")[^"]*/, '$12027-99-99T99:99:99Z') }),
    'tampered',
  ],
  'a time in words': [() => ({ text: person.credential.replace(/("validUntil":")[^"]*/, '$1for ever') }), 'tampered'],
  'a time that is a number': [
    () => ({ text: person.credential.replace(/("validUntil":)"[^"]*"/, '$11e400') }),
    'tampered',
  ],
  'a deep value': [() => ({ text: renamed('{', `{"x":${'['.repeat(9000)}${']'.repeat(9000)},`) }), 'tampered'],
  'another deep value': [
    () => ({ text: renamed('{', `{"issuer":${'{"id":'.repeat(9000)}1${'}'.repeat(9000)},`) }),
    'tampered',
  ],
  'braces and odd letters for a name': [
    () => ({ text: person.credential.replace(/("name":")[^"]*/, '$1}{ {{7*7}} \\ud800 \\u202e') }),
    'tampered',
  ],
  'text of the largest size and one more': [() => ({ text: 'x'.repeat(badgeLimits.verifyBytes + 1) }), 'too_large'],
  '10 MB': [() => ({ text: `{"x":"${'x'.repeat(10_000_000)}"}` }), 'too_large'],
  '10 MB in a file': [() => ({ bytes: new Uint8Array(10_000_000) }), 'too_large'],
  'the largest size of nothing but quotes': [() => ({ text: '"'.repeat(badgeLimits.verifyBytes) }), 'unreadable'],
  'the largest size of nothing but keys': [
    () => ({ text: `{"type":["VerifiableCredential"],"issuer":"x"${',"a":1'.repeat(40_000)}}` }),
    'foreign_issuer',
  ],
};

describe('read in any form', () => {
  for (const [what, input] of Object.entries(readable)) {
    test(what, async () => assert.equal(await check(input()), 'valid'));
  }
});

describe('refused with its reason', () => {
  for (const [what, [input, verdict]] of Object.entries(bad)) {
    test(what, async () => assert.equal(await check(input()), verdict));
  }

  test('what wants a script to run', async () => {
    for (const text of scriptPayloads) {
      for (const input of [{ text }, { address: text }, { bytes: bytesOf(text) }]) {
        assert.notEqual(await check({ ...input, site: text }), 'valid');
      }
    }
  });
});

describe('the database is away', () => {
  const busy = () => Promise.reject(Object.assign(new Error('secret text'), { name: 'StorageBusyError' }));

  for (const method of ['keys', 'byPublicId', 'entry'] as const) {
    test(`${method}: cannot be checked, whatever it is`, async () => {
      const { storage } = app.deps;
      const badges = new Proxy(storage.badges, {
        get: (target, name) => (name === method ? busy : Reflect.get(target, name)),
      });
      const deps = {
        ...app.deps,
        storage: new Proxy(storage, { get: (t, name) => (name === 'badges' ? badges : Reflect.get(t, name)) }),
      };
      const before = app.log.lines.length;
      const inputs = [{ text: person.credential }, { address: person.id }].slice(0, method === 'byPublicId' ? 2 : 1);
      for (const input of inputs) assert.deepEqual(await verifyBadge(deps, input), { verdict: 'cannot_check' });
      const told = app.log.lines.slice(before);
      assert.equal(told.length, inputs.length);
      assert.ok(told.every((line) => line.includes('StorageBusyError') && !line.includes('secret text')));
    });
  }
});

describe('whatever comes', () => {
  test('bytes at random are never valid and never an error', async () => {
    const starts = [
      [],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...bytesOf('<svg')],
      [...bytesOf('{')],
      [0x65, 0x79],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        assert.notEqual(await check({ bytes: Uint8Array.from([...start, ...rest]) }), 'valid');
      }),
      { numRuns: 400 },
    );
  });

  test('JSON at random is never valid and never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (text) => assert.notEqual(await check({ text }), 'valid')),
      { numRuns: 300 },
    );
  });

  test('a credential in which one character is another is valid only if it still says the same', async () => {
    const characters = Array.from(person.credential);
    const same = JSON.stringify(JSON.parse(person.credential));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(characters.length - 1),
        fc.string({ minLength: 0, maxLength: 1, unit: 'binary' }),
        async (at, other) => {
          const text = characters.with(at, other).join('');
          const verdict = await check({ text });
          if (verdict === 'valid') assert.equal(JSON.stringify(JSON.parse(text)), same);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('parts of two badges make no third', async () => {
    const [one, two] = [person, second].map(({ credential }) => JSON.parse(credential) as Record<string, unknown>);
    const keys = Object.keys(one!);
    await fc.assert(
      fc.asyncProperty(fc.subarray(keys), async (taken) => {
        const mixed = Object.fromEntries(keys.map((key) => [key, (taken.includes(key) ? two : one)![key]]));
        const text = JSON.stringify(mixed);
        const isWhole = [one, two].some((whole) => JSON.stringify(whole) === text);
        assert.equal((await check({ text })) === 'valid', isWhole);
      }),
      { numRuns: 200 },
    );
  });
});
