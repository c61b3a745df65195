import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { codeOf, memberOf } from '../../../../api/domain/memberships/referral.ts';
import { createKeys } from '../../../../api/keys.ts';
import { openTestApp, type TestApp } from '../../../support/app.ts';
import { addMember } from '../../../support/session.ts';

const keys = createKeys('a secret of tests, long enough to be one');
const others = createKeys('the secret of another club, just as long');
const ids = fc.integer({ min: 0, max: 32 ** 6 - 1 });
/** Somebody has every number: only the code decides. */
const everybody = { storage: { memberById: (id: number) => Promise.resolve({ id, status: 'active' }) } as never };

describe('a member’s code', () => {
  test('leads back to them, however it is typed, and to nobody with another club’s key', async () => {
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        const code = codeOf({ keys }, id);
        assert.match(code, /^[0-9a-hjkmnp-tv-z]{10}$/);
        assert.equal(await memberOf({ keys, ...everybody }, code), id);
        assert.equal(await memberOf({ keys, ...everybody }, code.toUpperCase()), id);
        assert.equal(await memberOf({ keys: others, ...everybody }, code), undefined);
      }),
    );
  });

  test('is another one for everybody, and neighbours have nothing in common', () => {
    const codes = Array.from({ length: 2000 }, (_, id) => codeOf({ keys }, id));
    assert.equal(new Set(codes).size, codes.length);
    // Of two random letters of thirty-two, one in thirty-two is the same by chance.
    const same = codes
      .slice(1)
      .flatMap((code, at) => Array.from(code).filter((letter, place) => codes[at]![place] === letter));
    assert.ok(same.length < (codes.length * 10) / 24, `${same.length} letters are those of the code before`);
  });

  test('with one letter changed is nobody’s', async () => {
    const letters = Array.from('0123456789abcdefghjkmnpqrstvwxyz');
    let met = 0;
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(9), fc.constantFrom(...letters), async (id, place, letter) => {
        const code = codeOf({ keys }, id);
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        if (changed !== code && (await memberOf({ keys, ...everybody }, changed)) !== undefined) met += 1;
      }),
      { numRuns: 500 },
    );
    // One guess in a million fits; five hundred do not meet one.
    assert.equal(met, 0);
  });

  test('never fails, whatever stands in an address', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constant('ilou000000'), fc.constant(undefined)),
        async (text) => {
          assert.equal(await memberOf({ keys, ...everybody }, text), undefined);
        },
      ),
    );
    assert.throws(() => codeOf({ keys }, 32 ** 6), RangeError);
    assert.throws(() => codeOf({ keys }, -1), RangeError);
  });
});

describe('whose code it is', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp();
  });
  after(() => app.remove());

  test('a member’s, and nobody’s once they have left, or never were', async () => {
    const id = await addMember(app);
    const code = codeOf(app.deps, id);
    assert.equal(await memberOf(app.deps, code), id);
    await app.deps.storage.write((tx) => tx.leave(id, app.clock.time));
    assert.equal(await memberOf(app.deps, code), undefined);
    assert.equal(await memberOf(app.deps, codeOf(app.deps, id + 1000)), undefined);
  });
});
