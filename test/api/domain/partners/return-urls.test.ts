/** Where visitors may be led back to: what the partner has named, however it is spelled, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReturnUrl, returnUrlOf } from '../../../../api/domain/partners/return-urls.ts';

const thanks = 'https://www.ville.example/merci?x=1#y';
const home = 'https://a.ville.example/';
const partner = {
  origins: ['https://www.ville.example', 'https://*.ville.example'],
  allowsLocal: false,
  returnUrls: [thanks, home],
};

test('what was named is found, also where a browser would write it in another way', () => {
  assert.equal(returnUrlOf(partner, thanks), thanks);
  assert.equal(returnUrlOf(partner, 'https://a.ville.example'), home);
  assert.equal(returnUrlOf(partner, 'HTTPS://A.VILLE.EXAMPLE:443/'), home);
});

const spellings = [
  '//evil.example',
  '//a.ville.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https:/a.ville.example/',
  'https:\\\\a.ville.example/',
  'https://a.ville.example\\@evil.example/',
  'https://a.ville.example@evil.example/',
  'https://evil.example@a.ville.example/',
  'https://a.ville.example:443@evil.example/',
  'https://evil.example/https://a.ville.example/',
  'https://evil.example#https://a.ville.example/',
  'https://evil.example\\.a.ville.example/',
  'https://a.ville.example.evil.example/',
  'https://a.ville.example/../evil',
  'https://a.ville.example%2F@evil.example/',
  'https://a.ville.example%00.evil.example/',
  'https://a.ville.example\n.evil.example/',
  'https://a\u3002ville\u3002example\uff0f@evil.example/',
  'http://a.ville.example/',
  'https://b.ville.example/',
  'javascript:alert(1)//https://a.ville.example/',
  'data:text/html,https://a.ville.example/',
  '/merci',
  'merci',
  '@evil.example',
  '?next=//evil.example',
  '%2f%2fevil.example',
  '',
];
for (const spelling of spellings) {
  test(`${JSON.stringify(spelling)} leads nowhere`, () => assert.equal(returnUrlOf(partner, spelling), undefined));
}

test('nobody who asked for nothing is led anywhere', () => assert.equal(returnUrlOf(partner, undefined), undefined));

test('an address counts only while it lies on the partner’s own pages', () => {
  assert.equal(returnUrlOf({ ...partner, origins: ['https://www.ville.example'] }, home), undefined);
  assert.equal(parseReturnUrl(partner, 'https://elsewhere.example/'), undefined);
  assert.equal(parseReturnUrl(partner, `https://www.ville.example/${'a'.repeat(500)}`), undefined);
  assert.equal(
    parseReturnUrl({ origins: [], allowsLocal: true }, 'http://localhost:3000/x'),
    'http://localhost:3000/x',
  );
});

test('nothing but the list itself ever comes out', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '//',
    '@',
    ':',
    '\t',
    ' ',
    '?',
    '#',
    '.',
    '%2f',
    'https:',
    'http://',
    'evil.example',
    home,
    thanks,
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const found = returnUrlOf(partner, parts.join(''));
      assert.ok(found === undefined || partner.returnUrls.includes(found));
    }),
    { numRuns: 2000 },
  );
});
