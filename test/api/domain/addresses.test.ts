import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressKey, parseAddress } from '../../../api/domain/addresses.ts';
import { createKeys } from '../../../api/keys.ts';

const octets = (local: number, domain: string) => `${'a'.repeat(local)}@${domain}`;
/** A legal domain of exactly so many octets. */
function domainOf(length: number): string {
  const label = 'd'.repeat(59);
  const full = `${label}.${label}.${label}`;
  return `${full}.${'e'.repeat(length - full.length - 5)}.org`;
}

/** Typed → what the envelope gets. */
const taken: [typed: string, deliverable: string][] = [
  ['odile@example.org', 'odile@example.org'],
  ['Odile.Meyer@Example.ORG', 'Odile.Meyer@example.org'],
  ["o'brien+club@example.org", "o'brien+club@example.org"],
  ["!#$%&'*+/=?^_`{|}~-@example.org", "!#$%&'*+/=?^_`{|}~-@example.org"],
  ['1@example.org', '1@example.org'],
  ['a@b.co', 'a@b.co'],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['a@BÜCHER.example', 'a@xn--bcher-kva.example'],
  ['a@bu\u0308cher.example', 'a@xn--bcher-kva.example'],
  ['a@straße.example', 'a@xn--strae-oqa.example'],
  ['a@пример.испытание', 'a@xn--e1afmkfd.xn--80akhbyknj4f'],
  ['a@ｅxample.org', 'a@example.org'],
  ['a@1.example.org', 'a@1.example.org'],
  ['a@mail.example.xn--p1ai', 'a@mail.example.xn--p1ai'],
  [octets(64, 'example.org'), octets(64, 'example.org')],
  [octets(64, domainOf(189)), octets(64, domainOf(189))],
];

const refused: string[] = [
  '',
  '@',
  'odile',
  'odile@',
  '@example.org',
  'odile@localhost',
  'odile@example',
  'odile@.example.org',
  'odile@example.org.',
  'odile@example..org',
  'odile@-example.org',
  'odile@example-.org',
  'odile@exa_mple.org',
  '.odile@example.org',
  'odile.@example.org',
  'o..dile@example.org',
  'odile@@example.org',
  'odile@example.org@evil.example',
  'b@y, evil@e',
  'b@y.example, evil@e.example',
  'b@y.example,evil@e.example',
  'b@y.example;evil@e.example',
  'b@y.example evil@e.example',
  'b@y.example\r\nBcc: evil@e.example',
  'b@y.example\nevil@e.example',
  'b\r\n@y.example',
  'b@y.exa\tmple',
  'b@y.example\0',
  '\u0000b@y.example',
  'b@y\u0085.example',
  'b@y\u2028.example',
  ' odile@example.org',
  'odile@example.org ',
  'odile @example.org',
  'odile@ example.org',
  '"odile"@example.org',
  '"odile@evil.example"@example.org',
  '"b@y, evil@e"@example.org',
  'odile"@example.org',
  'odile@"example.org',
  'Odile <odile@example.org>',
  '<odile@example.org>',
  'odile@example.org>',
  'odile<evil@example.org',
  'odile(evil)@example.org',
  'odile@example.org(evil)',
  'odile@(evil)example.org',
  'group: odile@example.org;',
  'mailto:odile@example.org',
  'odile\\@example.org',
  'odile@exam\\ple.org',
  'odile@[192.0.2.1]',
  'odile@[IPv6:2001:db8::1]',
  'odile@192.0.2.1',
  'odile@0300.0250.1',
  'odile@①②⑦.⓪.⓪.①',
  'odile@example.org:25',
  'odile@example.org/path',
  'odile@example.org?subject=x',
  'odile@example.org#x',
  'odile%evil.example@',
  'odile@evil%40example.org',
  'odile@exam＠ple.org',
  'odile＠example.org',
  'odile@example。org',
  'odîle@example.org',
  'odile\u200b@example.org',
  '\u202eodile@example.org',
  'ſ@example.org',
  'K\u212a@example.org',
  'odile@xn--.example',
  'odile@exam\ud800ple.org',
  'odile@exam\ufffdple.org',
  'odile@*.example.org',
  'odile@example.123',
  'odile@example.c',
  octets(65, 'example.org'),
  octets(64, domainOf(190)),
  octets(1, domainOf(254)),
  `a@${'x'.repeat(64)}.org`,
  // Short as typed, too long in punycode.
  `a@${'ü'.repeat(60)}.example`,
  'a@' + 'ü.'.repeat(60) + 'example',
  `${'a'.repeat(64)}@${'ü.'.repeat(24)}example`,
];

describe('addresses', () => {
  for (const [typed, deliverable] of taken) {
    test(`takes ${typed.slice(0, 50)}`, () => {
      const address = parseAddress(typed);
      assert.equal(address?.deliverable, deliverable);
      assert.equal(address?.canonical, deliverable.toLowerCase());
      assert.ok(Buffer.byteLength(address!.deliverable) <= 254);
    });
  }

  for (const typed of refused) {
    test(`refuses ${JSON.stringify(typed).slice(0, 60)}`, () => assert.equal(parseAddress(typed), undefined));
  }

  test('254 octets are taken, 255 are not', () => {
    assert.equal(Buffer.byteLength(octets(64, domainOf(189))), 254);
    assert.ok(parseAddress(octets(64, domainOf(189))));
    assert.equal(Buffer.byteLength(octets(64, domainOf(190))), 255);
    assert.equal(parseAddress(octets(64, domainOf(190))), undefined);
  });
});

describe('one inbox has one key, whatever it is called', () => {
  const keys = createKeys('a secret of tests, long enough to be one');
  const key = (typed: string) => addressKey(keys, parseAddress(typed)!);
  const same: [string, string][] = [
    ['odile@example.org', 'ODILE@Example.Org'],
    ['odile@example.org', 'odile+club@example.org'],
    ['odile@example.org', 'Odile+a+b@example.org'],
    ['a@bücher.example', 'a@XN--BCHER-KVA.example'],
    ['a@bücher.example', 'a@bu\u0308cher.EXAMPLE'],
    // The provider's own rule: dots in the name do not count, and it has two domains.
    ['odilemeyer@gmail.com', 'o.d.i.l.e.meyer@gmail.com'],
    ['odilemeyer@gmail.com', 'Odile.Meyer+club@GoogleMail.com'],
  ];
  const different: [string, string][] = [
    ['odile@example.org', 'odile@example.com'],
    ['odile@example.org', 'odil@example.org'],
    ['o.dile@example.org', 'odile@example.org'],
    ['+odile@example.org', '+meyer@example.org'],
  ];
  for (const [one, other] of same) test(`${one} = ${other}`, () => assert.equal(key(one), key(other)));
  for (const [one, other] of different) test(`${one} ≠ ${other}`, () => assert.notEqual(key(one), key(other)));

  test('two spellings of one inbox stay two addresses', () => {
    assert.notEqual(parseAddress('o.dile@gmail.com')!.canonical, parseAddress('odile@gmail.com')!.canonical);
  });

  test('the key says nothing about the address without the secret', () => {
    assert.doesNotMatch(key('odile@example.org'), /odile|example/);
    const other = createKeys('another secret, also long enough to be one');
    assert.notEqual(key('odile@example.org'), addressKey(other, parseAddress('odile@example.org')!));
  });
});
