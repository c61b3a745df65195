/** What somebody types becomes a domain or is refused; what people are shown cannot pass for another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { badgeLimits } from '../../../../api/contract/limits.ts';
import { frameAncestors } from '../../../../api/domain/badges/frame-ancestors.ts';
import { isDomain, parseAskedDomain, parseDomain, shownDomain } from '../../../../api/domain/badges/domain-name.ts';

const label = 'a'.repeat(63);
/** Exactly so many characters, in labels of 63 at most. */
const long = (length: number) => `${`${label}.`.repeat(4).slice(0, length - 5)}z.com`;

for (const [typed, domain] of [
  ['shop.example', 'shop.example'],
  ['  Shop.EXAMPLE. ', 'shop.example'],
  ['https://shop.example/', 'shop.example'],
  ['HTTP://shop.example/carte?x=1#y', 'shop.example'],
  ['shop.example/carte', 'shop.example'],
  ['shop.example?x', 'shop.example'],
  ['www.shop.example', 'www.shop.example'],
  ['Bäckerei.example', 'xn--bckerei-5wa.example'],
  ['ba\u0308ckerei.example', 'xn--bckerei-5wa.example'],
  ['xn--bckerei-5wa.example', 'xn--bckerei-5wa.example'],
  ['XN--BCKEREI-5WA.example', 'xn--bckerei-5wa.example'],
  ['straße.example', 'xn--strae-oqa.example'],
  ['shop。example', 'shop.example'],
  ['shop．example｡', 'shop.example'],
  ['ｓｈｏｐ.example', 'shop.example'],
  ['аррӏе.com', 'xn--80ak6aa92e.com'],
  ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ['r3---x.example', 'r3---x.example'],
  ['1.example', '1.example'],
  ['co.uk', 'co.uk'],
  ['github.io', 'github.io'],
  [`${label}.com`, `${label}.com`],
  [long(badgeLimits.domain), long(badgeLimits.domain)],
] as const) {
  test(`takes ${typed.slice(-60)}`, () => {
    assert.equal(parseDomain(typed), domain);
    assert.equal(isDomain(domain), true);
  });
}

test('a www in front is not asked for, unless nothing but an ending were left', () => {
  for (const [typed, domain] of [
    ['www.shop.example', 'shop.example'],
    ['HTTPS://WWW.Bäckerei.example/', 'xn--bckerei-5wa.example'],
    ['ｗｗｗ.shop.example', 'shop.example'],
    ['www.com', 'www.com'],
    ['www.www.com', 'www.com'],
    ['www2.shop.example', 'www2.shop.example'],
    ['wwwshop.example', 'wwwshop.example'],
    ['shop.www.example', 'shop.www.example'],
    ['shop.example', 'shop.example'],
    ['www.127.0.0.1', undefined],
    ['www.', undefined],
    ['www', undefined],
  ] as const) {
    assert.equal(parseAskedDomain(typed), domain, typed);
  }
});

test('refuses what is no domain, or says more than one', () => {
  const refused = [
    '',
    ' ',
    '.',
    '..',
    'https://',
    'localhost',
    'com',
    'com.',
    '.com',
    'shop..example',
    'shop.example..',

    'shop.example:443',
    'https://shop.example:8080/',
    'user@shop.example',
    'https://a:b@shop.example',
    '*.shop.example',

    'my_shop.example',
    '_ambassador.shop.example',
    '-shop.example',
    'shop-.example',
    'shop.example-',
    'shop.-example',

    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '1.2.3',
    '017700000001',
    '2130706433',
    '[::1]',
    '::1',
    '1.2.3.4.',

    'shop.123',
    'shop.0x1',
    'shop example',
    'shop.exa mple',
    'shop.example\\@evil.example',
    'sh%6fp.example',
    'shop\t.example',

    'ftp://shop.example',
    'javascript:alert(1)',
    '//shop.example',
    '/shop.example',
    'data:,x',
    'https:shop.example',

    'xn--a.com',
    'xn--abc.com',
    'xn--zzzzzz99999.com',
    'xn--.com',
    'xn--example-.com',
    'shop.xn--a',
    'xn--shop-.example',

    'shop.example;',
    "shop.example'",
    'shop.example, evil.example',
    'shop.example\r\nx: y',
    'shop.example\0',
    'a\u200db.com',

    `${'a'.repeat(64)}.com`,
    long(badgeLimits.domain + 1),
    long(253),
    long(254),
    `${'ä'.repeat(60)}.com`,
    `a.${'é'.repeat(260)}`,
    '💩'.repeat(100),
  ];
  for (const typed of refused) assert.equal(parseDomain(typed), undefined, JSON.stringify(typed));
});

test('whatever is typed, what comes out is a domain that stays as it is and breaks no header', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.domain(),
    fc.webUrl(),
    fc.string().map((text) => `${text}.com`),
  );
  fc.assert(
    fc.property(anything, (typed) => {
      const domain = parseDomain(typed);
      if (domain === undefined) return;
      assert.match(domain, /^[a-z0-9.-]{4,160}$/);
      assert.equal(parseDomain(domain), domain);
      assert.equal(parseDomain(shownDomain(domain)), domain);
    }),
    { numRuns: 2000 },
  );
});

test('people read their own letters, unless these could be others', () => {
  for (const [domain, shown] of [
    ['shop.example', 'shop.example'],
    ['xn--bckerei-5wa.example', 'bäckerei.example'],
    ['xn--strae-oqa.example', 'straße.example'],
    ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
    // Cyrillic а, р, ӏ, е under a Latin ending; Greek and Cyrillic among Latin letters; a dotless i.
    ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    ['xn--pple-43d.com', 'xn--pple-43d.com'],
    ['xn--ggle-0nda.com', 'xn--ggle-0nda.com'],
    [parseDomain('cıty.example')!, parseDomain('cıty.example')!],
    [parseDomain('ambaſſador.example') ?? '', 'ambassador.example'],
    ['xn--ls8h.la', 'xn--ls8h.la'],
    // Nothing of ours: it is not made better than it is.
    ['xn--abc.com', 'xn--abc.com'],
  ] as const) {
    assert.equal(shownDomain(domain), shown);
  }
});

const frame = (domain: string | null, publicUrl = 'https://club.example') => frameAncestors({ domain }, { publicUrl });

test('a frame is for the domain and what is under it, a person’s for every page', () => {
  assert.equal(frame('shop.example'), 'https://shop.example https://*.shop.example');
  assert.equal(frame('xn--bckerei-5wa.example'), 'https://xn--bckerei-5wa.example https://*.xn--bckerei-5wa.example');
  assert.equal(frame(null), 'https: http:');
});

test('in a demo on this machine, a frame is for any port of it; a club on http elsewhere is no demo', () => {
  for (const url of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000']) {
    assert.equal(frame('bakery.localhost', url), 'http://bakery.localhost:* http://*.bakery.localhost:*');
  }
  assert.equal(frame('localhost', 'http://localhost:4000'), 'http://localhost:* http://*.localhost:*');
  assert.equal(frame('localhost'), "'none'");
  assert.equal(frame('shop.example', 'http://club.example'), 'https://shop.example https://*.shop.example');
  assert.equal(frame('shop.example', 'https://localhost'), 'https://shop.example https://*.shop.example');
});

test('what is no domain lets nobody in, and nothing into the header', () => {
  for (const domain of [
    '*',
    "shop.example; script-src 'unsafe-inline'",
    'shop.example https://evil.example',
    'bäckerei.example',
    'SHOP.example',
    '',
  ]) {
    assert.equal(frame(domain), "'none'", domain);
  }
});
