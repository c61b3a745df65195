/** Origins and wildcards: what is taken, what is refused, and what each covers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'tldts';
import { isOriginOf, parseOriginPattern, sourcesOf } from '../../../../api/domain/partners/origins.ts';
import { registrableDomain } from '../../../../api/domain/partners/registrable.ts';
import { sharedHosts } from '../../../../api/domain/partners/shared-hosts.ts';

const taken: [text: string, pattern: string][] = [
  ['https://www.mulhouse.fr', 'https://www.mulhouse.fr'],
  ['https://www.mulhouse.fr/', 'https://www.mulhouse.fr'],
  ['  HTTPS://WWW.Mulhouse.FR:443  ', 'https://www.mulhouse.fr'],
  ['http://www.mulhouse.fr:80', 'http://www.mulhouse.fr'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:4820', 'http://127.0.0.1:4820'],
  ['http://[::1]:4820', 'http://[::1]:4820'],
  ['https://*.mulhouse.fr', 'https://*.mulhouse.fr'],
  ['https://*.Mülhausen.de', 'https://*.xn--mlhausen-65a.de'],
  ['https://*.staging.mulhouse.fr:8443/', 'https://*.staging.mulhouse.fr:8443'],
  ['https://*.anna.github.io', 'https://*.anna.github.io'],
  ['https://*.ville.wordpress.com', 'https://*.ville.wordpress.com'],
  ['https://ville.wordpress.com', 'https://ville.wordpress.com'],
  ['https://*.mywordpress.com', 'https://*.mywordpress.com'],
  ['https://*.ville.example', 'https://*.ville.example'],
  ['https://my_site.mulhouse.fr', 'https://my_site.mulhouse.fr'],
];

const tooWide = [
  'https://*',
  'https://*/',
  'https://*:443',
  'https://*.fr',
  'https://*.co.uk',
  'https://*.github.io',
  'https://*.WordPress.com',
  'https://*.wordpress.com:8443',
  'https://*.squarespace.com',
  'https://*.perso.sfr.fr',
  'https://*.wixsite.com',
  'https://*.webflow.io',
  'https://*.blogspot.com',
  'https://*.s3.amazonaws.com',
  'https://*.amazonaws.com',
  'https://*.asso.fr',
  'https://*.公司.cn',
  'https://*.xn--55qx5d.cn',
  'https://*.kawasaki.jp',
  'https://*.foo.ck',
  'https://*.localhost',
  'https://*.example',
  'https://*.*.mulhouse.fr',
];

const invalid = [
  '',
  '*',
  'null',
  'www.mulhouse.fr',
  '*.mulhouse.fr',
  '//*.mulhouse.fr',
  'https:/*.mulhouse.fr',
  'https:*.mulhouse.fr',
  'https:\\\\*.mulhouse.fr',
  '*://*.mulhouse.fr',
  'ftp://www.mulhouse.fr',
  'file://www.mulhouse.fr',
  'javascript://www.mulhouse.fr',
  'https://a*.mulhouse.fr',
  'https://www.*.fr',
  'https://www.*.mulhouse.fr',
  'https://mulhouse.*',
  'https://*mulhouse.fr',
  'https://*.mulhouse.fr:*',
  'https://*:*.mulhouse.fr',
  'https://*.mulhouse.fr:99999',
  'https://*.mulhouse.fr:',
  'https://*.mulhouse.fr.',
  'https://www.mulhouse.fr.',
  'https://*..mulhouse.fr',
  'https://.mulhouse.fr',
  'https://www..mulhouse.fr',
  'https://-a.mulhouse.fr',
  'https://*.mulhouse.fr/path',
  'https://*.mulhouse.fr?x',
  'https://*.mulhouse.fr#x',
  'https://user@*.mulhouse.fr',
  'https://user:pass@www.mulhouse.fr',
  'https://*.mulhouse.fr@evil.example',
  'https://*.1.2.3.4',
  'https://*.0x7f.1',
  'https://*.[::1]',
  'https://www.mulhouse.fr https://evil.example',
  'https://www.mulhouse.fr,https://evil.example',
  "https://a;script-src'unsafe-inline'.fr",
  'https://a;b.example',
  "https://'self'",
  'https://%65vil.example',
  'https://www.mul\thouse.fr',
  'https://www.mulhouse.fr\u0000',
  'https://www\u3002mulhouse\u2025fr',
  `https://${'a'.repeat(64)}.fr`,
  `https://${'a.'.repeat(140)}fr`,
];

