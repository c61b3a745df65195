/** What the doctor works out by itself: policies, colours, words that were meant. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contrast, readable, type Colour } from '../../widgets/doctor/colour.ts';
import { distance, nearest } from '../../widgets/doctor/nearest.ts';
import { corrected, correctedTypes, parsePolicies, type Need } from '../../widgets/doctor/policy.ts';

const page = 'https://www.ville.example';
const club = 'https://club.example';

function line(policy: string, directive: Need['directive'] = 'connect-src', url = `${club}/v1/counter`) {
  return parsePolicies(policy).map((one) => corrected(one, [{ directive, url }], page));
}

describe('a policy', () => {
  for (const policy of [
    "script-src 'self'",
    'connect-src *',
    'connect-src https:',
    `connect-src ${club}`,
    `default-src ${club}`,
    'connect-src club.example',
    'connect-src *.example',
    'connect-src https://club.example:443',
    'connect-src http://club.example',
    `connect-src ${club}/v1/`,
    `CONNECT-SRC ${club}; connect-src 'none'`,
  ])
    test(`lets the club through: ${policy}`, () => assert.deepEqual(line(policy), [undefined]));

  for (const [policy, mended] of [
    ["connect-src 'none'", `connect-src ${club}`],
    ["connect-src 'self'", `connect-src 'self' ${club}`],
    ["default-src 'self'; img-src *", `connect-src 'self' ${club}`],
    ["default-src 'none'", `connect-src ${club}`],
    ['connect-src *.club.example', `connect-src *.club.example ${club}`],
    ['connect-src https://club.example:8443', `connect-src https://club.example:8443 ${club}`],
    ['connect-src https://club.example/v2/', `connect-src https://club.example/v2/ ${club}`],
    ['connect-src evilclub.example', `connect-src evilclub.example ${club}`],
    ['connect-src', `connect-src ${club}`],
  ] as const)
    test(`stops it, and reads as it must: ${policy}`, () => {
      assert.deepEqual(line(policy), [mended]);
      // And then lets it through.
      assert.deepEqual(line(mended), [undefined]);
    });

  test('trusts what a script with a nonce asks for', () => {
    assert.deepEqual(line("script-src 'nonce-abc' 'strict-dynamic'", 'script-src'), [undefined]);
    assert.deepEqual(line("script-src 'nonce-abc'", 'script-src'), [`script-src 'nonce-abc' ${club}`]);
    assert.deepEqual(line("script-src-elem 'self'; script-src *", 'script-src'), [`script-src-elem 'self' ${club}`]);
  });

  test('is one of several in a header, and each has its say', () => {
    assert.deepEqual(line("connect-src *, default-src 'none'"), [undefined, `connect-src ${club}`]);
  });

  test('allows Lit’s own policy, or names it', () => {
    const types = (text: string) => correctedTypes(parsePolicies(text)[0]!);
    assert.equal(types("require-trusted-types-for 'script'"), undefined);
    assert.equal(types('trusted-types lit-html'), undefined);
    assert.equal(types("trusted-types * 'allow-duplicates'"), undefined);
    assert.equal(types("trusted-types 'none'"), 'trusted-types lit-html');
    assert.equal(types('trusted-types dompurify'), 'trusted-types dompurify lit-html');
  });
});

test('a readable colour is as near to the chosen one as 4.5:1 allows', () => {
  const white: Colour = [255, 255, 255, 1];
  const parse = (hex: string) =>
    [...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)), 1] as unknown as Colour;
  assert.equal(contrast([0, 0, 0, 1], white), 21);
  for (const ground of [white, [0, 0, 0, 1], [127, 127, 127, 1], [255, 204, 0, 1]] as Colour[])
    for (const text of [
      [187, 187, 187, 1],
      [255, 0, 0, 1],
      [0, 90, 200, 1],
    ] as Colour[]) {
      const better = parse(readable(text, ground));
      assert.ok(contrast(better, ground) >= 4.5, `${String(text)} on ${String(ground)}`);
      if (contrast(text, ground) >= 4.5) assert.deepEqual(better, text);
    }
});

test('the nearest word is the one that was meant', () => {
  assert.equal(distance('kitten', 'sitting'), 3);
  assert.equal(nearest('caroussel', ['carousel', 'wall', 'list', 'single']), 'carousel');
  assert.equal(nearest('singup', ['badge', 'counter', 'signup', 'story-form', 'testimonials']), 'signup');
  assert.equal(nearest('x', []), '');
});
