/** Where visitors may be led back to: what the partner has named, however it is spelled, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReturnUrl, returnUrlOf, usualReturnUrl } from '../../../../api/domain/partners/return-urls.ts';
import { elsewhere } from '../../../support/elsewhere.ts';

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

for (const spelling of elsewhere) {
  test(`${JSON.stringify(spelling)} leads nowhere`, () => assert.equal(returnUrlOf(partner, spelling), undefined));
}

test('who asks for nothing is led to the first address on their site, else to the first that is still open', () => {
  assert.equal(usualReturnUrl(partner, undefined), thanks);
  assert.equal(usualReturnUrl(partner, 'https://a.ville.example'), home);
  assert.equal(usualReturnUrl(partner, 'https://evil.example'), thanks);
  assert.equal(usualReturnUrl({ ...partner, origins: ['https://a.ville.example'] }, 'https://www.ville.example'), home);
  assert.equal(usualReturnUrl({ ...partner, origins: ['https://www.autre.example'] }, undefined), undefined);
  assert.equal(usualReturnUrl({ ...partner, returnUrls: [] }, 'https://a.ville.example'), undefined);
  // However it came into the database.
  const forged = ['javascript:alert(1)', '//evil.example', 'https://evil.example/'];
  assert.equal(usualReturnUrl({ ...partner, returnUrls: forged }, 'https://evil.example'), undefined);
});

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