test('origins are kept as browsers send them, wildcards as policies write them', () => {
  for (const [text, pattern] of taken) assert.deepEqual(parseOriginPattern(text), { pattern }, text);
});

test('a wildcard over names of strangers is too wide', () => {
  for (const text of tooWide) assert.deepEqual(parseOriginPattern(text), { refused: 'origin_too_wide' }, text);
});

describe('names under which strangers get names of their own', () => {
  test('are kept here only while the Public Suffix List lacks them', () => {
    const known = [...sharedHosts].filter((name) => parse(name, { allowPrivateDomains: true }).domain === null);
    assert.deepEqual(known, []);
  });

  test('leave no room for a wildcard, nor does what lies around one that the list has', () => {
    for (const name of sharedHosts) {
      assert.deepEqual(parseOriginPattern(`https://*.${name}`), { refused: 'origin_too_wide' }, name);
      assert.equal(registrableDomain(`www.anna.${name}`), `anna.${name}`);
    }
    assert.equal(registrableDomain('www.bucket.s3.amazonaws.com'), 'bucket.s3.amazonaws.com');
  });

  test('are closed to a wildcard that was kept before anybody knew, in what is asked and in frames', () => {
    const place = {
      origins: ['https://*.wordpress.com', 'https://*.canva.com', 'https://ville.wordpress.com'],
      allowsLocal: false,
    };
    assert.equal(isOriginOf(place, 'https://anna.wordpress.com'), false);
    assert.equal(isOriginOf(place, 'https://ville.wordpress.com'), true);
    assert.deepEqual(sourcesOf(place), ['https://*.canva.com', 'https://ville.wordpress.com']);
  });

  test('are not covered by a wildcard over the name above them', () => {
    const place = { origins: ['https://*.sfr.fr'], allowsLocal: false };
    assert.equal(isOriginOf(place, 'https://www.sfr.fr'), true);
    assert.equal(isOriginOf(place, 'https://anna.perso.sfr.fr'), false);
    assert.equal(isOriginOf(place, 'https://perso.sfr.fr'), false);
  });
});

test('everything else is no origin', () => {
  for (const text of invalid) assert.deepEqual(parseOriginPattern(text), { refused: 'origin_invalid' }, text);
});

test('what is kept is kept again as it is, and says nothing else in a policy', () => {
  for (const [, pattern] of taken) {
    assert.deepEqual(parseOriginPattern(pattern), { pattern });
    assert.match(pattern, /^[a-z0-9:/.*_[\]-]+$/);
  }
});

describe('https://*.mulhouse.fr', () => {
  const place = { origins: ['https://*.mulhouse.fr'], allowsLocal: false };
  for (const origin of ['https://www.mulhouse.fr', 'https://a.b.mulhouse.fr', 'https://xn--e1a.mulhouse.fr']) {
    test(`covers ${origin}`, () => assert.equal(isOriginOf(place, origin), true));
  }
  const others = [
    'null',
    '',
    '*',
    'https://*.mulhouse.fr',
    'https://*.mulhouse.fr ',
    'https://mulhouse.fr',
    'https://.mulhouse.fr',
    'https://..mulhouse.fr',
    'https://evilmulhouse.fr',
    'https://evil.com/.mulhouse.fr',
    'https://evil.com?.mulhouse.fr',
    'https://evil.com#.mulhouse.fr',
    'https://evil.com\\.mulhouse.fr',
    'https://evil.com@www.mulhouse.fr',
    'https://evil.com:443.mulhouse.fr',
    'https://www.mulhouse.fr@evil.com',
    'https://mulhouse.fr.evil.com',
    'https://www.mulhouse.fr.evil.com',
    'https://www.mulhouse.fr:8443',
    'https://www.mulhouse.fr:443',
    'https://www.mulhouse.fr.',
    'https://www.mulhouse.fr/',
    'http://www.mulhouse.fr',
    'wss://www.mulhouse.fr',
    'HTTPS://WWW.MULHOUSE.FR',
    'https://www.mu1house.fr',
    'https://www.mulhоuse.fr',
    'https://www.xn--mulhuse-5fg.fr',
    'https://www\u3002mulhouse.fr',
    'https://a b.mulhouse.fr',
    'https://[::1].mulhouse.fr',
    'https://www.mulhouse.fr, https://evil.com',
    'https://evil.com https://www.mulhouse.fr',
    'http://localhost:8080',
  ];
  for (const origin of others) {
    test(`does not cover ${JSON.stringify(origin)}`, () => assert.equal(isOriginOf(place, origin), false));
  }
});

