/** Which addresses a stranger's domain may lead us to: the public internet, and nothing of our own house. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '../../../api/net/public-address.ts';
import { houseAddresses, publicAddresses } from '../../support/addresses.ts';

for (const [what, addresses] of Object.entries(houseAddresses)) {
  test(`refuses ${what}`, () => {
    for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
  });
}

test('lets the public internet through, up to the edges of what is not', () => {
  for (const address of publicAddresses) assert.equal(isPublicAddress(address), true, address);
});

test('refuses what is no address, or one in a spelling that others read differently', () => {
  for (const text of [
    '',
    'localhost',
    'shop.example',
    '08.8.8.8',
    '8.8.8',
    '8.8.8.8.',
    '134744072',
    '0x8.8.8.8',
    '2606:4700::1%eth0',
    '[2606:4700::1]',
    '2606:4700::1::2',
    '8.8.8.8 ',
  ]) {
    assert.equal(isPublicAddress(text), false, text);
  }
});
