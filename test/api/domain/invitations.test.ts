import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashInvitation, normaliseInvitation } from '../../../api/domain/invitations.ts';

test('takes an invitation code however it was copied', () => {
  for (const typed of [
    'flamme-2027-vip',
    ' FLAMME 2027 VIP ',
    'Flamme–2027—vip',
    'FLAMME2027\u00a0VIP',
    'FLAMME\u200b2027VIP\u200f',
  ]) {
    assert.equal(normaliseInvitation(typed), 'FLAMME2027VIP', JSON.stringify(typed));
  }
});

test('keeps different codes apart', () => {
  const hashes = ['FLAMME2027VIP', 'FLAMME2027VIB', 'FLAMME2027', '', 'FLAMME_2027VIP'].map(hashInvitation);
  assert.equal(new Set(hashes).size, hashes.length);
});

test('stores SHA-256 of the normalised code and nothing of the code', () => {
  assert.equal(hashInvitation('abc-1'), hashInvitation('ABC1'));
  assert.match(hashInvitation('abc-1'), /^[0-9a-f]{64}$/);
});