test('this machine speaks for a partner where it was allowed, by its own names alone', () => {
  const place = { origins: ['https://www.mulhouse.fr'], allowsLocal: true };
  const local = [
    'http://localhost',
    'http://localhost:5173',
    'http://a.localhost:1',
    'http://127.0.0.1:80',
    'http://[::1]:3',
  ];
  for (const origin of local) {
    assert.equal(isOriginOf(place, origin), true, origin);
    assert.equal(isOriginOf({ ...place, allowsLocal: false }, origin), false, origin);
  }
  for (const origin of [
    'http://localhost.evil.com',
    'http://evillocalhost',
    'http://127.0.0.1.evil.com',
    'http://127.0.0.2',
    'null',
  ]) {
    assert.equal(isOriginOf(place, origin), false, origin);
  }
});

test('frames are allowed to the same pages, in words that a policy knows', () => {
  const origins = ['https://*.mulhouse.fr', 'http://[::1]:3000'];
  assert.deepEqual(sourcesOf({ origins, allowsLocal: false }), ['https://*.mulhouse.fr']);
  assert.deepEqual(sourcesOf({ origins, allowsLocal: true }), [
    'https://*.mulhouse.fr',
    'http://localhost:*',
    'http://127.0.0.1:*',
  ]);
});

/** Pieces that patterns are made of, right and wrong, in any order. */
const piece = fc.constantFrom(
  'https://',
  'http://',
  '*.',
  '*',
  '.',
  ':',
  ':8443',
  '/',
  '@',
  '\\',
  '?',
  '#',
  ' ',
  ';',
  'www',
  'fr',
  'co.uk',
  'github.io',
  'wordpress.com',
  'my.wordpress.com',
  's3.amazonaws.com',
  'mulhouse.fr',
  'ville.example',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'é',
  '%2e',
  'xn--',
  '-',
  '_',
);
const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));

test('whatever is taken as a wildcard covers nothing outside one registered name', () => {
  let wildcards = 0;
  const anyHost = fc.oneof(fc.domain(), text);
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((end) => `https://*.${end}`),
      ),
      anyHost,
      (pattern, host) => {
        const parsed = parseOriginPattern(pattern);
        if (!('pattern' in parsed)) return;
        const place = { origins: [parsed.pattern], allowsLocal: false };
        const name = parsed.pattern.replace(/^https?:\/\/(?:\*\.)?/, '').replace(/:\d+$/, '');
        const own = registrableDomain(name);
        const isWide = parsed.pattern.includes('*');
        if (isWide) {
          wildcards += 1;
          assert.ok(own, `${pattern} has no owner`);
          assert.ok(isOriginOf(place, parsed.pattern.replace('*', 'www')));
          assert.ok(!isOriginOf(place, parsed.pattern.replace('*.', '')), 'the name itself');
        }
        for (const origin of [
          `https://${host}`,
          `http://${host}`,
          `https://${host}.${name}`,
          `https://${host}${name}`,
        ]) {
          if (!isOriginOf(place, origin)) continue;
          assert.equal(new URL(origin).origin, origin, 'no browser sends this');
          if (isWide) assert.equal(registrableDomain(new URL(origin).hostname), own, `${pattern} covers ${origin}`);
          else assert.equal(origin, parsed.pattern);
        }
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(wildcards > 50, `only ${wildcards} wildcards were tried`);
});
